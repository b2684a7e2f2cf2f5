/**
 * The detail of one account, sorted once, so that a page anywhere in a hundred thousand rows costs a slice, and sums of a filter are
 * made once however many pages are read.
 *
 * @see domain.md DET-1 … DET-7
 */
import type { Entry } from '../events.js';
import { type DetailBasis, type DetailFilter, dayOn, isLate, matches } from './filter.js';
import { type DetailTotals, fromMinor, Tally, toMinor } from './sums.js';

export type DetailGrouping = 'DAY' | 'MONTH' | 'DESTINATION';

export interface DetailGroup extends DetailTotals {
  /** Day, month, or code of a destination group; empty: no destination. */
  readonly key: string;
}

export interface DetailGroups {
  readonly groups: readonly DetailGroup[];
  /** Of the whole filter without today. */
  readonly totals: DetailTotals;
  /** Of today, which is not in the statement yet (DET-6). */
  readonly preliminary: DetailTotals;
  /** Events of these days that were posted in a later month. */
  readonly elsewhere: { readonly count: number; readonly total: string; readonly month: string } | null;
  /** Destination groups met in these days, whatever the rest of the filter. */
  readonly destinations: readonly string[];
}

interface Row {
  readonly entry: Entry;
  readonly minor: bigint;
}

/** Rows of a filter, newest first. */
interface Selection {
  readonly rows: readonly Row[];
  totals?: DetailTotals;
  groups: Partial<Record<DetailGrouping, DetailGroups>>;
}

/** Filters that are remembered: those of a few widgets that page at the same time. */
const REMEMBERED = 12;

export class DetailBook {
  readonly #rows: Readonly<Record<DetailBasis, Row[]>>;
  readonly #selections = new Map<string, Selection>();

  /**
   * @param entries - In any order.
   * @param scale - Digits after the point of the account's currency.
   */
  constructor(
    entries: readonly Entry[],
    private readonly scale: number,
  ) {
    const rows = entries.map((entry): Row => ({ entry, minor: toMinor(entry.amount) }));
    this.#rows = { OWN: sorted(rows, 'OWN'), POSTED: sorted(rows, 'POSTED') };
  }

  /** Rows `offset … offset + limit`, newest first, and the number of all. */
  page(filter: DetailFilter, offset: number, limit: number): { readonly count: number; readonly entries: Entry[] } {
    const { rows } = this.#select(filter);
    return { count: rows.length, entries: rows.slice(offset, offset + limit).map(({ entry }) => entry) };
  }

  /** Position of the first row after the one with this id; for cursors that survive new rows. 0 if it is gone. */
  after(filter: DetailFilter, id: string): number {
    return this.#select(filter).rows.findIndex(({ entry }) => entry.id === id) + 1;
  }

  /** Sums of the whole filter (DET-4). */
  totals(filter: DetailFilter): DetailTotals {
    const selection = this.#select(filter);
    return (selection.totals ??= this.#tally(selection.rows).totals);
  }

  /** @param today - Local day of the account: what is posted on it is preliminary. */
  groups(filter: DetailFilter, by: DetailGrouping, today: string): DetailGroups {
    const selection = this.#select(filter);
    return (selection.groups[by] ??= this.#group(selection.rows, filter, by, today));
  }

  #select(filter: DetailFilter): Selection {
    const key = JSON.stringify(filter, Object.keys(filter).sort());
    const known = this.#selections.get(key);
    // The last one asked for is the last to be forgotten.
    this.#selections.delete(key);
    const selection = known ?? {
      rows: this.#within(filter).filter(({ entry }) => matches(entry, filter)),
      groups: {},
    };
    this.#selections.set(key, selection);
    for (const old of this.#selections.keys()) {
      if (this.#selections.size <= REMEMBERED) break;
      this.#selections.delete(old);
    }
    return selection;
  }

  /** Rows of the days asked for: two searches in the sorted list. */
  #within({ from, to, basis = 'OWN' }: DetailFilter): Row[] {
    const rows = this.#rows[basis];
    return rows.slice(
      leading(rows, ({ entry }) => dayOn(entry, basis) > to),
      leading(rows, ({ entry }) => dayOn(entry, basis) >= from),
    );
  }

  #tally(rows: readonly Row[]): Tally {
    const tally = new Tally(this.scale);
    for (const { entry, minor } of rows) tally.add(entry, minor);
    return tally;
  }

  #group(rows: readonly Row[], filter: DetailFilter, by: DetailGrouping, today: string): DetailGroups {
    const basis = filter.basis ?? 'OWN';
    const tallies = new Map<string, Tally>();
    const posted = new Tally(this.scale);
    const preliminary = new Tally(this.scale);
    for (const { entry, minor } of rows) {
      const key = keyOf(entry, by, basis);
      let tally = tallies.get(key);
      if (tally === undefined) tallies.set(key, (tally = new Tally(this.scale)));
      tally.add(entry, minor);
      (entry.statementDay >= today ? preliminary : posted).add(entry, minor);
    }
    const groups = [...tallies].map(([key, tally]) => ({ key, charged: tally.charged, ...tally.totals }));
    if (by === 'DESTINATION') groups.sort((a, b) => (a.charged === b.charged ? 0 : a.charged > b.charged ? -1 : 1));
    else groups.sort((a, b) => (a.key < b.key ? 1 : -1));
    return {
      groups: groups.map(({ charged: _, ...group }) => group),
      totals: posted.totals,
      preliminary: preliminary.totals,
      elsewhere: basis === 'POSTED' ? this.#elsewhere(filter) : null,
      destinations: this.#destinations(filter),
    };
  }

  /** What happened on these days but came so late that another month was charged. */
  #elsewhere(filter: DetailFilter): DetailGroups['elsewhere'] {
    let count = 0;
    let minor = 0n;
    let month = '';
    for (const { entry, minor: amount } of this.#within({ ...filter, basis: 'OWN' })) {
      if (!isLate(entry) || (entry.statementDay >= filter.from && entry.statementDay <= filter.to)) continue;
      if (!matches(entry, filter)) continue;
      count += 1;
      minor += amount;
      if (entry.month > month) month = entry.month;
    }
    return count === 0 ? null : { count, total: fromMinor(minor, this.scale), month };
  }

  #destinations(filter: DetailFilter): string[] {
    const found = new Set<string>();
    for (const { entry } of this.#within(filter)) {
      const code = entry.usage?.destination;
      if (code && (filter.scope === undefined || (entry.number !== null && filter.scope.includes(entry.number)))) {
        found.add(code);
      }
    }
    return [...found].sort();
  }
}

function sorted(rows: readonly Row[], basis: DetailBasis): Row[] {
  return [...rows].sort(({ entry: a }, { entry: b }) => {
    const [dayA, dayB] = [dayOn(a, basis), dayOn(b, basis)];
    if (dayA !== dayB) return dayA < dayB ? 1 : -1;
    return a.at === b.at ? (a.id < b.id ? 1 : -1) : b.at - a.at;
  });
}

/** Number of rows for which it holds; they stand first. */
function leading(rows: readonly Row[], holds: (row: Row) => boolean): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && holds(row)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function keyOf(entry: Entry, by: DetailGrouping, basis: DetailBasis): string {
  if (by === 'DESTINATION') return entry.usage?.destination ?? '';
  const day = dayOn(entry, basis);
  return by === 'DAY' ? day : day.slice(0, 7);
}
