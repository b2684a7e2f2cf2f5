/** Whether a user may do it, by the one table of rights. Without a user it is the operator, who may do everything. */
import { rightsOf } from '../engine/access/commands.js';
import { decide, levelOn } from '../engine/access/policy.js';
import { refuse } from '../engine/errors.js';
import type { Accounts } from './accounts.js';

/** @throws {Refusal} If the user may not do it, or must not even know of it (ADM-3). */
export function check(
  accounts: Accounts,
  action: Parameters<typeof decide>[0],
  account: string,
  user: string,
  number?: string,
): void {
  const state = accounts.state(account);
  const decision = decide(action, state && rightsOf(state, user), number);
  if (decision !== 'ALLOWED') refuse(decision);
}

/** What is no subscriber's business is forbidden to those who know the account, or any account, and hidden from the rest. */
export function operatorOnly(accounts: Accounts, user: string | undefined, account: string | null = null): void {
  if (user === undefined) return;
  const known = (account === null ? accounts.ids() : [account]).some((id) => {
    const state = accounts.state(id);
    return state !== undefined && decide('OPERATOR', rightsOf(state, user)) === 'FORBIDDEN';
  });
  refuse(known ? 'FORBIDDEN' : 'NOT_FOUND');
}

/** What no row of the table gives is the owner's, who has every right (FORMAT §5). */
export function ownerOnly(accounts: Accounts, user: string | undefined, account: string | null): void {
  const state = account === null ? undefined : accounts.state(account);
  const rights = state && user !== undefined ? rightsOf(state, user) : undefined;
  if (!rights || levelOn('CORE', rights) !== 'OWNER') operatorOnly(accounts, user, account);
}
