/** Closing a month: minimum spend, then the bill. @see domain.md SRV-7, BIL-6, BIL-13, I-2 */
import type { Tariff } from '../catalog.js';
import { addMonths, dayOfMonth, daysInMonth, firstDay, lastDay, monthOf, Zone } from '../calendar.js';
import type { Catalogue } from '../catalogue.js';
import type { Desk } from '../desk.js';
import { charge } from '../ledger.js';
import { Exact, minus, plus, round } from '../money.js';
import { vatInside } from '../rating/tax.js';
import type { AccountState, IssuedBill, NumberState, Stay } from '../state.js';
import { hasLines, sheetOf } from './sheet.js';

const USAGE_KINDS: ReadonlySet<string> = new Set(['CALLS', 'SMS', 'DATA']);

/** When the bill of the next month to close is issued. */
export function nextClosing(state: AccountState, catalogue: Catalogue): number {
  return closingOf(state, catalogue, addMonths(state.closed.month, 1));
}

/** When the bill of a month is issued: on a day of the month after it. */
export function closingOf(state: AccountState, catalogue: Catalogue, month: string): number {
  const { day, time } = catalogue.policy.billIssue;
  const next = addMonths(month, 1);
  const on = `${next}-${String(Math.min(day, daysInMonth(next))).padStart(2, '0')}`;
  return Zone.of(state.timezone).at(on, time);
}

/** Closes the month whose time has come; once. */
export function closeMonthDue(desk: Desk): void {
  if (nextClosing(desk.state, desk.catalogue) > desk.now) return;
  const month = addMonths(desk.state.closed.month, 1);
  const monthEnd = desk.zone.startOf(firstDay(addMonths(month, 1)));
  for (const number of desk.state.numbers) chargeMinimum(desk, number, month, monthEnd);
  const sheet = sheetOf(desk.state, month, lastDay(month), desk.scale, (day) => desk.zone.startOf(day));
  const opening = desk.state.closed.closing;
  const payments = desk.state.paid[month] ?? desk.zero;
  const closing = minus(plus(opening, payments), sheet.total);
  const issued = hasLines(sheet) || desk.catalogue.policy.zeroBill;
  const bill: IssuedBill | null = issued
    ? {
        month,
        number: desk.world.nextBillNumber(monthOf(desk.today)),
        issuedAt: desk.now,
        issuedOn: desk.today,
        ...sheet,
        opening,
        payments,
        closing,
      }
    : null;
  desk.emit({ type: 'month.closed', month, closing, bill });
}

/** What is missing of the minimum spend: that of the tariff at the month's end, from the day it began (SRV-7). */
function chargeMinimum(desk: Desk, number: NumberState, month: string, monthEnd: number): void {
  const stay = number.stays.find(({ from, until }) => from < monthEnd && (until === null || until >= monthEnd));
  const tariff = stay && desk.catalogue.tariff(stay.tariff);
  if (!stay || !tariff || tariff.status === 'TEST' || tariff.minSpend === undefined) return;
  const included = tariff.vatIncluded ?? true;
  const missing = minus(round(minimum(stay, tariff, month), desk.scale), spent(desk, number, month, included));
  if (new Exact(missing).lessThanOrEqualTo(0)) return;
  const day = lastDay(month);
  charge(desk, new Exact(missing), included, {
    kind: 'MIN_SPEND',
    service: 'MIN_SPEND',
    number: number.number,
    day,
    month,
    period: { from: day, to: day },
    subject: tariff.code,
  });
}

function minimum(stay: Stay, tariff: Tariff, month: string): Exact {
  const days = daysInMonth(month);
  const began = stay.fromDay > firstDay(month) ? dayOfMonth(stay.fromDay) : 1;
  return new Exact(tariff.minSpend ?? 0).times(days - began + 1).div(days);
}

/** Usage posted in the month, whatever its date; net is compared with net where VAT comes on top. */
function spent(desk: Desk, number: NumberState, month: string, vatIncluded: boolean): string {
  let sum = desk.zero;
  for (const line of Object.values(desk.state.months[month]?.lines ?? {})) {
    if (line.number !== number.number || !USAGE_KINDS.has(line.kind)) continue;
    for (const { gross, net, vat } of Object.values(line.days)) {
      const part = vatIncluded
        ? plus(gross, plus(net, vat))
        : plus(net, vatInside(gross, line.vatRate, desk.scale).net);
      sum = plus(sum, part);
    }
  }
  return sum;
}
