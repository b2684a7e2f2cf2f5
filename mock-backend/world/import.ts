/** Takes a file of usage while it is read: memory does not grow with the file. @see FORMAT.md §8 */
import type { Usage } from '../engine/command.js';
import { instant } from '../engine/calendar.js';
import type { Desk } from '../engine/desk.js';
import { readUsageCsv, type RejectedRow } from '../engine/intake/csv.js';
import { takeUsage } from '../engine/usage.js';
import type { Store } from '../store/port.js';
import type { Accounts } from './accounts.js';

/** Rows that are looked up and appended together. */
const BATCH = 2000;

export interface ImportResult {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: readonly { readonly line: number; readonly reason: RejectedRow['reason'] }[];
  /** Accounts that got records. */
  readonly touched: ReadonlySet<string>;
}

/** Rates and posts the rows in the order of the file; bad rows are left out, an id seen before is no-op. */
export async function importUsage(
  accounts: Accounts,
  store: Store,
  source: AsyncIterable<string | Uint8Array>,
  now: number,
): Promise<ImportResult> {
  let [accepted, duplicates] = [0, 0];
  const rejected: { line: number; reason: RejectedRow['reason'] }[] = [];
  const touched = new Set<string>();
  let batch: Usage[] = [];
  const flush = async () => {
    const taken = await takeBatch(accounts, store, batch, now, touched);
    accepted += taken;
    duplicates += batch.length - taken;
    batch = [];
  };
  for await (const row of readUsageCsv(source, (number) => accounts.isKnown(number))) {
    if ('reason' in row) rejected.push({ line: row.line, reason: row.reason });
    else batch.push(row.usage);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return { accepted, duplicates, rejected, touched };
}

async function takeBatch(
  accounts: Accounts,
  store: Store,
  batch: readonly Usage[],
  now: number,
  touched: Set<string>,
): Promise<number> {
  const seen = new Set(await store.known(batch.flatMap(({ id }) => (id === undefined ? [] : [id]))));
  const desks = new Map<string, Desk>();
  let taken = 0;
  for (const usage of batch) {
    if (usage.id !== undefined) {
      if (seen.has(usage.id)) continue;
      seen.add(usage.id);
    }
    const account = accounts.accountOf(usage.number, usage.start === undefined ? now : instant(usage.start));
    const desk = account === null ? null : (desks.get(account) ?? accounts.desk(account, now));
    if (account === null || !desk) continue;
    desks.set(account, desk);
    touched.add(account);
    takeUsage(desk, usage);
    taken += 1;
  }
  for (const desk of desks.values()) await accounts.commit(desk);
  return taken;
}
