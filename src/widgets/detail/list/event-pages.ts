import type { UsageEvent } from '../detail.query.js';

/** Rows asked for at once. */
export const PAGE = 100;
/** Pages kept: what lies far away is let go, so that memory does not grow with the list. */
const KEPT = 40;
const AT_ONCE = 3;

export type LoadEvents = (offset: number, limit: number, signal: AbortSignal) => Promise<readonly UsageEvent[]>;

/**
 * The events around the place that is looked at, page by page. What is no longer looked at is not waited for.
 */
export class EventPages {
  /** Why the last page could not be read; `null` after the next one that could. */
  error: unknown = null;
  readonly #load: LoadEvents;
  readonly #changed: (first: number, last: number) => void;
  /** In the order of last use. */
  readonly #pages = new Map<number, readonly UsageEvent[]>();
  readonly #flights = new Map<number, AbortController>();
  readonly #failed = new Set<number>();
  #wanted: number[] = [];

  /** @param changed - Called when events came, or could not be read: the first and the last of them. */
  constructor(load: LoadEvents, changed: (first: number, last: number) => void) {
    this.#load = load;
    this.#changed = changed;
  }

  /** The event at a place; `undefined` = not here yet. */
  at(event: number): UsageEvent | undefined {
    return this.#pages.get(Math.floor(event / PAGE))?.[event % PAGE];
  }

  /**
   * Says what is looked at.
   *
   * @param first - First event in view.
   * @param last - Last one.
   * @param count - Number of all events.
   */
  want(first: number, last: number, count: number): void {
    const [from, to] = [Math.floor(first / PAGE), Math.floor(Math.max(first, last) / PAGE)];
    const end = Math.max(0, Math.ceil(count / PAGE) - 1);
    const wanted: number[] = [];
    for (let page = from; page <= to; page++) wanted.push(page);
    // Then those beside, so that scrolling finds them ready.
    for (const page of [to + 1, from - 1]) if (page >= 0 && page <= end) wanted.push(page);
    this.#wanted = wanted;
    for (const [page, flight] of this.#flights) {
      if (wanted.includes(page)) continue;
      this.#flights.delete(page);
      flight.abort();
    }
    for (const page of wanted) this.#touch(page);
    this.#next();
  }

  /** Asks again for what could not be read. */
  retry = (): void => {
    this.#failed.clear();
    this.error = null;
    this.#next();
  };

  dispose(): void {
    this.#wanted = [];
    for (const flight of this.#flights.values()) flight.abort();
    this.#flights.clear();
  }

  #touch(page: number): void {
    const events = this.#pages.get(page);
    if (events === undefined) return;
    this.#pages.delete(page);
    this.#pages.set(page, events);
  }

  #next(): void {
    for (const page of this.#wanted) {
      if (this.#flights.size >= AT_ONCE) return;
      if (!this.#pages.has(page) && !this.#flights.has(page) && !this.#failed.has(page)) void this.#fetch(page);
    }
  }

  async #fetch(page: number): Promise<void> {
    const flight = new AbortController();
    this.#flights.set(page, flight);
    try {
      const events = await this.#load(page * PAGE, PAGE, flight.signal);
      if (this.#flights.get(page) !== flight) return;
      this.#pages.set(page, events);
      this.error = null;
      for (const old of this.#pages.keys()) {
        if (this.#pages.size <= KEPT) break;
        if (!this.#wanted.includes(old)) this.#pages.delete(old);
      }
    } catch (reason) {
      if (this.#flights.get(page) !== flight) return;
      this.#failed.add(page);
      this.error = reason;
    } finally {
      if (this.#flights.get(page) === flight) {
        this.#flights.delete(page);
        this.#changed(page * PAGE, page * PAGE + PAGE - 1);
        this.#next();
      }
    }
  }
}
