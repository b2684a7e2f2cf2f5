/** Stores by their address. What a database needs is loaded only when one is asked for. Node only. */
import { type StoreFactory, StoreFailure } from './port.js';

/**
 * Makes what opens stores at an address: `memory`, `sqlite:PATH`, `postgres://…`, which may be written `postgres:postgres://…` too.
 *
 * @throws {StoreFailure} `invalid` for any other address.
 */
export async function storesAt(address: string): Promise<StoreFactory> {
  if (address === 'memory') {
    const { MemoryStore } = await import('./memory.js');
    return async () => new MemoryStore();
  }
  if (address.startsWith('sqlite:')) {
    const path = address.slice('sqlite:'.length);
    if (path === '') throw new StoreFailure('invalid', 'sqlite: needs a path, such as sqlite:worlds.db');
    const { SqliteStore } = await needing('libsql', () => import('./sqlite.js'));
    return (world) => SqliteStore.open(path, world);
  }
  const url = postgresAt(address);
  if (url !== null) {
    const { PostgresStore } = await needing('pg', () => import('./postgres.js'));
    return (world) => PostgresStore.open(url, world);
  }
  throw new StoreFailure(
    'invalid',
    `${shownAddress(address)} is not supported; there are memory, sqlite:PATH and postgres://USER@HOST/DATABASE`,
  );
}

/** Does something that no other process on the same database does meanwhile; a file is one process's, when it starts. */
export async function aloneAt<T>(address: string, work: () => Promise<T>): Promise<T> {
  const url = postgresAt(address);
  if (url === null) return work();
  const { alone } = await needing('pg', () => import('./postgres.pool.js'));
  return alone(url, work);
}

/** The address as PostgreSQL knows it; `null` if it is another store's. */
export function postgresAt(address: string): string | null {
  const url = address.replace(/^postgres:(?=postgres(ql)?:\/\/)/, '');
  return /^postgres(ql)?:\/\//.test(url) ? url : null;
}

/** The address as it may be told to anybody: without its password, whatever that is made of. */
export function shownAddress(address: string): string {
  return address.replace(/\/\/.*@/s, '//…@').replace(/([?&]password=)[^&]*/g, '$1…');
}

/** The published package leaves the drivers of databases to who wants one. */
export async function needing<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    if (!isMissing) throw error;
    throw new StoreFailure('invalid', `that needs the package ${name}: npm install ${name}`, { cause: error });
  }
}
