/** Changing the tariff of a number: quote, order, cancellation, and what happens when the day has come. @see domain.md SRV-10 … SRV-16 */
import type { Tariff } from '../catalog.js';
import type { CancelTariff, ChangeTariff, QuoteTariff, Receipt } from '../command.js';
import { addDays, addMonths, firstDay, isDay, monthOf } from '../calendar.js';
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import { chargeFirstFee, type DueFee, firstFee, hasFee, isDaily, refundFee, unusedFee } from '../fees.js';
import { Exact, negate, plus, sign } from '../money.js';
import { endBuckets, grantBase } from '../packages.js';
import type { LineKind } from '../query.js';
import type { NumberState, Quote } from '../state.js';
import { checkTariff, gross } from './connect.js';

/** A quote holds for ten minutes (CC-21). */
const QUOTE_MS = 10 * 60_000;

/** Quotes a change without making it. @throws {Refusal} As the change itself, except for money. */
export function quoteTariff(desk: Desk, command: QuoteTariff, id: string): Receipt {
  const { number, to, effective } = checkChange(desk, command);
  const quote = makeQuote(desk, number, to, effective, id);
  desk.emit({ type: 'quote.made', quote });
  return { ...quote };
}

/**
 * Quotes and confirms in one step; with a quote's id, confirms that quote.
 *
 * @throws {Refusal} `SERVICE_CLOSED`, `DATE_INVALID`, `DATE_IN_PAST`, `TARIFF_CHANGED_TODAY`, `CHANGE_ALREADY_SCHEDULED`, `SAME_TARIFF`,
 * those of the tariff, `QUOTE_EXPIRED`, those of the money check
 */
export function changeTariff(desk: Desk, command: ChangeTariff): Receipt {
  const { number, to, effective } = checkChange(desk, command);
  const quote = makeQuote(desk, number, to, effective, command.quote ?? '');
  if (command.quote !== undefined) checkQuote(desk, command.quote, quote);
  if (effective === desk.today) {
    desk.requireMoney(quote.now);
    applyChange(desk, number, to);
    chargeFirstFee(desk, number, to);
  } else {
    desk.emit({ type: 'change.scheduled', number: number.number, to: to.code, effective });
  }
  return { number: number.number, to: to.code, effective, now: quote.now, balance: desk.state.balance };
}

/** @throws {Refusal} `NOT_FOUND`, `CHANGE_NOT_CANCELLABLE` */
export function cancelTariff(desk: Desk, command: CancelTariff): Receipt {
  const number = desk.number(command.number);
  if (!number.change) {
    return refuse(number.lastChange === 'APPLIED' ? 'CHANGE_NOT_CANCELLABLE' : 'NOT_FOUND', { number: number.number });
  }
  desk.emit({ type: 'change.cancelled', number: number.number });
  return { number: number.number };
}

/** Makes the change now: returns the unused fee, ends packages and options that do not go on, begins the new tariff. */
function applyChange(desk: Desk, number: NumberState, to: Tariff): void {
  beginTariff(desk, number, to);
  grantBase(desk, number, to);
}

/** The part of a change that comes before the packages and fees of a midnight. */
function beginTariff(desk: Desk, number: NumberState, to: Tariff): void {
  const unused = returned(desk, number, desk.today);
  if (unused) refundFee(desk, number, desk.tariffOf(number), unused);
  endBuckets(desk, number, ['BASE', 'CARRY']);
  for (const option of optionsOff(desk, number, to)) {
    desk.emit({ type: 'option.switched', number: number.number, option, on: false });
  }
  desk.emit({ type: 'tariff.changed', number: number.number, to: to.code, day: desk.today });
}

/**
 * At a midnight: makes the change that is due, or puts it off by a day when the account is locked or has not the money (SRV-14).
 */
export function changeAtMidnight(desk: Desk, number: NumberState): void {
  const { change } = number;
  if (!change || change.effective > desk.state.day) return;
  const to = desk.catalogue.tariff(change.to);
  if (!to) throw new Error(`tariff ${change.to} has left the catalogue`);
  const { now } = makeQuote(desk, number, to, desk.state.day, '');
  const locked = Object.keys(desk.state.locks).length > 0;
  if (locked || sign(desk.shortfall(now)) > 0) {
    desk.emit({ type: 'change.postponed', number: number.number, effective: addDays(desk.state.day, 1) });
  } else {
    beginTariff(desk, number, to);
  }
}

