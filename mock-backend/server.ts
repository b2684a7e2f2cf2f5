import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createApp } from './api/app.js';
import { apiClient, type ApiClient } from './api/auth/clients.js';
import { makePdf } from './api/documents/pdf.node.js';
import { Faults } from './api/faults.js';
import { Worlds, type StoreFactory, type WallClock } from './api/worlds.js';
import { serveApp } from './adapters/node.js';
import { FolderBlobs } from './store/blobs.folder.js';
import { MemoryStore } from './store/memory.js';
import { openBeside, worldFile } from './worlds/files.js';
import { play, seedOf } from './worlds/play.js';

export interface ServerOptions {
  /** First port to try; 0: any free one. */
  readonly port: number;
  readonly host?: string;
  /** Folder of the database; null keeps everything in memory. */
  readonly dataDir: string | null;
  /** Address of a PostgreSQL database, `postgres://user@host/database`, instead of the one in the folder. */
  readonly postgres?: string;
  /** Forgets what earlier runs left in the folder. */
  readonly fresh?: boolean;
  /** Key of the routes under `/admin`; null or absent: there are none. */
  readonly adminKey?: string | null;
  /** World that is played on the first start and served; null: none. */
  readonly world?: string | null;
  readonly wall?: WallClock;
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

async function storesIn(folder: string | null, postgres: string | undefined): Promise<StoreFactory> {
  if (postgres !== undefined) {
    const { PostgresStore } = await import('./store/postgres.js');
    return (id) => PostgresStore.open(postgres, id);
  }
  if (folder === null) return () => Promise.resolve(new MemoryStore());
  const { SqliteStore } = await import('./store/sqlite.js');
  return (id) => SqliteStore.open(join(folder, DATABASE), id);
}

/**
 * Starts the reference server: on the first start it plays its world, later it goes on where it stood.
 *
 * @throws {Error} If no port is free or the folder cannot be written.
 */
export async function startServer(options: ServerOptions): Promise<ReferenceServer> {
  const { dataDir } = options;
  if (dataDir !== null) {
    if (options.fresh === true) await clean(dataDir);
    await mkdir(dataDir, { recursive: true });
  }
  const secrets = await secretsIn(dataDir);
  const worlds = new Worlds(await storesIn(dataDir, options.postgres), options.wall ?? Date.now);
  try {
    if (options.adminKey) await worlds.restore();
    const name = options.world === undefined ? 'demo' : options.world;
    if (name !== null) {
      const { scenario } = worldFile(name);
      const host = await worlds.open(name, seedOf(scenario), false);
      await play(host, scenario, openBeside(name));
      host.setRunning(true);
    }
    const client = apiClient({ id: 'site', secret: secrets.client, world: name ?? '' });
    const app = createApp({
      worlds,
      clients: [client],
      secret: secrets.seal,
      faults: new Faults(),
      makePdf,
      ...(dataDir === null ? {} : { blobs: new FolderBlobs(join(dataDir, FILES)) }),
      onUnexpected: (error, traceId) => console.error(traceId, error),
      ...(options.wall === undefined ? {} : { wall: options.wall }),
      ...(options.adminKey ? { adminKey: options.adminKey } : {}),
    });
    const server = await serveApp(app, {
      port: options.port,
      ...(options.host === undefined ? {} : { host: options.host }),
      ...(options.onBusy === undefined ? {} : { onBusy: options.onBusy }),
    });
    return {
      url: server.url,
      port: server.port,
      client: { id: client.id, secret: client.secret },
      async close() {
        await server.close();
        await worlds.close();
      },
    };
  } catch (error) {
    await worlds.close();
    throw error;
  }
}
