import { z } from '@hono/zod-openapi';
import { Instant, Money, MoneyInput } from './common.js';

/** Topping up through a provider, by invoice and by itself. @see domain.md §6 */

export const TopUpMethod = z.enum(['CARD', 'SBP']).openapi('TopUpMethod');
export const TopUpState = z.enum(['PENDING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'EXPIRED']).openapi('TopUpState', {
  description: 'Money may still come for CANCELLED and EXPIRED; then it is SUCCEEDED (PAY-1)',
});

export const TopUp = z
  .object({
    id: z.string(),
    amount: Money.openapi({ description: 'What comes to the balance' }),
    commission: Money,
    total: Money.openapi({ description: 'What is paid: amount and commission' }),
    method: TopUpMethod,
    state: TopUpState,
    auto: z.boolean().openapi({ description: 'Begun by auto-payment' }),
    reason: z
      .string()
      .nullable()
      .openapi({ description: 'Why it failed: DECLINED, INSUFFICIENT_FUNDS, THREE_DS_FAILED, TIMEOUT …' }),
    redirectUrl: z.string().nullable().openapi({ description: 'The provider’s own page, while PENDING' }),
    qr: z.string().nullable().openapi({ description: 'What the QR code of SBP holds, while PENDING' }),
    createdAt: Instant,
    expiresAt: Instant,
    settledAt: Instant.nullable(),
  })
  .openapi('TopUp');
export const TopUpList = z.object({ items: z.array(TopUp), asOf: Instant }).openapi('TopUpList');

export const TopUpReceipt = z
  .object({
    topup: z.string(),
    amount: Money,
    method: TopUpMethod,
    paidAt: Instant,
    transaction: z.string().openapi({ description: 'Provider and its transaction' }),
    sentTo: z.string().nullable().openapi({ description: 'Masked; null: none was asked for (TOP-7)' }),
  })
  .openapi('TopUpReceipt');

const MethodTerms = z
  .object({
    method: z.enum(['CARD', 'SBP', 'INVOICE']),
    min: Money,
    max: Money,
    commissionPercent: z.string().openapi({ description: 'Decimal string; 0: none' }),
  })
  .openapi('TopUpMethodTerms');

export const AutoPay = z
  .object({
    trigger: z.enum(['THRESHOLD', 'DAY_OF_MONTH']),
    threshold: Money.nullable(),
    day: z.int().nullable().openapi({ description: '1…28' }),
    amount: Money,
    monthlyCap: Money.nullable(),
    since: Instant,
  })
  .openapi('AutoPay');

export const TopUpOffer = z
  .object({
    methods: z.array(MethodTerms),
    presets: z.array(Money),
    suggested: Money.nullable().openapi({ description: 'What is missing, rounded up to a whole unit (TOP-6)' }),
    receiptRequired: z.boolean().openapi({ description: 'An online payment of an individual needs a receipt (TOP-7)' }),
    pending: TopUp.nullable().openapi({ description: 'A payment that is not decided yet' }),
    autopay: AutoPay.nullable(),
    asOf: Instant,
  })
  .openapi('TopUpOffer');

export const TopUpQuote = z
  .object({ amount: Money, commission: Money, total: Money })
  .openapi('TopUpQuote', { description: 'Shown before paying, never added silently (TOP-2)' });

export const TopUpInput = z
  .strictObject({
    amount: MoneyInput,
    method: TopUpMethod,
    receipt: z.string().min(3).max(254).optional().openapi({ description: 'Phone or e-mail for the receipt' }),
  })
  .openapi('TopUpInput');

export const Invoice = z
  .object({
    id: z.string(),
    amount: Money,
    issuedAt: Instant,
    paid: z.boolean(),
    existing: z.boolean().openapi({ description: 'An unpaid invoice of the same sum was given again (TOP-3)' }),
  })
  .openapi('Invoice');
export const InvoiceInput = z.strictObject({ amount: MoneyInput }).openapi('InvoiceInput');

export const AutoPayInput = z
  .strictObject({
    trigger: z.enum(['THRESHOLD', 'DAY_OF_MONTH']),
    threshold: MoneyInput.nullable(),
    day: z.int().min(0).max(99).nullable(),
    amount: MoneyInput,
    monthlyCap: MoneyInput.nullable(),
  })
  .openapi('AutoPayInput');
export const AutoPayAnswer = z.object({ autopay: AutoPay.nullable() }).openapi('AutoPayAnswer');
