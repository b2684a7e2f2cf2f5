import { storesAt } from '../../store/open.js';
import { type StoreFactory, StoreFailure } from '../../store/port.js';
import type { Driver } from './driver.js';
import { EngineDriver } from './engine.js';
import { HttpDriver } from './http.js';
import { SubscriberDriver } from './subscriber.js';

/** A command line that cannot be followed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Makes the way to run scenarios that the command line asks for. */
export async function makeDriver(options: { readonly store: string; readonly via: string }): Promise<Driver> {
  const { store, via } = options;
  if (via === 'engine') return new EngineDriver(await storeFactory(store));
  if (via === 'api') return apiDriver(await storeFactory(store));
  if (via === 'http') return ownServerDriver(await storeFactory(store));
  if (/^https?:\/\//.test(via)) {
    const key = process.env['LK_ADMIN_KEY'];
    if (!key) throw new UsageError(`--via ${via} needs the key of the server's /admin routes in LK_ADMIN_KEY`);
    await knock(via);
    return new SubscriberDriver(new HttpDriver(fetch, via.replace(/\/+$/, ''), key));
  }
  throw new UsageError(`--via ${via} is not supported; there are engine, api, http and http://HOST:PORT`);
}

/** Milliseconds that a server may take to say anything. */
const KNOCK_MS = 30_000;

/** Says once that a server is not there, instead of in every scenario. */
async function knock(address: string): Promise<void> {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(KNOCK_MS) });
  } catch (error) {
    const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
    throw new UsageError(`--via ${address} does not answer: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** The router in this process, with a key that nobody else has. */
async function apiDriver(openStore: StoreFactory): Promise<Driver> {
  const { app, key, end } = await ownRouter(openStore);
  const { createFetch } = await import('../../adapters/fetch.js');
  return new SubscriberDriver(new HttpDriver(createFetch(app), 'http://localhost', key, end));
}

/** The same router behind a port of its own, spoken to over the network. */
async function ownServerDriver(openStore: StoreFactory): Promise<Driver> {
  const { app, key, end } = await ownRouter(openStore);
  const { serveApp } = await import('../../adapters/node.js');
  const server = await serveApp(app, { port: 0 });
  const close = async (): Promise<void> => {
    await server.close();
    await end();
  };
  return new SubscriberDriver(new HttpDriver(fetch, server.url.replace(/\/+$/, ''), key, close));
}

async function ownRouter(openStore: StoreFactory) {
  const [{ createApp }, { Worlds }] = await Promise.all([import('../../api/app.js'), import('../../api/worlds.js')]);
  const worlds = new Worlds(openStore);
  const key = crypto.randomUUID();
  return { app: createApp({ worlds, clients: [], adminKey: key }), key, end: () => worlds.close() };
}

/** @throws {UsageError} If there are no stores of this name. */
export async function storeFactory(name: string): Promise<StoreFactory> {
  try {
    return await storesAt(name);
  } catch (error) {
    throw error instanceof StoreFailure ? new UsageError(`--store ${error.message}`) : error;
  }
}
