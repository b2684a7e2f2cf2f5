import { type OracleAccount, optionOf } from './account.js';
import { feeNow, lineOf, optionLine, slice, refundNow, refund, begin } from './fees.js';
import { canPay, charge, grossOf, check } from './ledger.js';
import { grant, carry } from './packages.js';
import { Decimal, type OwnNumber, ZERO, round } from './state.js';
import { firstOfNext, local, midnightOf, nextMidnight } from './time.js';

/** What happens by itself: midnights, promised payments that end, bills. */

export function midnight(account: OracleAccount): void {
  const { day, month, date, length } = local(account.now);
  const open = () => account.numbers.filter(({ closed }) => !closed);
  const chargedByDay = new Set<OwnNumber>();
  const changed = new Set<OwnNumber>();

  for (const number of open()) {
    if (number.closeAt !== null && number.closeAt <= account.now) number.closed = true;
  }
  account.changing = true;
  for (const number of open()) {
    const { change } = number;
    if (!change || change.at > account.now) continue;
    const need = grossOf(account, change.to, feeNow(change.to, day), day).minus(refundNow(account, number, day));
    if (account.locks.size > 0 || !canPay(account, need)) {
      change.postponed = true;
      change.at = nextMidnight(account.now);
      chargedByDay.add(number);
    } else {
      refund(account, number, day);
      begin(account, number, change.to, day);
      number.change = null;
      changed.add(number);
    }
  }

  account.changing = false;

  if (date === 1) {
    const locked = account.locks.has('FINANCE');
    for (const number of open()) {
      if (changed.has(number) || chargedByDay.has(number)) continue;
      if (locked && number.tariff.fee && number.tariff.chargeWhileBlocked === false) {
        number.packagesLeftOut = month;
        continue;
      }
      if (!locked) carry(account, number, day);
      grant(account, number, 1, day);
    }
  }
  for (const number of changed)
    grant(account, number, number.tariff.fee?.proration === 'NONE' ? 1 : (length - date + 1) / length, day);

  for (const number of open()) {
    const { tariff } = number;
    const skips = () => account.locks.has('FINANCE') && tariff.chargeWhileBlocked === false;
    if (changed.has(number)) charge(account, number, 'FEE', feeNow(tariff, day), day, lineOf(account, number));
    else if (tariff.fee && chargedByDay.has(number) && tariff.fee.charge !== 'DAILY') {
      // Days of a month that is already paid cost nothing more.
      if (date === 1 || number.feeLeftOut !== null) {
        number.feeLeftOut = 'POSTPONED';
        if (skips()) number.sliceLeftOut = day;
        else charge(account, number, 'FEE', slice(tariff, day), day, `${month}:postponed`);
      }
    } else if (tariff.fee?.charge === 'DAILY') {
      if (skips()) number.sliceLeftOut = day;
      else charge(account, number, 'FEE', slice(tariff, day), day, lineOf(account, number));
    } else if (tariff.fee && date === 1) {
      if (skips()) number.feeLeftOut = month;
      else charge(account, number, 'FEE', new Decimal(tariff.fee.amount), day);
    }
    if (changed.has(number)) number.feeLeftOut = null;
    if (date === 1) {
      for (const { code } of number.options.filter(({ on }) => on)) {
        if (account.locks.has('FINANCE') && number.tariff.chargeWhileBlocked === false) continue;
        charge(
          account,
          number,
          'OPTION',
          new Decimal(optionOf(account, code).fee ?? 0),
          day,
          optionLine(account, number, code),
        );
      }
    }
  }
  account.locks.delete('DAY_LIMIT');
  check(account);
}

export function endPromised(account: OracleAccount): void {
  account.promised = ZERO;
  account.promisedUntil = null;
  check(account);
}

export function issue(account: OracleAccount): void {
  const month = local(midnightOf(`${local(account.now).month}-01`) - 1).month;
  const last = local(midnightOf(`${local(account.now).month}-01`) - 1).day;
  for (const number of account.numbers) {
    if (number.closed) continue;
    const inForce = number.tariffs.filter(({ from }) => from < firstOfNext(month)).at(-1);
    if (!inForce?.tariff.minSpend) continue;
    const begun = local(inForce.from);
    const share = begun.month === month ? new Decimal(begun.length - begun.date + 1).div(begun.length) : new Decimal(1);
    const minimum = round(new Decimal(inForce.tariff.minSpend).times(share));
    const spent = account.entries
      .filter(
        (entry) =>
          entry.number === number.number && entry.month === month && ['CALLS', 'SMS', 'DATA'].includes(entry.kind),
      )
      .reduce(
        (sum, { amount, net }) => sum.plus(inForce.tariff.vatIncluded === false ? (net ?? amount) : amount),
        ZERO,
      );
    const missing = minimum.minus(spent);
    if (missing.gt(0)) charge(account, number, 'MIN_SPEND', missing, last, undefined, month, inForce.tariff);
  }
  account.issued.add(month);
}
