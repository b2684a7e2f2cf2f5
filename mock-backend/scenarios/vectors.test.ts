import { join } from 'node:path';
import { startServer } from '../server.js';
import { makeDriver } from './drivers/choose.js';
import type { Driver } from './drivers/driver.js';
import { HttpDriver } from './drivers/http.js';
import { SubscriberDriver } from './drivers/subscriber.js';
import { testVectors } from './vectors.js';

// The ways of FORMAT.md §1; the one in PostgreSQL is in postgres.test.ts.
testVectors('on the engine, in memory', () => makeDriver({ store: 'memory', via: 'engine' }));
testVectors('on the engine, in SQLite', (folder) =>
  makeDriver({ store: `sqlite:${join(folder, 'worlds.db')}`, via: 'engine' }),
);
testVectors('through the API in process', () => makeDriver({ store: 'memory', via: 'api' }));
testVectors('through a running server', overHttp);

async function overHttp(): Promise<Driver> {
  const key = 'key-of-the-vectors';
  const server = await startServer({ port: 0, dataDir: null, adminKey: key, world: null });
  return new SubscriberDriver(new HttpDriver(fetch, server.url.replace(/\/+$/, ''), key, () => server.close()));
}
