import { z } from '@hono/zod-openapi';
import { AccountId } from './common.js';

/** Who asks, and what he may see and do. @see domain.md §11 */

export const Product = z.enum(['CORE', 'BILLING', 'TELEPHONY', 'VPBX', 'DOCS']).openapi('Product');
export const Level = z.enum(['NONE', 'USER', 'ADMIN', 'OWNER']).openapi('Level');

export const Levels = z
  .object({ CORE: Level, BILLING: Level, TELEPHONY: Level, VPBX: Level, DOCS: Level })
  .openapi('Levels', { description: 'Level on each product' });

/** Sections the operator offers at all; what is absent is shown as unavailable. */
export const Capability = z
  .enum([
    'balance',
    'bills',
    'services',
    'detail',
    'topup',
    'promised',
    'autopay',
    'forwarding',
    'sim',
    'sip',
    'equipment',
    'products',
    'documents',
    'alerts',
    'roles',
    'events',
  ])
  .openapi('Capability');

export const LockCode = z
  .enum(['FINANCE', 'DAY_LIMIT', 'INTL_LIMIT', 'ADMIN', 'VOLUNTARY', 'VERIFICATION', 'BILL_OVERDUE'])
  .openapi('LockCode');

/** The most severe lock decides. @see domain.md §2.1 */
export const AccountStatus = z
  .enum([
    'CONNECTING',
    'ACTIVE',
    'BLOCKED_FINANCE',
    'BLOCKED_LIMIT',
    'BLOCKED_ADMIN',
    'BLOCKED_VERIFICATION',
    'BLOCKED_OVERDUE',
    'SUSPENDED_VOLUNTARY',
    'CLOSING',
    'CLOSED',
  ])
  .openapi('AccountStatus');

export const Account = z
  .object({
    id: AccountId,
    name: z.string().nullable().openapi({ description: 'What the subscriber calls it; null: only its number' }),
    kind: z.enum(['INDIVIDUAL', 'SOLE_TRADER', 'LEGAL']),
    billingMode: z.enum(['PREPAID', 'POSTPAID']),
    currency: z.string(),
    timezone: z
      .string()
      .openapi({ example: 'Europe/Moscow', description: 'IANA zone of every day and month of the account' }),
    status: AccountStatus,
    verified: z.boolean(),
    levels: Levels,
    capabilities: z.array(Capability),
    permissions: z.record(z.string(), z.boolean()).openapi({
      description: 'Actions of the policy table and whether this token may do them: `{"balance.read": true, …}`',
    }),
  })
  .openapi('Account');

export const AccountList = z.object({ items: z.array(Account) }).openapi('AccountList');

export const Me = z
  .object({
    user: z.object({ id: z.string(), login: z.string().nullable(), name: z.string().nullable() }),
    scopes: z.array(z.string()),
    expiresAt: z.iso.datetime({ offset: true }),
    now: z.iso
      .datetime({ offset: true })
      .openapi({ description: 'Clock of the server: the one every date here is told by' }),
    accounts: z.array(Account),
  })
  .openapi('Me');
