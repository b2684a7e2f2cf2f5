import type { z } from '@hono/zod-openapi';
import { addMonths, monthOf } from '../../engine/calendar.js';
import { minus, plus } from '../../engine/money.js';
import type { Statement } from '../contract/bills.js';
import type { Reader } from '../reader.js';
import { BillAnswer, StatementAnswer } from './answers.js';
import { blocksView, countedView, periodOf, seenSheet, sumsView } from './sheet.js';

/**
 * The current statement, and how it leads to the balance.
 *
 * @see domain.md BIL-3…BIL-8
 */
export async function statementView(reader: Reader): Promise<z.infer<typeof Statement>> {
  const { state } = reader;
  const answer = seenSheet(StatementAnswer.parse(await reader.ask({ get: 'statement', account: state.id })), reader);
  const previous = await previousMonth(reader, addMonths(answer.month, -1));
  const opening = previous?.closing ?? state.closed.closing;
  const payments = state.paid[answer.month] ?? reader.zero;
  const byStatement = minus(plus(opening, payments), answer.total);
  return {
    account: state.id,
    month: answer.month,
    period: periodOf(answer.month),
    asOf: answer.asOf,
    days: answer.days,
    complete: true,
    blocks: blocksView(answer, reader),
    numbers: countedView(reader),
    ...sumsView(answer, reader),
    reconciliation:
      reader.scope === null
        ? {
            opening: reader.money(opening),
            payments: reader.money(payments),
            total: reader.money(answer.total),
            byStatement: reader.money(byStatement),
            today: reader.money(minus(byStatement, state.balance)),
            balance: reader.money(state.balance),
          }
        : null,
    previous:
      previous === null
        ? null
        : {
            month: previous.month,
            state: previous.number === null ? 'CLOSING' : 'ISSUED',
            total: reader.money(seenSheet(previous, reader).total),
          },
  };
}

/** The month before, while its bill is still being formed or was formed this month; `null` when there is none. */
async function previousMonth(reader: Reader, month: string): Promise<BillAnswer | null> {
  const { state } = reader;
  if (month < monthOf(state.openedOn) || state.closed.month >= month) return null;
  return BillAnswer.nullable().parse(await reader.ask({ get: 'bill', account: state.id, month }));
}
