/** Connections to SQLite files: one a file and process, its tables, and what goes wrong with them. Node only. */
import Database from 'libsql';
import { StoreFailure } from './port.js';
import { APPENDING } from './sqlite.append.js';

/** Of the tables; a file without a number is of before it, or empty. */
const VERSION = 1;

const TABLES = `
create table events (
  position integer primary key,
  world text not null,
  account text not null,
  seq integer not null,
  at integer not null,
  type text not null,
  ref text,
  day text,
  data text not null
);
create table accounts (
  world text not null, account text not null, due integer not null,
  primary key (world, account)
) without rowid;
create table listings (
  world text not null, kind text not null, key text not null, account text not null, value text not null,
  primary key (world, kind, key, account)
) without rowid;
create table counts (
  world text not null, name text not null, value integer not null,
  primary key (world, name)
) without rowid;
create table snapshots (
  world text not null, account text not null, seq integer not null, version integer not null, state text not null,
  primary key (world, account)
);
create table keys (
  world text not null, key text not null, body text not null, at integer not null, answer text not null,
  primary key (world, key)
) without rowid;
create table facts (
  world text not null, name text not null, value text not null,
  primary key (world, name)
) without rowid;
`;

/**
 * Every index is a page more that a command writes: one finds a journal, and picks from it by type and day without reading what is not
 * wanted.
 */
const INDEXES = `
create index events_journal on events (world, account, seq, type, day);
create unique index events_ref on events (world, ref) where ref is not null;
create index accounts_due on accounts (world, due, account);
`;

/** Tables of a file from before versions, in the order of their columns now. Of its snapshots nobody says who folded them. */
const KEPT = {
  events: 'position, world, account, seq, at, type, ref, day, data',
  keys: 'world, key, body, at, answer',
  facts: 'world, name, value',
} as const;

/** All accounts of such a file are due, and what is listed is made again by the world. */
const FILL = `
insert into accounts (world, account, due) select distinct world, account, 0 from events where account not like '#%'
`;

/** How long another process may write before we give up, milliseconds. */
const PATIENCE = 5000;
/** Pages of the log that are written before they are put in their places: each of those is written once for many commands. */
const LOG_PAGES = 8000;

/** Primary result codes. @see https://www.sqlite.org/rescode.html */
const CODES = {
  busy: 5,
  locked: 6,
  readonly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  noDatabase: 26,
} as const;
const CONSTRAINT = 19;

export type Value = string | number | null;

/** Open connections by path: SQLite takes one writer at a time, and worlds of one process need not wait for each other. */
const open = new Map<string, Connection>();

/** A connection, with each of its statements prepared once. */
export class Connection {
  readonly #statements = new Map<string, Database.Statement>();
  #users = 0;

  private constructor(
    private readonly path: string,
    private readonly database: Database.Database,
  ) {}

  /**
   * The connection to a file, which is made, or brought up to date.
   *
   * @throws {StoreFailure} If it cannot be.
   */
  static to(path: string): Connection {
    const connection = open.get(path) ?? Connection.#make(path);
    open.set(path, connection);
    connection.#users += 1;
    return connection;
  }

