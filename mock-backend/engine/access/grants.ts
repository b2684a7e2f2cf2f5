import type { Level, Product } from '../command.js';
import { isAtLeast, levelOn, type Rights } from './policy.js';

/** A change of one user's level on one product. */
export interface GrantChange {
  readonly user: string;
  readonly product: Product;
  readonly level: Level;
}

export type GrantRefusal = 'NOT_FOUND' | 'FORBIDDEN' | 'SELF_CHANGE' | 'OWNER_REQUIRED' | 'LEVEL_EXCEEDED';

/**
 * Decides a change of rights on one account.
 *
 * A user may change others, not himself; never the owner; never to OWNER, which only a transfer gives. The operator may do
 * everything except leave the contract without an owner: naming another owner makes the former one an ADMIN.
 *
 * @param change - What is wanted.
 * @param by - The user who wants it; `null` for the operator.
 * @param rightsOf - What a user was granted on the account.
 * @param owner - The owner of the contract, if there is one yet.
 * @returns The changes to store, or the code of the refusal.
 * @see domain.md ADM-2, ADM-5, §11 "users and grants"; I-11
 */
export function decideGrant(
  change: GrantChange,
  by: string | null,
  rightsOf: (user: string) => Rights | undefined,
  owner: string | null,
): { readonly changes: readonly GrantChange[] } | { readonly refused: GrantRefusal } {
  if (by !== null) {
    const refused = refusalFor(change, by, rightsOf, owner);
    if (refused) return { refused };
  }
  const isCore = change.product === 'CORE';
  if (isCore && change.user === owner && change.level !== 'OWNER') return { refused: 'OWNER_REQUIRED' };
  if (isCore && change.level === 'OWNER' && owner !== null && owner !== change.user) {
    return { changes: [{ user: owner, product: 'CORE', level: 'ADMIN' }, change] };
  }
  return { changes: [change] };
}

function refusalFor(
  change: GrantChange,
  by: string,
  rightsOf: (user: string) => Rights | undefined,
  owner: string | null,
): GrantRefusal | null {
  const rights = rightsOf(by);
  const level = rights ? levelOn('CORE', rights) : 'NONE';
  if (level === 'NONE') return 'NOT_FOUND';
  if (!isAtLeast(level, 'ADMIN')) return 'FORBIDDEN';
  if (change.user === by) return 'SELF_CHANGE';
  if (change.level === 'OWNER') return 'LEVEL_EXCEEDED';
  return change.user === owner ? 'FORBIDDEN' : null;
}
