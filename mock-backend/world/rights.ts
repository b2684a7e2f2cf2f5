/** Whether a user may do it, by the one table of rights. Without a user it is the operator, who may do everything. */
import { rightsOf } from '../engine/access/commands.js';
import { decide, levelOn } from '../engine/access/policy.js';
import { refuse } from '../engine/errors.js';
import type { AccountState } from '../engine/state.js';
import type { Finder } from './finder.js';

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

/** Where a user's accounts are found. */
interface Known {
  readonly find: Pick<Finder, 'ofUser' | 'ofNumber'>;
  account(account: string): Promise<AccountState | undefined>;
}

/** Whether the user knows the account: what is no subscriber's business is forbidden to him, and hidden from others. */
function knows(state: AccountState | undefined, user: string): boolean {
  return state !== undefined && decide('OPERATOR', rightsOf(state, user)) === 'FORBIDDEN';
}

/** What no row of the table gives is the owner's, who has every right (FORMAT §5). */
function owns(state: AccountState | undefined, user: string): boolean {
  const rights = state && rightsOf(state, user);
  return rights !== undefined && levelOn('CORE', rights) === 'OWNER';
}

/** What is no subscriber's business is forbidden to those who know the account, or any account, and hidden from the rest. */
export async function operatorOnly(world: Known, user: string | undefined, account?: string): Promise<void> {
  if (user === undefined) return;
  for (const id of account === undefined ? await world.find.ofUser(user) : [account]) {
    if (knows(await world.account(id), user)) refuse('FORBIDDEN');
  }
  refuse('NOT_FOUND');
}

/** @param number - Of the account whose owner may do it. */
export async function ownerOnly(world: Known, user: string | undefined, number: string): Promise<void> {
  if (user === undefined) return;
  const account = await world.find.ofNumber(number);
  if (account === null || !owns(await world.account(account), user))
    await operatorOnly(world, user, account ?? undefined);
}
