import type { Client } from '../../api/client.js';
import { errorOf } from '../../api/errors.js';
import type { Query, Snapshot } from './query.js';

const FRESH = 10_000;
/** Coming back to the page refreshes what is older than this. */
const REVISIT_AFTER = 30_000;
/** Answers nobody looks at that are kept for coming back. */
const KEPT = 60;

const NOTHING: Snapshot<never> = Object.freeze({ value: undefined, error: null, updatedAt: null, loading: false });

interface Entry {
  query: Query<unknown>;
  snapshot: Snapshot<unknown>;
  readonly listeners: Set<() => void>;
  flight: AbortController | null;
  /** A command touched it: whatever its age, ask again. */
  touched: boolean;
}

/** A widget's view of one entry. */
export interface Observation<T> {
  readonly snapshot: Snapshot<T>;
  refresh(): void;
  release(): void;
}

/**
 * Answers of the backend for one session, shared by its widgets: equal questions are asked once, the last answer stays
 * while a newer one is fetched or could not be, and what comes too late is dropped.
 */
export class ResourceStore {
  readonly #client: Client;
  readonly #entries = new Map<string, Entry>();
  #watching: AbortController | null = null;

  constructor(client: Client) {
    this.#client = client;
  }

  /**
   * Looks at the answer to `query` and asks for it if it is missing or old.
   *
   * @param changed - Called after each change, never during this call.
   */
  observe<T>(query: Query<T>, changed: () => void): Observation<T> {
    const entry = this.#entry(query);
    // Another function object for every observer, so that two with the same callback are two.
    const listener = () => changed();
    entry.listeners.add(listener);
    this.#watch();
    if (this.#isOld(entry, query.maxAge ?? FRESH)) this.#load(entry);
    return {
      get snapshot(): Snapshot<T> {
        return typed<T>(entry.snapshot);
      },
      refresh: () => this.#load(entry),
      release: () => this.#release(entry, listener),
    };
  }

  /** The answer as known now, without asking. */
  peek<T>(query: Query<T>): Snapshot<T> {
    return typed<T>(this.#entries.get(query.key)?.snapshot ?? NOTHING);
  }

  /** After a command: answers with one of these tags are asked for again, also those whose request is under way. */
  invalidate(tags: readonly string[]): void {
    for (const entry of this.#entries.values()) {
      if (!entry.query.tags.some((tag) => tags.includes(tag))) continue;
      entry.touched = true;
      entry.flight?.abort();
      entry.flight = null;
      if (entry.listeners.size > 0) this.#load(entry);
    }
  }

  /** Asks again for everything that is looked at. */
  refreshAll(): void {
    for (const entry of this.#entries.values()) {
      if (entry.listeners.size > 0) this.#load(entry);
      else entry.touched = true;
    }
  }

  /** Forgets everything and tells the widgets. */
  clear(): void {
    for (const entry of this.#entries.values()) {
      entry.flight?.abort();
      entry.flight = null;
      this.#set(entry, NOTHING);
      if (entry.listeners.size === 0) this.#entries.delete(entry.query.key);
    }
  }

  #entry<T>(query: Query<T>): Entry {
    const known = this.#entries.get(query.key);
    if (known) {
      known.query = query;
      return known;
    }
    const entry: Entry = { query, snapshot: NOTHING, listeners: new Set(), flight: null, touched: false };
    this.#entries.set(query.key, entry);
    return entry;
  }

  #isOld(entry: Entry, maxAge: number): boolean {
    if (entry.flight !== null) return false;
    const { value, updatedAt } = entry.snapshot;
    return value === undefined || entry.touched || updatedAt === null || Date.now() - updatedAt > maxAge;
  }

  #load(entry: Entry): void {
    if (entry.flight !== null) return;
    const flight = new AbortController();
    entry.flight = flight;
    entry.touched = false;
    this.#set(entry, { ...entry.snapshot, loading: true });
    // `load` may throw before it returns a promise: both ways end in `settle`.
    const answer = Promise.resolve().then(() => entry.query.load(this.#client, { signal: flight.signal }));
    const settle = (next: Partial<Snapshot<unknown>>) => {
      if (entry.flight !== flight) return;
      entry.flight = null;
      this.#set(entry, { ...entry.snapshot, loading: false, ...next });
    };
    answer.then(
      (value) => {
        if (entry.flight === flight) entry.touched = false;
        settle({ value, error: null, updatedAt: Date.now() });
      },
      (reason: unknown) => {
        const error = errorOf(reason, false);
        const missed = entry.flight === flight && entry.touched;
        // Rights that were withdrawn, or a thing that is gone: the last value must not stay on screen.
        settle(error.unavailable ? { value: undefined, updatedAt: null, error } : { error });
        if (missed && entry.listeners.size > 0) this.#load(entry);
      },
    );
  }

  #set(entry: Entry, snapshot: Snapshot<unknown>): void {
    entry.snapshot = snapshot;
    // A first request that begins changes nothing that is seen.
    if (snapshot.loading && snapshot.value === undefined && snapshot.error === null) return;
    for (const listener of [...entry.listeners]) queueMicrotask(() => entry.listeners.has(listener) && listener());
  }

  #release(entry: Entry, listener: () => void): void {
    if (!entry.listeners.delete(listener)) return;
    // An element that is moved lets go and takes hold again at once: its request goes on.
    queueMicrotask(() => {
      if (entry.listeners.size > 0) return;
      entry.flight?.abort();
      entry.flight = null;
      entry.snapshot = entry.snapshot.loading ? { ...entry.snapshot, loading: false } : entry.snapshot;
      if (entry.snapshot.value === undefined) this.#entries.delete(entry.query.key);
      this.#trim();
      this.#unwatch();
    });
  }

  #trim(): void {
    let idle = [...this.#entries.values()].filter((entry) => entry.listeners.size === 0).length;
    for (const [key, entry] of this.#entries) {
      if (idle <= KEPT) return;
      if (entry.listeners.size > 0) continue;
      this.#entries.delete(key);
      idle--;
    }
  }

  /** Coming back to the page or on line refreshes what has grown old; listens only while somebody looks. */
  #watch(): void {
    if (this.#watching) return;
    this.#watching = new AbortController();
    const { signal } = this.#watching;
    const revisit = () => {
      if (document.visibilityState === 'visible') this.#revisit(REVISIT_AFTER);
    };
    addEventListener('focus', revisit, { signal });
    document.addEventListener('visibilitychange', revisit, { signal });
    addEventListener('online', () => this.#revisit(0), { signal });
    addEventListener('offline', () => this.#tellAll(), { signal });
  }

  #unwatch(): void {
    if ([...this.#entries.values()].some((entry) => entry.listeners.size > 0)) return;
    this.#watching?.abort();
    this.#watching = null;
  }

  #revisit(maxAge: number): void {
    for (const entry of this.#entries.values()) {
      if (entry.listeners.size === 0) continue;
      // The network may come back while a request is still failing for want of it: that one is asked again when it has failed.
      if (entry.flight !== null) entry.touched ||= maxAge === 0;
      else if (entry.snapshot.error !== null || this.#isOld(entry, maxAge)) this.#load(entry);
    }
    this.#tellAll();
  }

  #tellAll(): void {
    for (const entry of this.#entries.values()) this.#set(entry, entry.snapshot);
  }
}

/** Entries are stored under the key of the query that loads them, so the type of the value is that query's. */
function typed<T>(snapshot: Snapshot<unknown>): Snapshot<T> {
  return snapshot as Snapshot<T>;
}
