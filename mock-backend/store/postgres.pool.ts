/** Connections to PostgreSQL: shared by the worlds of a process, replaced when they break, with an end to every wait. */
import pg from 'pg';
import { Conflict, StoreFailure } from './port.js';
import { LOCKS, makeTables, MOVED_ON } from './postgres.tables.js';

const CONNECTIONS = 10;
/** Seconds until a connection stands, and until one is free, unless the address says `connect_timeout`. */
const CONNECT_S = 10;
/** Milliseconds that the server gives a statement, unless it was told another number, and that we give the server. */
const STATEMENT_MS = 20_000;
const ANSWER_MS = 30_000;
/** Milliseconds that tables of any size may take to become those of a new version. */
const MIGRATION_MS = 30 * 60_000;

/**
 * Everything we ask is answered from an index: a plan that was made while a table was empty must not be one that reads all of it. And it
 * is made once: to plan a question to a table of partitions for its values takes longer than to answer it.
 */
const SESSION = `
  set enable_seqscan = off;
  set enable_hashjoin = off;
  set enable_mergejoin = off;
  set jit = off;
  set plan_cache_mode = force_generic_plan;
  select set_config('statement_timeout', '${STATEMENT_MS}', false) where current_setting('statement_timeout') = '0'`;

/** A statement that the server prepares once a connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export type Value = string | number | null | readonly (string | number | null)[];

/** The database of one address. */
export class Database {
  readonly #pool: pg.Pool;

  private constructor(
    url: string,
    /** The address without its password. */
    private readonly at: string,
  ) {
    this.#pool = new pg.Pool({
      connectionString: url,
      max: CONNECTIONS,
      connectionTimeoutMillis: patience(url),
      query_timeout: ANSWER_MS,
      keepAlive: true,
      onConnect: async (client) => {
        await client.query(SESSION);
      },
    });
    // A connection that breaks while nobody uses it is replaced by the next one.
    this.#pool.on('error', () => undefined);
  }

  /**
   * Connects, and makes the tables if they are not there.
   *
   * @throws {StoreFailure} `invalid`, `unreachable` or `newer`, with a sentence that names the address without its password.
   */
  static async open(url: string): Promise<Database> {
    const at = shown(url);
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: patience(url),
      query_timeout: MIGRATION_MS,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await makeTables(client, at);
    } catch (error) {
      throw failure(error, at);
    } finally {
      // Nothing is waited for: a connection that never stood never ends.
      client.end().catch(() => undefined);
    }
    return new Database(url, at);
  }

  /** Asks; once more if the connection turns out to have been lost. */
  async read<Row extends pg.QueryResultRow>(statement: Statement, values: readonly Value[]): Promise<readonly Row[]> {
    try {
      return (await this.#pool.query<Row>({ ...statement, values: [...values] })).rows;
    } catch (error) {
      if (!isLost(error)) throw failure(error, this.at);
    }
    try {
      return (await this.#pool.query<Row>({ ...statement, values: [...values] })).rows;
    } catch (error) {
      throw failure(error, this.at);
    }
  }

  /** Writes, everything or nothing. @throws {StoreFailure} `unreachable`: whether it arrived is not known. */
  async write(statement: Statement, values: readonly Value[]): Promise<void> {
    try {
      await this.#pool.query({ ...statement, values: [...values] });
    } catch (error) {
      throw failure(error, this.at);
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}

/** By address: the worlds of one process share their connections. */
const databases = new Map<string, { readonly database: Promise<Database>; users: number }>();

/** @throws {StoreFailure} As `Database.open`. */
export async function connect(url: string): Promise<Database> {
  const known = databases.get(url) ?? { database: Database.open(url), users: 0 };
  databases.set(url, known);
  known.users += 1;
  try {
    return await known.database;
  } catch (error) {
    // The next one tries again.
    if (databases.get(url) === known) databases.delete(url);
    throw error;
  }
}

/** Gives the connections back; the last one closes them. */
export async function disconnect(url: string): Promise<void> {
  const known = databases.get(url);
  if (!known) return;
  known.users -= 1;
  if (known.users > 0) return;
  databases.delete(url);
  await (await known.database).close();
}

/**
 * Does something that no other process does at the same time: what is done once for all of them, when they start together. Who dies
 * makes way for the next one.
 *
 * @throws {StoreFailure} As `Database.open`.
 */
export async function alone<T>(url: string, work: () => Promise<T>): Promise<T> {
  const at = shown(url);
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: patience(url),
    query_timeout: MIGRATION_MS,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [LOCKS.start]);
  } catch (error) {
    client.end().catch(() => undefined);
    throw failure(error, at);
  }
  try {
    return await work();
  } finally {
    // The lock goes with the connection.
    await client.end().catch(() => undefined);
  }
}

/** The address as it may be told to anybody. @throws {StoreFailure} `invalid` for what is no address of a database. */
export function shown(url: string): string {
  const looks = 'it looks like postgres://user:password@host:5432/database';
  let address: URL;
  try {
    address = new URL(url);
  } catch {
    throw new StoreFailure('invalid', `the address of the database cannot be read: ${looks}`);
  }
  if (!/^postgres(ql)?:$/.test(address.protocol)) {
    throw new StoreFailure('invalid', `${address.protocol}… is no address of a PostgreSQL database: ${looks}`);
  }
  const user = address.username === '' ? '' : `${decodeURIComponent(address.username)}@`;
  const host = address.searchParams.get('host') ?? address.host;
  return `postgres://${user}${host === '' ? 'localhost' : host}${address.pathname}`;
}

/** Milliseconds to wait for a connection: `connect_timeout` of the address is in seconds, as for other programs. */
export function patience(url: string): number {
  return 1000 * (Number(new URL(url).searchParams.get('connect_timeout')) || CONNECT_S);
}

/** What PostgreSQL says when somebody else was first, or two would have waited for each other. Nothing was written. */
const CONFLICTS: readonly string[] = [MOVED_ON, '23505', '40001', '40P01'];
const WAITED = '55P03';

/** Somebody else holds what is to be written, for longer than was to be waited. Nothing was written. */
export class Held extends Conflict {}

/** Classes and codes of SQLSTATE after which it may go well again, without us. */
const UNREACHABLE = /^(08|53|57|58|25006)/;
const INVALID = /^(28|3D|3F|42501|0A)/;

/** Whether a connection broke, and the question with it. */
function isLost(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return error.code?.startsWith('57P') === true;
  return error instanceof Error && !/timeout/i.test(error.message);
}

/** What a failure of the database means to whoever writes to it. @param at - The address as it may be told to anybody. */
export function failure(error: unknown, at: string): unknown {
  if (error instanceof StoreFailure || error instanceof Conflict || error instanceof TypeError) return error;
  if (!(error instanceof pg.DatabaseError)) {
    return new StoreFailure('unreachable', `the database ${at} does not answer: ${reasonOf(error)}`, { cause: error });
  }
  const { code = '', message } = error;
  if (CONFLICTS.includes(code)) return new Conflict(code === MOVED_ON ? message : (error.detail ?? message));
  if (code === WAITED) return new Held(message);
  if (code === '53100')
    return new StoreFailure('full', `the disk of the database ${at} is full: ${message}`, { cause: error });
  if (UNREACHABLE.test(code)) {
    return new StoreFailure('unreachable', `the database ${at} takes nothing now: ${message}`, { cause: error });
  }
  if (INVALID.test(code)) {
    return new StoreFailure('invalid', `the database ${at} cannot be used: ${message}`, { cause: error });
  }
  return error;
}

/** What a connection failed of; where a name has several addresses, the error of all of them says nothing itself. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
