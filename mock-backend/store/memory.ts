/** A store in memory: tests, stories, the browser. What is given is kept as it is; nobody changes an event. */
import {
  type Along,
  Conflict,
  type Due,
  holds,
  inRange,
  type KeyRecord,
  type Listing,
  type Loaded,
  type ScanRange,
  type Snapshot,
  type Store,
  type StoredEvent,
  type Wanted,
  type Write,
} from './port.js';

interface Journal {
  readonly events: StoredEvent[];
  due: number | null;
}

export class MemoryStore implements Store {
  readonly #journals = new Map<string, Journal>();
  readonly #accounts = new Ordered<string>(byCodeUnit);
  readonly #due = new Ordered<Due>((a, b) => a.at - b.at || byCodeUnit(a.account, b.account));
  /** By kind and key, then by account. */
  readonly #listings = new Map<string, Map<string, unknown>>();
  readonly #counts = new Map<string, number>();
  readonly #snapshots = new Map<string, Snapshot>();
  readonly #records = new Map<string, StoredEvent>();
  readonly #order: StoredEvent[] = [];
  readonly #keys = new Map<string, KeyRecord>();
  readonly #facts = new Map<string, string>();

  async accounts(after: string | null, limit: number): Promise<readonly string[]> {
    return this.#accounts.from(after === null ? 0 : this.#accounts.after(after), limit);
  }

  async load(wanted: readonly Wanted[], version: number): Promise<readonly Loaded[]> {
    return wanted.map(({ account, after }) => {
      const known = after === 0 ? this.#snapshots.get(account) : undefined;
      const snapshot = known?.version === version ? known : null;
      return { snapshot, events: (this.#journals.get(account)?.events ?? []).slice(snapshot?.seq ?? after) };
    });
  }

  async append(writes: readonly Write[], along: Along = {}): Promise<void> {
    const { key, counts = [] } = along;
    for (const { account, expectedSeq, events } of writes) {
      if ((this.#journals.get(account)?.events.length ?? 0) !== expectedSeq) throw new Conflict(account);
      if (events.some(({ ref }) => ref !== null && this.#records.has(ref))) throw new Conflict(account);
    }
    for (const { name, from } of counts) if ((this.#counts.get(name) ?? 0) !== from) throw new Conflict(name);
    if (key && holds(this.#keys.get(key.key), key, true)) throw new Conflict(key.key);
    for (const write of writes) this.#write(write);
    for (const { name, to } of counts) this.#counts.set(name, to);
    if (key) this.#keys.set(key.key, key);
  }

  async snapshot(account: string, snapshot: Snapshot): Promise<void> {
    this.#snapshots.set(account, snapshot);
  }

  async *scan(range: ScanRange): AsyncIterable<StoredEvent> {
    for (const event of this.#journals.get(range.account)?.events ?? []) if (inRange(event, range)) yield event;
  }

  async find(ref: string): Promise<StoredEvent | null> {
    return this.#records.get(ref) ?? null;
  }

  async known(refs: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(refs.filter((ref) => this.#records.has(ref)));
  }

  async listed(kind: string, keys: readonly string[]): Promise<readonly Listing[]> {
    return [...new Set(keys)]
      .sort(byCodeUnit)
      .flatMap((key) =>
        [...(this.#listings.get(place(kind, key)) ?? [])]
          .sort(([a], [b]) => byCodeUnit(a, b))
          .map(([account, value]) => ({ kind, key, account, value })),
      );
  }

  async due(until: number, limit: number): Promise<readonly Due[]> {
    return this.#due.from(0, limit).filter(({ at }) => at <= until);
  }

  async count(name: string): Promise<number> {
    return this.#counts.get(name) ?? 0;
  }

  async outbox(position: number, limit: number): Promise<readonly (StoredEvent & { readonly position: number })[]> {
    return this.#order
      .slice(position, position + limit)
      .map((event, index) => ({ ...event, position: position + index + 1 }));
  }

  async key(key: string): Promise<KeyRecord | null> {
    return this.#keys.get(key) ?? null;
  }

  async putKey(record: KeyRecord): Promise<void> {
    if (!holds(this.#keys.get(record.key), record, false)) this.#keys.set(record.key, record);
  }

  /** They are at hand: the walk is one step. */
  async forgetKeys(until: number): Promise<null> {
    for (const [key, { at }] of this.#keys) if (at <= until) this.#keys.delete(key);
    return null;
  }

  async fact(name: string): Promise<string | null> {
    return this.#facts.get(name) ?? null;
  }

  async putFact(name: string, value: string): Promise<void> {
    this.#facts.set(name, value);
  }

  async close(): Promise<void> {
    // Nothing is held outside the process.
  }

  #write({ account, events, due, listings }: Write): void {
    const journal = this.#journals.get(account) ?? { events: [], due: null };
    this.#journals.set(account, journal);
    for (const event of events) {
      const stored: StoredEvent = { account, seq: journal.events.length + 1, ...event };
      journal.events.push(stored);
      this.#order.push(stored);
      if (event.ref !== null) this.#records.set(event.ref, stored);
    }
    if (journal.due !== due) {
      if (journal.due === null) this.#accounts.put(account);
      else this.#due.take({ account, at: journal.due });
      if (due === null) this.#accounts.take(account);
      else this.#due.put({ account, at: due });
      journal.due = due;
    }
    for (const { kind, key, value } of listings) this.#list(place(kind, key), account, value);
  }

  #list(at: string, account: string, value: unknown): void {
    const listed = this.#listings.get(at) ?? new Map<string, unknown>();
    if (value === null) listed.delete(account);
    else listed.set(account, value);
    if (listed.size > 0) this.#listings.set(at, listed);
    else this.#listings.delete(at);
  }
}

/** Different items in order. */
class Ordered<T> {
  readonly #items: T[] = [];

  constructor(private readonly compare: (a: T, b: T) => number) {}

  from(index: number, limit: number): readonly T[] {
    return this.#items.slice(index, index + limit);
  }

  put(item: T): void {
    this.#items.splice(this.after(item), 0, item);
  }

  take(item: T): void {
    const index = this.after(item) - 1;
    const found = this.#items[index];
    if (found !== undefined && this.compare(found, item) === 0) this.#items.splice(index, 1);
  }

  /** Index of the first item that comes after the given one. */
  after(item: T): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.#items[middle];
      if (there !== undefined && this.compare(there, item) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function place(kind: string, key: string): string {
  return JSON.stringify([kind, key]);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
