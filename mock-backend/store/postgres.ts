/**
 * A store in PostgreSQL, 13 or later: any number of server processes on one database. What keeps two of them from deciding at once is
 * the journal's row, which is moved on by compare-and-set in the transaction that appends. A write is one call, or a share in one. Node
 * only.
 */
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
  Conflict,
  type Wanted,
  type Write,
} from './port.js';
import { type Appended, appendOf, PARAMETERS } from './postgres.append.js';
import { Together } from './postgres.together.js';
import { connect, type Database, disconnect, Held, type Statement, type Value } from './postgres.pool.js';

/** Rows that a scan reads at once. */
const PAGE = 1000;
/** Journals of an append that goes together with others: what writes more is work of its own. */
const FEW = 4;

const COLUMNS = 'account_id, seq, position, at, type, ref, day, data';
const statement = (name: string, text: string): Statement => ({ name: `lk_${name}`, text });

const ACCOUNTS = statement(
  'accounts',
  'select account from lk_journals where world = $1 and due is not null and account > $2 order by account limit $3',
);
/** Snapshots and what comes after them or after the position asked for, in one look at all of it. */
const LOAD = statement(
  'load',
  `with wanted as materialized (
    select w.n, w.id, coalesce(s.seq, w.after) as after, s.seq, s.version, s.state
    from unnest($1::text[], $2::integer[]) with ordinality as w (id, after, n)
    left join lk_snapshots as s on w.after = 0 and s.account_id = w.id and s.version = $3
  )
  select n::integer, true as snapshot, seq, version as at, null as type, null as ref, null as day, state as data
  from wanted where seq is not null
  union all
  select w.n::integer, false, e.seq, e.at, e.type, e.ref, e.day, e.data::text
  from wanted as w join lk_events as e on e.account_id = w.id and e.seq > w.after
  order by 1, 2 desc, 3`,
);
/** The rest of one journal, which is asked for with each command of an account that is in work: a look at one partition. */
const LOAD_REST = statement(
  'load_rest',
  `select 1 as n, false as snapshot, seq, at, type, ref, day, data::text
   from lk_events where account_id = $1 and seq > $2 order by seq`,
);
const APPEND = statement(
  'append',
  `select lk_append(${Array.from({ length: PARAMETERS }, (_, index) => `$${index + 1}`).join(', ')})`,
);
const SNAPSHOT = statement(
  'snapshot',
  `insert into lk_snapshots (account_id, seq, version, state) values ($1, $2, $3, $4)
   on conflict (account_id) do update set seq = excluded.seq, version = excluded.version, state = excluded.state`,
);
const FIND = statement(
  'find',
  `select e.account_id, e.seq, e.position, e.at, e.type, e.ref, e.day, e.data
   from lk_refs as r join lk_events as e on e.account_id = r.account_id and e.seq = r.seq
   where r.world = $1 and r.ref = $2`,
);
/** One of a kind is a look at one partition, many are one at all of them. */
const KNOWN_ONE = statement('known_one', 'select ref from lk_refs where world = $1 and ref = $2');
const KNOWN = statement('known', 'select ref from lk_refs where world = $1 and ref = any ($2)');
const LISTED_ONE = statement(
  'listed_one',
  'select key, account, value from lk_listings where world = $1 and kind = $2 and key = $3 order by account',
);
const LISTED = statement(
  'listed',
  `select key, account, value from lk_listings where world = $1 and kind = $2 and key = any ($3) order by key, account`,
);
const LISTED_MANY = statement(
  'listed_many',
  `select w.n::integer, l.account, l.value
   from unnest($2::text[], $3::text[]) with ordinality as w (kind, key, n)
   cross join lateral (
     select account, value from lk_listings where world = $1 and kind = w.kind and key = w.key offset 0
   ) as l
   order by 1, 2`,
);
const DUE = statement(
  'due',
  'select account, due from lk_journals where world = $1 and due <= $2 order by due, account limit $3',
);
const COUNT = statement('count', 'select value from lk_counts where world = $1 and name = $2');
const OUTBOX = statement('outbox', `select ${COLUMNS} from lk_outbox($1, $2, $3)`);
const KEY = statement('key', 'select body, at, answer from lk_keys where world = $1 and key = $2');
/** What was done stays done: the refusal of somebody who came too late does not take its place. */
const PUT_KEY = statement(
  'put_key',
  `insert into lk_keys as k (world, key, body, at, answer) values ($1, $2, $3, $4, $5)
   on conflict (world, key) do update set body = excluded.body, at = excluded.at, answer = excluded.answer
   where k.at <= $6 or k.answer -> 'receipt' is null`,
);
/** What is to be forgotten is looked for in order of keys, so that no index has to be kept for it. */
const KEYS = statement(
  'keys',
  `select max(key) as last, count(*)::integer as looked, (count(*) filter (where at <= $3))::integer as old
   from (select key, at from lk_keys where world = $1 and key > $2 order by key limit $4) as page`,
);
const FORGET_KEYS = statement(
  'forget_keys',
  'delete from lk_keys where world = $1 and key > $2 and key <= $3 and at <= $4',
);
const FACT = statement('fact', 'select value from lk_facts where world = $1 and name = $2');
const PUT_FACT = statement(
  'put_fact',
  `insert into lk_facts (world, name, value) values ($1, $2, $3)
   on conflict (world, name) do update set value = excluded.value`,
);

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

