/** A store in a SQLite file. Several worlds share one file; each has its own rows. Node only. */
import Database from 'libsql';
import {
  Conflict,
  type Growth,
  type KeyRecord,
  type Loaded,
  type NewEvent,
  type ScanRange,
  type Snapshot,
  type Store,
  type StoredEvent,
} from './port.js';

const SCHEMA = `
create table if not exists events (
  position integer primary key autoincrement,
  world text not null,
  account text not null,
  seq integer not null,
  at integer not null,
  type text not null,
  ref text,
  day text,
  data text not null,
  unique (world, account, seq)
);
create unique index if not exists events_ref on events (world, ref) where ref is not null;
create index if not exists events_day on events (world, account, day, seq) where day is not null;
create index if not exists events_type on events (world, account, type, seq);
create table if not exists snapshots (
  world text not null, account text not null, seq integer not null, state text not null,
  version integer not null default 0,
  primary key (world, account)
);
create table if not exists keys (
  world text not null, key text not null, body text not null, at integer not null, answer text not null,
  primary key (world, key)
);
create table if not exists facts (
  world text not null, name text not null, value text not null,
  primary key (world, name)
);
`;

/** Rows that a scan reads at once. */
const PAGE = 1000;
/** Ids that are looked up in one statement. */
const LOOK_UP = 500;

interface EventRow {
  readonly position: number;
  readonly account: string;
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly ref: string | null;
  readonly day: string | null;
  readonly data: string;
}

/** Connections by path: SQLite takes one writer at a time, and worlds of one process need not wait for each other. */
const connections = new Map<string, { readonly database: Database.Database; users: number }>();

export class SqliteStore implements Store {
  #open = true;

  private constructor(
    private readonly path: string,
    private readonly world: string,
    private readonly database: Database.Database,
  ) {}

  /**
   * Opens, or creates, the file.
   *
   * @param path - Of the file; `:memory:` for none.
   * @param world - Whose rows these are.
   */
  static open(path: string, world: string): Promise<SqliteStore> {
    return Promise.resolve(new SqliteStore(path, world, connect(path)));
  }

  async accounts(): Promise<readonly string[]> {
    const rows = this.#all<{ account: string }>('select distinct account from events where world = ?', [this.world]);
    return rows.map(({ account }) => account).sort((a, b) => (a < b ? -1 : 1));
  }

