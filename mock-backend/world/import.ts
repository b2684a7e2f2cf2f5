/** Takes a file of usage while it is read: memory does not grow with the file. @see FORMAT.md §8 */
import type { Usage } from '../engine/command.js';
import { instant } from '../engine/calendar.js';
import { Desk } from '../engine/desk.js';
import { readUsageCsv, type RejectedRow } from '../engine/intake/csv.js';
import { takeUsage } from '../engine/usage.js';
import { Conflict, type Store } from '../store/port.js';
import type { Accounts } from './accounts.js';
import type { Directory } from './directory.js';
import { hadNumber } from './listings.js';

/** Rows that are looked up and appended together. */
const BATCH = 2000;
const MAX_RETRIES = 5;

export interface ImportResult {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: readonly { readonly line: number; readonly reason: RejectedRow['reason'] }[];
}

/** What an import needs of the world. */
export interface ImportParts {
  readonly accounts: Accounts;
  readonly store: Store;
  readonly directory: () => Directory;
  /** Runs what is due of accounts before records are taken. */
  readonly settled: (accounts: readonly string[]) => Promise<void>;
  /** One batch at a time, and nothing beside it. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Rates and posts the rows in the order of the file; bad rows are left out, an id seen before is no-op. */
export async function importUsage(
  source: AsyncIterable<string | Uint8Array>,
  parts: ImportParts,
): Promise<ImportResult> {
  let [accepted, duplicates] = [0, 0];
  const rejected: { line: number; reason: RejectedRow['reason'] }[] = [];
  let batch: Usage[] = [];
  const flush = async () => {
    const rows = batch;
    batch = [];
    const taken = await parts.alone(() => takeBatch(rows, parts));
    accepted += taken;
    duplicates += rows.length - taken;
  };
  for await (const row of readUsageCsv(source, (numbers) => known(parts.store, numbers))) {
    if ('reason' in row) rejected.push({ line: row.line, reason: row.reason });
    else batch.push(row.usage);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return { accepted, duplicates, rejected };
}

/** Those of the numbers that belong, or belonged, to an account. */
async function known(store: Store, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await store.listed('number', numbers)).map(({ key }) => key));
}

/** Takes a batch, whoever is at work on the same accounts in another process. @returns How many records were new. */
async function takeBatch(batch: readonly Usage[], parts: ImportParts): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryBatch(batch, parts);
    } catch (error) {
      if (!(error instanceof Conflict) || attempt >= MAX_RETRIES) throw error;
    }
  }
}

async function tryBatch(
  batch: readonly Usage[],
  { accounts, store, directory, settled }: ImportParts,
): Promise<number> {
  const around = directory();
  await around.read(
    'number',
    batch.flatMap(({ number, peer }) => (peer === undefined ? [number] : [number, peer])),
  );
  const accountOf = ({ number, start }: Usage) =>
    hadNumber(around.listed('number', number), start === undefined ? around.now : instant(start));
  const touched = [...new Set(batch.flatMap((usage) => accountOf(usage) ?? []))];
  await settled(touched);
  const seen = new Set(await store.known(batch.flatMap(({ id }) => (id === undefined ? [] : [id]))));
  const desks = new Map<string, Desk>();
  for (const holder of await accounts.open(touched)) {
    if (!holder) continue;
    around.enter(holder.state);
    desks.set(holder.state.id, new Desk(holder.state, accounts.catalogue, around.now, around));
  }
  let taken = 0;
  try {
    for (const usage of batch) {
      if (usage.id !== undefined) {
        if (seen.has(usage.id)) continue;
        seen.add(usage.id);
      }
      const desk = desks.get(accountOf(usage) ?? '');
      if (!desk) continue;
      takeUsage(desk, usage);
      taken += 1;
    }
  } catch (error) {
    for (const account of desks.keys()) accounts.forget(account);
    throw error;
  }
  await accounts.commit([...desks.values()], around);
  return taken;
}
