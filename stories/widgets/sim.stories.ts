import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { becomeStale, scene, upset } from '../.storybook/scenes.js';
import { part, press, type } from '../.storybook/steps.js';

interface Args {
  account?: string;
  locale?: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/SIM',
  component: 'lk-sim',
  parameters: { scene: { world: 'office' } },
  render: ({ account, locale }) => html`<lk-sim account=${ifDefined(account)} locale=${ifDefined(locale)}></lk-sim>`,
};
export default meta;
type Story = StoryObj<Args>;

/** A number with its card, a number without one, a card to spare. */
export const Ready: Story = {};

/** The card of a number is changed: which one, why, and what it means. */
export const Swap: Story = {
  play: ({ canvasElement }) => press(canvasElement, 'lk-sim', '.pair:first-child .pa .btn'),
};

/** What happens when a card is taken out of a number. */
export const Unbind: Story = {
  play: ({ canvasElement }) => press(canvasElement, 'lk-sim', '.pair:first-child .pa .btn.quiet'),
};

/** A card is looked for, for a number without one. */
export const Bind: Story = {
  play: ({ canvasElement }) => press(canvasElement, 'lk-sim', '.pair:nth-child(2) .pa .btn'),
};

/** No card to spare: where to get one. */
export const NoneFree: Story = {
  ...scene({ world: 'bare' }),
  play: ({ canvasElement }) => press(canvasElement, 'lk-sim', '.pair:nth-child(2) .pa .btn'),
};

/** A card is added by the number printed on it; a digit is wrong. */
export const WrongCard: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-sim', '.simfoot .btn');
    await type(canvasElement, '8970100000000000131', 'lk-sim', '#iccid');
    await press(canvasElement, 'lk-sim', '.addform .btn.pri');
  },
};

/** Sixty numbers. */
export const Huge: Story = scene({ world: 'huge' });

/** The shape of the answer. */
export const Pending: Story = scene({ world: 'office', fault: 'never' });

/** There is nothing to show, and a way out. */
export const Failed: Story = scene({ world: 'office', fault: 'error' });

/** The device has no network. */
export const Offline: Story = scene({ world: 'office', fault: 'offline' });

/** May look and not change. */
export const ReadOnly: Story = scene({ world: 'office', user: 'menedzher' });

/** An accountant without rights to telephony. */
export const Forbidden: Story = scene({ world: 'office', user: 'buhgalter' });

/** The network is changing it: the line between number and card is dashed. */
export const Changing: Story = {
  play: async ({ canvasElement, id }) => {
    await press(canvasElement, 'lk-sim', '.pair:nth-child(2) .pa .btn');
    upset(id, { kind: 'slow', route: 'PUT /v1/**', delay: 600_000 });
    await press(canvasElement, 'lk-sim', '.step .btn.pri');
  },
};

/** Nobody knows yet whether it was changed: it is not to be repeated. */
export const Unknown: Story = {
  play: async ({ canvasElement, id }) => {
    await press(canvasElement, 'lk-sim', '.pair:nth-child(2) .pa .btn');
    upset(id, { kind: 'lost', route: 'PUT /v1/**' });
    await press(canvasElement, 'lk-sim', '.step .btn.pri');
  },
};

/** eSIM: how far the profile has come into the telephone. */
export const Esim: Story = scene({ world: 'esim' });

/** The code that unlocks a card, behind its button. */
export const Puk: Story = { play: ({ canvasElement }) => press(canvasElement, 'lk-sim', '.puk .btn') };

/** The last data: newer ones could not be read. */
export const Stale: Story = {
  play: async ({ canvasElement, id }) => {
    await part(canvasElement, 'lk-sim', '.pair');
    becomeStale(id);
  },
};

const confirms = async (canvas: HTMLElement): Promise<void> => {
  await press(canvas, 'lk-sim', '.pair:first-child .pa .btn');
  await press(canvas, 'lk-sim', '.step .btn.pri');
};

/** A sensitive action is confirmed by a code: where it is sent to. The same step waits before every such action. */
export const Confirm: Story = {
  play: async ({ canvasElement }) => {
    await confirms(canvasElement);
    await part(canvasElement, 'lk-sim', '.lk-step-up', 'input[name=contact]');
  },
};

/** The code has been sent; what was typed is not it. */
export const ConfirmCode: Story = {
  play: async ({ canvasElement }) => {
    await confirms(canvasElement);
    await press(canvasElement, 'lk-sim', '.lk-step-up', '.btn.pri');
    await type(canvasElement, '12', 'lk-sim', '.lk-step-up', '#code');
    await press(canvasElement, 'lk-sim', '.lk-step-up', '.btn.pri');
  },
};

/** There is no contact to send a code to. */
export const ConfirmNowhere: Story = {
  ...scene({ world: 'long' }),
  play: async ({ canvasElement }) => {
    await confirms(canvasElement);
    await part(canvasElement, 'lk-sim', '.lk-step-up', '#why:not(.sub)');
  },
};
