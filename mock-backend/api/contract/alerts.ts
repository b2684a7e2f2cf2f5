import { z } from '@hono/zod-openapi';
import { Instant, Money, MoneyInput } from './common.js';

/** Free notices on balance, daily spending and top-ups. @see domain.md §10 */

export const AlertEvent = z.enum(['LOW_BALANCE', 'DAY_LIMIT', 'TOP_UP']).openapi('AlertEvent');

export const AlertContact = z
  .object({
    id: z.string(),
    value: z.string(),
    type: z.enum(['PHONE', 'EMAIL']),
    state: z
      .enum(['CONNECTING', 'WORKING', 'PAUSED', 'EXPIRED'])
      .openapi({ description: 'CONNECTING: waits for its code; EXPIRED: ask for a new one' }),
    confirmed: z.boolean(),
    bounced: z.boolean().openapi({ description: 'Paused because messages came back (ALR-15)' }),
    lowBalance: z.boolean(),
    dayLimit: z.boolean(),
    topUp: z.boolean(),
    codeUntil: Instant.nullable().openapi({ description: 'The code that was sent works until then' }),
    attemptsLeft: z.int(),
    resendAt: Instant.nullable().openapi({ description: 'No other code is sent before' }),
  })
  .openapi('AlertContact');

const Entry = z.object({
  id: z.string(),
  event: AlertEvent,
  at: Instant,
  value: Money.openapi({ description: 'Balance, spending of the day, or the payment' }),
  balance: Money.nullable(),
  threshold: Money.nullable(),
  contact: z.string(),
  delivery: z.enum(['SENT', 'DELIVERED', 'FAILED']),
});
export const AlertLogEntry = Entry.openapi('AlertLogEntry');
export const AlertLog = z.object({ items: z.array(AlertLogEntry) }).openapi('AlertLog');

const Range = z.object({ min: Money, max: Money });

export const AlertSettings = z
  .object({
    lowBalance: Money.nullable().openapi({ description: 'Notice below this balance; null: off' }),
    dayLimit: Money.nullable().openapi({ description: 'Notice above this daily spending; never blocks; null: off' }),
    ranges: z.object({ lowBalance: Range, dayLimit: Range }),
    contacts: z.array(AlertContact),
    maxContacts: z.int(),
    last: Entry.nullable().openapi({ description: 'The last message that was sent' }),
    now: Instant,
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

export const AlertContactChange = z
  .strictObject({
    value: z.string().min(1).max(320).optional(),
    lowBalance: z.boolean().optional(),
    dayLimit: z.boolean().optional(),
    topUp: z.boolean().optional(),
    paused: z.boolean().optional(),
  })
  .openapi('AlertContactChange', { description: 'What is absent stays; another value has to be confirmed anew' });

export const CodeInput = z
  .strictObject({
    code: z
      .string()
      .regex(/^\d{6}$/)
      .openapi({ example: '417029' }),
  })
  .openapi('CodeInput');
