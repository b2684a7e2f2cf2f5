/** What of an account's detail is asked for. @see domain.md DET-2, DET-7 */
import type { Entry } from '../events.js';
import type { DetailService } from '../query.js';

/** `OWN`: the day of the event itself. `POSTED`: the day it was posted on, by which a month adds up to its bill. */
export type DetailBasis = 'OWN' | 'POSTED';

export interface DetailFilter {
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
  readonly basis?: DetailBasis;
  /** E.164; `null`: what belongs to no number. */
  readonly number?: string | null;
  /** The only numbers that may be seen at all (ADM-4). */
  readonly scope?: readonly string[];
  readonly services?: readonly DetailService[];
  readonly direction?: 'IN' | 'OUT';
  /** Code of a destination group; `null`: what has none. */
  readonly destination?: string | null;
  /** Only what cost or earned something. */
  readonly paid?: boolean;
}

/** Local day under which the entry is listed. */
export function dayOn(entry: Entry, basis: DetailBasis): string {
  return basis === 'OWN' ? entry.day : entry.statementDay;
}

/** Posted in a later month than its own: its bill had been issued (DET-7). */
export function isLate(entry: Entry): boolean {
  return entry.month !== entry.day.slice(0, 7);
}

/** Everything but the days, which the book finds by searching. */
export function matches(entry: Entry, filter: DetailFilter): boolean {
  if (filter.number !== undefined && entry.number !== filter.number) return false;
  if (filter.scope !== undefined && (entry.number === null || !filter.scope.includes(entry.number))) return false;
  if (filter.services !== undefined && !filter.services.includes(entry.service)) return false;
  if (filter.direction !== undefined && entry.usage?.direction !== filter.direction) return false;
  if (filter.destination !== undefined && (entry.usage?.destination ?? null) !== filter.destination) return false;
  return filter.paid !== true || /[1-9]/.test(entry.amount);
}
