/** Locks by money, by the operator's day limit, and by the operator himself. @see domain.md BAL-2, BAL-4 */
import type { Desk } from './desk.js';
import { resumeFees } from './fees.js';
import { compare, plus, sign } from './money.js';
import type { LockAccount, Receipt } from './command.js';
import type { AccountState, LockCode } from './state.js';

/**
 * Sets and lifts locks after a posting or a change of what covers the balance.
 *
 * @param then - What is looked at next, before the fees that waited for the lock are charged: they bring postings of their own.
 */
export function checkLocks(desk: Desk, then?: () => void): void {
  const lifted = checkFinance(desk);
  const { dayLimit, locks, spent } = desk.state;
  if (dayLimit !== null && locks.DAY_LIMIT === undefined && compare(spent.usage, dayLimit) > 0) {
    desk.emit({ type: 'lock.set', lock: 'DAY_LIMIT' });
  }
  then?.();
  if (lifted) resumeFees(desk);
}

function checkFinance(desk: Desk): boolean {
  const locked = desk.state.locks.FINANCE !== undefined;
  const short = isShort(desk);
  if (short && !locked) desk.emit({ type: 'lock.set', lock: 'FINANCE' });
  if (!short && locked) desk.emit({ type: 'lock.lifted', lock: 'FINANCE' });
  return locked && !short;
}

/** Strictly below what credit and promise cover; exactly nothing left is not short. */
function isShort(desk: Desk): boolean {
  const { balance, creditLimit, promised } = desk.state;
  if (creditLimit === null) return false;
  return sign(plus(plus(balance, creditLimit), promised?.amount ?? desk.zero)) < 0;
}

/** The operator's own lock: set and lifted by hand, whatever the balance. Doing it twice is doing it once. */
export function lockAccount(desk: Desk, { on }: LockAccount): Receipt {
  const locked = desk.state.locks.ADMIN !== undefined;
  if (on && !locked) desk.emit({ type: 'lock.set', lock: 'ADMIN' });
  if (!on && locked) desk.emit({ type: 'lock.lifted', lock: 'ADMIN' });
  return { account: desk.state.id, locked: on };
}

/** Suspends the numbers of a subscriber who has not confirmed his data in time, until they are approved (DOC-4). */
export function checkVerification(desk: Desk): void {
  const { identity, confirmBy } = desk.state.documents;
  const locked = desk.state.locks.VERIFICATION !== undefined;
  const asked = identity === 'UPDATE_REQUIRED' || identity === 'REJECTED';
  const late = asked && confirmBy !== null && desk.today > confirmBy;
  if (late && !locked) desk.emit({ type: 'lock.set', lock: 'VERIFICATION' });
  if (locked && identity === 'VERIFIED') desk.emit({ type: 'lock.lifted', lock: 'VERIFICATION' });
}

/** Codes of the locks that are on, sorted. */
export function locksOf(state: AccountState): readonly LockCode[] {
  const codes: readonly LockCode[] = ['ADMIN', 'DAY_LIMIT', 'FINANCE', 'VERIFICATION'];
  return codes.filter((code) => state.locks[code] !== undefined);
}

/** The state that is shown: the most severe lock (domain.md §2.1). */
export function statusOf(
  state: Pick<AccountState, 'locks'>,
): 'ACTIVE' | 'BLOCKED_ADMIN' | 'BLOCKED_VERIFICATION' | 'BLOCKED_FINANCE' | 'BLOCKED_LIMIT' {
  if (state.locks.ADMIN !== undefined) return 'BLOCKED_ADMIN';
  if (state.locks.VERIFICATION !== undefined) return 'BLOCKED_VERIFICATION';
  if (state.locks.FINANCE !== undefined) return 'BLOCKED_FINANCE';
  return state.locks.DAY_LIMIT !== undefined ? 'BLOCKED_LIMIT' : 'ACTIVE';
}
