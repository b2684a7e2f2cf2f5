import type { z } from '@hono/zod-openapi';
import { statusOf } from '../../engine/locks.js';
import { max, minus, negate, plus } from '../../engine/money.js';
import type { LockCode } from '../../engine/state.js';
import type { Balance } from '../contract/balance.js';
import type { FaultKind } from '../faults.js';
import type { Reader } from '../reader.js';

/** How old the last known balance is when the billing system does not answer. */
const STALE_MS = 25 * 60 * 1000;

/**
 * Balance, its parts and what stands in the way of using the service.
 *
 * @param faults - `stale`: the billing system does not answer; `unlocking`: the network still reports the lock.
 * @see domain.md BAL-1, BAL-5, BAL-6, BAL-7
 */
export function balanceView(reader: Reader, faults: ReadonlySet<FaultKind>): z.infer<typeof Balance> {
  const { state, catalogue, zone } = reader;
  const { policy } = catalogue;
  const promised = state.promised?.amount ?? reader.zero;
  const available =
    state.creditLimit === null ? null : minus(plus(plus(state.balance, state.creditLimit), promised), state.reserved);
  const unlocking = faults.has('unlocking') && state.locks.FINANCE === undefined;
  const since = unlocking ? { ...state.locks, FINANCE: reader.now } : state.locks;
  const codes: readonly LockCode[] = ['ADMIN', 'DAY_LIMIT', 'FINANCE', 'VERIFICATION'];
  const locks = codes.flatMap((code) => {
    const at = since[code];
    return at === undefined ? [] : [{ code, since: zone.format(at), reason: null }];
  });
  return {
    account: state.id,
    balance: reader.money(state.balance),
    parts: {
      available: reader.moneyOrNull(available),
      credit: reader.moneyOrNull(state.creditLimit),
      promised: reader.money(promised),
      promisedUntil: state.promised === null ? null : zone.format(state.promised.until),
      reserved: reader.money(state.reserved),
    },
    status: statusOf({ locks: since }),
    locks,
    toUnlock: state.locks.FINANCE === undefined ? null : reader.money(toUnlock(reader)),
    unlocking,
    minTopUp: reader.money(policy.minTopUp),
    maxTopUp: reader.money(policy.maxTopUp),
    stale: faults.has('stale'),
    asOf: faults.has('stale') ? zone.format(reader.now - STALE_MS) : reader.asOf,
  };
}

/** @see domain.md BAL-7 */
function toUnlock({ state, catalogue }: Reader): string {
  return max(catalogue.policy.minTopUp, negate(plus(state.balance, state.creditLimit ?? '0')));
}
