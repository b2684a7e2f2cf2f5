/** A store in the browser that survives a reload: IndexedDB, one database a world. */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import {
  type Along,
  Conflict,
  type Count,
  type Due,
  holds,
  inRange,
  type KeyRecord,
  type Listing,
  type Loaded,
  type NewEvent,
  type ScanRange,
  type Snapshot,
  type Store,
  StoreFailure,
  type StoredEvent,
  type Wanted,
  type Write,
} from './port.js';

/** Of the stores; 1 had no `journals`, but `accounts`. */
const VERSION = 2;
/** Events that a scan reads at once. */
const PAGE = 1000;

type Positioned = StoredEvent & { readonly position: number };

/** An event as it lies here: without a reference instead of a null, which WebKit takes for a key, and a second one for its double. */
interface Row extends Omit<StoredEvent, 'ref'> {
  readonly position?: number;
  readonly ref?: string | null;
}

interface Journal {
  readonly account: string;
  readonly seq: number;
  /** Absent: never, and the account is in no index. */
  readonly due?: number;
}

interface Schema extends DBSchema {
  events: {
    key: number;
    value: Row;
    indexes: { journal: [account: string, seq: number]; ref: string };
  };
  journals: { key: string; value: Journal; indexes: { due: [due: number, account: string] } };
  listings: { key: [kind: string, key: string, account: string]; value: Listing };
  counts: { key: string; value: number };
  snapshots: { key: string; value: Snapshot };
  keys: { key: string; value: KeyRecord };
  facts: { key: string; value: string };
}

const BLOCKED =
  'another page holds the data with an earlier version of this program: close it, and load this one again';

const WRITTEN = ['events', 'journals', 'listings', 'counts', 'keys'] as const;
type Writing = IDBPTransaction<Schema, typeof WRITTEN, 'readwrite'>;

export class IndexedDbStore implements Store {
  private constructor(private readonly database: IDBPDatabase<Schema>) {}

  /**
   * Opens, or creates, the database.
   *
   * @param world - Whose events these are; another world is another database.
   * @throws {StoreFailure} If the database is of a newer version, or the browser gives none.
   */
  static open(world: string): Promise<IndexedDbStore> {
    return new Promise((resolve, reject) => {
      let blocked = false;
      openDB<Schema>(nameOf(world), VERSION, {
        upgrade,
        blocked: () => {
          blocked = true;
          reject(new StoreFailure('unreachable', BLOCKED));
        },
        // A newer page is not kept waiting.
        blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
      }).then(
        (database) => (blocked ? database.close() : resolve(new IndexedDbStore(database))),
        (error: unknown) => reject(asFailure(error)),
      );
    });
  }

