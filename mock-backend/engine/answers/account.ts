/** Answers from the state alone. @see FORMAT.md §6 */
import { monthOf, Zone } from '../calendar.js';
import type { View } from '../billing/documents.js';
import { locksOf, statusOf } from '../locks.js';
import { compare, Exact, minus, plus, round, scaleOf, sign, zero } from '../money.js';
import { presentBuckets } from '../packages.js';
import { paymentStatus, refundable } from '../payments.js';
import type { AccountState, NumberState } from '../state.js';
import { forwardingView } from '../telephony/forwarding.js';

/** Balance with its parts, locks and the least payment that unlocks. */
export function balance({ state, catalogue, now }: View) {
  const none = zero(scaleOf(state.currency));
  const promised = state.promised?.amount ?? none;
  const covered = state.creditLimit === null ? null : plus(state.balance, state.creditLimit);
  const missing = covered === null || sign(covered) >= 0 ? none : minus(none, covered);
  const least = round(new Exact(catalogue.policy.minTopUp), scaleOf(state.currency));
  return {
    asOf: Zone.of(state.timezone).format(now),
    balance: state.balance,
    creditLimit: state.creditLimit,
    available: covered === null ? null : minus(plus(covered, promised), state.reserved),
    promised,
    promisedUntil: state.promised ? Zone.of(state.timezone).format(state.promised.until) : null,
    reserved: state.reserved,
    locks: locksOf(state),
    status: statusOf(state),
    toUnlock: sign(missing) === 0 ? none : compare(missing, least) < 0 ? least : missing,
  };
}

export function payments(state: AccountState) {
  const zone = Zone.of(state.timezone);
  const none = zero(scaleOf(state.currency));
  return state.payments.map((payment) => ({
    txn: payment.txn,
    provider: payment.provider,
    method: payment.method,
    amount: payment.amount,
    state: paymentStatus(payment),
    refundable: refundable({ zero: none }, payment),
    at: zone.format(payment.at),
    month: monthOf(zone.dayAt(payment.at)),
  }));
}

export function packages(number: NumberState) {
  return presentBuckets(number).map(({ package: code, kind, source, remaining, nominal, validTo }) => ({
    package: code,
    kind,
    source,
    remaining,
    nominal,
    validTo,
  }));
}

export function change(number: NumberState) {
  const { change: pending } = number;
  return pending ? { state: pending.state, to: pending.to, effective: pending.effective } : null;
}

export function forwarding(number: NumberState) {
  return forwardingView(number.forwarding);
}

export function sim(number: NumberState) {
  return number.sim === null ? null : { iccid: number.sim, state: 'BOUND' as const };
}

/** Everything about the numbers that a cabinet lists. */
export function numbers({ state, catalogue }: Pick<View, 'state' | 'catalogue'>) {
  const zone = Zone.of(state.timezone);
  return state.numbers.map((number) => {
    const tariff = catalogue.tariff(number.stays.at(-1)?.tariff ?? '');
    return {
      number: number.number,
      kind: number.kind,
      main: number.main,
      status: number.status,
      tariff: tariff ? { code: tariff.code, name: tariff.name } : null,
      connectedOn: number.stays[0]?.fromDay ?? null,
      connectedAt: number.stays[0] ? zone.format(number.stays[0].from) : null,
      holdUntil: number.holdUntil,
      closing: number.closing,
      change: change(number),
      options: number.options.filter(({ on }) => on).map(({ code }) => code),
      packages: packages(number),
      sim: sim(number),
    };
  });
}
