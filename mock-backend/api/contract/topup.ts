import { z } from '@hono/zod-openapi';
import { Instant, Money, MoneyInput } from './common.js';

/** Promised payment: temporary credit, not money. @see domain.md BAL-8 */

export const PromisedOffer = z
  .object({
    available: z.boolean(),
    unavailable: z.string().nullable().openapi({ description: 'Code of the error catalogue; null: may be taken' }),
    min: Money,
    max: Money,
    fee: Money,
    hours: z.int(),
    active: z.object({ amount: Money, until: Instant }).nullable(),
  })
  .openapi('PromisedOffer');

export const PromisedInput = z.strictObject({ amount: MoneyInput }).openapi('PromisedInput');
