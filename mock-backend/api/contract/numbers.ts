import { z } from '@hono/zod-openapi';
import { AccountId, Day, Instant, Money, MoneyInput } from './common.js';

/** Numbers, their tariffs, options and packages; orders are quote → confirm. @see domain.md §3, CC-21 */

export const NumberKind = z.enum(['MOBILE', 'GEOGRAPHIC', 'TOLL_FREE', 'SHORT']).openapi('NumberKind');
export const NumberStatus = z.enum(['ACTIVE', 'CLOSING', 'HOLD', 'CLOSED', 'NOT_VERIFIED']).openapi('NumberStatus');

export const PackageBucket = z
  .object({
    package: z.string(),
    name: z.string(),
    kind: z.enum(['VOICE', 'SMS', 'DATA']),
    source: z.enum(['BASE', 'CARRY', 'ADDON']),
    carriesOver: z.boolean().openapi({ description: 'What is left of it moves to the next month once (SRV-32)' }),
    remaining: z.int().openapi({ description: 'Seconds, segments or KB' }),
    nominal: z.int(),
    validTo: Day.nullable().openapi({ description: 'Last local day' }),
  })
  .openapi('PackageBucket');

export const PendingChange = z
  .object({
    state: z.enum(['SCHEDULED', 'POSTPONED']),
    to: z.string(),
    toName: z.string(),
    effective: Day,
    cancellable: z.boolean(),
  })
  .openapi('PendingChange');

export const TariffPrice = z
  .object({
    service: z.enum(['CALL', 'SMS', 'DATA', 'BONUS']),
    destinations: z.array(z.string()).openapi({ description: 'Codes of destination groups; empty: everywhere' }),
    price: Money.openapi({ description: 'Unit price, up to 6 decimals' }),
    per: z.enum(['MINUTE', 'SEGMENT', 'MB']),
    incrementSec: z.int().nullable(),
    always: z.boolean().openapi({ description: 'false: only at some hours or days' }),
  })
  .openapi('TariffPrice');

export const TariffCard = z
  .object({
    code: z.string(),
    name: z.string(),
    fee: Money.nullable().openapi({ description: 'null: the tariff has no fee at all (SRV-8)' }),
    feeCharge: z.enum(['MONTHLY_IN_ADVANCE', 'DAILY']).nullable(),
    setupFee: Money,
    minSpend: Money,
    vatIncluded: z.boolean(),
    packages: z.array(z.object({ package: z.string(), kind: z.enum(['VOICE', 'SMS', 'DATA']), amount: z.int() })),
    prices: z.array(TariffPrice),
  })
  .openapi('TariffCard');

export const TariffOffer = z
  .object({
    tariff: TariffCard,
    current: z.boolean(),
    unavailable: z
      .string()
      .nullable()
      .openapi({ description: 'Code of the error catalogue that a change would meet; null: may be chosen' }),
  })
  .openapi('TariffOffer');
export const TariffOfferList = z.object({ items: z.array(TariffOffer) }).openapi('TariffOfferList');

export const OptionOffer = z
  .object({
    option: z.string(),
    name: z.string(),
    state: z.enum(['ON', 'OFF', 'TURNING_ON', 'TURNING_OFF', 'FAILED']),
    since: Instant.nullable(),
    setupFee: Money,
    fee: Money,
    unavailable: z.string().nullable().openapi({ description: 'Code of the error catalogue; null: may be switched' }),
    conflicts: z.array(z.string()).openapi({ description: 'Options that stand in the way' }),
  })
  .openapi('OptionOffer');
export const OptionOfferList = z.object({ items: z.array(OptionOffer) }).openapi('OptionOfferList');

export const PackageOffer = z
  .object({
    package: z.string(),
    name: z.string(),
    kind: z.enum(['VOICE', 'SMS', 'DATA']),
    amount: z.int(),
    price: Money,
    days: z.int().nullable().openapi({ description: 'null: to the end of the month' }),
  })
  .openapi('PackageOffer');
export const PackageList = z
  .object({ items: z.array(PackageBucket), offers: z.array(PackageOffer) })
  .openapi('PackageList');

export const NumberSummary = z
  .object({
    number: z.string(),
    account: AccountId,
    kind: NumberKind,
    status: NumberStatus,
    city: z.string().nullable().openapi({ description: 'Name of its city; null: unknown, or the whole country' }),
    main: z.boolean(),
    connectedOn: Day,
    closesOn: Day.nullable(),
    holdUntil: Day.nullable(),
    paidThrough: Day.nullable().openapi({
      description: 'Last day that the fee has been charged for; null: nothing is paid',
    }),
    tariff: z.object({ code: z.string(), name: z.string(), fee: Money.nullable(), archived: z.boolean() }),
    change: PendingChange.nullable(),
    options: z.array(z.object({ option: z.string(), name: z.string() })).openapi({ description: 'Those switched on' }),
    packages: z.array(PackageBucket),
    sim: z.object({ iccid: z.string(), state: z.string() }).nullable(),
  })
  .openapi('NumberSummary');
export const NumberList = z.object({ items: z.array(NumberSummary) }).openapi('NumberList');

export const TariffQuoteInput = z
  .strictObject({
    to: z.string().min(1).max(64),
    effective: z
      .union([z.enum(['default', 'today']), Day])
      .default('default')
      .openapi({ description: '`default`: the day after the paid period; `today`; or a day' }),
  })
  .openapi('TariffQuoteInput');

/** What a change will cost; confirm it within its life. @see domain.md CC-21 */
export const TariffQuote = z
  .object({
    id: z.string(),
    number: z.string(),
    to: z.string(),
    toName: z.string(),
    effective: Day,
    now: Money.openapi({ description: 'Charged at confirmation' }),
    onDay: z
      .object({ amount: Money, days: z.int() })
      .nullable()
      .openapi({ description: 'Charged on the day of a later change, for so many days of its month; null: nothing' }),
    oldMonthly: Money.nullable(),
    newMonthly: Money.nullable(),
    lines: z.array(z.object({ kind: z.string(), amount: Money })),
    shortfall: Money.openapi({ description: 'What is missing on the account for it; zero: nothing' }),
    optionsOff: z.array(z.object({ option: z.string(), name: z.string() })),
    packagesLost: z.array(PackageBucket).openapi({ description: 'Remainders that end with the old tariff (SRV-15)' }),
    expiresAt: Instant,
    asOf: Instant,
  })
  .openapi('TariffQuote');

export const ConfirmInput = z.strictObject({ quoteId: z.string().min(1).max(128) }).openapi('ConfirmInput');

export const PackageBuyInput = z
  .strictObject({
    package: z.string().min(1).max(64),
    price: MoneyInput.openapi({ description: 'The price the subscriber agreed to; another one now is QUOTE_EXPIRED' }),
  })
  .openapi('PackageBuyInput');

export const OptionInput = z
  .strictObject({
    on: z.boolean(),
    quoteId: z
      .string()
      .min(1)
      .max(128)
      .optional()
      .openapi({ description: 'Quote that the subscriber agreed to; required for what is not free of charge' }),
  })
  .openapi('OptionInput');

export const DisconnectInput = z
  .strictObject({ effective: z.enum(['today', 'period-end']).default('period-end') })
  .openapi('DisconnectInput');
