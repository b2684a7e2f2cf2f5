/** Lists accounts anew that an older version has listed otherwise, or not at all. */
import { Conflict, type Count, type Store } from '../store/port.js';
import type { Accounts } from './accounts.js';
import { listingsOf, LISTINGS_VERSION, outdated } from './listings.js';

const LISTED = 'listings';

/** Reads every account once, and only if it must; running it again, or beside another process, does nothing more. */
export async function listAnew(store: Store, accounts: Accounts): Promise<void> {
  const before = await store.fact(LISTED);
  if (before === LISTINGS_VERSION) return;
  const bills = new Map<string, number>();
  for await (const account of accounts.ids()) {
    const [holder] = await accounts.open([account]);
    if (!holder) continue;
    const { state, seq, due } = holder;
    for (const { number } of state.bills) countBill(bills, number);
    const listings = [...listingsOf(state), ...(before === null ? [] : outdated(state))];
    try {
      await store.append([{ account, expectedSeq: seq, events: [], due, listings }]);
    } catch (error) {
      // Who has appended to it meanwhile has listed it so far that it is found; the rest is done by the next start.
      if (error instanceof Conflict) return;
      throw error;
    }
  }
  const counts: Count[] = [];
  for (const [name, to] of bills) {
    const from = await store.count(name);
    if (from < to) counts.push({ name, from, to });
  }
  if (counts.length > 0) await store.append([], { counts });
  await store.putFact(LISTED, LISTINGS_VERSION);
}

/** `202611-0042`: the 42nd bill of the month. */
function countBill(bills: Map<string, number>, number: string): void {
  const [prefix = '', count = ''] = number.split('-');
  const name = `bills:${prefix.slice(0, 4)}-${prefix.slice(4)}`;
  bills.set(name, Math.max(bills.get(name) ?? 0, Number(count)));
}
