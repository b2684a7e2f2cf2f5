import type { z } from '@hono/zod-openapi';
import { addDays, addMonths, monthOf } from '../../engine/calendar.js';
import { sign } from '../../engine/money.js';
import { BillState, type Bill, type BillDocument, type BillSummary, type DocumentKind } from '../contract/bills.js';
import type { FaultKind } from '../faults.js';
import type { Reader } from '../reader.js';
import { BillAnswer } from './answers.js';
import { blocksView, countedView, periodOf, seenSheet, sumsView } from './sheet.js';

/** A document is made within this time after the bill's issue. */
const GENERATION_MS = 60_000;

/** Sizes of files that were made already, by what names them. */
export type Sizes = ReadonlyMap<string, number>;

export interface BillOptions {
  readonly faults: ReadonlySet<FaultKind>;
  readonly sizes: Sizes;
}

/** Kinds of documents that belong to a bill. @see domain.md BIL-15, BIL-17 */
function kindsOf(bill: BillAnswer, { state }: Reader): readonly z.infer<typeof DocumentKind>[] {
  if (sign(bill.total) <= 0) return ['BILL'];
  return state.kind === 'INDIVIDUAL' ? ['BILL', 'ACT'] : ['BILL', 'UPD'];
}

/** What names a file among all that were made. */
export const documentKey = (reader: Reader, month: string, kind: string): string =>
  [reader.host.id, reader.state.id, month, kind].join('/');

function documentsOf(
  bill: BillAnswer,
  issuedAt: number,
  reader: Reader,
  options: BillOptions,
): z.infer<typeof BillDocument>[] {
  const making = options.faults.has('document-generating') || reader.now < issuedAt + GENERATION_MS;
  const state = options.faults.has('document-failed') ? 'FAILED' : making ? 'GENERATING' : 'READY';
  return kindsOf(bill, reader).map((kind) => ({
    kind,
    number: bill.number,
    date: reader.zone.dayAt(issuedAt),
    format: 'PDF',
    state,
    size: options.sizes.get(documentKey(reader, bill.month, kind)) ?? null,
    href: `/v1/accounts/${encodeURIComponent(reader.state.id)}/bills/${bill.month}/documents/${kind}`,
  }));
}

/** What is of the contract as a whole is not told to who sees some numbers only (ADM-4). */
function headOf(whole: BillAnswer, reader: Reader, options: BillOptions): z.infer<typeof BillSummary> {
  const { state, zone, catalogue } = reader;
  const bill = seenSheet(whole, reader);
  const ofContract = (value: string) => reader.moneyOrNull(reader.scope === null ? value : null);
  const issued = state.bills.find(({ month }) => month === bill.month);
  const { charges, accruals, total } = sumsView(bill, reader);
  return {
    account: state.id,
    month: bill.month,
    number: bill.number,
    state: BillState.parse(bill.state),
    period: periodOf(bill.month),
    issuedAt: issued === undefined ? null : zone.format(issued.issuedAt),
    dueDate:
      issued === undefined || state.billingMode === 'PREPAID'
        ? null
        : addDays(issued.issuedOn, catalogue.policy.dueDays),
    opening: ofContract(bill.opening),
    payments: ofContract(bill.payments),
    charges,
    accruals,
    total,
    closing: ofContract(bill.closing),
    toPay: ofContract(bill.toPay),
    documents: issued === undefined || reader.scope !== null ? [] : documentsOf(bill, issued.issuedAt, reader, options),
  };
}

/** The bill of a month; `null` when there is none. @see domain.md §5.2 */
export async function billView(
  reader: Reader,
  month: string,
  options: BillOptions,
): Promise<z.infer<typeof Bill> | null> {
  if (month < monthOf(reader.state.openedOn)) return null;
  const bill = BillAnswer.nullable().parse(await reader.ask({ get: 'bill', account: reader.state.id, month }));
  if (bill === null || bill.state === 'OPEN') return null;
  const seen = seenSheet(bill, reader);
  return {
    ...headOf(bill, reader, options),
    numbers: countedView(reader),
    blocks: blocksView(seen, reader),
    ...sumsView(seen, reader),
    asOf: reader.asOf,
  };
}

type Bill_ = z.infer<typeof Bill>;
/** A bill with what is of the contract. */
export type WholeBill = Bill_ & { [Name in 'opening' | 'payments' | 'closing' | 'toPay']: NonNullable<Bill_[Name]> };

const isWhole = (bill: Bill_): bill is WholeBill =>
  bill.opening !== null && bill.payments !== null && bill.closing !== null && bill.toPay !== null;

/** The bill of a month for a document of the contract; `null` also for who sees some numbers only (ADM-4). */
export async function wholeBillView(reader: Reader, month: string, options: BillOptions): Promise<WholeBill | null> {
  const bill = await billView(reader, month, options);
  return bill !== null && isWhole(bill) ? bill : null;
}

/** All bills, newest first; a month whose bill is being formed stands before them (BIL-6). */
export async function billViews(reader: Reader, options: BillOptions): Promise<z.infer<typeof BillSummary>[]> {
  const { state } = reader;
  const last = addMonths(monthOf(state.day), -1);
  const closing =
    state.closed.month < last && last >= monthOf(state.openedOn)
      ? BillAnswer.nullable().parse(await reader.ask({ get: 'bill', account: state.id, month: last }))
      : null;
  const issued: unknown = await reader.ask({ get: 'bills', account: state.id });
  const bills = BillAnswer.array().parse(issued);
  const all = closing === null || bills.some(({ month }) => month === closing.month) ? bills : [closing, ...bills];
  return all.map((bill) => headOf(bill, reader, options));
}
