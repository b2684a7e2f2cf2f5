import type { Tariff } from '../../engine/catalog.js';
import type { OracleAccount } from './account.js';
import { charge, grossOf } from './ledger.js';
import { Decimal, type OwnNumber, ZERO, round, stayOf } from './state.js';
import { local, midnightOf } from './time.js';

/** Fees: what is due, what comes back, and the tariff that begins. */

export function feeNow(tariff: Tariff, day: string): Decimal {
  const { date, length } = local(midnightOf(day));
  if (!tariff.fee) return ZERO;
  if (tariff.fee.charge === 'DAILY') return slice(tariff, day);
  if (tariff.fee.proration === 'NONE') return new Decimal(tariff.fee.amount);
  return round(new Decimal(tariff.fee.amount).times(length - date + 1).div(length));
}

/** The charges of one stay in a daily tariff and one month are one line; a monthly charge is a line of its own. */
export function lineOf(account: OracleAccount, number: OwnNumber): string | undefined {
  const { month } = local(account.now);
  return number.tariff.fee?.charge === 'DAILY' ? `${month}:${stayOf(number)}` : undefined;
}

/** A line of its own; those of one day stand in the order in which the options were first switched on. */
export function optionLine(account: OracleAccount, number: OwnNumber, code: string): string {
  const padded = (value: number) => String(value).padStart(4, '0');
  return `${padded(number.options.findIndex((option) => option.code === code))} ${padded(account.entries.length)}`;
}

export function slice(tariff: Tariff, day: string): Decimal {
  const { date, length } = local(midnightOf(day));
  const fee = new Decimal(tariff.fee?.amount ?? 0);
  return round(fee.times(date).div(length)).minus(round(fee.times(date - 1).div(length)));
}

/** What comes back of the old fee: the days from today on that are paid. */
export function refundNow(account: OracleAccount, number: OwnNumber, day: string): Decimal {
  return grossOf(account, number.tariff, unused(account, number, day), day);
}

export function unused(account: OracleAccount, number: OwnNumber, day: string): Decimal {
  const { date, length } = local(midnightOf(day));
  const { fee } = number.tariff;
  if (account.catalog.policy?.oldFeeOnChange !== 'PRORATE_BOTH' || !fee || number.feeLeftOut !== null) return ZERO;
  // Among the changes of a midnight the fees of the day, or of the month, that begins are not charged yet.
  if (fee.charge === 'DAILY') {
    return account.changing || number.sliceLeftOut === day ? ZERO : slice(number.tariff, day);
  }
  if (fee.proration === 'NONE' || (account.changing && date === 1)) return ZERO;
  return round(new Decimal(fee.amount).times(length - date + 1).div(length));
}

export function refund(account: OracleAccount, number: OwnNumber, day: string): void {
  charge(account, number, 'FEE', unused(account, number, day).neg(), day);
}

export function begin(account: OracleAccount, number: OwnNumber, to: Tariff, day: string): void {
  for (const bucket of number.buckets) {
    if (bucket.source !== 'ADDON' && bucket.ended === null) bucket.ended = account.now;
  }
  for (const option of number.options) {
    if (to.options && !to.options.includes(option.code)) option.on = false;
  }
  number.tariff = to;
  number.packagesLeftOut = null;
  number.changedOn = day;
  number.tariffs.push({ tariff: to, from: account.now, stay: number.tariffs.length });
}
