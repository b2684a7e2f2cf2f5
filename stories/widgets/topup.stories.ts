import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { becomeStale, onProvider, scene, upset } from '../.storybook/scenes.js';
import { part, press, type } from '../.storybook/steps.js';

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
export const Amount: Story = { args: { amount: '500' } };

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

/** By card: the provider's page opens beside, the payment is waited for here. */
export const Card: Story = { args: { amount: '500' }, play: ({ canvasElement }) => pay(canvasElement) };

/** By SBP: a code for the telephone. */
export const Sbp: Story = {
  args: { amount: '500' },
  play: async ({ canvasElement }) => {
    await pay(canvasElement, 2);
    await part(canvasElement, 'lk-topup', 'svg.qr');
  },
};

/** The money has come: what was, what came, what is. */
export const Done: Story = { args: { amount: '500' }, play: ended('pay') };

/** The bank declined: why, and that nothing was charged. */
export const Declined: Story = { args: { amount: '500' }, play: ended('poor') };

/** Nobody knows yet whether the payment began: it is checked, not paid a second time. */
export const Unknown: Story = {
  args: { amount: '500' },
  play: async ({ canvasElement, id }) => {
    await part(canvasElement, 'lk-topup', '.calc');
    upset(id, { kind: 'offline', route: 'POST /v1/accounts/{account}/topups' });
    await pay(canvasElement);
  },
};

/** An invoice for a bank transfer. */
export const Invoice: Story = {
  args: { amount: '1500' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-topup', '.opt:nth-child(3) input');
    await press(canvasElement, 'lk-topup', '.paybar .btn.pri');
    await part(canvasElement, 'lk-topup', '#result');
  },
};

/** Something that is no sum. */
export const WrongSum: Story = { play: ({ canvasElement }) => type(canvasElement, '1000,505', 'lk-topup', '#sum') };

/** When the card tops up by itself, and how much. */
export const AutoPayment: Story = {
  play: ({ canvasElement }) => press(canvasElement, 'lk-topup', '.extra .btns .btn'),
};

/** The last data: newer ones could not be read. */
export const Stale: Story = {
  play: async ({ canvasElement, id }) => {
    await part(canvasElement, 'lk-topup', '#sum');
    becomeStale(id);
  },
};

async function pay(canvas: HTMLElement, method = 1): Promise<void> {
  await press(canvas, 'lk-topup', `.opt:nth-child(${method}) input`);
  // The total is seen before it is paid.
  await part(canvas, 'lk-topup', '.calc .eq .amt');
  await press(canvas, 'lk-topup', '.paybar .btn.pri:not([aria-busy])');
  await part(canvas, 'lk-topup', '#result');
}

function ended(action: string): NonNullable<Story['play']> {
  return async ({ canvasElement, id }) => {
    await pay(canvasElement);
    const link = await part(canvasElement, 'lk-topup', 'a.btn');
    await onProvider(id, link.getAttribute('href') ?? '', action);
    await part(canvasElement, 'lk-topup', '.ri');
  };
}
