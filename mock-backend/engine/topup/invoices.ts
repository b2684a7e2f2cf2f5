/** Invoices to be paid from a bank. @see domain.md TOP-3 */
import type { Receipt } from '../command.js';
import type { Desk } from '../desk.js';
import { checkedSum } from './begin.js';
import type { CreateInvoice } from './command.js';

/** @throws {Refusal} `AMOUNT_INVALID`, `AMOUNT_OUT_OF_RANGE` */
export function createInvoice(desk: Desk, command: CreateInvoice): Receipt {
  const amount = checkedSum(desk, command.amount);
  const { invoices } = desk.state.topups;
  const unpaid = invoices.find((invoice) => invoice.paidAt === null && invoice.amount === amount);
  if (unpaid) return { invoice: unpaid.id, existing: true };
  const id = `${desk.state.id}-P${invoices.length + 1}`;
  desk.emit({ type: 'invoice.issued', invoice: { id, amount } });
  return { invoice: id, existing: false };
}

/** A payment from the bank settles the oldest unpaid invoice of its sum. */
export function settleInvoice(desk: Desk, amount: string): void {
  const invoice = desk.state.topups.invoices.find((one) => one.paidAt === null && one.amount === amount);
  if (invoice) desk.emit({ type: 'invoice.paid', invoice: invoice.id });
}
