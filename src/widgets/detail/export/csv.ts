import type { Cell, Table } from './table.js';

/** Rows written between two looks at whether the reader cancelled. */
const SLICE = 5_000;

/**
 * What a spreadsheet would take for a formula. Numbers are none: the sign of an accrual stays a sign.
 *
 * @see domain.md DET-9
 */
const FORMULA = /^(?!-?\d+(?:,\d+)?$)[=+\-@\t\r]/;

/**
 * The table as CSV: UTF-8 with a byte order mark, `;`, decimal comma.
 *
 * @param step - Called between pieces with the share done; throws to end the work.
 */
export async function csvOf({ columns, rows, totals }: Table, step: (share: number) => Promise<void>): Promise<Blob> {
  const width = columns.length;
  // The column of amounts, so that totals stand below what they sum.
  const amounts = width - 3;
  const pieces = ['\uFEFF', csv([columns])];
  for (let from = 0; from < rows.length; from += SLICE) {
    pieces.push(csv(rows.slice(from, from + SLICE).map((row) => row.map(written))));
    await step(Math.min(1, (from + SLICE) / rows.length));
  }
  pieces.push(
    csv(
      totals.map(([name, amount]) =>
        Array.from({ length: width }, (_, at) => (at === 0 ? name : at === amounts ? comma(amount) : '')),
      ),
    ),
  );
  return new Blob(pieces, { type: 'text/csv;charset=utf-8' });
}

/** RFC 4180, but for the separator that spreadsheets of a decimal comma expect. */
function csv(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => `${line.map(quoted).join(';')}\r\n`).join('');
}

function quoted(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const written = (cell: Cell): string => (cell.is === 'number' ? comma(cell.value) : cell.text);
const comma = (value: string): string => value.replace('.', ',');
