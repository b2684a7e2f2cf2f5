import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { scene } from '../.storybook/scenes.js';
import { press, type } from '../.storybook/steps.js';

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
export const Ready: Story = { tags: ['picture'] };

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
