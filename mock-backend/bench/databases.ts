/** The databases that are measured: a file of SQLite in a new folder, and a PostgreSQL of its own or the one of `LK_TEST_POSTGRES`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDatabase, testDatabase } from '../testing/postgres.js';

export interface BenchDatabase {
  readonly name: string;
  /** As `storesAt` takes it. */
  readonly address: string;
  /** Where it is for a driver: a path, or an address. */
  readonly at: string;
}

/**
 * Gives a new database to some work, and takes it away after it.
 *
 * @param kind - `sqlite` or `postgres`.
 * @returns What the work returned; a sentence if there is no such database.
 */
export async function onDatabase<T>(kind: string, work: (database: BenchDatabase) => Promise<T>): Promise<T | string> {
  if (kind === 'sqlite') {
    const folder = await mkdtemp(join(tmpdir(), 'lk-bench-'));
    try {
      const path = join(folder, 'bench.sqlite');
      return await work({ name: 'SQLite', address: `sqlite:${path}`, at: path });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const database = await testDatabase();
  if (typeof database === 'string') return database;
  try {
    const url = await emptyDatabase(database);
    return await work({ name: database.from, address: url, at: url });
  } finally {
    await database.end();
  }
}
