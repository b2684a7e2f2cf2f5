/** Whether a user may do it, by the one table of rights. Without a user it is the operator, who may do everything. */
import { rightsOf } from '../engine/access/commands.js';
import { decide, levelOn } from '../engine/access/policy.js';
import { refuse } from '../engine/errors.js';
import type { AccountState } from '../engine/state.js';

/** @throws {Refusal} If the user may not do it, or must not even know of it (ADM-3). */
export function check(
  state: AccountState | undefined,
  action: Parameters<typeof decide>[0],
  user: string,
  number?: string,
): void {
  const decision = decide(action, state && rightsOf(state, user), number);
  if (decision !== 'ALLOWED') refuse(decision);
}

/** Whether the user knows the account: what is no subscriber's business is forbidden to him, and hidden from others. */
export function knows(state: AccountState | undefined, user: string): boolean {
  return state !== undefined && decide('OPERATOR', rightsOf(state, user)) === 'FORBIDDEN';
}

/** What no row of the table gives is the owner's, who has every right (FORMAT §5). */
export function owns(state: AccountState | undefined, user: string): boolean {
  const rights = state && rightsOf(state, user);
  return rights !== undefined && levelOn('CORE', rights) === 'OWNER';
}
