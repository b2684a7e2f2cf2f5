/** Turns the growing lines of a month into the sheet of a statement or a bill. @see domain.md BIL-2, BIL-10, VAT-3; FORMAT.md §6 */
import { addDays, firstDay, lastDay } from '../calendar.js';
import { isZero, plus, sign, sumOf, zero as zeroAt } from '../money.js';
import { LINE_KINDS } from '../query.js';
import { vatInside } from '../rating/tax.js';
import type { AccountState, BillBlock, BillLine, LineState, NumberState, Sheet } from '../state.js';

const KIND_ORDER = new Map(LINE_KINDS.map((kind, index) => [kind, index]));

/**
 * The sheet of a month.
 *
 * @param through - Last day that counts; a statement leaves out what came later.
 * @param startOf - First instant of a local day.
 */
export function sheetOf(
  state: AccountState,
  month: string,
  through: string,
  scale: number,
  startOf: (day: string) => number,
): Sheet {
  const zero = zeroAt(scale);
  const lines = Object.values(state.months[month]?.lines ?? {})
    .sort(inOrderOfBill)
    .flatMap((line): { number: string | null; line: BillLine }[] => {
      const finished = finish(line, through, scale, zero);
      return finished ? [{ number: line.number, line: finished }] : [];
    });
  const from = startOf(firstDay(month));
  const until = startOf(addDays(through < lastDay(month) ? through : lastDay(month), 1));
  const owners = [
    ...state.numbers.map((number) => ({ number: number.number, active: isActive(number, from, until) })),
    { number: null, active: false },
  ];
  const blocks = owners.flatMap(({ number, active }): BillBlock[] => {
    const own = lines.filter((line) => line.number === number).map(({ line }) => line);
    return own.length > 0 || active ? [{ number, lines: own, subtotal: total(own, zero) }] : [];
  });
  return { blocks, ...totals(blocks, zero) };
}

/** Whether a sheet has any line at all. */
export function hasLines(sheet: Sheet): boolean {
  return sheet.blocks.some(({ lines }) => lines.length > 0);
}

function inOrderOfBill(a: LineState, b: LineState): number {
  const byKind = (KIND_ORDER.get(a.kind) ?? 0) - (KIND_ORDER.get(b.kind) ?? 0);
  if (byKind !== 0) return byKind;
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return a.order - b.order;
}

/** A line through a day; `null` if there is nothing in it (BIL-10). */
function finish(line: LineState, through: string, scale: number, zero: string): BillLine | null {
  let quantity = 0;
  const [grosses, nets, vats]: [string[], string[], string[]] = [[], [], []];
  for (const [day, sum] of Object.entries(line.days)) {
    if (day > through) continue;
    quantity += sum.quantity;
    grosses.push(sum.gross);
    nets.push(sum.net);
    vats.push(sum.vat);
  }
  const [gross, net, vat] = [sumOf(grosses, zero), sumOf(nets, zero), sumOf(vats, zero)];
  const inside = vatInside(gross, line.vatRate, scale);
  const amount = sumOf([gross, net, vat], zero);
  if (quantity === 0 && isZero(amount)) return null;
  return {
    kind: line.kind,
    period: { from: line.from, to: lastDayOf(line, through) },
    subject: line.subject,
    quantity,
    amount,
    net: plus(inside.net, net),
    vat: plus(inside.vat, vat),
    vatRate: line.vatRate,
  };
}

/** Last day that a line pays for. One that grows by the day, such as a daily fee, ends where its sum does: a statement leaves out today. */
function lastDayOf({ to, days }: LineState, through: string): string {
  const charged = Object.keys(days).sort();
  if (to !== charged.at(-1)) return to;
  return charged.filter((day) => day <= through).at(-1) ?? to;
}

function isActive(number: NumberState, from: number, until: number): boolean {
  return from < until && number.stays.some((stay) => stay.from < until && (stay.until === null || stay.until > from));
}

function total(lines: readonly Pick<BillLine, 'amount'>[], zero: string): string {
  return sumOf(
    lines.map(({ amount }) => amount),
    zero,
  );
}

/** Sums of a sheet. @param blocks - All of them, or those of some numbers (ADM-4). */
export function totals(
  blocks: readonly { readonly lines: readonly Pick<BillLine, 'amount' | 'net' | 'vat'>[] }[],
  zero: string,
): Omit<Sheet, 'blocks'> {
  const lines = blocks.flatMap((block) => block.lines);
  const sum = (amounts: readonly string[]) => sumOf(amounts, zero);
  return {
    charges: sum(lines.map(({ amount }) => amount).filter((amount) => sign(amount) > 0)),
    accruals: sum(lines.map(({ amount }) => amount).filter((amount) => sign(amount) < 0)),
    total: total(lines, zero),
    net: sum(lines.map(({ net }) => net)),
    vat: sum(lines.map(({ vat }) => vat)),
  };
}
