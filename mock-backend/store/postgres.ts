/**
 * A store in PostgreSQL, 13 or later: any number of server processes on one database, each account in one partition of its own. What
 * keeps two of them from deciding at once is the primary key of the journal. Node only.
 */
import pg from 'pg';
import {
  Conflict,
  KEY_MS,
  type Growth,
  type KeyRecord,
  type Loaded,
  type NewEvent,
  type ScanRange,
  type Snapshot,
  type Store,
  type StoredEvent,
} from './port.js';

const PARTITIONS = 8;
/** Rows that a scan reads at once. */
const PAGE = 1000;
/** Two numbers that name our locks among all of the database. */
const LOCKS = { schema: 7_411, outbox: 7_412 } as const;
const UNIQUE_VIOLATION = '23505';

/** `account_id` names the world as well, so that a tenant's accounts can be spread like any others. */
const SCHEMA = [
  'create sequence if not exists lk_position',
  `create table if not exists lk_events (
    account_id text not null,
    seq integer not null,
    world text not null,
    position bigint not null default nextval('lk_position'),
    at bigint not null,
    type text not null,
    ref text,
    day text,
    key text,
    data json not null,
    primary key (account_id, seq),
    unique (account_id, key)
  ) partition by hash (account_id)`,
  ...Array.from(
    { length: PARTITIONS },
    (_, part) =>
      `create table if not exists lk_events_${part} partition of lk_events
       for values with (modulus ${PARTITIONS}, remainder ${part})`,
  ),
  'create unique index if not exists lk_events_ref on lk_events (account_id, ref) where ref is not null',
  'create index if not exists lk_events_find on lk_events (world, ref) where ref is not null',
  'create index if not exists lk_events_day on lk_events (account_id, day, seq) where day is not null',
  'create index if not exists lk_events_type on lk_events (account_id, type, seq)',
  'create index if not exists lk_events_outbox on lk_events (world, position)',
  `create table if not exists lk_accounts (
    world text not null, account text not null, primary key (world, account)
  )`,
  `create table if not exists lk_snapshots (
    account_id text primary key, seq integer not null, version integer not null, state text not null
  )`,
  `create table if not exists lk_keys (
    world text not null, key text not null, body text not null, at bigint not null, answer json not null,
    primary key (world, key)
  )`,
  `create table if not exists lk_facts (
    world text not null, name text not null, value text not null, primary key (world, name)
  )`,
];

const COLUMNS = 'account_id, seq, position, at, type, ref, day, data';

interface EventRow {
  readonly account_id: string;
  readonly seq: number;
  /** 64-bit integers come as text. */
  readonly position: string;
  readonly at: string;
  readonly type: string;
  readonly ref: string | null;
  readonly day: string | null;
  readonly data: unknown;
}

/** Pools by address: the worlds of one process share their connections. */
const pools = new Map<string, { readonly pool: pg.Pool; readonly ready: Promise<void>; users: number }>();

export class PostgresStore implements Store {
  #open = true;

  private constructor(
    private readonly url: string,
    private readonly world: string,
    private readonly pool: pg.Pool,
  ) {}

  /**
   * Opens the database, and makes its tables if they are not there.
   *
   * @param url - Such as `postgres://user@host/database`.
   * @param world - Whose rows these are.
   */
  static async open(url: string, world: string): Promise<PostgresStore> {
    const pool = await connect(url);
    return new PostgresStore(url, world, pool);
  }

  async accounts(): Promise<readonly string[]> {
    const rows = await this.#all<{ account: string }>('select account from lk_accounts where world = $1', [this.world]);
    return rows.map(({ account }) => account).sort((a, b) => (a < b ? -1 : 1));
  }

  async load(account: string, version: number): Promise<Loaded> {
    const [snapshot = null] = await this.#all<Snapshot>(
      'select seq, version, state from lk_snapshots where account_id = $1 and version = $2',
      [this.#id(account), version],
    );
    const events: StoredEvent[] = [];
    for await (const event of this.scan({ account, afterSeq: snapshot?.seq ?? 0 })) events.push(event);
    return { snapshot, events };
  }

