import { parse } from 'csv-parse/browser/esm/sync';
import type { Usage } from '../command.js';
import { readRow, type RowReason, USAGE_COLUMNS } from './row.js';

/** A row that is not taken, by the physical line it begins on; the header is line 1. */
export interface RejectedRow {
  readonly line: number;
  readonly reason: RowReason;
}

/** What a row of a file turned out to be. */
export type CsvRow = { readonly line: number; readonly usage: Usage } | RejectedRow;

/** Lines that one quoted row may take. A quote that is never closed spoils its own line, not the rest of the file. */
const MAX_LINES_OF_A_ROW = 16;
/** Rows whose numbers are looked up together. */
const LOOK_UP = 500;
/** Characters that one line may have: a file without line ends must not fill the memory. */
const MAX_LINE_LENGTH = 65_536;

interface Line {
  readonly line: number;
  readonly text: string;
}

/**
 * Reads a file of usage piece by piece. Memory does not grow with the file.
 *
 * A wrong header rejects line 1 and ends the reading: the columns of what follows would be a guess. Empty lines are no rows.
 *
 * @param source - The text or its UTF-8 bytes, cut anywhere.
 * @param known - Those of some numbers that belong to an account.
 * @returns Rows in the order of the file.
 * @see FORMAT.md §8; RFC 4180
 */
export async function* readUsageCsv(
  source: AsyncIterable<string | Uint8Array>,
  known: (numbers: readonly string[]) => Promise<ReadonlySet<string>>,
): AsyncGenerator<CsvRow, void, undefined> {
  let header = true;
  let waiting: Row[] = [];
  for await (const { line, text } of rowsOf(linesOf(source))) {
    const fields = fieldsOf(text);
    if (header) {
      header = false;
      if (fields?.length !== USAGE_COLUMNS.length || USAGE_COLUMNS.some((name, index) => fields[index] !== name)) {
        yield { line, reason: 'COLUMNS' };
        return;
      }
      continue;
    }
    if (text === '') continue;
    waiting.push({ line, fields });
    if (waiting.length < LOOK_UP) continue;
    yield* await checked(waiting, known);
    waiting = [];
  }
  yield* await checked(waiting, known);
  if (header) yield { line: 1, reason: 'COLUMNS' };
}

interface Row {
  readonly line: number;
  readonly fields: readonly string[] | null;
}

async function checked(
  rows: readonly Row[],
  known: (numbers: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<readonly CsvRow[]> {
  const column = USAGE_COLUMNS.indexOf('number');
  const numbers = await known([...new Set(rows.flatMap(({ fields }) => fields?.[column] ?? []))]);
  return rows.map(({ line, fields }) => ({
    line,
    ...(fields ? readRow(fields, (number) => numbers.has(number)) : ({ reason: 'COLUMNS' } as const)),
  }));
}

/** The fields of one row; `null` if its quotes are wrong. */
function fieldsOf(row: string): readonly string[] | null {
  // Most rows have no quotes, and then the commas are all there is.
  if (!row.includes('"')) return row.split(',');
  try {
    const [fields] = parse(row, { relax_column_count: true, record_delimiter: '\u0000' });
    return fields ?? null;
  } catch {
    return null;
  }
}

/** Joins the lines that belong to one row because a quoted field runs over a line end. */
async function* rowsOf(lines: AsyncIterable<Line>): AsyncGenerator<Line, void, undefined> {
  let open: Line[] = [];
  for await (const next of lines) {
    open.push(next);
    const row = closed(open);
    if (row) {
      yield row;
      open = [];
    } else if (open.length === MAX_LINES_OF_A_ROW) {
      yield* apart(open);
      open = [];
    }
  }
  yield* apart(open);
}

function closed(lines: readonly Line[]): Line | null {
  const [first] = lines;
  if (!first) return null;
  let quotes = 0;
  for (const { text } of lines) quotes += count(text, '"');
  return quotes % 2 === 0 ? { line: first.line, text: lines.map(({ text }) => text).join('\n') } : null;
}

/** The first line has a quote that is never closed: it stands alone, and the others are looked at anew. */
function* apart(lines: readonly Line[]): Generator<Line, void, undefined> {
  let rest = lines;
  while (rest.length > 0) {
    const size = rest.findIndex((_, index) => closed(rest.slice(0, index + 1)) !== null) + 1;
    const row = closed(rest.slice(0, size)) ?? rest[0];
    if (row) yield row;
    rest = rest.slice(Math.max(size, 1));
  }
}

/** Cuts the stream into lines without their ends (LF or CRLF) and without a byte order mark. */
async function* linesOf(source: AsyncIterable<string | Uint8Array>): AsyncGenerator<Line, void, undefined> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let line = 1;
  let rest = '';
  let tooLong = false;
  for await (const piece of source) {
    rest += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
    let from = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', from)) {
      yield { line, text: tooLong ? TOO_LONG : trimmed(rest.slice(from, end), line) };
      tooLong = false;
      line += 1;
      from = end + 1;
    }
    rest = rest.slice(from);
    if (rest.length > MAX_LINE_LENGTH) {
      tooLong = true;
      rest = '';
    }
  }
  rest += decoder.decode();
  if (tooLong) yield { line, text: TOO_LONG };
  else if (rest !== '') yield { line, text: trimmed(rest, line) };
}

/** Stands for a line that was thrown away: one column, so that it is rejected for its columns. */
const TOO_LONG = '…';

function trimmed(text: string, line: number): string {
  const end = text.endsWith('\r') ? text.length - 1 : text.length;
  return text.slice(line === 1 && text.startsWith('\uFEFF') ? 1 : 0, end);
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}
