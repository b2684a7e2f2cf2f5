import { z } from '@hono/zod-openapi';
import { AccountId, Instant, Money } from './common.js';
import { AccountStatus, LockCode } from './me.js';

export const Lock = z
  .object({
    code: LockCode,
    since: Instant.nullable(),
    reason: z.string().nullable().openapi({ description: 'What the operator added, if anything, in plain words' }),
  })
  .openapi('Lock');

/** Ledger sign: a debt is negative. @see domain.md §2 */
export const Balance = z
  .object({
    account: AccountId,
    balance: Money.nullable().openapi({ description: 'null: not provisioned yet, which is not zero' }),
    parts: z.object({
      available: Money.nullable().openapi({ description: 'balance + credit + promised − reserved; null: no limit' }),
      credit: Money.nullable().openapi({ description: 'null: no limit' }),
      promised: Money,
      promisedUntil: Instant.nullable(),
      reserved: Money,
    }),
    status: AccountStatus,
    locks: z.array(Lock),
    toUnlock: Money.nullable().openapi({
      description: 'Least top-up that lifts the FINANCE lock; null: nothing to unlock (BAL-7)',
    }),
    unlocking: z
      .boolean()
      .openapi({ description: 'The money is there but the network still reports the lock (BAL-6)' }),
    minTopUp: Money,
    maxTopUp: Money,
    stale: z.boolean().openapi({ description: 'The billing system did not answer: this is its last word (BAL-5)' }),
    asOf: Instant,
  })
  .openapi('Balance');