/** A row of `LOAD`: an event, or a snapshot with its version in `at`. */
interface LoadedRow {
  /** Which of those asked for, from 1. */
  readonly n: number;
  readonly snapshot: boolean;
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly ref: string | null;
  readonly day: string | null;
  /** JSON. */
  readonly data: string;
}

export class PostgresStore implements Store {
  readonly #appends = new Together<Appended, undefined>((all, patience) => this.#append(all, patience));
  readonly #listed = new Together<Pick<Listing, 'kind' | 'key'>, readonly Listing[]>((wanted) =>
    this.#listings(wanted),
  );
  #open = true;

  private constructor(
    private readonly url: string,
    private readonly world: string,
    private readonly database: Database,
  ) {}

  /**
   * Opens the database, and makes its tables if they are not there.
   *
   * @param url - Such as `postgres://user@host/database`.
   * @param world - Whose rows these are.
   * @throws {StoreFailure} `invalid`, `unreachable`, or `newer`.
   */
  static async open(url: string, world: string): Promise<PostgresStore> {
    return new PostgresStore(url, world, await connect(url));
  }

  async accounts(after: string | null, limit: number): Promise<readonly string[]> {
    const rows = await this.#read<{ account: string }>(ACCOUNTS, after ?? '', limit);
    return rows.map(({ account }) => account);
  }

  async load(wanted: readonly Wanted[], version: number): Promise<readonly Loaded[]> {
    if (wanted.length === 0) return [];
    const rows = await this.#load(wanted, version);
    const found = wanted.map(() => ({ snapshot: null as Snapshot | null, events: [] as StoredEvent[] }));
    for (const { n, snapshot, seq, at, type, ref, day, data } of rows) {
      const [loaded, asked] = [found[n - 1], wanted[n - 1]];
      if (!loaded || !asked) continue;
      if (snapshot) loaded.snapshot = { seq, version: Number(at), state: data };
      else loaded.events.push({ account: asked.account, seq, at: Number(at), type, ref, day, data: JSON.parse(data) });
    }
    return found;
  }

  #load(wanted: readonly Wanted[], version: number): Promise<readonly LoadedRow[]> {
    const [first] = wanted;
    if (first && wanted.length === 1 && first.after > 0) {
      return this.database.read<LoadedRow>(LOAD_REST, [this.#id(first.account), first.after]);
    }
    const ids = wanted.map(({ account }) => this.#id(account));
    return this.database.read<LoadedRow>(LOAD, [ids, wanted.map(({ after }) => after), version]);
  }

  async append(writes: readonly Write[], along: Along = {}): Promise<void> {
    const appended = { writes, along };
    await (writes.length > FEW ? this.#append([appended], null) : this.#appends.join(appended));
  }

  /** All of it, or nothing. @throws {Held} When there is no more patience. */
  async #append(all: readonly Appended[], patience: number | null): Promise<readonly undefined[]> {
    try {
      await this.database.write(APPEND, appendOf(this.world, all, patience));
    } catch (error) {
      throw error instanceof Conflict && !(error instanceof Held) ? new Conflict(this.#plain(error.what)) : error;
    }
    return all.map(() => undefined);
  }

  async snapshot(account: string, { seq, version, state }: Snapshot): Promise<void> {
    await this.database.write(SNAPSHOT, [this.#id(account), seq, version, state]);
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
    const [row] = await this.#read<EventRow>(FIND, ref);
    return row ? this.#stored(row) : null;
  }

  async known(refs: readonly string[]): Promise<ReadonlySet<string>> {
    const [first, second] = refs;
    if (first === undefined) return new Set();
    const rows = await (second === undefined
      ? this.#read<{ ref: string }>(KNOWN_ONE, first)
      : this.#read<{ ref: string }>(KNOWN, refs));
    return new Set(rows.map(({ ref }) => ref));
  }

  async listed(kind: string, keys: readonly string[]): Promise<readonly Listing[]> {
    const [key, second] = keys;
    if (key === undefined) return [];
    if (second === undefined) return this.#listed.join({ kind, key });
    const rows = await this.#read<Omit<Listing, 'kind'>>(LISTED, kind, keys);
    return rows.map((row) => ({ kind, key: row.key, account: row.account, value: row.value }));
  }

  async #listings(wanted: readonly Pick<Listing, 'kind' | 'key'>[]): Promise<readonly (readonly Listing[])[]> {
    const [one] = wanted;
    if (one && wanted.length === 1) {
      const rows = await this.#read<Omit<Listing, 'kind'>>(LISTED_ONE, one.kind, one.key);
      return [rows.map(({ key, account, value }) => ({ kind: one.kind, key, account, value }))];
    }
    const rows = await this.#read<Listing & { n: number }>(
      LISTED_MANY,
      wanted.map(({ kind }) => kind),
      wanted.map(({ key }) => key),
    );
    const found = wanted.map((): Listing[] => []);
    for (const { n, account, value } of rows) {
      const asked = wanted[n - 1];
      if (asked) found[n - 1]?.push({ kind: asked.kind, key: asked.key, account, value });
    }
    return found;
  }

  async due(until: number, limit: number): Promise<readonly Due[]> {
    const rows = await this.#read<{ account: string; due: string }>(DUE, until, limit);
    return rows.map(({ account, due }) => ({ account, at: Number(due) }));
  }

  async count(name: string): Promise<number> {
    const [row] = await this.#read<{ value: string }>(COUNT, name);
    return row ? Number(row.value) : 0;
  }

  async outbox(position: number, limit: number): Promise<readonly (StoredEvent & { readonly position: number })[]> {
    const rows = await this.#read<EventRow>(OUTBOX, position, limit);
    return rows.map((row) => ({ ...this.#stored(row), position: Number(row.position) }));
  }

  async key(key: string): Promise<KeyRecord | null> {
    const [row] = await this.#read<{ body: string; at: string; answer: KeyRecord['answer'] }>(KEY, key);
    return row ? { key, body: row.body, at: Number(row.at), answer: row.answer } : null;
  }

  async putKey({ key, body, at, answer }: KeyRecord): Promise<void> {
    await this.database.write(PUT_KEY, [this.world, key, body, at, JSON.stringify(answer), at - KEY_MS]);
  }

  async forgetKeys(until: number, after: string | null, limit: number): Promise<string | null> {
    const from = after ?? '';
    const [page] = await this.#read<{ last: string; looked: number; old: number }>(KEYS, from, until, limit);
    if (!page || page.looked === 0) return null;
    if (page.old > 0) await this.database.write(FORGET_KEYS, [this.world, from, page.last, until]);
    return page.looked < limit ? null : page.last;
  }

  async fact(name: string): Promise<string | null> {
    const [row] = await this.#read<{ value: string }>(FACT, name);
    return row?.value ?? null;
  }

  async putFact(name: string, value: string): Promise<void> {
    await this.database.write(PUT_FACT, [this.world, name, value]);
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await disconnect(this.url);
  }

  #id(account: string): string {
    return `${this.world}/${account}`;
  }

  /** The account of an id; what is no id of this world stays what it is. */
  #plain(id: string): string {
    return id.startsWith(`${this.world}/`) ? id.slice(this.world.length + 1) : id;
  }

  #stored({ account_id: id, seq, at, type, ref, day, data }: EventRow): StoredEvent {
    return { account: this.#plain(id), seq, at: Number(at), type, ref, day, data };
  }

  /** Every combination of conditions is a statement of its own, with a plan of its own. */
  #page(range: ScanRange, after: number): Promise<readonly EventRow[]> {
    const { account, types, fromDay, toDay, fromAt, untilAt } = range;
    const values: Value[] = [this.#id(account), after];
    const where = ['account_id = $1', 'seq > $2'];
    let name = types ? 'scan_types' : 'scan';
    const and = (called: string, condition: string, value: Value | undefined) => {
      if (value === undefined) return;
      values.push(value);
      where.push(`${condition} $${values.length}`);
      name += `_${called}`;
    };
    if (types) {
      values.push(types);
      where.push('type = any ($3)');
    }
    and('from_day', 'day >=', fromDay);
    and('to_day', 'day <=', toDay);
    and('from_at', 'at >=', fromAt);
    and('until_at', 'at <', untilAt);
    const text = `select ${COLUMNS} from lk_events where ${where.join(' and ')} order by seq limit ${PAGE}`;
    return this.database.read<EventRow>(statement(name, text), values);
  }

  /** Asks with the world as the first value. */
  #read<Row extends object>(asked: Statement, ...values: readonly Value[]): Promise<readonly Row[]> {
    return this.database.read<Row & Record<string, unknown>>(asked, [this.world, ...values]);
  }
}
