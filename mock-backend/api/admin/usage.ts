import { z } from '@hono/zod-openapi';
import type { Receipt } from '../../engine/command.js';
import { fail } from '../errors.js';
import { bodyOf } from '../middleware/limits.js';
import { checked } from '../validation.js';
import type { WorldHost } from '../worlds.js';

/** Columns of a usage file, in order. @see FORMAT.md §8 */
const COLUMNS = [
  'id',
  'number',
  'service',
  'direction',
  'start',
  'seconds',
  'segments',
  'bytes',
  'peer',
  'outcome',
  'forwarded',
] as const;

/** Records that one JSON batch may have; more come as CSV. */
const MAX_BATCH = 10_000;

const Cell = z.union([z.string().max(256), z.number(), z.boolean(), z.null()]);
const Batch = z.strictObject({ items: z.array(z.partialRecord(z.enum(COLUMNS), Cell)).max(MAX_BATCH) });

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A batch as a file: the same reader, the same reasons. Record `i` of the batch is line `i + 2`. */
function* rowsOf({ items }: z.infer<typeof Batch>): Iterable<string> {
  yield `${COLUMNS.join(',')}\n`;
  for (const item of items) yield `${COLUMNS.map((column) => quoted(String(item[column] ?? ''))).join(',')}\n`;
}

async function* asyncOf(rows: Iterable<string>): AsyncIterable<string> {
  yield* rows;
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/**
 * Takes usage in: a CSV file of any length as it comes, or a batch of JSON records.
 *
 * @param as - Name under which the result can be asked for later.
 * @returns `{accepted, duplicates, rejected: [{line, reason}]}`
 * @see FORMAT.md §8
 */
export async function importRows(host: WorldHost, request: Request, as: string | undefined): Promise<Receipt> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const world = await host.present();
  const options = as === undefined ? {} : { as };
  if (type === 'text/csv') {
    const body = await bodyOf(request);
    if (body === null) return fail('BODY_INVALID');
    return world.perform({ do: 'usage.import', file: as ?? 'usage.csv' }, { ...options, source: chunksOf(body) });
  }
  if (type !== 'application/json')
    return fail('MEDIA_TYPE_UNSUPPORTED', { params: { expected: 'text/csv, application/json' } });
  const json: unknown = await request.json().catch(() => fail('BODY_INVALID'));
  const batch = checked(Batch, json, 'body');
  return world.perform(
    { do: 'usage.import', file: as ?? 'batch.json' },
    { ...options, source: asyncOf(rowsOf(batch)) },
  );
}
