import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { becomeStale, scene, upset } from '../.storybook/scenes.js';
import { part, press, type } from '../.storybook/steps.js';

interface Args {
  sip?: string;
  account?: string;
  locale?: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/Equipment',
  component: 'lk-equipment',
  parameters: { scene: { world: 'office' } },
  render: ({ sip, account, locale }) =>
    html`<lk-equipment sip=${ifDefined(sip)} account=${ifDefined(account)} locale=${ifDefined(locale)}></lk-equipment>`,
};
export default meta;
type Story = StoryObj<Args>;

/** Devices to choose from, and the settings of one. */
export const Ready: Story = {};

/** Something is typed and not saved. */
export const Unsaved: Story = {
  play: ({ canvasElement }) => type(canvasElement, '120', 'lk-equipment', '#registerExpiresSec:not([disabled])'),
};

/** A setting that the registrar does not take: named, and in focus. */
export const Wrong: Story = {
  play: async ({ canvasElement }) => {
    await type(canvasElement, '30', 'lk-equipment', '#registerExpiresSec:not([disabled])');
    await press(canvasElement, 'lk-equipment', '.savebar .btn.pri');
  },
};

/** No SIP account: nothing to set up. */
export const Empty: Story = scene({ world: 'bare' });

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

/** Nobody knows yet whether it was saved: it is not to be repeated. */
export const Unknown: Story = {
  play: async ({ canvasElement, id }) => {
    upset(id, { kind: 'lost', route: 'PUT /v1/**' });
    await type(canvasElement, '120', 'lk-equipment', '#registerExpiresSec:not([disabled])');
    await press(canvasElement, 'lk-equipment', '.savebar .btn.pri');
  },
};

/** The last data: newer ones could not be read. */
export const Stale: Story = {
  play: async ({ canvasElement, id }) => {
    await part(canvasElement, 'lk-equipment', '#port');
    becomeStale(id);
  },
};