  static #make(path: string): Connection {
    let database: Database.Database | null = null;
    try {
      database = new Database(path);
      database.pragma(`busy_timeout = ${PATIENCE}`);
      checkVersion(database, path);
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = NORMAL');
      database.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
      const connection = new Connection(path, database);
      connection.transaction(() => upgrade(connection.database, path));
      database.exec(APPENDING);
      return connection;
    } catch (error) {
      database?.close();
      throw failure(error, path);
    }
  }

  all<Row>(sql: string, values: readonly Value[]): readonly Row[] {
    return this.#with(sql, (statement) => statement.all(values) as Row[]);
  }

  /** The first row: quicker than all of them. */
  get<Row>(sql: string, values: readonly Value[]): Row | undefined {
    return this.#with(sql, (statement) => statement.get(values) as Row | undefined);
  }

  /** What gives no rows. To get none is quicker than `run`, which makes an object of each result. */
  run(sql: string, values: readonly Value[]): void {
    this.get(sql, values);
  }

  /** Everything or nothing, and nobody else writes meanwhile. */
  transaction<T>(work: () => T): T {
    this.#exec('begin immediate');
    try {
      const result = work();
      this.#exec('commit');
      return result;
    } catch (error) {
      // A full disk may have ended it already.
      if (this.database.inTransaction) this.#exec('rollback');
      throw error;
    }
  }

  close(): void {
    this.#users -= 1;
    if (this.#users > 0) return;
    open.delete(this.path);
    this.#statements.clear();
    this.database.close();
  }

  /** What has neither values nor a result is quicker this way. */
  #exec(sql: string): void {
    try {
      this.database.exec(sql);
    } catch (error) {
      throw failure(error, this.path);
    }
  }

  /** A statement is prepared once, and once more after it has failed: until then it would fail again. */
  #with<T>(sql: string, work: (statement: Database.Statement) => T): T {
    try {
      let statement = this.#statements.get(sql);
      if (!statement) {
        statement = this.database.prepare(sql);
        this.#statements.set(sql, statement);
      }
      return work(statement);
    } catch (error) {
      this.#statements.delete(sql);
      throw failure(error, this.path);
    }
  }
}

/** Whether SQLite refused what must be there once only. */
export function isTaken(error: unknown): error is Error {
  return primaryCode(error) === CONSTRAINT;
}

function primaryCode(error: unknown): number {
  return error instanceof Error && 'rawCode' in error && typeof error.rawCode === 'number' ? error.rawCode & 0xff : 0;
}

function versionOf(database: Database.Database): number {
  const [row] = database.prepare('pragma user_version').all() as { readonly user_version: number }[];
  return row?.user_version ?? 0;
}

/** @throws {StoreFailure} If the file is of a newer version. */
function checkVersion(database: Database.Database, path: string): number {
  const version = versionOf(database);
  if (version <= VERSION) return version;
  throw new StoreFailure(
    'newer',
    `${path} was written by a newer version of this program (tables ${version}; this one knows ${VERSION}): ` +
      'start the newer version, or name another file',
  );
}

/** Processes that start together do it one after another. */
function upgrade(database: Database.Database, path: string): void {
  if (checkVersion(database, path) === VERSION) return;
  const found = database.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
  const earlier = new Set(found.map(({ name }) => name));
  const kept = Object.entries(KEPT).filter(([name]) => earlier.has(name));
  if (earlier.has('snapshots')) database.exec('drop table snapshots');
  for (const [name] of kept) database.exec(`alter table ${name} rename to ${name}_before`);
  database.exec(TABLES);
  for (const [name, columns] of kept) {
    database.exec(`insert into ${name} (${columns}) select ${columns} from ${name}_before`);
    database.exec(`drop table ${name}_before`);
  }
  database.exec(INDEXES);
  database.exec(FILL);
  database.exec(`pragma user_version = ${VERSION}`);
}

/** What SQLite says, as what is to be done about it; what is no failure of the file is handed on. */
function failure(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreFailure) return error;
  const fail = (reason: StoreFailure['reason'], message: string) => new StoreFailure(reason, message, { cause: error });
  if (error.message.includes('Unable to open connection')) return fail('invalid', cannotOpen(path));
  switch (primaryCode(error)) {
    case CODES.full:
      return fail('full', `the disk of ${path} is full: make room, then it goes on by itself`);
    case CODES.io:
      return fail('unreachable', `${path} could not be read or written: ${error.message}`);
    case CODES.busy:
    case CODES.locked:
      return fail(
        'unreachable',
        `another process has been writing to ${path} for more than ${PATIENCE / 1000} seconds: several servers want PostgreSQL`,
      );
    case CODES.readonly:
    case CODES.cannotOpen:
      return fail('invalid', cannotOpen(path));
    case CODES.corrupt:
    case CODES.noDatabase:
      return fail('invalid', `${path} is not a database of this program, or is damaged: name another file`);
    default:
      return error;
  }
}

function cannotOpen(path: string): string {
  return `${path} cannot be opened for writing: its folder must be there, and both must be writable`;
}
