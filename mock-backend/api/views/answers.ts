import { z } from '@hono/zod-openapi';
import { LineKind } from '../contract/bills.js';

/** What the engine answers to the questions of FORMAT §6: read once, so that nothing undocumented leaves by accident. */

const Amount = z.string();

export const LineAnswer = z.object({
  kind: LineKind,
  quantity: z.int(),
  amount: Amount,
  net: Amount,
  vat: Amount,
  vatRate: z.string().nullable(),
  period: z.object({ from: z.string(), to: z.string() }),
  subject: z.string(),
});
export type LineAnswer = z.infer<typeof LineAnswer>;

export const SheetAnswer = z.object({
  month: z.string(),
  blocks: z.array(z.object({ number: z.string().nullable(), lines: z.array(LineAnswer), subtotal: Amount })),
  charges: Amount,
  accruals: Amount,
  total: Amount,
  net: Amount,
  vat: Amount,
});
export type SheetAnswer = z.infer<typeof SheetAnswer>;

export const StatementAnswer = SheetAnswer.extend({ asOf: z.string(), days: z.int() });

export const BillAnswer = SheetAnswer.extend({
  number: z.string().nullable(),
  state: z.string(),
  opening: Amount,
  payments: Amount,
  closing: Amount,
  toPay: Amount,
});
export type BillAnswer = z.infer<typeof BillAnswer>;

export const SummaryAnswer = z.array(
  z.object({
    month: z.string(),
    charges: Amount,
    accruals: Amount,
    total: Amount,
    state: z.enum(['OPEN', 'CLOSING', 'CLOSED']),
  }),
);

export const ExplainNode: z.ZodType<ExplainNode> = z.object({
  label: z.string(),
  formula: z.string().nullish(),
  amount: Amount,
  get children() {
    return z.array(ExplainNode).optional();
  },
});
export interface ExplainNode {
  label: string;
  formula?: string | null | undefined;
  amount: string;
  children?: ExplainNode[] | undefined;
}
export const ExplainAnswer = z.object({ amount: Amount, nodes: z.array(ExplainNode) });

export const RouteAnswer = z.object({ reaches: z.string().nullable(), by: z.string().nullable() });
