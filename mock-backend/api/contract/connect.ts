import { z } from '@hono/zod-openapi';
import { Day, Id, Instant, Money, NextCursor, Phone } from './common.js';
import { NumberKind, TariffCard } from './numbers.js';

/** The showcase of free numbers, the cart that holds them, and connecting what is in it. @see domain.md SRV-50 … SRV-56 */

export const BeautyClass = z.enum(['STANDARD', 'BRONZE', 'SILVER', 'GOLD', 'PLATINUM']).openapi('BeautyClass');

export const City = z.object({ code: z.string(), name: z.string() }).openapi('City');

export const ShowcaseNumber = z
  .object({
    number: Phone,
    kind: NumberKind,
    city: City.nullable().openapi({ description: 'null: the whole country' }),
    class: BeautyClass,
    price: Money.openapi({ description: 'One-off price of the number itself; zero: free of charge' }),
    addressNeeded: z.boolean().openapi({ description: 'An address in the city must be named to connect it' }),
  })
  .openapi('ShowcaseNumber');

export const ShowcaseCity = z
  .object({ code: z.string(), name: z.string(), kinds: z.array(NumberKind) })
  .openapi('ShowcaseCity');

/** What there is to choose from, before any filter. */
export const Showcase = z
  .object({
    kinds: z.array(NumberKind),
    cities: z.array(ShowcaseCity),
    classes: z.array(BeautyClass),
    cheapest: Money.nullable(),
    dearest: Money.nullable(),
    holdMinutes: z.int().openapi({ description: 'How long the cart reserves a number' }),
    asOf: Instant,
  })
  .openapi('Showcase');

export const ShowcasePage = z
  .object({
    items: z.array(ShowcaseNumber),
    total: z.int().openapi({ description: 'Numbers that fit the filter, on all pages' }),
    nextCursor: NextCursor,
    asOf: Instant,
  })
  .openapi('ShowcasePage');

const price = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,6})?$/)
  .optional();

export const ShowcaseFilter = z.object({
  kind: NumberKind.optional(),
  city: z.string().min(1).max(64).optional().openapi({ description: 'Code of a city of the showcase' }),
  class: BeautyClass.optional(),
  mask: z
    .string()
    .regex(/^[\d?*]{1,20}$/)
    .optional()
    .openapi({
      description: 'Digits, `?` for any one digit, `*` for any; the whole national number must match',
      example: '*77*',
    }),
  priceFrom: price,
  priceTo: price,
  sort: z.enum(['number', 'cheapest', 'dearest']).optional().openapi({ default: 'number' }),
});

export const Address = z
  .object({ id: Id, city: City, text: z.string().openapi({ description: 'Street, house, flat: as on an envelope' }) })
  .openapi('Address');
export const AddressList = z.object({ items: z.array(Address) }).openapi('AddressList');
export const AddressInput = z
  .strictObject({ city: z.string().min(1).max(64), text: z.string().trim().min(5).max(200) })
  .openapi('AddressInput');

export const ConnectTariff = z
  .object({
    tariff: TariffCard,
    unavailable: z.string().nullable().openapi({ description: 'Code of the error catalogue; null: may be chosen' }),
  })
  .openapi('ConnectTariff');
export const ConnectTariffList = z.object({ items: z.array(ConnectTariff) }).openapi('ConnectTariffList');

export const CartItem = z
  .object({
    number: ShowcaseNumber,
    tariff: z.object({ code: z.string(), name: z.string(), fee: Money.nullable() }),
    main: z.boolean().openapi({ description: 'It will be the main number: the account has none yet (SRV-56)' }),
    reservedUntil: Instant.nullable().openapi({ description: 'null: the reservation is over' }),
    address: Address.nullable(),
    problems: z
      .array(z.string())
      .openapi({ description: 'Codes of the error catalogue that stand in the way of connecting it' }),
  })
  .openapi('CartItem');

export const Cart = z
  .object({
    items: z.array(CartItem),
    verified: z
      .boolean()
      .openapi({ description: 'The subscriber’s identity is confirmed; without it nothing is connected (SRV-50)' }),
    now: Instant.openapi({ description: 'Clock of the server, which `reservedUntil` is told by' }),
  })
  .openapi('Cart');

export const CartItemInput = z
  .strictObject({
    tariff: z.string().min(1).max(64),
    address: Id.optional().openapi({ description: 'Id of an address in the number’s city' }),
  })
  .openapi('CartItemInput');

