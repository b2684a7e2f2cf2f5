import type { Tariff } from '../../engine/catalog.js';
import type { OracleAccount } from './account.js';
import { lineOf, slice } from './fees.js';
import { grant } from './packages.js';
import { Decimal, No, type OwnNumber, ZERO, add, round, text } from './state.js';
import { instant, local, midnightOf } from './time.js';

/** Money of the account: orders, charges, VAT on top, and what follows every posting. */

export function order(account: OracleAccount, need: Decimal): void {
  if (need.lte(0)) return;
  if (account.locks.has('FINANCE')) throw new No('ACCOUNT_BLOCKED_FINANCE');
  if (account.locks.has('DAY_LIMIT')) throw new No('ACCOUNT_BLOCKED_LIMIT');
  if (!canPay(account, need)) throw new No('INSUFFICIENT_FUNDS');
}

export function canPay(account: OracleAccount, need: Decimal): boolean {
  return (
    account.credit === null || need.lte(0) || account.balance.plus(account.credit).plus(account.promised).gte(need)
  );
}

export function charge(
  account: OracleAccount,
  number: OwnNumber,
  kind: string,
  amount: Decimal,
  day: string,
  line?: string,
  month?: string,
  tariff?: Tariff,
): void {
  if (amount.isZero()) return;
  const quantity = kind === 'FEE' ? 0 : 1;
  const key = line === undefined ? `${kind} ${account.entries.length}` : `${kind} ${line}`;
  post(
    account,
    number.number,
    kind,
    amount,
    day,
    month ?? local(midnightOf(day)).month,
    quantity,
    key,
    tariff ?? number.tariff,
  );
}

export function post(
  account: OracleAccount,
  number: string | null,
  kind: string,
  amount: Decimal,
  day: string,
  month: string,
  quantity: number,
  line: string,
  tariff: Tariff | null,
): void {
  const onTop = tariff?.vatIncluded === false;
  const gross = onTop && tariff ? grossOf(account, tariff, amount, day) : amount;
  const net = onTop ? round(amount) : null;
  const late = local(midnightOf(day)).month !== month;
  const posted = late ? local(account.now).day : day;
  account.entries.push({ number, kind, amount: gross, net, day, posted, month, quantity, line });
  if (gross.isZero()) return;
  account.balance = account.balance.minus(gross);
  if (['CALLS', 'SMS', 'DATA', 'SETUP', 'OPTION'].includes(kind)) add(account.spentOn, day, gross);
  check(account);
}

export function grossOf(account: OracleAccount, tariff: Tariff, amount: Decimal, day: string): Decimal {
  if (tariff.vatIncluded !== false) return amount;
  const rate = rateOn(account, day);
  return rate === null ? round(amount) : round(amount).plus(round(round(amount).times(rate).div(100)));
}

export function rateOn(account: OracleAccount, day: string): string | null {
  const taxes = account.catalog.taxes ?? [
    { from: '2019-01-01', rate: '20' },
    { from: '2026-01-01', rate: '22' },
  ];
  return taxes.filter(({ from }) => from <= day).at(-1)?.rate ?? null;
}

/** What follows every posting: locks, what a lifted lock sets going, alerts. */
export function check(account: OracleAccount): void {
  const sum = account.credit === null ? ZERO : account.balance.plus(account.credit).plus(account.promised);
  const was = account.locks.has('FINANCE');
  if (sum.lt(0)) account.locks.add('FINANCE');
  else account.locks.delete('FINANCE');
  const { day, month, date, length } = local(account.now);
  if (account.dayLimit && (account.usageOf.get(day) ?? ZERO).gt(account.dayLimit)) account.locks.add('DAY_LIMIT');

  const { low, day: limit } = account.thresholds;
  if (low !== null && account.balance.gte(low)) account.lowSent = false;
  if (low !== null && account.balance.lt(low) && !account.lowSent) {
    account.lowSent = true;
    alert(account, 'LOW_BALANCE', account.balance);
  }
  const spent = account.spentOn.get(day) ?? ZERO;
  if (limit !== null && spent.gt(limit) && account.dayAlertOn !== day) {
    account.dayAlertOn = day;
    alert(account, 'DAY_LIMIT', spent);
  }

  if (!was || account.locks.has('FINANCE')) return;
  for (const number of account.numbers.filter(({ closed }) => !closed)) {
    const { fee } = number.tariff;
    if (!fee) continue;
    if (number.packagesLeftOut === month && !number.change?.postponed) {
      number.packagesLeftOut = null;
      grant(account, number, fee.proration === 'NONE' ? 1 : (length - date + 1) / length, day);
    }
    if (number.feeLeftOut === month) {
      number.feeLeftOut = null;
      const share = fee.proration === 'NONE' ? new Decimal(1) : new Decimal(length - date + 1).div(length);
      charge(account, number, 'FEE', round(new Decimal(fee.amount).times(share)), day);
    } else if (number.sliceLeftOut === day) {
      number.sliceLeftOut = null;
      const line = number.feeLeftOut === 'POSTPONED' ? `${month}:postponed` : lineOf(account, number);
      charge(account, number, 'FEE', slice(number.tariff, day), day, line);
    }
    if (account.locks.has('FINANCE')) return;
  }
}

export function alert(account: OracleAccount, event: string, value: Decimal): void {
  if (account.contacts) account.alerts.push({ event, at: instant(account.now), value: text(value) });
}
