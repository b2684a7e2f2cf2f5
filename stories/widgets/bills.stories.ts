import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { scene } from '../.storybook/scenes.js';

interface Args {
  view?: string;
  account?: string;
  locale?: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/Bills',
  component: 'lk-bills',
  argTypes: {
    view: { control: 'select', options: ['statement', 'bills', 'bill:2026-10', 'payments', 'documents'] },
  },
  render: ({ view, account, locale }) =>
    html`<lk-bills view=${ifDefined(view)} account=${ifDefined(account)} locale=${ifDefined(locale)}></lk-bills>`,
};
export default meta;
type Story = StoryObj<Args>;

/** The open month up to yesterday, number by number, and how it adds up to the balance. */
export const Statement: Story = { args: { view: 'statement' } };

/** A month in which more was credited than charged. */
export const StatementNegative: Story = { args: { view: 'statement' }, ...scene({ world: 'negative' }) };

/** No whole day yet, and the bill of the month before is being made. */
export const StatementFirstOfMonth: Story = { args: { view: 'statement' }, ...scene({ world: 'first-of-month' }) };

/** Opened this morning. */
export const StatementEmpty: Story = { args: { view: 'statement' }, ...scene({ world: 'empty' }) };

/** Sixty numbers, seven digits. */
export const StatementHuge: Story = { args: { view: 'statement' }, ...scene({ world: 'huge' }) };

/** Closed months, newest first. */
export const Bills: Story = { args: { view: 'bills' } };

/** More than a year: chosen by year. */
export const BillsOfYears: Story = { args: { view: 'bills' }, ...scene({ world: 'years' }) };

/** Months with a negative total among them. */
export const BillsNegative: Story = { args: { view: 'bills' }, ...scene({ world: 'negative' }) };

/** Paid, paid in part and overdue. */
export const BillsPostpaid: Story = { args: { view: 'bills' }, ...scene({ world: 'postpaid' }) };

/** No bill yet. */
export const BillsEmpty: Story = { args: { view: 'bills' }, ...scene({ world: 'empty' }) };

/** One bill with VAT and its documents. */
export const Bill: Story = { args: { view: 'bill:2026-10' } };

/** A bill that is to be paid. */
export const BillOverdue: Story = { args: { view: 'bill:2026-10' }, ...scene({ world: 'postpaid' }) };

/** A month that earned more than it cost. */
export const BillNegative: Story = { args: { view: 'bill:2026-10' }, ...scene({ world: 'negative' }) };

/** December 2025 carries the rate of 2025. */
export const BillWithTheOldRate: Story = { args: { view: 'bill:2025-12' }, ...scene({ world: 'years' }) };

/** There is no bill of this month. */
export const BillMissing: Story = { args: { view: 'bill:2020-01' } };

/** Money that came. */
export const Payments: Story = { args: { view: 'payments' } };

/** Among them one that failed. */
export const PaymentsFailed: Story = { args: { view: 'payments' }, ...scene({ world: 'postpaid' }) };

/** None yet. */
export const PaymentsEmpty: Story = { args: { view: 'payments' }, ...scene({ world: 'empty' }) };

/** Files of all months. */
export const Documents: Story = { args: { view: 'documents' } };

/** A file that is being made. */
export const DocumentsGenerating: Story = { args: { view: 'documents' }, ...scene({ fault: 'document-generating' }) };

/** A file that could not be made. */
export const DocumentsFailed: Story = { args: { view: 'documents' }, ...scene({ fault: 'document-failed' }) };

/** None yet. */
export const DocumentsEmpty: Story = { args: { view: 'documents' }, ...scene({ world: 'empty' }) };

/** The shape of the answer, without digits. */
export const Pending: Story = scene({ fault: 'never' });

/** There is nothing to show, and a way out. */
export const Failed: Story = scene({ fault: 'error' });

/** Billing does not answer. */
export const Unavailable: Story = scene({ fault: 'unavailable' });

/** The device has no network. */
export const Offline: Story = scene({ fault: 'offline' });

/** A manager without rights to money. */
export const Forbidden: Story = scene({ user: 'menedzher' });
