import { describe, it } from 'node:test';
import { storeContract } from './contract.js';
import { MemoryStore } from './memory.js';
import { SqliteStore } from './sqlite.js';

const runner = { describe, it };
storeContract('in memory', () => Promise.resolve(new MemoryStore()), runner);
storeContract('in SQLite', () => SqliteStore.open(':memory:', crypto.randomUUID()), runner);

// IndexedDB is tested in a browser (src/testing/indexeddb.test.ts), PostgreSQL where there is one (scenarios/postgres.test.ts).