  append(account: string, expectedSeq: number, events: readonly NewEvent[], key?: KeyRecord): Promise<void> {
    return this.#transaction(account, async (client) => {
      // Shared among those who append: whoever publishes waits until all of them are through (see `outbox`).
      await client.query('select pg_advisory_xact_lock_shared($1, hashtext($2))', [LOCKS.outbox, this.world]);
      const id = this.#id(account);
      const { rows } = await client.query<{ last: number }>(
        'select coalesce(max(seq), 0)::integer as last from lk_events where account_id = $1',
        [id],
      );
      if (rows[0]?.last !== expectedSeq) throw new Conflict(account);
      if (key) await this.#forgetKey(client, id, key);
      if (events.length > 0) await this.#insert(client, account, expectedSeq, events, key?.key ?? null);
      if (key) await putKey(client, this.world, key);
    });
  }

  async snapshot(account: string, { seq, version, state }: Snapshot): Promise<void> {
    await this.pool.query(
      `insert into lk_snapshots (account_id, seq, version, state) values ($1, $2, $3, $4)
       on conflict (account_id) do update set seq = excluded.seq, version = excluded.version, state = excluded.state`,
      [this.#id(account), seq, version, state],
    );
  }

  async *scan(range: ScanRange): AsyncIterable<StoredEvent> {
    let after = range.afterSeq ?? 0;
    for (;;) {
      const rows = await this.#page(range, after);
      for (const row of rows) yield this.#stored(row);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = last.seq;
    }
  }

  async find(ref: string): Promise<StoredEvent | null> {
    const [row] = await this.#all<EventRow>(`select ${COLUMNS} from lk_events where world = $1 and ref = $2`, [
      this.world,
      ref,
    ]);
    return row ? this.#stored(row) : null;
  }

  async known(refs: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.#all<{ ref: string }>('select ref from lk_events where world = $1 and ref = any ($2)', [
      this.world,
      refs,
    ]);
    return new Set(rows.map(({ ref }) => ref));
  }

  /**
   * Positions are given before a transaction is through, so a higher one may be seen first. Whoever reads them here waits for those who
   * are appending; what comes later has higher positions.
   */
  outbox(position: number, limit: number): Promise<readonly (StoredEvent & { readonly position: number })[]> {
    return this.#transaction('', async (client) => {
      await client.query('select pg_advisory_xact_lock($1, hashtext($2))', [LOCKS.outbox, this.world]);
      const { rows } = await client.query<EventRow>(
        `select ${COLUMNS} from lk_events where world = $1 and position > $2 order by position limit $3`,
        [this.world, position, limit],
      );
      return rows.map((row) => ({ ...this.#stored(row), position: Number(row.position) }));
    });
  }

  /** Waits for those who are appending, as `outbox` does. */
  grown(position: number): Promise<Growth> {
    return this.#transaction('', async (client) => {
      await client.query('select pg_advisory_xact_lock($1, hashtext($2))', [LOCKS.outbox, this.world]);
      const { rows } = await client.query<Pick<EventRow, 'account_id' | 'seq' | 'position'>>(
        `select account_id, max(seq)::integer as seq, max(position) as position from lk_events
         where world = $1 and position > $2 group by account_id`,
        [this.world, position],
      );
      return {
        position: Math.max(position, ...rows.map((row) => Number(row.position))),
        heads: rows.map(({ account_id: id, seq }) => ({ account: id.slice(this.world.length + 1), seq })),
      };
    });
  }

  async key(key: string): Promise<KeyRecord | null> {
    const [row] = await this.#all<{ body: string; at: string; answer: KeyRecord['answer'] }>(
      'select body, at, answer from lk_keys where world = $1 and key = $2',
      [this.world, key],
    );
    return row ? { key, body: row.body, at: Number(row.at), answer: row.answer } : null;
  }

  putKey(record: KeyRecord): Promise<void> {
    return putKey(this.pool, this.world, record);
  }

  async fact(name: string): Promise<string | null> {
    const [row] = await this.#all<{ value: string }>('select value from lk_facts where world = $1 and name = $2', [
      this.world,
      name,
    ]);
    return row?.value ?? null;
  }

  async putFact(name: string, value: string): Promise<void> {
    await this.pool.query(
      `insert into lk_facts (world, name, value) values ($1, $2, $3)
       on conflict (world, name) do update set value = excluded.value`,
      [this.world, name, value],
    );
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await disconnect(this.url);
  }

  #id(account: string): string {
    return `${this.world}/${account}`;
  }

  #stored({ account_id: id, seq, at, type, ref, day, data }: EventRow): StoredEvent {
    return { account: id.slice(this.world.length + 1), seq, at: Number(at), type, ref, day, data };
  }

  async #insert(
    client: pg.PoolClient,
    account: string,
    after: number,
    events: readonly NewEvent[],
    key: string | null,
  ): Promise<void> {
    if (after === 0) {
      await client.query('insert into lk_accounts (world, account) values ($1, $2) on conflict do nothing', [
        this.world,
        account,
      ]);
    }
    await client.query(
      `insert into lk_events (account_id, world, seq, at, type, ref, day, key, data)
       select $1, $2, $3 + row.n, row.at, row.type, row.ref, row.day, case when row.n = 1 then $4 end, row.data::json
       from unnest($5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[])
         with ordinality as row (at, type, ref, day, data, n)
       order by row.n`,
      [
        this.#id(account),
        this.world,
        after,
        key,
        events.map(({ at }) => at),
        events.map(({ type }) => type),
        events.map(({ ref }) => ref),
        events.map(({ day }) => day),
        events.map(({ data }) => JSON.stringify(data)),
      ],
    );
  }

  /** A key may come again for another command when its time is over. */
  async #forgetKey(client: pg.PoolClient, id: string, { key, at }: KeyRecord): Promise<void> {
    await client.query('update lk_events set key = null where account_id = $1 and key = $2 and at <= $3', [
      id,
      key,
      at - KEY_MS,
    ]);
  }

  async #transaction<T>(account: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken = false;
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => (broken = true));
      // Somebody else was between our look and our insertion.
      if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION) throw new Conflict(account);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  #page(range: ScanRange, after: number): Promise<readonly EventRow[]> {
    const values: (string | number | readonly string[])[] = [this.#id(range.account), after];
    const where = ['account_id = $1', 'seq > $2'];
    const and = (condition: string, value: string | number | readonly string[]) => {
      values.push(value);
      where.push(`${condition.replace('?', `$${values.length}`)}`);
    };
    if (range.types) and('type = any (?)', range.types);
    if (range.fromDay !== undefined) and('day >= ?', range.fromDay);
    if (range.toDay !== undefined) and('day <= ?', range.toDay);
    if (range.fromAt !== undefined) and('at >= ?', range.fromAt);
    if (range.untilAt !== undefined) and('at < ?', range.untilAt);
    return this.#all<EventRow>(
      `select ${COLUMNS} from lk_events where ${where.join(' and ')} order by seq limit ${PAGE}`,
      values,
    );
  }

  async #all<Row extends pg.QueryResultRow>(
    sql: string,
    values: readonly (string | number | readonly string[])[],
  ): Promise<readonly Row[]> {
    return (await this.pool.query<Row>(sql, [...values])).rows;
  }
}

