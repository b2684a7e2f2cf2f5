import { z } from '@hono/zod-openapi';
import { AccountId, Day, Instant, Money } from './common.js';

/** Products beside numbers: VPBX, robots, bots. A type that a client does not know is shown by its name. @see domain.md §8 */

export const ResourceOffer = z
  .object({
    code: z.string(),
    name: z.string(),
    unit: z.string(),
    min: z.int(),
    max: z.int(),
    included: z.int().openapi({ description: 'How many the fee of the tariff pays for' }),
    price: Money.openapi({ description: 'Of one unit above that, a month' }),
  })
  .openapi('ResourceOffer');

export const ProductTariff = z
  .object({
    code: z.string(),
    name: z.string(),
    fee: Money.openapi({ description: 'A month' }),
    setupFee: Money,
    resources: z.array(ResourceOffer),
  })
  .openapi('ProductTariff');

export const ProductObstacle = z
  .enum(['CURRENCY_MISMATCH', 'PERSON_KIND', 'NEEDS_PRODUCT'])
  .openapi('ProductObstacle', { description: 'Why the product cannot be connected' });

/** What is connected. */
export const ProductSubscription = z
  .object({
    id: z.string(),
    tariff: z.object({ code: z.string(), name: z.string() }),
    resources: z.array(
      z.object({
        code: z.string(),
        amount: z.int(),
        next: z.int().nullable().openapi({ description: 'Amount from `pendingFrom` on; null: it stays' }),
      }),
    ),
    monthly: Money.openapi({ description: 'What the present amounts cost a month' }),
    connectedOn: Day,
    pendingFrom: Day.nullable().openapi({
      description: 'Day from which less is paid for; until then it can be taken back',
    }),
    closingOn: Day.nullable().openapi({ description: 'First day on which it is closed' }),
  })
  .openapi('ProductSubscription');

export const Product = z
  .object({
    type: z
      .string()
      .openapi({ example: 'VPBX', description: 'VPBX, FMC, VOICE_ROBOT, CHAT_BOT, CHATOPHONE, or any other' }),
    name: z.string(),
    about: z.string(),
    state: z.enum(['CONNECTED', 'AVAILABLE', 'UNAVAILABLE']),
    obstacle: ProductObstacle.nullable(),
    needs: z.string().nullable().openapi({ description: 'Name of the product that has to be connected first' }),
    option: z
      .string()
      .nullable()
      .openapi({ description: 'It is this option of a number and is switched there (PRD-2)' }),
    numbers: z.array(z.string()).openapi({ description: 'Numbers on which that option is on' }),
    tariffs: z.array(ProductTariff),
    subscription: ProductSubscription.nullable(),
    launchable: z.boolean().openapi({ description: 'It can be opened by a one-time link' }),
  })
  .openapi('Product');

export const ProductList = z
  .object({ account: AccountId, items: z.array(Product), asOf: Instant })
  .openapi('ProductList');

const Amounts = z.record(z.string().min(1).max(64), z.int().min(0).max(1_000_000));

const order = {
  type: z.string().min(1).max(64),
  tariff: z.string().min(1).max(64),
  resources: Amounts.openapi({ description: 'Amounts by code; what is absent is what the tariff includes' }),
};
const quoteId = z.string().min(1).max(128);

export const ProductQuoteInput = z.strictObject(order).openapi('ProductQuoteInput');
export const ProductConnectInput = z.strictObject({ ...order, quoteId }).openapi('ProductConnectInput');
export const ResourcesInput = z.strictObject({ resources: Amounts }).openapi('ResourcesInput');
export const ResourcesConfirmInput = z.strictObject({ resources: Amounts, quoteId }).openapi('ResourcesConfirmInput');

export const ProductQuote = z
  .object({
    id: z.string(),
    lines: z.array(
      z.object({
        kind: z.enum(['SETUP', 'FEE', 'OPTION']),
        resource: z.string().nullable().openapi({ description: 'Code of the resource; null: the tariff' }),
        name: z.string(),
        quantity: z.int(),
        days: z.int().nullable().openapi({ description: 'Days of the month it pays for; null: a one-off' }),
        amount: Money,
      }),
    ),
    now: Money.openapi({ description: 'Charged at confirmation' }),
    monthly: Money.openapi({ description: 'Every month after' }),
    laterFrom: Day.nullable().openapi({ description: 'Day from which less is paid for; null: nothing becomes less' }),
    balance: Money,
    available: Money.nullable().openapi({ description: 'null: no limit' }),
    shortfall: Money,
    expiresAt: Instant,
    asOf: Instant,
  })
  .openapi('ProductQuote');

export const LaunchLink = z
  .object({
    url: z.string().openapi({ description: 'Path below the API address; works once' }),
    expiresAt: Instant.openapi({ description: 'By the wall clock: 60 seconds' }),
  })
  .openapi('LaunchLink');
