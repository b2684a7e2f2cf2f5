import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { scene } from '../.storybook/scenes.js';

interface Args {
  compact?: boolean;
  account?: string;
  locale?: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/Balance',
  component: 'lk-balance',
  render: ({ compact = false, account, locale }) =>
    html`<lk-balance ?compact=${compact} account=${ifDefined(account)} locale=${ifDefined(locale)}></lk-balance>`,
};
export default meta;
type Story = StoryObj<Args>;

/** An account with money on it. */
export const Ready: Story = {};

/** One line, for a header. */
export const Compact: Story = { args: { compact: true } };

/** Below zero by more than the credit allows: the sum that unlocks is on the button. */
export const Blocked: Story = scene({ world: 'blocked' });

/** Blocked, in one line. */
export const BlockedCompact: Story = { args: { compact: true }, ...scene({ world: 'blocked' }) };

/** The money is there, the network has not lifted the lock yet. */
export const Unlocking: Story = scene({ fault: 'unlocking' });

/** Billing did not answer: the last balance with the time it was right. */
export const Stale: Story = scene({ fault: 'stale' });

/** No limit of credit, eight digits. */
export const Huge: Story = scene({ world: 'huge' });

/** Pays after the month, and owes. */
export const Postpaid: Story = scene({ world: 'postpaid' });

/** Opened this morning: nothing has happened yet. */
export const New: Story = scene({ world: 'empty' });

/** The shape of the answer, without digits. */
export const Pending: Story = scene({ fault: 'never' });

/** There is nothing to show, and a way out. */
export const Failed: Story = scene({ fault: 'error' });

/** The device has no network. */
export const Offline: Story = scene({ fault: 'offline' });

/** A manager without rights to money. */
export const Unavailable: Story = scene({ user: 'menedzher' });

/** A host's own words in the widget's places. */
export const Slots: Story = {
  ...scene({ fault: 'error' }),
  render: () => html`
    <lk-balance>
      <span slot="heading">Мой счёт</span>
      <p slot="error" class="note">Баланс сейчас не показать: позвоните 8 800 000-01-01.</p>
    </lk-balance>
  `,
};
