import { z } from '@hono/zod-openapi';
import { Instant, Money, MoneyInput } from './common.js';

/** Free notices on balance, daily spending and top-ups. @see domain.md §10 */

export const AlertEvent = z.enum(['LOW_BALANCE', 'DAY_LIMIT', 'TOP_UP']).openapi('AlertEvent');

export const AlertContact = z
  .object({
    value: z.string(),
    type: z.enum(['PHONE', 'EMAIL']),
    confirmed: z.boolean(),
    lowBalance: z.boolean(),
    dayLimit: z.boolean(),
    topUp: z.boolean(),
  })
  .openapi('AlertContact');

export const AlertSettings = z
  .object({
    lowBalance: Money.nullable().openapi({ description: 'Notice below this balance; null: off' }),
    dayLimit: Money.nullable().openapi({ description: 'Notice above this daily spending; never blocks; null: off' }),
    contacts: z.array(AlertContact),
    maxContacts: z.int(),
  })
  .openapi('AlertSettings');

export const AlertThresholdsInput = z
  .strictObject({ lowBalance: MoneyInput.nullable(), dayLimit: MoneyInput.nullable() })
  .openapi('AlertThresholdsInput');

export const AlertContactInput = z
  .strictObject({
    value: z.string().min(1).max(320),
    lowBalance: z.boolean().default(true),
    dayLimit: z.boolean().default(true),
    topUp: z.boolean().default(true),
  })
  .openapi('AlertContactInput');

export const AlertLogEntry = z
  .object({ event: AlertEvent, at: Instant, value: Money, contacts: z.array(z.string()) })
  .openapi('AlertLogEntry');
export const AlertLog = z.object({ items: z.array(AlertLogEntry) }).openapi('AlertLog');
