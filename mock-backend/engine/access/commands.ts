/** Grants as commands of an account. @see domain.md §11 */
import type { GrantUser, Receipt } from '../command.js';
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import type { AccountState } from '../state.js';
import { decideGrant } from './grants.js';
import type { Rights } from './policy.js';

/** The levels of a user of the account; `undefined` for others, also for a name that every object has. */
export const levelsOf = ({ users }: AccountState, user: string): Rights['levels'] | undefined =>
  Object.hasOwn(users, user) ? users[user] : undefined;

/** What a user was granted on the account; `undefined` = nothing. */
export function rightsOf(state: AccountState, user: string): Rights | undefined {
  const levels = levelsOf(state, user);
  if (!levels) return undefined;
  const person = state.access.people[user];
  return {
    levels,
    selfManage: person?.selfManage ?? false,
    ...(person?.numbers ? { numbers: person.numbers } : {}),
  };
}

/** The one owner of the contract, if there is one yet. */
export function ownerOf(state: AccountState): string | null {
  return Object.entries(state.users).find(([, levels]) => levels.CORE === 'OWNER')?.[0] ?? null;
}

/** @throws {Refusal} `NOT_FOUND`, `FORBIDDEN`, `SELF_CHANGE`, `OWNER_REQUIRED`, `LEVEL_EXCEEDED` */
export function grantUser(desk: Desk, command: GrantUser, actor: string | undefined): Receipt {
  const { user, product, level } = command;
  // A name that every object has is nobody's.
  if (user in {}) refuse('NOT_FOUND');
  const by = command.by ?? actor ?? null;
  const decision = decideGrant({ user, product, level }, by, (name) => rightsOf(desk.state, name), ownerOf(desk.state));
  if ('refused' in decision) return refuse(decision.refused, { user });
  for (const change of decision.changes) {
    if (desk.state.users[change.user]?.[change.product] !== change.level)
      desk.emit({ type: 'user.granted', ...change, by });
  }
  return { user, product, level };
}
