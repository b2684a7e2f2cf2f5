/** How months are closed in the worlds of a database. Node only. */
import { needing, postgresAt } from '../store/open.js';
import { closeInProcess, type MakeClose } from './close.js';
import type { QueueOptions } from './queue.js';

export interface CloseAt {
  readonly makeClose: MakeClose;
  /** When every close has been stopped. */
  end(): Promise<void>;
}

/**
 * In PostgreSQL by a queue of jobs, which any number of servers work on; in this process everywhere else.
 *
 * @param address - As for `storesAt`.
 * @param onFailure - Told of what the queue itself could not do.
 * @throws {StoreFailure} If the database does not answer.
 */
export async function closeAt(
  address: string,
  onFailure: (error: unknown) => void,
  options: Omit<QueueOptions, 'onFailure'> = {},
): Promise<CloseAt> {
  const url = postgresAt(address);
  if (url === null) return { makeClose: closeInProcess, end: () => Promise.resolve() };
  const { CloseQueue } = await needing('pg-boss', () => import('./queue.js'));
  return CloseQueue.open(url, { ...options, onFailure });
}
