import { join } from 'node:path';
import { makeDriver } from './drivers/choose.js';
import { testVectors } from './vectors.js';

// The ways of FORMAT.md §1; the one in PostgreSQL is in postgres.test.ts.
testVectors('on the engine, in memory', () => makeDriver({ store: 'memory', via: 'engine' }));
testVectors('on the engine, in SQLite', (folder) =>
  makeDriver({ store: `sqlite:${join(folder, 'worlds.db')}`, via: 'engine' }),
);
testVectors('through the API in process', () => makeDriver({ store: 'memory', via: 'api' }));
testVectors('through a server over the network', (folder) =>
  makeDriver({ store: `sqlite:${join(folder, 'served.db')}`, via: 'http' }),
);
