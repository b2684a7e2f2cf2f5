import { z } from '@hono/zod-openapi';
import { AccountId, DayRange, Instant, Day, Money, Month, NextCursor, PageQuery } from './common.js';

/** Statement and bills, display sign: a charge is positive, an accrual negative. @see domain.md §5, CC-7 */

/** @see domain.md ADM-4 */
const Counted = z
  .array(z.string())
  .nullable()
  .openapi({ description: 'The only numbers that are counted, for who sees no others; null: the whole contract' });

export const LineKind = z
  .enum(['FEE', 'OPTION', 'CALLS', 'SMS', 'DATA', 'SETUP', 'PACKAGE', 'MIN_SPEND', 'CORRECTION', 'BONUS'])
  .openapi('LineKind');

export const Unit = z.enum(['DAY', 'SECOND', 'SEGMENT', 'KB', 'PIECE']).openapi('Unit');

export const BillLine = z
  .object({
    kind: LineKind,
    title: z
      .string()
      .nullable()
      .openapi({ description: 'Name of the tariff, option or package, or the reason of a correction' }),
    quantity: z.int().openapi({ description: 'Billed seconds, segments, KB, days of a fee, or pieces' }),
    unit: Unit,
    amount: Money,
    net: Money,
    vat: Money,
    vatRate: z
      .string()
      .nullable()
      .openapi({ example: '22', description: 'Per cent; null: without VAT, which is not 0 %' }),
    period: DayRange.openapi({
      description: 'Days of service. Earlier than the month of the bill: records that arrived late',
    }),
  })
  .openapi('BillLine');

export const BillBlock = z
  .object({
    number: z.string().nullable().openapi({ description: 'E.164; null: lines of the account itself' }),
    title: z.string().nullable(),
    tariffName: z.string().nullable(),
    lines: z.array(BillLine),
    subtotal: Money,
  })
  .openapi('BillBlock');

/** opening + payments − total = byStatement; byStatement − today = balance. @see domain.md BIL-8 */
export const Reconciliation = z
  .object({
    opening: Money.openapi({ description: 'Balance at the start of the month, ledger sign' }),
    payments: Money,
    total: Money.openapi({ description: 'Total of the statement, display sign' }),
    byStatement: Money.openapi({ description: 'opening + payments − total' }),
    today: Money.openapi({ description: 'Charges less accruals of today, not yet in the statement, display sign' }),
    balance: Money,
  })
  .openapi('Reconciliation');

export const Statement = z
  .object({
    account: AccountId,
    month: Month,
    period: DayRange.openapi({ description: 'The whole month' }),
    asOf: Instant.openapi({ description: 'End of the last complete day' }),
    days: z.int().openapi({ description: 'Complete days; 0 on the first of the month (BIL-5)' }),
    complete: z.boolean().openapi({ description: 'Every record known for these days has been rated' }),
    blocks: z.array(BillBlock),
    charges: Money,
    accruals: Money,
    total: Money,
    net: Money,
    vat: Money,
    numbers: Counted,
    reconciliation: Reconciliation.nullable().openapi({ description: 'null for who sees some numbers only (ADM-4)' }),
    previous: z
      .object({ month: Month, state: z.enum(['CLOSING', 'ISSUED']), total: Money })
      .nullable()
      .openapi({ description: 'The month before while its bill is being formed; its total is preliminary (BIL-6)' }),
  })
  .openapi('Statement');

export const BillState = z
  .enum(['OPEN', 'CLOSING', 'ISSUED', 'PARTIALLY_PAID', 'SETTLED', 'OVERDUE', 'ON_HOLD'])
  .openapi('BillState');

export const DocumentKind = z
  .enum(['BILL', 'ACT', 'VAT_INVOICE', 'UPD', 'RECONCILIATION', 'RECEIPT'])
  .openapi('DocumentKind');

export const BillDocument = z
  .object({
    kind: DocumentKind,
    number: z.string().nullable(),
    date: Day.nullable(),
    format: z.enum(['PDF', 'XML']),
    state: z.enum(['GENERATING', 'READY', 'FAILED', 'VOID']),
    size: z.int().nullable().openapi({ description: 'Bytes, once known' }),
    href: z.string().openapi({ description: 'Path of the file below the API address' }),
  })
  .openapi('BillDocument');

const billHead = {
  account: AccountId,
  month: Month,
  number: z.string().nullable().openapi({ example: '202611-0001', description: 'null until issued' }),
  state: BillState,
  period: DayRange,
  issuedAt: Instant.nullable(),
  dueDate: Day.nullable().openapi({ description: 'Postpaid only' }),
  opening: Money.nullable().openapi({
    description:
      'Balance at the start of the period, ledger sign; null, as what else is of the contract, for who sees some numbers only',
  }),
  payments: Money.nullable().openapi({ description: 'Paid in the period, less refunds' }),
  charges: Money,
  accruals: Money,
  total: Money.openapi({ description: 'Services rendered: charges + accruals; negative is legal (CC-8)' }),
  closing: Money.nullable().openapi({ description: 'opening + payments − total' }),
  toPay: Money.nullable().openapi({ description: 'What is still owed for this bill; never negative (BIL-18)' }),
  documents: z.array(BillDocument),
};

export const BillSummary = z.object(billHead).openapi('BillSummary');

export const Bill = z
  .object({ ...billHead, numbers: Counted, blocks: z.array(BillBlock), net: Money, vat: Money, asOf: Instant })
  .openapi('Bill');

export const BillPage = z
  .object({
    items: z.array(BillSummary),
    nextCursor: NextCursor,
    years: z.array(z.int()).openapi({ description: 'Years that have bills, newest first: the year filter' }),
    numbers: Counted,
    asOf: Instant,
  })
  .openapi('BillPage');

export const BillsQuery = PageQuery.extend({
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .openapi({ type: 'string', example: '2026' }),
});

export const MonthSummary = z
  .object({
    month: Month,
    charges: Money,
    accruals: Money,
    total: Money,
    byService: z.array(z.object({ service: LineKind, amount: Money })),
    state: z.enum(['OPEN', 'CLOSING', 'CLOSED']),
  })
  .openapi('MonthSummary');

export const Summary = z
  .object({
    account: AccountId,
    numbers: Counted,
    months: z.array(MonthSummary).openapi({ description: 'Oldest first' }),
    charges: Money,
    accruals: Money,
    total: Money,
    asOf: Instant,
  })
  .openapi('Summary');

export const DocumentPage = z
  .object({
    items: z.array(z.object({ month: Month, billNumber: z.string(), document: BillDocument })),
    nextCursor: NextCursor,
  })
  .openapi('DocumentPage');
