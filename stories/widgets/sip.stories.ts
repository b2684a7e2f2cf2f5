import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { becomeStale, scene, upset } from '../.storybook/scenes.js';
import { part, press, type } from '../.storybook/steps.js';

interface Args {
  number?: string;
  account?: string;
  locale?: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/SIP',
  component: 'lk-sip',
  parameters: { scene: { world: 'office' } },
  render: ({ number, account, locale }) =>
    html`<lk-sip number=${ifDefined(number)} account=${ifDefined(account)} locale=${ifDefined(locale)}></lk-sip>`,
};
export default meta;
type Story = StoryObj<Args>;

/** Devices: on line, and not yet. */
export const Ready: Story = {};

/** No account yet: what they are for. */
export const Empty: Story = scene({ world: 'bare' });

/** A new account: a name, a number, what it is for. */
export const Create: Story = { play: ({ canvasElement }) => press(canvasElement, 'lk-sip', '.head .btn') };

/** The name is missing. */
export const WithoutName: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-sip', '.head .btn');
    await press(canvasElement, 'lk-sip', '.newform .btn.pri');
  },
};

/** What a new password means, before it is given. */
export const NewPassword: Story = { play: ({ canvasElement }) => press(canvasElement, 'lk-sip', '.acts button') };

/** Deleted only after a question by name. */
export const Delete: Story = {
  play: ({ canvasElement }) => press(canvasElement, 'lk-sip', '.acts button:nth-of-type(2)'),
};

/** The password, shown once: created a moment ago. It is another one each time. */
export const Password: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-sip', '.head .btn');
    await type(canvasElement, 'Склад', 'lk-sip', '#name');
    await part(canvasElement, 'lk-sip', '#number option');
    await press(canvasElement, 'lk-sip', '.newform .btn.pri');
    await part(canvasElement, 'lk-sip', '#once');
  },
};

/** Names as long as they may be. */
export const LongNames: Story = scene({ world: 'long' });

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

/** The server has not answered yet. */
export const Creating: Story = {
  play: async ({ canvasElement, id }) => {
    upset(id, { kind: 'slow', route: 'POST /v1/**', delay: 600_000 });
    await create(canvasElement);
  },
};

/** Nobody knows yet whether it was created: it is not to be repeated. */
export const Unknown: Story = {
  play: async ({ canvasElement, id }) => {
    upset(id, { kind: 'lost', route: 'POST /v1/**' });
    await create(canvasElement);
  },
};

async function create(canvas: HTMLElement): Promise<void> {
  await press(canvas, 'lk-sip', '.head .btn');
  await type(canvas, 'Склад', 'lk-sip', '#name');
  await part(canvas, 'lk-sip', '#number option');
  await press(canvas, 'lk-sip', '.newform .btn.pri');
}

/** The last data: newer ones could not be read. */
export const Stale: Story = {
  play: async ({ canvasElement, id }) => {
    await part(canvasElement, 'lk-sip', '.tbl');
    becomeStale(id);
  },
};
