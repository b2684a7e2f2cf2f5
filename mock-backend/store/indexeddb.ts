/** A store in the browser that survives a reload: IndexedDB, one database a world. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
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

const VERSION = 1;
/** Events that a scan reads at once. */
const PAGE = 1000;

type Positioned = StoredEvent & { readonly position: number };

interface Schema extends DBSchema {
  events: {
    key: number;
    value: StoredEvent & { position?: number };
    indexes: { journal: [account: string, seq: number]; ref: string };
  };
  accounts: { key: string; value: string };
  snapshots: { key: string; value: Snapshot };
  keys: { key: string; value: KeyRecord };
  facts: { key: string; value: string };
}

export class IndexedDbStore implements Store {
  private constructor(private readonly database: IDBPDatabase<Schema>) {}

  /**
   * Opens, or creates, the database.
   *
   * @param world - Whose events these are; another world is another database.
   */
  static async open(world: string): Promise<IndexedDbStore> {
    const database = await openDB<Schema>(nameOf(world), VERSION, {
      upgrade(made) {
        const events = made.createObjectStore('events', { keyPath: 'position', autoIncrement: true });
        events.createIndex('journal', ['account', 'seq'], { unique: true });
        // What made no record has no reference, and a null is no key: such events are not in the index.
        events.createIndex('ref', 'ref', { unique: true });
        for (const name of ['accounts', 'snapshots', 'keys', 'facts'] as const) made.createObjectStore(name);
      },
    });
    return new IndexedDbStore(database);
  }

  /** Forgets a world. */
  static async delete(world: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(nameOf(world));
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error ?? new Error(`the world ${world} could not be deleted`));
    });
  }

  async accounts(): Promise<readonly string[]> {
    return (await this.database.getAllKeys('accounts')).sort((a, b) => (a < b ? -1 : 1));
  }

  async load(account: string, version: number): Promise<Loaded> {
    const known = await this.database.get('snapshots', account);
    const snapshot = known?.version === version ? known : null;
    const events: StoredEvent[] = [];
    for await (const event of this.scan({ account, afterSeq: snapshot?.seq ?? 0 })) events.push(event);
    return { snapshot, events };
  }

  async append(account: string, expectedSeq: number, events: readonly NewEvent[], key?: KeyRecord): Promise<void> {
    const work = this.database.transaction(['events', 'accounts', 'keys'], 'readwrite', { durability: 'strict' });
    const done = work.done.catch((error: unknown) => {
      throw error instanceof DOMException && error.name === 'ConstraintError' ? new Conflict(account) : error;
    });
    // Whoever is told of the end by another error must not be told of it twice.
    done.catch(() => undefined);
    const store = work.objectStore('events');
    const last = await store.index('journal').openKeyCursor(journalOf(account, 0), 'prev');
    if ((last?.key[1] ?? 0) !== expectedSeq) {
      work.abort();
      throw new Conflict(account);
    }
    const writes: Promise<unknown>[] = events.map((event, index) =>
      store.add({ account, seq: expectedSeq + index + 1, ...event }),
    );
    if (events.length > 0) writes.push(work.objectStore('accounts').put(account, account));
    if (key) writes.push(work.objectStore('keys').put(key, key.key));
    await Promise.allSettled(writes);
    await done;
  }

  async snapshot(account: string, snapshot: Snapshot): Promise<void> {
    await this.database.put('snapshots', snapshot, account);
  }

  async *scan(range: ScanRange): AsyncIterable<StoredEvent> {
    let after = range.afterSeq ?? 0;
    for (;;) {
      const events = await this.database.getAllFromIndex('events', 'journal', journalOf(range.account, after), PAGE);
      for (const event of events) if (inRange(event, range)) yield without(event);
      const last = events.at(-1);
      if (!last || events.length < PAGE) return;
      after = last.seq;
    }
  }

  async find(ref: string): Promise<StoredEvent | null> {
    const found = await this.database.getFromIndex('events', 'ref', ref);
    return found ? without(found) : null;
  }

  async known(refs: readonly string[]): Promise<ReadonlySet<string>> {
    const index = this.database.transaction('events').store.index('ref');
    const found = await Promise.all(refs.map((ref) => index.getKey(ref)));
    return new Set(refs.filter((_, at) => found[at] !== undefined));
  }

  async outbox(position: number, limit: number): Promise<readonly Positioned[]> {
    const events = await this.database.getAll('events', IDBKeyRange.lowerBound(position, true), limit);
    return events.map((event) => ({ ...event, position: event.position ?? 0 }));
  }

  async grown(position: number): Promise<Growth> {
    const events = await this.database.getAll('events', IDBKeyRange.lowerBound(position, true));
    const heads = new Map(events.map(({ account, seq }) => [account, { account, seq }]));
    return { position: events.at(-1)?.position ?? position, heads: [...heads.values()] };
  }

  async key(key: string): Promise<KeyRecord | null> {
    return (await this.database.get('keys', key)) ?? null;
  }

  async putKey(record: KeyRecord): Promise<void> {
    await this.database.put('keys', record, record.key);
  }

  async fact(name: string): Promise<string | null> {
    return (await this.database.get('facts', name)) ?? null;
  }

  async putFact(name: string, value: string): Promise<void> {
    await this.database.put('facts', value, name);
  }

  async close(): Promise<void> {
    this.database.close();
  }
}

function nameOf(world: string): string {
  return `lk:${world}`;
}

/** The journal of an account after a position. */
function journalOf(account: string, after: number): IDBKeyRange {
  return IDBKeyRange.bound([account, after], [account, Number.MAX_SAFE_INTEGER], true);
}

function without({ position: _position, ...event }: StoredEvent & { position?: number }): StoredEvent {
  return event;
}