export const ConnectLine = z
  .object({
    kind: z.enum(['SETUP', 'NUMBER', 'FEE', 'MIN_SPEND']),
    amount: Money,
    days: z.int().nullable().openapi({ description: 'FEE, MIN_SPEND: days of this month that it is for' }),
  })
  .openapi('ConnectLine');

/** What connecting everything in the cart will cost; confirm it within its life. @see domain.md SRV-5, SRV-6 */
export const ConnectQuote = z
  .object({
    id: z.string(),
    items: z.array(
      z.object({
        number: Phone,
        tariff: z.object({ code: z.string(), name: z.string() }),
        lines: z.array(ConnectLine),
        subtotal: Money.openapi({ description: 'What must be on the account for it (SRV-5)' }),
        monthly: Money.nullable().openapi({ description: 'Fee of a whole month; null: the tariff has none' }),
      }),
    ),
    total: Money.openapi({ description: 'What must be on the account' }),
    now: Money.openapi({
      description: 'Charged at confirmation: the total without minimum spends, which the month’s bill charges',
    }),
    balance: Money,
    credit: Money.nullable().openapi({ description: 'null: no limit' }),
    available: Money.nullable().openapi({ description: 'null: no limit' }),
    shortfall: Money,
    expiresAt: Instant,
    asOf: Instant,
  })
  .openapi('ConnectQuote');

export const ConnectResult = z
  .object({
    items: z.array(
      z.object({
        number: Phone,
        kind: NumberKind,
        main: z.boolean(),
        tariff: z.object({ code: z.string(), name: z.string() }),
        sip: z.array(z.object({ login: z.string(), type: z.enum(['WEBPHONE', 'SOFTPHONE', 'DEVICE']) })).openapi({
          description: 'Accounts made with the number (SRV-52); their passwords are shown in the SIP settings',
        }),
      }),
    ),
    charged: Money,
    asOf: Instant,
  })
  .openapi('ConnectResult');

/** What goes with a number that is disconnected. @see domain.md SRV-57 */
export const DisconnectPreview = z
  .object({
    number: Phone,
    periodEnd: Day.openapi({ description: 'First day without the number when the paid period is used up' }),
    today: Day,
    holdDays: z.int(),
    options: z.array(z.object({ option: z.string(), name: z.string() })),
    packages: z.int().openapi({ description: 'Packages with something left' }),
    sim: z.string().nullable().openapi({ description: 'ICCID of the SIM that will be unbound' }),
    forwarding: z.int().openapi({ description: 'Rules that will be erased' }),
    sip: z.array(z.string()).openapi({ description: 'Logins that will be deleted' }),
    unavailable: z
      .string()
      .nullable()
      .openapi({ description: 'Code of the error catalogue; null: may be disconnected' }),
  })
  .openapi('DisconnectPreview');

/** What taking a number back from hold will cost. @see domain.md SRV-57 */
export const ReconnectQuote = z
  .object({
    id: z.string(),
    number: Phone,
    tariff: z.object({ code: z.string(), name: z.string() }),
    lines: z.array(ConnectLine),
    total: Money,
    now: Money,
    monthly: Money.nullable(),
    available: Money.nullable(),
    shortfall: Money,
    expiresAt: Instant,
    asOf: Instant,
  })
  .openapi('ReconnectQuote');

export const ReconnectInput = z
  .strictObject({ tariff: z.string().min(1).max(64).optional().openapi({ description: 'Default: the one it had' }) })
  .openapi('ReconnectInput');

/** What switching an option will cost. @see domain.md SRV-58, SRV-60 */
export const OptionQuote = z
  .object({
    id: z.string(),
    option: z.string(),
    on: z.boolean(),
    now: Money.openapi({ description: 'Charged at confirmation' }),
    lines: z.array(z.object({ kind: z.enum(['SETUP', 'OPTION']), amount: Money, days: z.int().nullable() })),
    monthly: Money.nullable().openapi({ description: 'Charged on the first of each month; null: no fee' }),
    nextCharge: Day.nullable(),
    shortfall: Money,
    expiresAt: Instant,
    asOf: Instant,
  })
  .openapi('OptionQuote');
export const OptionQuoteInput = z
  .strictObject({ option: z.string().min(1).max(64), on: z.boolean() })
  .openapi('OptionQuoteInput');
