import { z } from '@hono/zod-openapi';

/** Shapes every resource is made of: amounts, instants, days, pages. @see domain.md §1 */

/** An exact amount: decimal string at the currency's scale, never a float. @see domain.md CC-1 */
export const Money = z
  .object({
    value: z
      .string()
      .regex(/^-?\d+(\.\d+)?$/)
      .openapi({ example: '100.00' }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .openapi({ example: 'RUB', description: 'ISO 4217' }),
  })
  .openapi('Money', { description: 'Exact amount: a decimal string at the scale of its currency. Zero has no sign.' });

/** Amount a client sends: same shape, at most 15 digits before the point and 6 after. */
export const MoneyInput = z
  .strictObject({
    value: z
      .string()
      .regex(/^-?\d{1,15}(\.\d{1,6})?$/)
      .openapi({ example: '100.00' }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .openapi({ example: 'RUB' }),
  })
  .openapi('MoneyInput');

export const Instant = z.iso
  .datetime({ offset: true })
  .openapi({ format: 'date-time', example: '2026-11-22T23:59:59+03:00' });
export const Day = z.iso.date().openapi({ format: 'date', example: '2026-11-22' });
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .openapi({ example: '2026-10', description: 'Calendar month in the account’s time zone' });

export const AccountId = z.string().min(1).max(64).openapi({ example: '200417', description: 'Opaque account number' });

/** Telephone number as subscribers may write it; the server normalises to E.164. @see domain.md CC-14 */
export const PhoneInput = z.string().min(1).max(32).openapi({ example: '+79990000101' });
export const Phone = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/)
  .openapi({ example: '+79990000101', description: 'E.164' });

/** Both days are included. */
export const DayRange = z
  .object({ from: Day, to: Day })
  .openapi('DayRange', { description: 'Both days are included.' });

export const Id = z.string().min(1).max(128);

export const AccountPath = z.object({
  account: AccountId.openapi({ param: { name: 'account', in: 'path' } }),
});
export const NumberPath = AccountPath.extend({
  number: PhoneInput.openapi({
    param: { name: 'number', in: 'path' },
    description: 'E.164, percent-encoded: %2B79990000101',
  }),
});
export const MonthPath = AccountPath.extend({ month: Month.openapi({ param: { name: 'month', in: 'path' } }) });

/** Paging by an opaque cursor. @see domain.md CC-20 */
export const PageQuery = z.object({
  cursor: z.string().min(1).max(512).optional().openapi({ description: '`nextCursor` of the page before' }),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().int().min(1).max(500))
    .optional()
    .openapi({ type: 'integer', minimum: 1, maximum: 500, default: 50 }),
});

export const NextCursor = z
  .string()
  .nullable()
  .openapi({ description: 'Pass it as `cursor` to get the next page; `null` on the last one.' });