  async load(account: string, version: number): Promise<Loaded> {
    const [snapshot = null] = this.#all<Snapshot>(
      'select seq, version, state from snapshots where world = ? and account = ? and version = ?',
      [this.world, account, version],
    );
    const events: StoredEvent[] = [];
    for await (const event of this.scan({ account, afterSeq: snapshot?.seq ?? 0 })) events.push(event);
    return { snapshot, events };
  }

  async append(account: string, expectedSeq: number, events: readonly NewEvent[], key?: KeyRecord): Promise<void> {
    const { database, world } = this;
    database
      .transaction(() => {
        const [last] = this.#all<{ seq: number | null }>(
          'select max(seq) as seq from events where world = ? and account = ?',
          [world, account],
        );
        if ((last?.seq ?? 0) !== expectedSeq) throw new Conflict(account);
        const insert = database.prepare(
          'insert into events (world, account, seq, at, type, ref, day, data) values (?, ?, ?, ?, ?, ?, ?, ?)',
        );
        events.forEach(({ at, type, ref, day, data }, index) => {
          insert.run(world, account, expectedSeq + index + 1, at, type, ref, day, JSON.stringify(data));
        });
        if (key) this.#putKey(key);
      })
      .immediate();
  }

  async snapshot(account: string, { seq, version, state }: Snapshot): Promise<void> {
    this.#run('insert or replace into snapshots (world, account, seq, version, state) values (?, ?, ?, ?, ?)', [
      this.world,
      account,
      seq,
      version,
      state,
    ]);
  }

  async *scan(range: ScanRange): AsyncIterable<StoredEvent> {
    let after = range.afterSeq ?? 0;
    for (;;) {
      const rows = this.#page(range, after);
      for (const row of rows) yield stored(row);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = last.seq;
    }
  }

  async find(ref: string): Promise<StoredEvent | null> {
    const [row] = this.#all<EventRow>('select * from events where world = ? and ref = ?', [this.world, ref]);
    return row ? stored(row) : null;
  }

  async known(refs: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (let from = 0; from < refs.length; from += LOOK_UP) {
      const part = refs.slice(from, from + LOOK_UP);
      const rows = this.#all<{ ref: string }>(
        `select ref from events where world = ? and ref in (${part.map(() => '?').join(', ')})`,
        [this.world, ...part],
      );
      for (const { ref } of rows) found.add(ref);
    }
    return found;
  }

  async outbox(position: number, limit: number): Promise<readonly (StoredEvent & { readonly position: number })[]> {
    return this.#all<EventRow>('select * from events where world = ? and position > ? order by position limit ?', [
      this.world,
      position,
      limit,
    ]).map((row) => ({ ...stored(row), position: row.position }));
  }

  async grown(position: number): Promise<Growth> {
    const rows = this.#all<{ account: string; seq: number; position: number }>(
      `select account, max(seq) as seq, max(position) as position from events
       where world = ? and position > ? group by account`,
      [this.world, position],
    );
    return {
      position: Math.max(position, ...rows.map((row) => row.position)),
      heads: rows.map(({ account, seq }) => ({ account, seq })),
    };
  }

  async key(key: string): Promise<KeyRecord | null> {
    const [row] = this.#all<{ body: string; at: number; answer: string }>(
      'select body, at, answer from keys where world = ? and key = ?',
      [this.world, key],
    );
    return row ? { key, body: row.body, at: row.at, answer: JSON.parse(row.answer) as KeyRecord['answer'] } : null;
  }

  async putKey(record: KeyRecord): Promise<void> {
    this.#putKey(record);
  }

  async fact(name: string): Promise<string | null> {
    const [row] = this.#all<{ value: string }>('select value from facts where world = ? and name = ?', [
      this.world,
      name,
    ]);
    return row?.value ?? null;
  }

  async putFact(name: string, value: string): Promise<void> {
    this.#run('insert or replace into facts (world, name, value) values (?, ?, ?)', [this.world, name, value]);
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    disconnect(this.path);
  }

  #putKey({ key, body, at, answer }: KeyRecord): void {
    this.#run('insert or replace into keys (world, key, body, at, answer) values (?, ?, ?, ?, ?)', [
      this.world,
      key,
      body,
      at,
      JSON.stringify(answer),
    ]);
  }

  #page(range: ScanRange, after: number): readonly EventRow[] {
    const where = ['world = ?', 'account = ?', 'seq > ?'];
    const values: (string | number)[] = [this.world, range.account, after];
    const and = (condition: string, ...more: readonly (string | number)[]) => {
      where.push(condition);
      values.push(...more);
    };
    if (range.types) and(`type in (${range.types.map(() => '?').join(', ')})`, ...range.types);
    if (range.fromDay !== undefined) and('day >= ?', range.fromDay);
    if (range.toDay !== undefined) and('day <= ?', range.toDay);
    if (range.fromAt !== undefined) and('at >= ?', range.fromAt);
    if (range.untilAt !== undefined) and('at < ?', range.untilAt);
    return this.#all<EventRow>(`select * from events where ${where.join(' and ')} order by seq limit ${PAGE}`, values);
  }

  #all<Row>(sql: string, values: readonly (string | number | null)[]): readonly Row[] {
    return this.database.prepare(sql).all(...values) as Row[];
  }

  #run(sql: string, values: readonly (string | number | null)[]): void {
    this.database.prepare(sql).run(...values);
  }
}

function stored({ account, seq, at, type, ref, day, data }: EventRow): StoredEvent {
  return { account, seq, at, type, ref, day, data: JSON.parse(data) as unknown };
}

function connect(path: string): Database.Database {
  const known = connections.get(path);
  if (known) {
    known.users += 1;
    return known.database;
  }
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.pragma('busy_timeout = 5000');
  database.exec(SCHEMA);
  upgrade(database);
  connections.set(path, { database, users: 1 });
  return database;
}

/** Files of older versions: their snapshots say nothing of who folded them. */
function upgrade(database: Database.Database): void {
  const columns = database.prepare('pragma table_info(snapshots)').all() as { readonly name: string }[];
  if (!columns.some(({ name }) => name === 'version')) {
    database.exec('alter table snapshots add column version integer not null default 0');
  }
}

function disconnect(path: string): void {
  const known = connections.get(path);
  if (!known) return;
  known.users -= 1;
  if (known.users > 0) return;
  connections.delete(path);
  known.database.close();
}
