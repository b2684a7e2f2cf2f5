import { z } from '@hono/zod-openapi';
import { AccountId, Day, Instant, Money, NextCursor, PageQuery, PhoneInput } from './common.js';
import { LineKind } from './bills.js';

/** Detail: every event with its price, display sign. @see domain.md §4 */

export const UsageService = z
  .enum(['CALL', 'SMS', 'DATA', 'BONUS', 'FEE', 'OPTION', 'SETUP', 'PACKAGE', 'MIN_SPEND', 'CORRECTION'])
  .openapi('UsageService');

export const UsageOutcome = z
  .enum(['ANSWERED', 'BUSY', 'NO_ANSWER', 'FAILED', 'FORWARDED', 'UNRATED'])
  .openapi('UsageOutcome');

export const UsageEvent = z
  .object({
    id: z.string(),
    number: z.string().nullable(),
    service: UsageService,
    direction: z.enum(['IN', 'OUT']).nullable(),
    start: Instant,
    seconds: z.int().nullable().openapi({ description: 'Length of the call as it was' }),
    segments: z.int().nullable(),
    bytes: z.int().nullable(),
    peer: z.string().nullable(),
    destination: z.string().nullable().openapi({ description: 'Code of the destination group' }),
    outcome: UsageOutcome.nullable(),
    forwarded: z.boolean(),
    billed: z.int().nullable().openapi({ description: 'Seconds, segments or KB the price was computed for' }),
    packaged: z.int().nullable().openapi({ description: 'Part of `billed` that a package covered' }),
    title: z
      .string()
      .nullable()
      .openapi({ description: 'Name of the fee’s tariff, option or package; reason of a correction' }),
    amount: Money,
    state: z.enum(['PRELIMINARY', 'RATED', 'BILLED', 'CORRECTED']),
    late: z.boolean().openapi({ description: 'Arrived after the bill of its month: posted in a later one (DET-7)' }),
  })
  .openapi('UsageEvent');

export const UsageTotals = z
  .object({
    count: z.int(),
    charges: Money,
    accruals: Money,
    total: Money,
    byService: z.array(z.object({ service: UsageService, count: z.int(), amount: Money })),
  })
  .openapi('UsageTotals', { description: 'Of the whole filter, not of the page (DET-4)' });

export const UsagePage = z
  .object({
    account: AccountId,
    items: z.array(UsageEvent),
    totals: UsageTotals,
    nextCursor: NextCursor,
    asOf: Instant,
  })
  .openapi('UsagePage');

export const UsageQuery = PageQuery.extend({
  from: Day,
  to: Day,
  number: PhoneInput.optional(),
  service: UsageService.optional(),
  direction: z.enum(['IN', 'OUT']).optional(),
  paid: z.enum(['true', 'false']).optional().openapi({ description: 'true: only what cost or earned something' }),
});

/** One step of how an amount came about; the leaves of every node sum to it. */
export interface ExplanationNode {
  label: string;
  formula: string | null;
  amount: z.infer<typeof Money>;
  children: ExplanationNode[];
}
export const ExplanationNode: z.ZodType<ExplanationNode> = z
  .object({
    label: z.string(),
    formula: z.string().nullable(),
    amount: Money,
    get children() {
      return z.array(ExplanationNode);
    },
  })
  .openapi('ExplanationNode');

export const Explanation = z
  .object({ amount: Money, nodes: z.array(ExplanationNode) })
  .openapi('Explanation', { description: 'A tree of steps; the leaves of every node sum to it.' });

export const LineExplanationQuery = z.object({
  number: PhoneInput.optional().openapi({ description: 'Absent: lines of the account itself' }),
  kind: LineKind,
});
