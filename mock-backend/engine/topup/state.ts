/** Top-ups, invoices and auto-payment in the state of an account, and what happens to them. @see domain.md §6 */
import type { AutoPayTerms, TopUpMethod } from './command.js';

/** @see domain.md PAY-1 */
export type TopUpState = 'PENDING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED' | 'EXPIRED';

export interface TopUpOrder {
  id: string;
  amount: string;
  method: TopUpMethod;
  state: TopUpState;
  /** Begun by auto-payment, not by the subscriber. */
  auto: boolean;
  createdAt: number;
  expiresAt: number;
  receipt: string | null;
  reason: string | null;
  /** Provider and its transaction, once it is decided. */
  txn: string | null;
  settledAt: number | null;
}

export interface PrepayInvoice {
  id: string;
  amount: string;
  issuedAt: number;
  paidAt: number | null;
}

/** What the provider told and nobody may post: a wrong sum, or money for an order that is paid already (PAY-2). */
export interface HeldPayment {
  at: number;
  topup: string;
  provider: string;
  txn: string;
  amount: string;
  currency: string;
}

export interface TopUps {
  orders: TopUpOrder[];
  invoices: PrepayInvoice[];
  held: HeldPayment[];
  autopay: (AutoPayTerms & { since: number }) | null;
  /** Local day on which auto-payment may try again after a failure. */
  autopayFrom: string | null;
}

export const noTopUps = (): TopUps => ({ orders: [], invoices: [], held: [], autopay: null, autopayFrom: null });

export type TopUpEvent =
  | {
      readonly type: 'topup.created';
      readonly order: Pick<TopUpOrder, 'id' | 'amount' | 'method' | 'auto' | 'expiresAt' | 'receipt'>;
    }
  | {
      readonly type: 'topup.settled';
      readonly topup: string;
      readonly state: Exclude<TopUpState, 'PENDING'>;
      readonly reason: string | null;
      readonly txn: string | null;
      /** Day on which auto-payment tries again; only when one of its own failed. */
      readonly retryOn?: string;
    }
  | { readonly type: 'topup.held'; readonly payment: Omit<HeldPayment, 'at'> }
  | { readonly type: 'invoice.issued'; readonly invoice: Pick<PrepayInvoice, 'id' | 'amount'> }
  | { readonly type: 'invoice.paid'; readonly invoice: string }
  | { readonly type: 'autopay.set'; readonly terms: AutoPayTerms | null };

/** Folds an event into the slice, in place. */
export function applyTopUp(state: TopUps, event: TopUpEvent & { readonly at: number }): void {
  switch (event.type) {
    case 'topup.created':
      state.orders.push({
        ...event.order,
        state: 'PENDING',
        createdAt: event.at,
        reason: null,
        txn: null,
        settledAt: null,
      });
      return;
    case 'topup.settled': {
      const order = state.orders.find(({ id }) => id === event.topup);
      if (!order) throw new Error(`there is no top-up ${event.topup}`);
      Object.assign(order, { state: event.state, reason: event.reason, txn: event.txn, settledAt: event.at });
      if (event.retryOn !== undefined) state.autopayFrom = event.retryOn;
      return;
    }
    case 'topup.held':
      state.held.push({ ...event.payment, at: event.at });
      return;
    case 'invoice.issued':
      state.invoices.push({ ...event.invoice, issuedAt: event.at, paidAt: null });
      return;
    case 'invoice.paid': {
      const invoice = state.invoices.find(({ id }) => id === event.invoice);
      if (invoice) invoice.paidAt = event.at;
      return;
    }
    case 'autopay.set':
      state.autopay = event.terms === null ? null : { ...event.terms, since: event.at };
      state.autopayFrom = null;
  }
}
