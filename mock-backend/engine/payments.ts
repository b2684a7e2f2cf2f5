/** Payments, refunds, corrections and the promised payment. @see domain.md §5.4, §6, BAL-7, BAL-8, BIL-9 */
import type { Correct, Pay, Receipt, RefundPayment, ReversePayment, TakePromised } from './command.js';
import { firstDay, lastDay } from './calendar.js';
import type { Desk } from './desk.js';
import { notifyTopUp } from './alerts.js';
import { refuse } from './errors.js';
import { afterPosting, balanceAfter, charge, chargeTaxed } from './ledger.js';
import { checkLocks } from './locks.js';
import { compare, Exact, minus, negate, plus, sign } from './money.js';
import { vatInside } from './rating/tax.js';
import type { PaymentState } from './state.js';
import { settleInvoice } from './topup/invoices.js';

/** @see domain.md PAY-1 */
export type PaymentStatus = 'SUCCEEDED' | 'FAILED' | 'PARTIALLY_REFUNDED' | 'REFUNDED' | 'REVERSED';

/** Name of the provider when none is given. */
export const DEFAULT_PROVIDER = 'bank';
const HOUR_MS = 3_600_000;

/**
 * Takes a payment, once for each provider and transaction.
 *
 * @throws {Refusal} `AMOUNT_INVALID`, `AMOUNT_OUT_OF_RANGE`
 */
export function pay(desk: Desk, command: Pay): Receipt {
  const provider = command.provider ?? DEFAULT_PROVIDER;
  const known = desk.state.payments.find((payment) => payment.txn === command.txn && payment.provider === provider);
  if (known) return paymentReceipt(desk, known);
  const amount = desk.amount(command.amount);
  const { minTopUp, maxTopUp } = desk.catalogue.policy;
  if (compare(amount, minTopUp) < 0 || compare(amount, maxTopUp) > 0) {
    refuse('AMOUNT_OUT_OF_RANGE', { min: minTopUp, max: maxTopUp });
  }
  const payment: PaymentState = {
    txn: command.txn,
    provider,
    method: command.method ?? 'CARD',
    amount,
    refunded: desk.zero,
    outcome: command.outcome ?? 'SUCCEEDED',
    at: desk.now,
  };
  if (payment.outcome === 'FAILED') {
    desk.emit({ type: 'payment.made', payment });
    return paymentReceipt(desk, payment);
  }
  const posting = { kind: 'PAYMENT', amount, balanceAfter: balanceAfter(desk, amount) } as const;
  desk.emit({ type: 'payment.made', payment, posting });
  if (payment.method === 'BANK') settleInvoice(desk, amount);
  notifyTopUp(desk, amount);
  // A promised payment ends early only by a payment that does without it (BAL-8).
  if (desk.state.promised && sign(desk.state.balance) >= 0) desk.emit({ type: 'promised.ended' });
  afterPosting(desk);
  return paymentReceipt(desk, payment);
}

/** @throws {Refusal} `NOT_FOUND`, `AMOUNT_INVALID`, `REFUND_EXCEEDS` */
export function refund(desk: Desk, command: RefundPayment): Receipt {
  const payment = paymentOf(desk, command.txn);
  const amount = desk.amount(command.amount);
  if (sign(amount) <= 0) refuse('AMOUNT_INVALID', { amount });
  const left = refundable(desk, payment);
  if (compare(amount, left) > 0) refuse('REFUND_EXCEEDS', { left });
  const given = negate(amount);
  desk.emit({
    type: 'payment.refunded',
    provider: payment.provider,
    txn: payment.txn,
    amount,
    posting: { kind: 'REFUND', amount: given, balanceAfter: balanceAfter(desk, given) },
  });
  afterPosting(desk);
  return paymentReceipt(desk, payment);
}

/**
 * The bank takes back what is left of a payment. A payment that is taken back or given back already, or that never came, stays as it is.
 *
 * @throws {Refusal} `NOT_FOUND`
 */
export function reverse(desk: Desk, command: ReversePayment): Receipt {
  const payment = paymentOf(desk, command.txn, command.provider);
  const left = refundable(desk, payment);
  if (sign(left) <= 0) return paymentReceipt(desk, payment);
  const taken = negate(left);
  desk.emit({
    type: 'payment.reversed',
    provider: payment.provider,
    txn: payment.txn,
    posting: { kind: 'REVERSAL', amount: taken, balanceAfter: balanceAfter(desk, taken) },
  });
  afterPosting(desk);
  return paymentReceipt(desk, payment);
}

