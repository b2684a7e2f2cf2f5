import type { z } from '@hono/zod-openapi';
import { firstDay, lastDay } from '../../engine/calendar.js';
import type { BillBlock, BillLine, LineKind, Unit } from '../contract/bills.js';
import { totals } from '../../engine/billing/sheet.js';
import { productTitle } from '../../engine/products/offers.js';
import type { Reader } from '../reader.js';
import type { LineAnswer, SheetAnswer } from './answers.js';

type Kind = z.infer<typeof LineKind>;

const units: Readonly<Record<Kind, z.infer<typeof Unit>>> = {
  FEE: 'DAY',
  OPTION: 'PIECE',
  CALLS: 'SECOND',
  SMS: 'SEGMENT',
  DATA: 'KB',
  SETUP: 'PIECE',
  PACKAGE: 'PIECE',
  MIN_SPEND: 'PIECE',
  CORRECTION: 'PIECE',
  BONUS: 'SECOND',
};

/** What a line or row is for, by the name people know it by; null where its kind says it all. */
export const titleOf = (kind: string, subject: string, { catalogue }: Reader): string | null => {
  switch (kind) {
    case 'FEE':
    case 'MIN_SPEND':
    case 'SETUP':
      return catalogue.tariff(subject)?.name ?? catalogue.option(subject)?.name ?? productTitle(subject);
    case 'OPTION':
      return catalogue.option(subject)?.name ?? productTitle(subject) ?? subject;
    case 'PACKAGE':
      return catalogue.package(subject)?.name ?? subject;
    case 'CORRECTION':
      return subject;
    default:
      return null;
  }
};

function lineView(line: LineAnswer, reader: Reader): z.infer<typeof BillLine> {
  return {
    kind: line.kind,
    title: titleOf(line.kind, line.subject, reader),
    quantity: line.quantity,
    unit: units[line.kind],
    amount: reader.money(line.amount),
    net: reader.money(line.net),
    vat: reader.money(line.vat),
    vatRate: line.vatRate,
    period: { ...line.period },
  };
}

/** Name of the tariff that the number had last in the month. */
function tariffNameOf(number: string | null, month: string, { state, catalogue, zone }: Reader): string | null {
  const stays = state.numbers.find((candidate) => candidate.number === number)?.stays ?? [];
  const end = zone.startOf(lastDay(month));
  const stay = stays.filter(({ from }) => from <= end).at(-1) ?? stays[0];
  return stay === undefined ? null : (catalogue.tariff(stay.tariff)?.name ?? stay.tariff);
}

/** Blocks of a statement or bill with the names that people know things by. */
export function blocksView(sheet: SheetAnswer, reader: Reader): z.infer<typeof BillBlock>[] {
  return sheet.blocks.map(({ number, lines, subtotal }) => ({
    number,
    title: null,
    tariffName: tariffNameOf(number, sheet.month, reader),
    lines: lines.map((line) => lineView(line, reader)),
    subtotal: reader.money(subtotal),
  }));
}

/** A sheet as the user sees it: blocks of his numbers alone, and sums of these. @see domain.md ADM-4 */
export function seenSheet<S extends SheetAnswer>(sheet: S, reader: Reader): S {
  if (reader.scope === null) return sheet;
  const blocks = sheet.blocks.filter(({ number }) => reader.sees(number));
  return { ...sheet, blocks, ...totals(blocks, reader.zero) };
}

/** For answers: the only numbers that are counted. */
export const countedView = ({ scope }: Reader): string[] | null => scope && [...scope];

/** The sums of a statement or bill. */
export function sumsView(sheet: Pick<SheetAnswer, 'charges' | 'accruals' | 'total' | 'net' | 'vat'>, reader: Reader) {
  return {
    charges: reader.money(sheet.charges),
    accruals: reader.money(sheet.accruals),
    total: reader.money(sheet.total),
    net: reader.money(sheet.net),
    vat: reader.money(sheet.vat),
  };
}

export const periodOf = (month: string) => ({ from: firstDay(month), to: lastDay(month) });
