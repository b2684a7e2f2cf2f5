import type { z } from '@hono/zod-openapi';
import { statusOf } from '../../engine/locks.js';
import { ACTIONS, decide, levelOn, type PRODUCTS } from '../../engine/access/policy.js';
import type { Account, Capability, Levels } from '../contract/me.js';
import type { Scope } from '../contract/tokens.js';
import { scopeOfAction } from '../auth/scopes.js';
import type { Reader } from '../reader.js';

/** Sections that this backend serves. */
const sections: readonly z.infer<typeof Capability>[] = [
  'balance',
  'bills',
  'services',
  'detail',
  'forwarding',
  'sim',
  'sip',
  'equipment',
  'products',
  'documents',
  'topup',
  'autopay',
  'alerts',
  'roles',
  'events',
];

/** The levels that count for a user: what he was granted, lifted by ownership, cut by a missing CORE. */
export function levelsOf({ rights }: Pick<Reader, 'rights'>): z.infer<typeof Levels> {
  const level = (product: (typeof PRODUCTS)[number]) => (rights === undefined ? 'NONE' : levelOn(product, rights));
  return {
    CORE: level('CORE'),
    BILLING: level('BILLING'),
    TELEPHONY: level('TELEPHONY'),
    VPBX: level('VPBX'),
    DOCS: level('DOCS'),
  };
}

/** The account with what this user and this token may do in it. */
export function accountView(reader: Reader, scopes: readonly Scope[]): z.infer<typeof Account> {
  const { state, rights, catalogue } = reader;
  const allowed = (action: (typeof ACTIONS)[number]) =>
    decide(action, rights) === 'ALLOWED' && scopes.includes(scopeOfAction(action));
  return {
    id: state.id,
    // A company's name is public; a person's stands on his card only.
    name: state.documents.card?.companyName ?? null,
    kind: state.kind,
    billingMode: state.billingMode,
    currency: state.currency,
    timezone: state.timezone,
    status: statusOf(state),
    verified: state.verified,
    levels: levelsOf(reader),
    capabilities: [...sections, ...(catalogue.policy.promised === null ? [] : (['promised'] as const))],
    permissions: Object.fromEntries(ACTIONS.map((action) => [action, allowed(action)])),
  };
}
