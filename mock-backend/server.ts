import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createApp } from './api/app.js';
import { apiClient, type ApiClient } from './api/auth/clients.js';
import { steadyClock } from './api/clock.js';
import { makePdf } from './api/documents/pdf.node.js';
import { Faults } from './api/faults.js';
import { Worlds, type WallClock } from './api/worlds.js';
import { type NodeServerOptions, serveApp } from './adapters/node.js';
import { closeAt } from './close/open.js';
import { FolderBlobs } from './store/blobs.folder.js';
import { aloneAt, storesAt } from './store/open.js';
import { StoreFailure } from './store/port.js';
import { openBeside, worldFile } from './worlds/files.js';
import { play, seedOf } from './worlds/play.js';

export interface ServerOptions extends Pick<NodeServerOptions, 'ownProcess'> {
  /** First port to try; 0: any free one. */
  readonly port: number;
  readonly host?: string;
  /** Folder of secrets, files and the database; null keeps everything in memory. */
  readonly dataDir: string | null;
  /** Address of another database than the one in the folder: `postgres://user@host/database` or `sqlite:PATH`. */
  readonly database?: string;
  /** Forgets what earlier runs left in the folder. */
  readonly fresh?: boolean;
  /** Key of the routes under `/admin`; null or absent: there are none. */
  readonly adminKey?: string | null;
  /** World that is played on the first start and served; null: none. */
  readonly world?: string | null;
  readonly wall?: WallClock;
  /** Clock that nobody sets, to tell jumps of the other by; that of the process, or none beside a `wall` that is given. */
  readonly monotonic?: WallClock;
  /** Told of each port that somebody else has. */
  readonly onBusy?: (port: number) => void;
}

export interface ReferenceServer {
  readonly url: string;
  readonly port: number;
  /** Client whose secret the operator's own site holds; made on the first start. */
  readonly client: Pick<ApiClient, 'id' | 'secret'>;
  /** Ends it cleanly; the data are saved. */
  close(): Promise<void>;
}

interface Secrets {
  readonly seal: string;
  readonly client: string;
}

const MINUTE = 60_000;
const DATABASE = 'worlds.sqlite';
const FILES = 'files';
const SECRETS = 'secrets.json';

function random(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Secrets live beside the database, readable by its owner only: tokens outlive a restart. */
async function secretsIn(folder: string | null): Promise<Secrets> {
  const made = { seal: random(), client: random() };
  if (folder === null) return made;
  const file = join(folder, SECRETS);
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return { ...made, ...(JSON.parse(kept) as Partial<Secrets>) };
  await writeFile(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

/** Removes what the server made in the folder, and nothing else. */
async function clean(folder: string): Promise<void> {
  for (const name of [DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`, `${DATABASE}-journal`, SECRETS]) {
    await rm(join(folder, name), { force: true });
  }
  await rm(join(folder, FILES), { recursive: true, force: true });
}

/** Makes the folder. @returns The secrets in it. @throws {StoreFailure} If it cannot be written. */
async function prepare(folder: string | null, fresh: boolean): Promise<Secrets> {
  try {
    if (folder !== null && fresh) await clean(folder);
    if (folder !== null) await mkdir(folder, { recursive: true });
    return await secretsIn(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreFailure('invalid', `the folder ${folder ?? ''} cannot be used: ${reason}`, { cause: error });
  }
}

/** One line of the log; what nobody expected comes with where it happened. */
function report(error: unknown, traceId: string): void {
  if (error instanceof StoreFailure) console.error(`${traceId} ${error.name}: ${error.message}`);
  else console.error(traceId, error);
}

/** The clock of running worlds: that of the machine without its jumps. */
function clockOf({ wall, monotonic = wall ? undefined : () => performance.now() }: ServerOptions): WallClock {
  if (!monotonic) return wall ?? Date.now;
  const onJump = (ms: number): void => {
    const by = `${ms > 0 ? '+' : ''}${(ms / 3_600_000).toFixed(1)} hours`;
    console.error(`The clock of this machine jumped by ${by}: running worlds go on from where they stood.`);
  };
  return steadyClock({ wall: wall ?? Date.now, monotonic, onJump });
}

/** What is tried again every second, such as the close, says once a minute why it fails. */
function reportSeldom(): (error: unknown) => void {
  const told = new Map<string, number>();
  return (error) => {
    const what = error instanceof Error ? error.message : String(error);
    if (Date.now() - (told.get(what) ?? 0) < MINUTE) return;
    told.clear();
    told.set(what, Date.now());
    report(error, 'close');
  };
}

/**
 * Starts the reference server: on the first start it plays its world, later it goes on where it stood.
 *
 * @throws {StoreFailure} With a sentence for a person, if the folder or the database cannot be used.
 * @throws {Error} If no port is free.
 */
export async function startServer(options: ServerOptions): Promise<ReferenceServer> {
  const { dataDir } = options;
  const secrets = await prepare(dataDir, options.fresh === true);
  const database = options.database ?? (dataDir === null ? 'memory' : `sqlite:${join(dataDir, DATABASE)}`);
  const openStore = await storesAt(database);
  const onFailure = reportSeldom();
  const close = await closeAt(database, onFailure);
  const worlds = new Worlds(openStore, {
    wall: clockOf(options),
    makeClose: close.makeClose,
    onFailure,
  });
  const end = async (): Promise<void> => {
    await worlds.close();
    await close.end();
  };
  try {
    const name = options.world === undefined ? 'demo' : options.world;
    await aloneAt(database, async () => {
      if (options.adminKey) await worlds.restore();
      if (name === null) return;
      const { scenario } = worldFile(name);
      const host = await worlds.open(name, seedOf(scenario), false);
      await play(host, scenario, openBeside(name));
      host.setRunning(true);
    });
    const client = apiClient({ id: 'site', secret: secrets.client, world: name ?? '' });
    const app = createApp({
      worlds,
      clients: [client],
      secret: secrets.seal,
      faults: new Faults(),
      makePdf,
      ...(dataDir === null ? {} : { blobs: new FolderBlobs(join(dataDir, FILES)) }),
      onUnexpected: report,
      ...(options.wall === undefined ? {} : { wall: options.wall }),
      ...(options.adminKey ? { adminKey: options.adminKey } : {}),
    });
    const server = await serveApp(app, {
      port: options.port,
      ownProcess: options.ownProcess === true,
      ...(options.host === undefined ? {} : { host: options.host }),
      ...(options.onBusy === undefined ? {} : { onBusy: options.onBusy }),
    });
    return {
      url: server.url,
      port: server.port,
      client: { id: client.id, secret: client.secret },
      async close() {
        await server.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}
