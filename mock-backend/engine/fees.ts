/** Recurring fees of tariffs and options. @see domain.md SRV-1 … SRV-9, SRV-14, SRV-60 */
import type { Option, Tariff } from './catalog.js';
import { dayOfMonth, daysInMonth, daysLeft, lastDay, monthOf } from './calendar.js';
import type { Desk } from './desk.js';
import { charge, type Draft } from './ledger.js';
import { Exact, round } from './money.js';
import { grantBase } from './packages.js';
import type { NumberState } from './state.js';

/** A fee that is due: its exact price and the days that it pays for. */
export interface DueFee {
  readonly value: Exact;
  readonly days: number;
  readonly to: string;
  readonly byDay: boolean;
}

/** Whether the tariff asks for a fee at all: a test tariff never does (SRV-5), and a fee of nothing is none (SRV-8). */
export function hasFee(tariff: Tariff): boolean {
  return tariff.status !== 'TEST' && tariff.fee !== undefined && !new Exact(tariff.fee.amount).isZero();
}

export function isDaily(tariff: Tariff): boolean {
  return tariff.fee?.charge === 'DAILY';
}

/** Whether days of the fee are counted at all: a fee without proration is charged whole. */
function isProrated(tariff: Tariff): boolean {
  return tariff.fee?.proration !== 'NONE';
}

/** The share of a monthly sum for the rest of the month from a day on, the day counted. */
export function restOfMonth(amount: string, day: string): Exact {
  return new Exact(amount).times(daysLeft(day)).div(daysInMonth(monthOf(day)));
}

/**
 * The fee of one day: the difference of two rounded shares, so that the days of a month sum to the monthly fee (SRV-4).
 *
 * @param scale - Digits of the currency.
 */
export function daySlice(amount: string, day: string, scale: number): Exact {
  const days = daysInMonth(monthOf(day));
  const through = (count: number) => round(new Exact(amount).times(count).div(days), scale);
  return new Exact(through(dayOfMonth(day))).minus(through(dayOfMonth(day) - 1));
}

/** The fee that falls due when a tariff begins on a day; `null` if it has none. */
export function firstFee(tariff: Tariff, day: string, scale: number): DueFee | null {
  const { fee } = tariff;
  if (!fee || !hasFee(tariff)) return null;
  if (isDaily(tariff)) return { value: daySlice(fee.amount, day, scale), days: 1, to: day, byDay: false };
  const value = isProrated(tariff) ? restOfMonth(fee.amount, day) : new Exact(fee.amount);
  return { value, days: daysLeft(day), to: lastDay(monthOf(day)), byDay: false };
}

/** What of the present tariff's fee is returned when it ends on a day, under PRORATE_BOTH; `null` if nothing (SRV-13). */
export function unusedFee(number: NumberState, tariff: Tariff, day: string, scale: number): DueFee | null {
  const { fee } = tariff;
  if (!fee || !hasFee(tariff) || number.paidThrough === null || number.paidThrough < day) return null;
  const byDay = isDaily(tariff) || number.byDay === monthOf(day);
  if (byDay) return { value: daySlice(fee.amount, day, scale), days: 1, to: day, byDay: false };
  if (!isProrated(tariff)) return null;
  return { value: restOfMonth(fee.amount, day), days: daysLeft(day), to: lastDay(monthOf(day)), byDay: false };
}

/** Charges the fee of a tariff that begins today. */
export function chargeFirstFee(desk: Desk, number: NumberState, tariff: Tariff): void {
  const due = firstFee(tariff, desk.today, desk.scale);
  if (due) chargeFee(desk, number, tariff, due);
}

/** What is due at the midnight that begins a day: by the month, by the day, or nothing because it is paid already. */
function dueAtMidnight(desk: Desk, number: NumberState, tariff: Tariff): DueFee | null {
  const { day } = desk.state;
  const { fee } = tariff;
  if (!fee || !hasFee(tariff) || (number.paidThrough !== null && number.paidThrough >= day)) return null;
  if (number.stays.at(-1)?.fromDay === day) return firstFee(tariff, day, desk.scale);
  const slice = { value: daySlice(fee.amount, day, desk.scale), days: 1, to: day };
  if (isDaily(tariff)) return { ...slice, byDay: false };
  // While a change waits for money the old fee is charged by the day, for days not yet paid (SRV-14).
  if (number.change?.state === 'POSTPONED' || number.byDay === monthOf(day)) return { ...slice, byDay: true };
  if (dayOfMonth(day) !== 1) return null;
  return { value: new Exact(fee.amount), days: daysLeft(day), to: lastDay(monthOf(day)), byDay: false };
}

