/** Commands about topping up: those of the subscriber, and what the payment provider tells. @see domain.md §5.4, §6 */

/** Methods that run through the provider's own page. */
export type TopUpMethod = 'CARD' | 'SBP';

interface OfAccount {
  readonly account: string;
}

/** Begins a payment with the provider; the balance does not change yet (PAY-2). */
export interface CreateTopUp extends OfAccount {
  readonly do: 'topup.create';
  readonly amount: string;
  readonly method: TopUpMethod;
  /** Phone or e-mail that the fiscal receipt goes to (TOP-7). */
  readonly receipt?: string;
}
export interface CancelTopUp extends OfAccount {
  readonly do: 'topup.cancel';
  readonly topup: string;
}
/** What the provider tells by its signed webhook; repeated, late or wrong ones included. */
export interface SettleTopUp extends OfAccount {
  readonly do: 'topup.settle';
  readonly topup: string;
  readonly provider: string;
  readonly txn: string;
  readonly amount: string;
  readonly currency: string;
  readonly outcome: 'SUCCEEDED' | 'FAILED';
  /** Why it failed, in the provider's words: `DECLINED`, `INSUFFICIENT_FUNDS`, `TIMEOUT` … */
  readonly reason?: string;
}
/** An invoice to be paid from a bank; an unpaid one of the same sum is given again (TOP-3). */
export interface CreateInvoice extends OfAccount {
  readonly do: 'invoice.create';
  readonly amount: string;
}

/** When money is taken by itself, and how much at most. */
export interface AutoPayTerms {
  readonly trigger: 'THRESHOLD' | 'DAY_OF_MONTH';
  /** Tops up when the balance falls below; only with `THRESHOLD`. */
  readonly threshold: string | null;
  /** 1…28; only with `DAY_OF_MONTH`. */
  readonly day: number | null;
  readonly amount: string;
  /** Most that is taken in one local month; `null` = no limit. */
  readonly monthlyCap: string | null;
}
export interface SetAutoPay extends OfAccount {
  readonly do: 'autopay.set';
  /** `null` switches it off. */
  readonly terms: AutoPayTerms | null;
}

export type TopUpCommand = CreateTopUp | CancelTopUp | SettleTopUp | CreateInvoice | SetAutoPay;