  /** Forgets a world. */
  static async delete(world: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(nameOf(world));
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error ?? new Error(`the world ${world} could not be deleted`));
    });
  }

  accounts(after: string | null, limit: number): Promise<readonly string[]> {
    return this.#use(async (database) => {
      const found: string[] = [];
      const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
      let cursor = await database.transaction('journals').store.openCursor(range);
      for (; cursor && found.length < limit; cursor = await cursor.continue()) {
        if (cursor.value.due !== undefined) found.push(cursor.key);
      }
      return found;
    });
  }

  load(wanted: readonly Wanted[], version: number): Promise<readonly Loaded[]> {
    return this.#use((database) => {
      const work = database.transaction(['events', 'snapshots']);
      const journal = work.objectStore('events').index('journal');
      return Promise.all(
        wanted.map(async ({ account, after }) => {
          const known = after === 0 ? await work.objectStore('snapshots').get(account) : undefined;
          const snapshot = known?.version === version ? known : null;
          const events = await journal.getAll(journalOf(account, snapshot?.seq ?? after));
          return { snapshot, events: events.map(asEvent) };
        }),
      );
    });
  }

  append(writes: readonly Write[], { key, counts = [] }: Along = {}): Promise<void> {
    return this.#use(async (database) => {
      const work = database.transaction(WRITTEN, 'readwrite', { durability: 'strict' });
      // Whoever is told of the end by another error must not be told of it twice.
      work.done.catch(() => undefined);
      try {
        await Promise.all([
          ...writes.map((write) => append(work, write)),
          ...counts.map((count) => move(work, count)),
          key && remember(work, key),
        ]);
        await work.done;
      } catch (error) {
        // A request only tells that the transaction has ended, the transaction tells why.
        const cause = work.error ?? error;
        abort(work);
        throw error instanceof Conflict ? error : cause;
      }
    });
  }

  snapshot(account: string, snapshot: Snapshot): Promise<void> {
    return this.#put('snapshots', account, snapshot);
  }

  async *scan(range: ScanRange): AsyncIterable<StoredEvent> {
    let after = range.afterSeq ?? 0;
    for (;;) {
      const journal = journalOf(range.account, after);
      const events = await this.#use((database) => database.getAllFromIndex('events', 'journal', journal, PAGE));
      for (const event of events.map(asEvent)) if (inRange(event, range)) yield event;
      const last = events.at(-1);
      if (!last || events.length < PAGE) return;
      after = last.seq;
    }
  }

  async find(ref: string): Promise<StoredEvent | null> {
    const found = await this.#use((database) => database.getFromIndex('events', 'ref', ref));
    return found ? asEvent(found) : null;
  }

  known(refs: readonly string[]): Promise<ReadonlySet<string>> {
    return this.#use(async (database) => {
      const index = database.transaction('events').store.index('ref');
      const found = await Promise.all(refs.map((ref) => index.getKey(ref)));
      return new Set(refs.filter((_, at) => found[at] !== undefined));
    });
  }

  async listed(kind: string, keys: readonly string[]): Promise<readonly Listing[]> {
    // An array comes after every string.
    const ranges = [...new Set(keys)].sort(byCodeUnit).map((key) => IDBKeyRange.bound([kind, key], [kind, key, []]));
    const found = await this.#use((database) => {
      const { store } = database.transaction('listings');
      return Promise.all(ranges.map((range) => store.getAll(range)));
    });
    return found.flat();
  }

  async due(until: number, limit: number): Promise<readonly Due[]> {
    const range = IDBKeyRange.upperBound([until, []]);
    const found = await this.#use((database) => database.getAllFromIndex('journals', 'due', range, limit));
    return found.map(({ account, due = 0 }) => ({ account, at: due }));
  }

  async count(name: string): Promise<number> {
    return (await this.#use((database) => database.get('counts', name))) ?? 0;
  }

  async outbox(position: number, limit: number): Promise<readonly Positioned[]> {
    const after = IDBKeyRange.lowerBound(position, true);
    const events = await this.#use((database) => database.getAll('events', after, limit));
    return events.map((event) => ({ ...asEvent(event), position: event.position ?? 0 }));
  }

  async key(key: string): Promise<KeyRecord | null> {
    return (await this.#use((database) => database.get('keys', key))) ?? null;
  }

  putKey(record: KeyRecord): Promise<void> {
    return this.#use(async (database) => {
      const work = database.transaction('keys', 'readwrite', { durability: 'strict' });
      const known = await work.store.get(record.key);
      if (!holds(known, record, false)) await work.store.put(record, record.key);
      await work.done;
    });
  }

  forgetKeys(until: number, after: string | null, limit: number): Promise<string | null> {
    return this.#use(async (database) => {
      const work = database.transaction('keys', 'readwrite');
      let cursor = await work.store.openCursor(after === null ? null : IDBKeyRange.lowerBound(after, true));
      let last: string | null = null;
      for (let looked = 0; cursor && looked < limit; looked += 1) {
        last = cursor.key;
        if (cursor.value.at <= until) await cursor.delete();
        cursor = await cursor.continue();
      }
      await work.done;
      return cursor ? last : null;
    });
  }

  async fact(name: string): Promise<string | null> {
    return (await this.#use((database) => database.get('facts', name))) ?? null;
  }

  putFact(name: string, value: string): Promise<void> {
    return this.#put('facts', name, value);
  }

  async close(): Promise<void> {
    this.database.close();
  }

  async #put<Name extends 'snapshots' | 'facts'>(name: Name, key: string, value: Schema[Name]['value']): Promise<void> {
    await this.#use((database) => database.put(name, value, key));
  }

  /** @throws {StoreFailure} If the browser has no room, or has closed the database. */
  async #use<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    try {
      return await work(this.database);
    } catch (error) {
      throw asFailure(error);
    }
  }
}

