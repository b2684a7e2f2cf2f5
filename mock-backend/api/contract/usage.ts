import { z } from '@hono/zod-openapi';
import { AccountId, Day, DayRange, Instant, Money, Month, NextCursor, PageQuery, PhoneInput } from './common.js';
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
    destinationName: z.string().nullable().openapi({ description: 'Its name in the language of the request' }),
    outcome: UsageOutcome.nullable(),
    forwarded: z.boolean(),
    billed: z.int().nullable().openapi({ description: 'Seconds, segments or KB the price was computed for' }),
    packaged: z.int().nullable().openapi({ description: 'Part of `billed` that a package covered' }),
    title: z
      .string()
      .nullable()
      .openapi({ description: 'Name of the fee’s tariff, option or package; reason of a correction' }),
    amount: Money,
    day: Day.openapi({ description: 'Local day it is listed under; that of posting when `basis` is POSTED' }),
    ownDay: Day.openapi({ description: 'Local day of the event itself' }),
    period: DayRange.openapi({ description: 'Days it pays for' }),
    state: z.enum(['PRELIMINARY', 'RATED', 'BILLED', 'CORRECTED']),
    late: z.boolean().openapi({ description: 'Arrived after the bill of its month: posted in a later one (DET-7)' }),
  })
  .openapi('UsageEvent');

export const UsageTotals = z
  .object({
    count: z.int(),
    seconds: z.int().openapi({ description: 'Length of all calls as they were' }),
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
    offset: z.int().openapi({ description: 'Position of the first item in the whole filter' }),
    nextCursor: NextCursor,
    asOf: Instant,
  })
  .openapi('UsagePage');

const services = UsageService.options.join('|');

/** What of the detail is asked for; the same for pages, groups and files (DET-9). */
const filter = {
  from: Day,
  to: Day,
  basis: z.enum(['OWN', 'POSTED']).optional().openapi({
    default: 'OWN',
    description:
      'Which day of an event counts: its own, or the one it was posted on. By the day of posting a month adds up to its bill, late records included (DET-7)',
  }),
  number: PhoneInput.optional().openapi({ description: '`none`: what belongs to no number' }),
  service: z
    .string()
    .regex(new RegExp(`^(${services})(,(${services}))*$`))
    .optional()
    .openapi({ example: 'CALL,SMS', description: 'One service, or several with commas' }),
  direction: z.enum(['IN', 'OUT']).optional(),
  destination: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .openapi({ description: 'Code of a destination group; `none`: what has none' }),
  paid: z.enum(['true', 'false']).optional().openapi({ description: 'true: only what cost or earned something' }),
} as const;

export const UsageQuery = PageQuery.extend({
  ...filter,
  offset: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional()
    .openapi({
      type: 'integer',
      minimum: 0,
      description: 'Begins there instead of at `cursor`: a jump within the list',
    }),
});

export const UsageGroup = z
  .object({
    key: z.string().openapi({ description: 'Day, month, or code of a destination group; empty: no destination' }),
    name: z.string().nullable().openapi({ description: 'Of a destination, in the language of the request' }),
    count: z.int(),
    seconds: z.int(),
    segments: z.int(),
    kilobytes: z.int(),
    charges: Money,
    accruals: Money,
    total: Money,
  })
  .openapi('UsageGroup');

export const UsageGroups = z
  .object({
    account: AccountId,
    by: z.enum(['DAY', 'MONTH', 'DESTINATION']),
    groups: z.array(UsageGroup).openapi({ description: 'Days and months newest first, destinations dearest first' }),
    totals: UsageTotals.openapi({ description: 'Of the whole filter without today' }),
    preliminary: UsageTotals.openapi({ description: 'Of today: not in the statement yet (DET-6)' }),
    elsewhere: z
      .object({ count: z.int(), total: Money, month: Month })
      .nullable()
      .openapi({ description: 'Events of these days that were posted in a later month, named by the last such month' }),
    destinations: z
      .array(z.object({ code: z.string(), name: z.string() }))
      .openapi({ description: 'Destination groups met in these days, whatever the filter' }),
    today: Day,
    asOf: Instant,
  })
  .openapi('UsageGroups');

export const UsageGroupsQuery = z.object({ ...filter, by: z.enum(['DAY', 'MONTH', 'DESTINATION']) });

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
  .object({
    amount: Money,
    nodes: z.array(ExplanationNode),
    vat: z
      .object({ net: Money, vat: Money, rate: z.string().nullable() })
      .optional()
      .openapi({ description: 'How the amount splits; of single events only' }),
    tariff: z.string().nullable().optional().openapi({ description: 'Name of the tariff that applied' }),
  })
  .openapi('Explanation', { description: 'A tree of steps; the leaves of every node sum to it.' });

export const LineExplanationQuery = z.object({
  number: PhoneInput.optional().openapi({ description: 'Absent: lines of the account itself' }),
  kind: LineKind,
});

export const UsageExportInput = z
  .strictObject({
    number: PhoneInput.optional(),
    from: Day,
    to: Day,
    format: z.enum(['CSV', 'XLSX']),
  })
  .openapi('UsageExportInput');
export const UsageExport = z.object({ at: Instant }).openapi('UsageExport');
