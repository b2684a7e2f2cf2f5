import type { z } from '@hono/zod-openapi';
import { dayNumber } from '../../engine/calendar.js';
import { DetailBook } from '../../engine/detail/book.js';
import type { DetailFilter } from '../../engine/detail/filter.js';
import type { Entry } from '../../engine/events.js';
import { scaleOf } from '../../engine/money.js';
import { DETAIL_SERVICES } from '../../engine/query.js';
import { eventOf } from '../../world/accounts.js';
import type { UsageQuery } from '../contract/usage.js';
import { fail } from '../errors.js';
import type { Reader } from '../reader.js';
import type { WorldHost } from '../worlds.js';

/** The longest period that is shown at once. @see domain.md DET-3 */
export const MAX_DAYS = 93;

export type UsageFilter = Pick<
  z.infer<typeof UsageQuery>,
  'from' | 'to' | 'basis' | 'number' | 'service' | 'direction' | 'destination' | 'paid'
>;

interface Kept {
  readonly seq: number;
  readonly entries: number;
  readonly rows: Entry[];
  readonly book: DetailBook;
}

/** Books of the accounts that were asked about, one each. */
const books = new WeakMap<WorldHost, Map<string, Kept>>();
const KEPT = 16;

/**
 * The detail of an account, sorted. It is read from the journal once; later only what was added is read.
 *
 * @see domain.md DET-1
 */
export async function bookOf(reader: Reader): Promise<DetailBook> {
  const { host, state, world } = reader;
  const kept = books.get(host) ?? new Map<string, Kept>();
  books.set(host, kept);
  const seq = world.accounts.seq(state.id);
  const known = kept.get(state.id);
  if (known !== undefined && known.entries === state.entries) return known.book;
  const added: Entry[] = [];
  for await (const stored of host.store.scan({
    account: state.id,
    types: ['entry.posted'],
    afterSeq: known?.seq ?? 0,
  })) {
    const event = eventOf(stored);
    if (stored.seq <= seq && event.type === 'entry.posted') added.push(event.entry);
  }
  const rows = [...(known?.rows ?? []), ...added];
  const next: Kept = { seq, entries: state.entries, rows, book: new DetailBook(rows, scaleOf(state.currency)) };
  kept.delete(state.id);
  kept.set(state.id, next);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return next.book;
}

/**
 * What a request asks of the detail, in the engine's words.
 *
 * @throws {ApiProblem} RANGE_INVALID, RANGE_TOO_LONG; NOT_FOUND for a number that is not the account's
 */
export function filterOf(reader: Reader, query: UsageFilter): DetailFilter {
  const { from, to, basis, number, service, direction, destination, paid } = query;
  if (from > to) fail('RANGE_INVALID', { fields: [{ path: 'from', in: 'query', fault: 'value' }] });
  if (dayNumber(to) - dayNumber(from) >= MAX_DAYS) {
    fail('RANGE_TOO_LONG', {
      params: { n: String(MAX_DAYS) },
      fields: [{ path: 'from', in: 'query', fault: 'small' }],
    });
  }
  const { scope } = reader;
  const services = service?.split(',');
  return {
    from,
    to,
    basis: basis ?? 'OWN',
    ...(number === undefined ? {} : { number: number === 'none' ? null : reader.number(number).number }),
    ...(scope === null ? {} : { scope }),
    ...(services === undefined ? {} : { services: DETAIL_SERVICES.filter((name) => services.includes(name)) }),
    ...(direction === undefined ? {} : { direction }),
    ...(destination === undefined ? {} : { destination: destination === 'none' ? null : destination }),
    ...(paid === 'true' ? { paid: true } : {}),
  };
}