async function putKey(
  client: Pick<pg.PoolClient, 'query'>,
  world: string,
  { key, body, at, answer }: KeyRecord,
): Promise<void> {
  await client.query(
    `insert into lk_keys (world, key, body, at, answer) values ($1, $2, $3, $4, $5)
     on conflict (world, key) do update set body = excluded.body, at = excluded.at, answer = excluded.answer`,
    [world, key, body, at, JSON.stringify(answer)],
  );
}

async function connect(url: string): Promise<pg.Pool> {
  let known = pools.get(url);
  if (!known) {
    const pool = new pg.Pool({ connectionString: url, max: 10 });
    // A connection that breaks while nobody uses it is replaced by the next one.
    pool.on('error', () => undefined);
    known = { pool, ready: makeTables(pool), users: 0 };
    pools.set(url, known);
  }
  known.users += 1;
  try {
    await known.ready;
    return known.pool;
  } catch (error) {
    await disconnect(url);
    throw error;
  }
}

async function makeTables(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    // Processes that start together make the tables one after another.
    await client.query('select pg_advisory_xact_lock($1)', [LOCKS.schema]);
    for (const statement of SCHEMA) await client.query(statement);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function disconnect(url: string): Promise<void> {
  const known = pools.get(url);
  if (!known) return;
  known.users -= 1;
  if (known.users > 0) return;
  pools.delete(url);
  await known.pool.end();
}
