/** Puts charges, accruals and payments on the account; after each posting locks and alerts are looked at. @see domain.md §1.2, §2 */
import { firstDay, monthOf } from './calendar.js';
import { checkAlerts } from './alerts.js';
import type { Desk } from './desk.js';
import type { Entry, PostingKind } from './events.js';
import { checkLocks } from './locks.js';
import { type Exact, isZero, minus, negate, plus, sign } from './money.js';
import type { Taxed } from './rating/tax.js';
import { priced } from './rating/tax.js';
import type { Rating } from './rating/usage.js';
import type { NumberState } from './state.js';
import { checkAutoPay } from './topup/autopay.js';

/** What an entry needs beside its price. */
export interface Draft {
  readonly kind: Entry['kind'];
  readonly service: Entry['service'];
  readonly number: string | null;
  /** Local day; default: today. */
  readonly day?: string;
  /** Month of the bill; default: that of the day. */
  readonly month?: string;
  readonly period?: Entry['period'];
  readonly quantity?: number;
  readonly subject: string;
  /** What joins it with others into one line; default: a line of its own. */
  readonly line?: string;
  readonly order?: number;
  readonly paidThrough?: string;
  readonly byDay?: boolean;
  readonly posting?: PostingKind;
}

/** Charges (or, below zero, credits) an exact price: rounded once, VAT apart. Zero makes no entry. */
export function charge(desk: Desk, value: Exact, vatIncluded: boolean, draft: Draft): void {
  const day = draft.day ?? desk.today;
  const tax = desk.catalogue.taxOn(draft.period?.from ?? day);
  chargeTaxed(desk, priced(value, vatIncluded, tax.rate, desk.scale), vatIncluded, tax.rate, draft);
}

/** Charges a sum whose VAT is known. */
export function chargeTaxed(desk: Desk, sum: Taxed, vatIncluded: boolean, vatRate: string | null, draft: Draft): void {
  if (isZero(sum.amount)) return;
  const day = draft.day ?? desk.today;
  const id = `${desk.state.id}#${desk.state.entries + 1}`;
  const line = draft.line === undefined ? id : `${draft.line}|${vatRate ?? ''}`;
  post(
    desk,
    {
      id,
      kind: draft.kind,
      service: draft.service,
      number: draft.number,
      at: desk.now,
      day,
      month: draft.month ?? monthOf(day),
      statementDay: day,
      period: draft.period ?? { from: day, to: day },
      quantity: draft.quantity ?? 1,
      ...sum,
      vatRate,
      vatIncluded,
      line: `${draft.number ?? ''}|${draft.kind}|${line}`,
      order: draft.order ?? desk.state.entries,
      subject: draft.subject,
      ...(draft.paidThrough === undefined ? {} : { paidThrough: draft.paidThrough }),
      ...(draft.byDay ? { byDay: true } : {}),
    },
    draft.posting,
  );
}

/** Posts a rated record, in the month of its start, or in the open one if the bill of that month is issued (DET-7). */
export function postUsage(
  desk: Desk,
  number: NumberState,
  rating: Rating,
  start: number,
  vatIncluded: boolean,
  id: string | undefined,
): string {
  const day = desk.zone.dayAt(start);
  const serviceMonth = monthOf(day);
  const late = serviceMonth <= desk.state.closed.month;
  const tax = desk.catalogue.taxOn(day);
  const from = firstDay(serviceMonth) < tax.from ? tax.from : firstDay(serviceMonth);
  const entryId = id ?? `${desk.state.id}#${desk.state.entries + 1}`;
  post(desk, {
    id: entryId,
    kind: rating.kind,
    service: rating.service,
    number: number.number,
    at: start,
    day,
    month: late ? monthOf(desk.today) : serviceMonth,
    statementDay: late ? desk.today : day,
    period: { from, to: day },
    quantity: rating.quantity,
    ...priced(rating.value, vatIncluded, tax.rate, desk.scale),
    vatRate: tax.rate,
    vatIncluded,
    line: `${number.number}|${rating.kind}|${serviceMonth}|${tax.rate ?? ''}`,
    order: desk.state.entries,
    subject: rating.usage.tariff,
    usage: rating.usage,
  });
  return entryId;
}

function post(desk: Desk, entry: Entry, kind?: PostingKind): void {
  if (isZero(entry.amount)) {
    desk.emit({ type: 'entry.posted', entry });
    return;
  }
  const amount = negate(entry.amount);
  const posting = {
    kind: kind ?? (sign(entry.amount) > 0 ? 'CHARGE' : 'ACCRUAL'),
    amount,
    balanceAfter: minus(desk.state.balance, entry.amount),
  } as const;
  desk.emit({ type: 'entry.posted', entry, posting });
  afterPosting(desk);
}

/** What follows every posting: locks, alerts, the fees that waited for the lock to be lifted, and auto-payment. */
export function afterPosting(desk: Desk): void {
  checkLocks(desk, () => checkAlerts(desk));
  checkAutoPay(desk);
}

/** The balance after a posting. */
export function balanceAfter(desk: Desk, amount: string): string {
  return plus(desk.state.balance, amount);
}