/** Charges a number's fees of a midnight: the tariff's before its options'. */
export function chargeAtMidnight(desk: Desk, number: NumberState): void {
  const tariff = desk.tariffOf(number);
  const due = dueAtMidnight(desk, number, tariff);
  if (due) {
    if (isWithheld(desk, tariff)) {
      desk.emit({ type: 'fee.waits', number: number.number, month: monthOf(desk.state.day) });
    } else {
      chargeFee(desk, number, tariff, due);
    }
  }
  if (dayOfMonth(desk.state.day) !== 1) return;
  for (const { code, on } of number.options) {
    const option = on ? desk.catalogue.option(code) : undefined;
    if (option && !isWithheld(desk, tariff)) chargeOption(desk, number, option, new Exact(option.fee ?? 0));
  }
}

/** Whether the account is locked and the tariff is not charged while it is (SRV-9). */
export function isWithheld(desk: Desk, tariff: Tariff): boolean {
  return tariff.chargeWhileBlocked === false && desk.state.locks.FINANCE !== undefined;
}

/** Charges the rest of the month, and grants its packages, where the fee waited for the lock to be lifted. */
export function resumeFees(desk: Desk): void {
  const day = desk.today;
  const month = monthOf(day);
  for (const number of desk.state.numbers) {
    if (number.status !== 'ACTIVE' || number.waits !== month) continue;
    const tariff = desk.tariffOf(number);
    const { fee } = tariff;
    if (!fee || isWithheld(desk, tariff)) continue;
    const byDay = number.change?.state === 'POSTPONED' || number.byDay === month;
    if (number.basePackages !== month && !byDay) grantBase(desk, number, tariff);
    const due = byDay
      ? { value: daySlice(fee.amount, day, desk.scale), days: 1, to: day, byDay: true }
      : firstFee(tariff, day, desk.scale);
    if (due) chargeFee(desk, number, tariff, due);
  }
}

function chargeFee(desk: Desk, number: NumberState, tariff: Tariff, due: DueFee): void {
  const stay = number.stays.at(-1)?.id ?? 0;
  const byStay = isDaily(tariff) || due.byDay;
  charge(desk, due.value, tariff.vatIncluded ?? true, {
    ...feeDraft(number, tariff, due, desk.today),
    paidThrough: due.to,
    ...(byStay ? { line: `stay${stay}` } : {}),
    ...(due.byDay ? { byDay: true } : {}),
  });
}

/** Returns what is unused of the old fee. */
export function refundFee(desk: Desk, number: NumberState, tariff: Tariff, due: DueFee): void {
  charge(desk, due.value.negated(), tariff.vatIncluded ?? true, feeDraft(number, tariff, due, desk.today));
}

function feeDraft(number: NumberState, tariff: Tariff, due: DueFee, day: string): Draft {
  return {
    kind: 'FEE',
    service: 'FEE',
    number: number.number,
    period: { from: day, to: due.to },
    quantity: due.days,
    subject: tariff.code,
  };
}

/** The share of an option's fee for the rest of the month from today. */
export function optionFee(desk: Desk, option: Option): Exact {
  if (option.proration === 'NONE') return new Exact(option.fee ?? 0);
  return restOfMonth(option.fee ?? '0', desk.today);
}

export function chargeOption(desk: Desk, number: NumberState, option: Option, value: Exact): void {
  const day = desk.today;
  charge(desk, value, desk.tariffOf(number).vatIncluded ?? true, {
    kind: 'OPTION',
    service: 'OPTION',
    number: number.number,
    period: { from: day, to: lastDay(monthOf(day)) },
    subject: option.code,
    order: number.options.findIndex(({ code }) => code === option.code),
  });
}
