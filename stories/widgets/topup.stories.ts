import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { scene } from '../.storybook/scenes.js';

interface Args {
  amount?: string;
  account?: string;
  locale?: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/Top-up',
  component: 'lk-topup',
  render: ({ amount, account, locale }) =>
    html`<lk-topup amount=${ifDefined(amount)} account=${ifDefined(account)} locale=${ifDefined(locale)}></lk-topup>`,
};
export default meta;
type Story = StoryObj<Args>;

/** Nothing typed yet: limits, ready sums, methods. */
export const Ready: Story = {};

/** A sum was proposed by the host: the commission and the total are written out before paying. */
export const Amount: Story = { args: { amount: '500' }, tags: ['picture'] };

/** Blocked: what is missing stands in the field. */
export const Blocked: Story = scene({ world: 'blocked' });

/** The payment cannot be begun: what was typed stays, nothing is charged. */
export const NotBegun: Story = {
  args: { amount: '500' },
  ...scene({ fault: 'error', route: 'POST /v1/accounts/{account}/topups' }),
};

/** The commission could not be read: without it nothing can be paid. */
export const NoQuote: Story = {
  args: { amount: '500' },
  ...scene({ fault: 'error', route: 'GET /v1/accounts/{account}/topup/quote' }),
};

/** The shape of the form. */
export const Pending: Story = scene({ fault: 'never' });

/** The form could not be read. */
export const Failed: Story = scene({ fault: 'error' });

/** The device has no network. */
export const Offline: Story = scene({ fault: 'offline' });

/** A manager without rights to money. */
export const Unavailable: Story = scene({ user: 'menedzher' });