function upgrade(
  made: IDBPDatabase<Schema>,
  from: number,
  _to: number | null,
  work: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
): void {
  if (from < 1) {
    const events = made.createObjectStore('events', { keyPath: 'position', autoIncrement: true });
    events.createIndex('journal', ['account', 'seq'], { unique: true });
    // What made no record has no reference, and is not in the index.
    events.createIndex('ref', 'ref', { unique: true });
    for (const name of ['snapshots', 'keys', 'facts'] as const) made.createObjectStore(name);
  }
  const journals = made.createObjectStore('journals', { keyPath: 'account' });
  journals.createIndex('due', ['due', 'account']);
  made.createObjectStore('listings', { keyPath: ['kind', 'key', 'account'] });
  made.createObjectStore('counts');
  if (from === 1) fill(work).catch(() => abort(work));
}

/** Journals of a database that has none of their own: all are due, and what is listed is made again by the world. */
async function fill(work: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>): Promise<void> {
  const journals = work.objectStore('journals');
  let cursor = await work.objectStore('events').index('journal').openKeyCursor(null, 'prev');
  while (cursor) {
    const [account, seq] = cursor.key;
    void journals.put(account.startsWith('#') ? { account, seq } : { account, seq, due: 0 });
    cursor = await cursor.continue([account, 0]);
  }
  (work.db as unknown as IDBDatabase).deleteObjectStore('accounts');
}

/** @throws {Conflict} If the journal does not end where it should. */
async function append(work: Writing, { account, expectedSeq, events, due, listings }: Write): Promise<void> {
  const journals = work.objectStore('journals');
  const known = await journals.get(account);
  if ((known?.seq ?? 0) !== expectedSeq) throw new Conflict(account);
  const seq = expectedSeq + events.length;
  const writes: Promise<unknown>[] = [journals.put(due === null ? { account, seq } : { account, seq, due })];
  writes.push(insert(work, account, expectedSeq, events));
  for (const { kind, key, value } of listings) {
    const store = work.objectStore('listings');
    writes.push(value === null ? store.delete([kind, key, account]) : store.put({ kind, key, account, value }));
  }
  await Promise.all(writes);
}

/** @throws {Conflict} If there is a record of the same id. */
async function insert(work: Writing, account: string, after: number, events: readonly NewEvent[]): Promise<void> {
  const store = work.objectStore('events');
  try {
    await Promise.all(events.map((event, index) => store.add(asRow(event, account, after + index + 1))));
  } catch (error) {
    throw error instanceof DOMException && error.name === 'ConstraintError' ? new Conflict(account) : error;
  }
}

/** @throws {Conflict} If the count does not stand where it should. */
async function remember(work: Writing, record: KeyRecord): Promise<void> {
  const keys = work.objectStore('keys');
  if (holds(await keys.get(record.key), record, true)) throw new Conflict(record.key);
  await keys.put(record, record.key);
}

async function move(work: Writing, { name, from, to }: Count): Promise<void> {
  const counts = work.objectStore('counts');
  if (((await counts.get(name)) ?? 0) !== from) throw new Conflict(name);
  await counts.put(to, name);
}

function abort(work: { abort(): void }): void {
  try {
    work.abort();
  } catch {
    // It has ended by itself.
  }
}

/** What the browser says, as what is to be done about it; the rest is handed on. */
function asFailure(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  const fail = (reason: StoreFailure['reason'], message: string) => new StoreFailure(reason, message, { cause: error });
  switch (error.name) {
    case 'QuotaExceededError':
      return fail('full', 'the browser gives this page no more room: make room, then it goes on by itself');
    case 'VersionError':
      return fail('newer', 'the data were written by a newer version of this program: load the newer version');
    case 'InvalidStateError':
    case 'UnknownError':
      return fail('unreachable', 'the database of the browser has been closed: load the page again');
    default:
      return error;
  }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function nameOf(world: string): string {
  return `lk:${world}`;
}

/** The journal of an account after a position. */
function journalOf(account: string, after: number): IDBKeyRange {
  return IDBKeyRange.bound([account, after], [account, Number.MAX_SAFE_INTEGER], true);
}

function asRow({ ref, ...event }: NewEvent, account: string, seq: number): Row {
  return { account, seq, ...event, ...(ref !== null && { ref }) };
}

function asEvent({ position: _position, ref = null, ...event }: Row): StoredEvent {
  return { ...event, ref };
}
