import type { z } from '@hono/zod-openapi';
import { addMonths, monthOf } from '../../engine/calendar.js';
import { totals } from '../../engine/billing/sheet.js';
import { plus } from '../../engine/money.js';
import { LINE_KINDS } from '../../engine/query.js';
import type { MonthSummary, Summary } from '../contract/bills.js';
import { fail } from '../errors.js';
import type { Reader } from '../reader.js';
import { BillAnswer, SheetAnswer, SummaryAnswer } from './answers.js';
import { countedView } from './sheet.js';

/** The longest summary. @see domain.md DET-3 */
const MONTHS = 36;

interface Sheet {
  readonly blocks: readonly {
    readonly number: string | null;
    readonly lines: readonly {
      readonly kind: string;
      readonly amount: string;
      readonly net: string;
      readonly vat: string;
    }[];
  }[];
}

function byService(sheet: Pick<Sheet, 'blocks'>, reader: Reader): z.infer<typeof MonthSummary>['byService'] {
  const lines = sheet.blocks.flatMap((block) => block.lines);
  return LINE_KINDS.flatMap((service) => {
    const own = lines.filter(({ kind }) => kind === service);
    if (own.length === 0) return [];
    return [{ service, amount: reader.money(own.map(({ amount }) => amount).reduce(plus, reader.zero)) }];
  });
}

async function sheetOf(month: string, state: 'OPEN' | 'CLOSING' | 'CLOSED', reader: Reader): Promise<Sheet> {
  const account = reader.state.id;
  if (state === 'CLOSED') return reader.state.bills.find((bill) => bill.month === month) ?? { blocks: [] };
  if (state === 'OPEN') return SheetAnswer.parse(await reader.ask({ get: 'statement', account }));
  return BillAnswer.nullable().parse(await reader.ask({ get: 'bill', account, month })) ?? { blocks: [] };
}

/**
 * Expenses by month, oldest first; the open month counts up to the end of yesterday.
 *
 * @param from - First month; a year back unless given.
 * @see domain.md DET-1, DET-4
 */
export async function summaryView(
  reader: Reader,
  from: string | undefined,
  to: string | undefined,
): Promise<z.infer<typeof Summary>> {
  const { state } = reader;
  const last = to ?? monthOf(state.day);
  const first = from ?? addMonths(last, -11);
  if (first > last) fail('RANGE_INVALID', { fields: [{ path: 'from', in: 'query', fault: 'value' }] });
  if (addMonths(first, MONTHS) <= last)
    fail('REQUEST_INVALID', { fields: [{ path: 'from', in: 'query', fault: 'small' }] });
  const answer = SummaryAnswer.parse(await reader.ask({ get: 'summary', account: state.id, from: first, to: last }));
  const months = await Promise.all(
    answer.map(async (month) => {
      const { blocks } = await sheetOf(month.month, month.state, reader);
      const sheet = { blocks: blocks.filter(({ number }) => reader.sees(number)) };
      return { ...month, sheet, ...(reader.scope === null ? {} : totals(sheet.blocks, reader.zero)) };
    }),
  );
  const sum = (pick: (month: (typeof months)[number]) => string) =>
    reader.money(months.map(pick).reduce(plus, reader.zero));
  return {
    account: state.id,
    numbers: countedView(reader),
    months: months.map(({ sheet, ...month }) => ({
      month: month.month,
      charges: reader.money(month.charges),
      accruals: reader.money(month.accruals),
      total: reader.money(month.total),
      byService: byService(sheet, reader),
      state: month.state,
    })),
    charges: sum(({ charges }) => charges),
    accruals: sum(({ accruals }) => accruals),
    total: sum(({ total }) => total),
    asOf: reader.asOf,
  };
}
