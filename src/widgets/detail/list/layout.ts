/** Where the rows of the list are: by counting, not by measuring, so that a million rows cost no more than a hundred. */

export interface RowSizes {
  /** Height of a heading of a day, in pixels. */
  readonly day: number;
  /** Height of a closed row, in pixels. */
  readonly event: number;
}

/** The one row that is open and by how much it is higher than a closed one. */
export interface OpenRow {
  readonly row: number;
  readonly extra: number;
}

export type RowPlace =
  | { readonly is: 'day'; readonly day: number }
  /** `event`: position among all events of the filter. */
  | { readonly is: 'event'; readonly day: number; readonly event: number };

/** Rows of days: a heading, then its events. */
export class Layout {
  /** Row of the heading of each day; the last one is the number of all rows. */
  readonly #first: number[] = [0];

  /** @param counts - Number of events of each day, in the order of the list. */
  constructor(
    counts: readonly number[],
    readonly sizes: RowSizes,
    readonly open: OpenRow | null = null,
  ) {
    let rows = 0;
    for (const count of counts) this.#first.push((rows += count + 1));
  }

  get rows(): number {
    return this.#first.at(-1) ?? 0;
  }

  /** Height of the whole list, in pixels. */
  get height(): number {
    return this.topOf(this.rows);
  }

  /** What a row is. @param row - From 0. */
  placeOf(row: number): RowPlace {
    const day = this.dayOf(row);
    const heading = this.#first[day] ?? 0;
    return row === heading ? { is: 'day', day } : { is: 'event', day, event: row - day - 1 };
  }

  /** Row of an event. */
  rowOf(event: number): number {
    // Day d begins at the event first[d] − d.
    return event + lastOf(this.#first.length, (day) => (this.#first[day] ?? 0) - day <= event) + 1;
  }

  /** Day that a row belongs to. */
  dayOf(row: number): number {
    return lastOf(this.#first.length - 1, (day) => (this.#first[day] ?? 0) <= row);
  }

  /** Distance of a row from the beginning of the list, in pixels. */
  topOf(row: number): number {
    const headings = row >= this.rows ? this.#first.length - 1 : this.#headingsBefore(row);
    const extra = this.open !== null && this.open.row < row ? this.open.extra : 0;
    return headings * this.sizes.day + (row - headings) * this.sizes.event + extra;
  }

  /** The row at a distance from the beginning of the list. */
  rowAt(top: number): number {
    return lastOf(this.rows, (row) => this.topOf(row) <= top);
  }

  #headingsBefore(row: number): number {
    const day = this.dayOf(row);
    return row > (this.#first[day] ?? 0) ? day + 1 : day;
  }
}

/** The last of so many, from 0, for which it holds; it holds for all before that one. 0 if it holds for none. */
function lastOf(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, Math.max(0, count - 1)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
