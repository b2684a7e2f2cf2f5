/** A store in a SQLite file. Several worlds share one file; each has its own rows. Node only. */
import {
  type Along,
  type Due,
  KEY_MS,
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
import { conflictOf, type Row, rowsOf, statementOf } from './sqlite.append.js';
import { Connection, isTaken, type Value } from './sqlite.connection.js';

/** Events that are read at once. */
const PAGE = 1000;

/** Events as one text: to take rows apart one by one costs more than to parse them. */
const AS_JSON = `json_quote(account) || ',' || seq || ',' || at || ',' || json_quote(type) || ',' || json_quote(ref) || ',' || json_quote(day) || ',' || data`;

type EventRow = readonly [
  account: string,
  seq: number,
  at: number,
  type: string,
  ref: string | null,
  day: string | null,
  data: unknown,
];

export class SqliteStore implements Store {
  #open = true;

  private constructor(
    private readonly world: string,
    private readonly connection: Connection,
  ) {}

  /**
   * Opens, or creates, the file.
   *
   * @param path - Of the file; `:memory:` for none.
   * @param world - Whose rows these are.
   * @throws {StoreFailure} If the file cannot be opened or is of a newer version.
   */
  static async open(path: string, world: string): Promise<SqliteStore> {
    return new SqliteStore(world, Connection.to(path));
  }

  async accounts(after: string | null, limit: number): Promise<readonly string[]> {
    return this.#all<{ account: string }>(
      'select account from accounts where world = ? and account > ? order by account limit ?',
      after ?? '',
      limit,
    ).map(({ account }) => account);
  }

  async load(wanted: readonly Wanted[], version: number): Promise<readonly Loaded[]> {
    return wanted.map(({ account, after }) => {
      // Most often nobody has written meanwhile.
      if (after > 0 && this.#endOf(account) <= after) return { snapshot: null, events: [] };
      const snapshot = after > 0 ? null : this.#snapshot(account, version);
      return { snapshot, events: [...this.#events({ account, afterSeq: snapshot?.seq ?? after })] };
    });
  }

  async append(writes: readonly Write[], along: Along = {}): Promise<void> {
    const rows = rowsOf(writes, along);
    const [first] = rows;
    if (first && rows.length === 1) this.#append(first);
    else this.connection.transaction(() => rows.forEach((row) => this.#append(row)));
  }

  async snapshot(account: string, { seq, version, state }: Snapshot): Promise<void> {
    this.#run(
      'insert or replace into snapshots (world, account, seq, version, state) values (?, ?, ?, ?, ?)',
      account,
      seq,
      version,
      state,
    );
  }

  async *scan(range: ScanRange): AsyncIterable<StoredEvent> {
    yield* this.#events(range);
  }

  async find(ref: string): Promise<StoredEvent | null> {
    const row = this.#get<{ event: string }>(
      `select '[' || ${AS_JSON} || ']' as event from events where world = ? and ref = ?`,
      ref,
    );
    return row ? stored(JSON.parse(row.event) as EventRow) : null;
  }

  async known(refs: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = this.#all<{ ref: string }>(
      'select ref from events where world = ? and ref in (select value from json_each(?))',
      JSON.stringify(refs),
    );
    return new Set(rows.map(({ ref }) => ref));
  }

  async listed(kind: string, keys: readonly string[]): Promise<readonly Listing[]> {
    const [key, ...more] = keys;
    if (key === undefined) return [];
    const one = more.length === 0;
    const row = this.#get<{ found: string | null }>(
      `select group_concat(
         '[' || json_quote(key) || ',' || json_quote(account) || ',' || value || ']' order by key, account
       ) as found
       from listings where world = ? and kind = ? and key ${one ? '= ?' : 'in (select value from json_each(?))'}`,
      kind,
      one ? key : JSON.stringify(keys),
    );
    const found = JSON.parse(`[${row?.found ?? ''}]`) as readonly [key: string, account: string, value: unknown][];
    return found.map(([under, account, value]) => ({ kind, key: under, account, value }));
  }

  async due(until: number, limit: number): Promise<readonly Due[]> {
    return this.#all<Due>(
      'select account, due as at from accounts where world = ? and due <= ? order by due, account limit ?',
      until,
      limit,
    );
  }

  async count(name: string): Promise<number> {
    return this.#get<{ value: number }>('select value from counts where world = ? and name = ?', name)?.value ?? 0;
  }

  async outbox(position: number, limit: number): Promise<readonly (StoredEvent & { readonly position: number })[]> {
    const rows = this.#all<{ position: number; event: string }>(
      `select position, '[' || ${AS_JSON} || ']' as event from events where world = ? and position > ?
       order by position limit ?`,
      position,
      limit,
    );
    return rows.map((row) => ({ ...stored(JSON.parse(row.event) as EventRow), position: row.position }));
  }

  async key(key: string): Promise<KeyRecord | null> {
    const row = this.#get<{ body: string; at: number; answer: string }>(
      'select body, at, answer from keys where world = ? and key = ?',
      key,
    );
    return row ? { key, body: row.body, at: row.at, answer: JSON.parse(row.answer) as KeyRecord['answer'] } : null;
  }

  async putKey({ key, body, at, answer }: KeyRecord): Promise<void> {
    this.#run(
      `insert into keys (world, key, body, at, answer) values (?, ?, ?, ?, ?)
       on conflict (world, key) do update set body = excluded.body, at = excluded.at, answer = excluded.answer
       where at <= excluded.at - ${KEY_MS} or json_extract(answer, '$.receipt') is null`,
      key,
      body,
      at,
      JSON.stringify(answer),
    );
  }

  async forgetKeys(until: number, after: string | null, limit: number): Promise<string | null> {
    const from = after ?? '';
    const page = this.connection.get<{ last: string; looked: number; old: number }>(
      `select max(key) as last, count(*) as looked, sum(at <= ?3) as old
       from (select key, at from keys where world = ?1 and key > ?2 order by key limit ?4)`,
      [this.world, from, until, limit],
    );
    if (!page || page.looked === 0) return null;
    if (page.old > 0)
      this.#run('delete from keys where world = ? and key > ? and key <= ? and at <= ?', from, page.last, until);
    return page.looked < limit ? null : page.last;
  }

  async fact(name: string): Promise<string | null> {
    return this.#get<{ value: string }>('select value from facts where world = ? and name = ?', name)?.value ?? null;
  }

  async putFact(name: string, value: string): Promise<void> {
    this.#run('insert or replace into facts (world, name, value) values (?, ?, ?)', name, value);
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    this.connection.close();
  }

  /** Last position of a journal. */
  #endOf(account: string): number {
    const sql = 'select max(seq) as seq from events where world = ? and account = ?';
    return this.#get<{ seq: number | null }>(sql, account)?.seq ?? 0;
  }

  #snapshot(account: string, version: number): Snapshot | null {
    const [snapshot = null] = this.#all<Snapshot>(
      'select seq, version, state from snapshots where world = ? and account = ? and version = ?',
      account,
      version,
    );
    return snapshot;
  }

  #append(row: Row): void {
    const { sql, values } = statementOf(this.world, row);
    try {
      this.connection.run(sql, values);
    } catch (error) {
      throw isTaken(error) ? conflictOf(error.message, row) : error;
    }
  }

  *#events(range: ScanRange): Iterable<StoredEvent> {
    const { account, types, fromDay, toDay, fromAt, untilAt } = range;
    const where = ['world = ?', 'account = ?', 'seq > ?'];
    const values: (string | number)[] = [];
    const and = (condition: string, value: string | number | undefined) => {
      if (value === undefined) return;
      where.push(condition);
      values.push(value);
    };
    and('type in (select value from json_each(?))', types && JSON.stringify(types));
    and('day >= ?', fromDay);
    and('day <= ?', toDay);
    and('at >= ?', fromAt);
    and('at < ?', untilAt);
    for (let after = range.afterSeq ?? 0; ;) {
      const events = this.#read(where.join(' and '), account, after, ...values);
      yield* events;
      const last = events.at(-1);
      if (!last || events.length < PAGE) return;
      after = last.seq;
    }
  }

  /** A page of events in order of their places in the journal. */
  #read(where: string, ...values: readonly Value[]): readonly StoredEvent[] {
    const row = this.#get<{ events: string | null }>(
      `select group_concat('[' || ${AS_JSON} || ']' order by seq) as events
       from (select * from events where ${where} order by seq limit ${PAGE})`,
      ...values,
    );
    return (JSON.parse(`[${row?.events ?? ''}]`) as readonly EventRow[]).map(stored);
  }

  /** @param values - After the world, which is the first of every statement. */
  #all<Row>(sql: string, ...values: readonly Value[]): readonly Row[] {
    return this.connection.all<Row>(sql, [this.world, ...values]);
  }

  #get<Row>(sql: string, ...values: readonly Value[]): Row | undefined {
    return this.connection.get<Row>(sql, [this.world, ...values]);
  }

  #run(sql: string, ...values: readonly Value[]): void {
    this.connection.run(sql, [this.world, ...values]);
  }
}

function stored([account, seq, at, type, ref, day, data]: EventRow): StoredEvent {
  return { account, seq, at, type, ref, day, data };
}