function paymentOf(desk: Desk, txn: string, provider?: string): PaymentState {
  const isIt = (payment: PaymentState) =>
    payment.txn === txn && (provider === undefined || payment.provider === provider);
  return desk.state.payments.findLast(isIt) ?? refuse('NOT_FOUND', { txn });
}

/** What of a payment may still be given back. */
export function refundable(desk: Pick<Desk, 'zero'>, payment: PaymentState): string {
  const gone = payment.outcome === 'FAILED' || payment.reversed === true;
  return gone ? desk.zero : minus(payment.amount, payment.refunded);
}

export function paymentStatus(payment: PaymentState): PaymentStatus {
  if (payment.outcome === 'FAILED') return 'FAILED';
  if (payment.reversed === true) return 'REVERSED';
  if (sign(payment.refunded) === 0) return 'SUCCEEDED';
  return compare(payment.refunded, payment.amount) < 0 ? 'PARTIALLY_REFUNDED' : 'REFUNDED';
}

function paymentReceipt(desk: Desk, payment: PaymentState): Receipt {
  const now = desk.state.payments.find(({ txn, provider }) => txn === payment.txn && provider === payment.provider);
  const { txn, provider, amount, method } = payment;
  return { txn, provider, amount, method, state: paymentStatus(now ?? payment), balance: desk.state.balance };
}

/**
 * Corrects a bill by a line of the open month, in the number's block or in the account's.
 *
 * @throws {Refusal} `NOT_FOUND` for a number of another account, `AMOUNT_INVALID`
 */
export function correct(desk: Desk, command: Correct): Receipt {
  const number = command.number === undefined ? null : desk.number(command.number).number;
  const amount = desk.amount(command.amount);
  const { period: month } = command;
  const period =
    month === undefined ? { from: desk.today, to: desk.today } : { from: firstDay(month), to: lastDay(month) };
  const { rate } = desk.catalogue.taxOn(period.from);
  chargeTaxed(desk, vatInside(amount, rate, desk.scale), true, rate, {
    kind: 'CORRECTION',
    service: 'CORRECTION',
    number,
    period,
    subject: command.reason,
    posting: 'CORRECTION',
  });
  return { amount, balance: desk.state.balance };
}

/**
 * Takes a promised payment: credit for a time, not money.
 *
 * @throws {Refusal} `PROMISED_NOT_AVAILABLE`, `PROMISED_ACTIVE`, `PROMISED_QUOTA`, `AMOUNT_OUT_OF_RANGE`, `AMOUNT_INVALID`
 */
export function takePromised(desk: Desk, command: TakePromised): Receipt {
  const terms = desk.catalogue.policy.promised ?? refuse('PROMISED_NOT_AVAILABLE');
  const { locks, promised, promisedTaken } = desk.state;
  if (locks.ADMIN !== undefined) refuse('PROMISED_NOT_AVAILABLE');
  if (promised) refuse('PROMISED_ACTIVE', { date: desk.zone.dayAt(promised.until) });
  const since = desk.now - terms.perDays * 24 * HOUR_MS;
  if (promisedTaken.filter((at) => at > since).length >= terms.count) {
    refuse('PROMISED_QUOTA', { n: String(terms.count), days: String(terms.perDays) });
  }
  const amount = desk.amount(command.amount);
  if (compare(amount, terms.min) < 0 || compare(amount, terms.max) > 0) {
    refuse('AMOUNT_OUT_OF_RANGE', { min: terms.min, max: terms.max });
  }
  const until = desk.now + terms.hours * HOUR_MS;
  desk.emit({ type: 'promised.taken', amount, until });
  checkLocks(desk);
  charge(desk, new Exact(terms.fee ?? 0), true, {
    kind: 'SETUP',
    service: 'SETUP',
    number: null,
    subject: 'promised',
  });
  return { amount, until: desk.zone.format(until), available: desk.available, balance: desk.state.balance };
}

/** Ends what has been promised at its term. */
export function expirePromised(desk: Desk): void {
  const { promised } = desk.state;
  if (!promised || promised.until > desk.now) return;
  desk.emit({ type: 'promised.ended' });
  checkLocks(desk);
}

/** Payments less refunds since the end of a month. */
export function paidAfter(paid: Readonly<Record<string, string>>, month: string, zero: string): string {
  return Object.entries(paid)
    .filter(([paidIn]) => paidIn > month)
    .map(([, amount]) => amount)
    .reduce(plus, zero);
}
