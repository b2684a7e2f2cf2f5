/** A store in memory: tests, stories, the browser. Events are kept as they are given; nobody changes an event. */
import {
  Conflict,
  type Growth,
  inRange,
  type KeyRecord,
  type Loaded,
  type NewEvent,
  type ScanRange,
  type Snapshot,
  type Store,
  type StoredEvent,
} from './port.js';

export class MemoryStore implements Store {
  readonly #journals = new Map<string, StoredEvent[]>();
  readonly #snapshots = new Map<string, Snapshot>();
  readonly #records = new Map<string, StoredEvent>();
  readonly #order: StoredEvent[] = [];
  readonly #keys = new Map<string, KeyRecord>();
  readonly #facts = new Map<string, string>();

  async accounts(): Promise<readonly string[]> {
    return [...this.#journals.keys()].sort(byCodeUnit);
  }

  async load(account: string, version: number): Promise<Loaded> {
    const known = this.#snapshots.get(account) ?? null;
    const snapshot = known?.version === version ? known : null;
    return { snapshot, events: (this.#journals.get(account) ?? []).slice(snapshot?.seq ?? 0) };
  }

  async append(account: string, expectedSeq: number, events: readonly NewEvent[], key?: KeyRecord): Promise<void> {
    const journal = this.#journals.get(account) ?? [];
    if (journal.length !== expectedSeq) throw new Conflict(account);
    if (events.length > 0) this.#journals.set(account, journal);
    for (const event of events) {
      const stored: StoredEvent = { account, seq: journal.length + 1, ...event };
      journal.push(stored);
      this.#order.push(stored);
      if (event.ref !== null) this.#records.set(event.ref, stored);
    }
    if (key) this.#keys.set(key.key, key);
  }

  async snapshot(account: string, snapshot: Snapshot): Promise<void> {
    this.#snapshots.set(account, snapshot);
  }

  async *scan(range: ScanRange): AsyncIterable<StoredEvent> {
    for (const event of this.#journals.get(range.account) ?? []) if (inRange(event, range)) yield event;
  }

  async find(ref: string): Promise<StoredEvent | null> {
    return this.#records.get(ref) ?? null;
  }

  async known(refs: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(refs.filter((ref) => this.#records.has(ref)));
  }

  async outbox(position: number, limit: number): Promise<readonly (StoredEvent & { readonly position: number })[]> {
    return this.#order
      .slice(position, position + limit)
      .map((event, index) => ({ ...event, position: position + index + 1 }));
  }

  async grown(position: number): Promise<Growth> {
    const accounts = new Set(this.#order.slice(position).map(({ account }) => account));
    const heads = [...accounts].map((account) => ({ account, seq: this.#journals.get(account)?.length ?? 0 }));
    return { position: this.#order.length, heads };
  }

  async key(key: string): Promise<KeyRecord | null> {
    return this.#keys.get(key) ?? null;
  }

  async putKey(record: KeyRecord): Promise<void> {
    this.#keys.set(record.key, record);
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
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
