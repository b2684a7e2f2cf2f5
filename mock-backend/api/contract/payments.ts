import { z } from '@hono/zod-openapi';
import { Day, Instant, Money, NextCursor, PageQuery } from './common.js';

export const PaymentMethod = z
  .enum(['CARD', 'SBP', 'BANK', 'CASH', 'EMONEY', 'TRANSFER', 'CORRECTION'])
  .openapi('PaymentMethod');

/** @see domain.md PAY-1 */
export const PaymentState = z
  .enum([
    'CREATED',
    'PENDING',
    'SUCCEEDED',
    'FAILED',
    'CANCELLED',
    'EXPIRED',
    'PARTIALLY_REFUNDED',
    'REFUNDED',
    'REVERSED',
  ])
  .openapi('PaymentState');

export const Payment = z
  .object({
    id: z.string(),
    at: Instant,
    amount: Money.openapi({ description: 'Always positive' }),
    method: PaymentMethod,
    provider: z.string(),
    state: PaymentState,
    refunded: Money,
    refundable: Money,
  })
  .openapi('Payment');

export const PaymentPage = z
  .object({ items: z.array(Payment), nextCursor: NextCursor, asOf: Instant })
  .openapi('PaymentPage');

export const PaymentsQuery = PageQuery.extend({
  from: Day.optional(),
  to: Day.optional(),
  method: PaymentMethod.optional(),
  state: PaymentState.optional(),
});
