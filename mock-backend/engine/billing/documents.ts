/** Statement, bills and the summary by month. @see domain.md §5; FORMAT.md §6 */
import { addDays, addMonths, dayOfMonth, firstDay, lastDay, monthOf, Zone } from '../calendar.js';
import type { Catalogue } from '../catalogue.js';
import { compare, isZero, max, min, minus, plus, scaleOf, sign, zero } from '../money.js';
import { paidAfter } from '../payments.js';
import type { AccountState, IssuedBill, Sheet } from '../state.js';
import { hasLines, sheetOf } from './sheet.js';

export interface Statement extends Sheet {
  readonly month: string;
  /** The last second of the last complete day, RFC 3339 in the zone of the account. */
  readonly asOf: string;
  /** Complete days of the month. */
  readonly days: number;
}

export type BillState = 'OPEN' | 'CLOSING' | 'ISSUED' | 'PARTIALLY_PAID' | 'SETTLED' | 'OVERDUE';

export interface Bill extends Statement {
  /** `null` before issue. */
  readonly number: string | null;
  readonly state: BillState;
  readonly opening: string;
  readonly payments: string;
  readonly closing: string;
  readonly toPay: string;
  /** Local day of issue; `null` before. */
  readonly issuedOn: string | null;
  /** Last day to pay; `null` for prepaid accounts and before issue. */
  readonly dueOn: string | null;
}

export interface MonthSummary {
  readonly month: string;
  readonly charges: string;
  readonly accruals: string;
  readonly total: string;
  readonly state: 'OPEN' | 'CLOSING' | 'CLOSED';
}

/** An account at an instant, with the catalogue that its rules are in. */
export interface View {
  readonly state: AccountState;
  readonly catalogue: Catalogue;
  readonly now: number;
}

/** The present month through the end of yesterday (BIL-4). */
export function statement(view: View): Statement {
  const zone = Zone.of(view.state.timezone);
  const today = zone.dayAt(view.now);
  return {
    month: monthOf(today),
    asOf: zone.format(zone.startOf(today) - 1000),
    days: dayOfMonth(today) - 1,
    ...sheetThrough(view, monthOf(today), addDays(today, -1)),
  };
}

/** The bill of a month, what it will be while the month is open or closing, or `null` when there is none. */
export function bill(view: View, month: string): Bill | null {
  const { state } = view;
  const issued = state.bills.find((candidate) => candidate.month === month);
  if (issued) return present(view, issued);
  const current = Zone.of(state.timezone).monthAt(view.now);
  if (month <= state.closed.month || month > current || month < monthOf(state.openedOn)) return null;
  return preliminary(view, month, current);
}

/** Issued bills, newest first. */
export function bills(view: View): readonly Bill[] {
  return view.state.bills.map((issued) => present(view, issued)).reverse();
}

/** Months from that of the opening to the present, oldest first, within `from` and `to`. */
export function summary(view: View, from?: string, to?: string): readonly MonthSummary[] {
  const { state } = view;
  const current = Zone.of(state.timezone).monthAt(view.now);
  const rows: MonthSummary[] = [];
  for (let month = monthOf(state.openedOn); month <= current; month = addMonths(month, 1)) {
    if ((from !== undefined && month < from) || (to !== undefined && month > to)) continue;
    rows.push(monthSummary(view, month, current));
  }
  return rows;
}

function monthSummary(view: View, month: string, current: string): MonthSummary {
  const closed = month <= view.state.closed.month;
  const none = zero(scaleOf(view.state.currency));
  const sheet = closed
    ? (view.state.bills.find((candidate) => candidate.month === month) ?? {
        charges: none,
        accruals: none,
        total: none,
      })
    : sheetThrough(view, month, lastCompleteDay(view, month));
  const { charges, accruals, total } = sheet;
  return { month, charges, accruals, total, state: closed ? 'CLOSED' : month === current ? 'OPEN' : 'CLOSING' };
}

function sheetThrough({ state }: View, month: string, through: string): Sheet {
  const zone = Zone.of(state.timezone);
  return sheetOf(state, month, through, scaleOf(state.currency), (day) => zone.startOf(day));
}

function lastCompleteDay({ state, now }: View, month: string): string {
  const yesterday = addDays(Zone.of(state.timezone).dayAt(now), -1);
  return yesterday < lastDay(month) ? yesterday : lastDay(month);
}

function preliminary(view: View, month: string, current: string): Bill | null {
  const { state, catalogue } = view;
  const zone = Zone.of(state.timezone);
  const through = lastCompleteDay(view, month);
  const sheet = sheetThrough(view, month, through);
  if (!hasLines(sheet) && !catalogue.policy.zeroBill) return null;
  const none = zero(scaleOf(state.currency));
  let opening = state.closed.closing;
  for (let before = addMonths(state.closed.month, 1); before < month; before = addMonths(before, 1)) {
    opening = minus(plus(opening, state.paid[before] ?? none), sheetThrough(view, before, lastDay(before)).total);
  }
  const payments = state.paid[month] ?? none;
  const closing = minus(plus(opening, payments), sheet.total);
  return {
    month,
    asOf: zone.format(zone.startOf(addDays(through, 1)) - 1000),
    days: through < firstDay(month) ? 0 : dayOfMonth(through),
    number: null,
    state: month === current ? 'OPEN' : 'CLOSING',
    ...sheet,
    opening,
    payments,
    closing,
    toPay: owed(sheet.total, closing, paidAfter(state.paid, month, none), none),
    issuedOn: null,
    dueOn: null,
  };
}

function present(view: View, issued: IssuedBill): Bill {
  const { state, catalogue } = view;
  const zone = Zone.of(state.timezone);
  const none = zero(scaleOf(state.currency));
  const { number, issuedOn, opening, payments, closing, month, blocks, charges, accruals, total, net, vat } = issued;
  const paid = paidAfter(state.paid, month, none);
  const toPay = owed(total, closing, paid, none);
  const dueOn = state.billingMode === 'POSTPAID' ? addDays(issuedOn, catalogue.policy.dueDays) : null;
  const overdue = dueOn !== null && zone.dayAt(view.now) > dueOn;
  const lowered = compare(toPay, owed(total, closing, none, none)) < 0;
  return {
    month,
    asOf: zone.format(zone.startOf(addDays(lastDay(month), 1)) - 1000),
    days: dayOfMonth(lastDay(month)),
    number,
    state: isZero(toPay) ? 'SETTLED' : overdue ? 'OVERDUE' : lowered ? 'PARTIALLY_PAID' : 'ISSUED',
    blocks,
    charges,
    accruals,
    total,
    net,
    vat,
    opening,
    payments,
    closing,
    toPay,
    issuedOn,
    dueOn,
  };
}

/** What is still owed for one bill: of its total no more than the debt that its closing left, less what was paid since (BIL-18). */
function owed(total: string, closing: string, paidSince: string, none: string): string {
  const debt = minus(minus(none, closing), paidSince);
  const due = min(total, debt);
  return sign(due) <= 0 ? none : max(none, due);
}