function checkChange(
  desk: Desk,
  command: QuoteTariff | ChangeTariff,
): { readonly number: NumberState; readonly to: Tariff; readonly effective: string } {
  const number = desk.activeNumber(command.number);
  const to = desk.tariff(command.to);
  const effective = effectiveDay(desk, number, command.effective ?? 'default');
  if (effective < desk.today) refuse('DATE_IN_PAST', { date: effective });
  if (number.changedOn === desk.today) refuse('TARIFF_CHANGED_TODAY');
  const scheduled = number.change?.effective ?? number.closing;
  if (scheduled !== null) refuse('CHANGE_ALREADY_SCHEDULED', { date: scheduled });
  if (desk.tariffOf(number).code === to.code) refuse('SAME_TARIFF', { tariff: to.code });
  if (effective === desk.today && !desk.catalogue.policy.allowToday) refuse('DATE_INVALID', { date: effective });
  checkTariff(desk, to, number.kind);
  return { number, to, effective };
}

function effectiveDay(desk: Desk, number: NumberState, wanted: string): string {
  if (wanted === 'today') return desk.today;
  if (wanted === 'default') return afterPaidPeriod(desk, number);
  return isDay(wanted) ? wanted : refuse('DATE_INVALID', { date: wanted });
}

/** The day after what is paid: the 1st of the next month with a monthly fee, be it 0.00, tomorrow otherwise (SRV-10). */
export function afterPaidPeriod(desk: Desk, number: NumberState): string {
  const tariff = desk.tariffOf(number);
  const monthly = tariff.fee !== undefined && !isDaily(tariff);
  return monthly ? firstDay(addMonths(monthOf(desk.today), 1)) : addDays(desk.today, 1);
}

function returned(desk: Desk, number: NumberState, day: string): DueFee | null {
  if (desk.catalogue.policy.oldFeeOnChange === 'NO_REFUND') return null;
  return unusedFee(number, desk.tariffOf(number), day, desk.scale);
}

/** What a change costs when it takes effect on the present day; one for later costs nothing now. */
function makeQuote(desk: Desk, number: NumberState, to: Tariff, effective: string, id: string): Quote {
  const from = desk.tariffOf(number);
  const lines: { kind: LineKind; amount: string }[] = [];
  if (effective === desk.today) {
    const unused = returned(desk, number, effective);
    if (unused) lines.push({ kind: 'FEE', amount: negate(gross(desk, from, unused.value, effective)) });
    const due = firstFee(to, effective, desk.scale);
    if (due) lines.push({ kind: 'FEE', amount: gross(desk, to, due.value, effective) });
  }
  const now = lines.map(({ amount }) => amount).reduce(plus, desk.zero);
  return {
    id,
    number: number.number,
    to: to.code,
    effective,
    now,
    oldMonthly: monthly(desk, from, desk.today),
    newMonthly: monthly(desk, to, effective),
    lines,
    shortfall: desk.shortfall(now),
    optionsOff: [...optionsOff(desk, number, to)],
    expiresAt: desk.now + QUOTE_MS,
  };
}

function monthly(desk: Desk, tariff: Tariff, day: string): string {
  return hasFee(tariff) ? gross(desk, tariff, new Exact(tariff.fee?.amount ?? 0), day) : desk.zero;
}

/** Options that are on and do not go with a tariff, in the order of the catalogue. */
function optionsOff(desk: Desk, number: NumberState, to: Tariff): readonly string[] {
  const { options } = to;
  if (!options) return [];
  return desk.catalogue.options
    .map(({ code }) => code)
    .filter((code) => !options.includes(code) && number.options.some((option) => option.code === code && option.on));
}

function checkQuote(desk: Desk, id: string, fresh: Quote): void {
  const quote = desk.state.quotes[id];
  const same =
    quote !== undefined &&
    desk.now < quote.expiresAt &&
    quote.number === fresh.number &&
    quote.to === fresh.to &&
    quote.effective === fresh.effective &&
    quote.now === fresh.now &&
    quote.newMonthly === fresh.newMonthly;
  if (!same) refuse('QUOTE_EXPIRED');
}
