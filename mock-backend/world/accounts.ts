/** The accounts in work: states folded from journals, kept while they are used, and committed together. */
import { apply, opened } from '../engine/apply.js';
import type { Catalogue } from '../engine/catalogue.js';
import type { Desk } from '../engine/desk.js';
import type { Event } from '../engine/events.js';
import { nextDue } from '../engine/midnight.js';
import type { AccountState } from '../engine/state.js';
import { STATE_VERSION } from '../engine/version.js';
import type { KeyRecord, NewEvent, Store, StoredEvent, Write } from '../store/port.js';
import type { Directory } from './directory.js';
import { listingsAfter } from './listings.js';
import { soleCounts } from './sole.js';
import type { Decided, Stock } from './stock.js';

/** Events after which the state is remembered, so that it need not be folded from the beginning. */
const SNAPSHOT_EVERY = 50;
/** Accounts whose states are kept, whoever used them last. */
const IN_WORK = 2000;

/** An account as this process knows it. */
export interface Holder {
  readonly state: AccountState;
  /** Last event of the journal that is in the state. */
  seq: number;
  snapshotSeq: number;
  /** When something is due next, milliseconds. */
  due: number;
  /** Users that the account is listed under. */
  users: readonly string[];
}

export class Accounts {
  /** In the order of their last use. */
  readonly #holders = new Map<string, Holder>();
  /** By state, as long as anybody works on it: also of an account that has meanwhile been put away. */
  readonly #known = new WeakMap<AccountState, Holder>();

  constructor(
    private readonly store: Store,
    readonly catalogue: Catalogue,
    private readonly stock: Stock,
    private readonly capacity = IN_WORK,
  ) {}

  /** The accounts as their journals stand now; `null` for one that has none. */
  async open(accounts: readonly string[]): Promise<readonly (Holder | null)[]> {
    const holders = accounts.map((account) => this.#holders.get(account));
    const wanted = accounts.map((account, index) => ({ account, after: holders[index]?.seq ?? 0 }));
    const loaded = await this.store.load(wanted, STATE_VERSION);
    return accounts.map((account, index) => {
      const { snapshot = null, events = [] } = loaded[index] ?? {};
      const known = holders[index];
      const begun = known?.state ?? (snapshot ? (JSON.parse(snapshot.state) as AccountState) : null);
      if (known && events.length === 0) return this.#use(account, known);
      const state = fold(events, begun);
      if (!state) return null;
      return this.#use(account, {
        state,
        seq: events.at(-1)?.seq ?? snapshot?.seq ?? 0,
        snapshotSeq: known?.snapshotSeq ?? snapshot?.seq ?? 0,
        due: nextDue(state, this.catalogue),
        users: Object.keys(state.users),
      });
    });
  }

  /** The account as this process saw it last, for a decision that the commit makes certain; `null` if it is not in work. */
  recent(account: string): Holder | null {
    const holder = this.#holders.get(account);
    return holder ? this.#use(account, holder) : null;
  }

  /** The account as this process saw it last, for reading only; `undefined` if it is not in work. */
  peek(account: string): AccountState | undefined {
    return this.#holders.get(account)?.state;
  }

  /** Last position of the account's journal that this process has seen. */
  seq(account: string): number {
    return this.#holders.get(account)?.seq ?? 0;
  }

  /** Ids of all accounts, sorted as strings. */
  async *ids(): AsyncIterable<string> {
    const page = 1000;
    let last: string | null = null;
    for (;;) {
      const ids: readonly string[] = await this.store.accounts(last, page);
      yield* ids;
      last = ids.at(-1) ?? null;
      if (ids.length < page) return;
    }
  }

  /**
   * Makes what was decided last: appends the events of all desks, or none, with the answer to be remembered. What was decided and could
   * not be made is forgotten.
   *
   * @param directory - What was known of the world when it was decided.
   * @throws {Conflict} If somebody else appended first.
   */
  async commit(desks: readonly Desk[], directory: Directory, key?: KeyRecord): Promise<void> {
    const decided = byAccount(desks);
    if (decided.length === 0) {
      if (key) await this.store.putKey(key);
      return;
    }
    const writes = decided.map(({ state, events }) => this.#writeOf(state, events));
    try {
      const stock = await this.stock.writeOf(decided, directory.stockSeen);
      const sole = await soleCounts(
        decided.flatMap(({ events }) => events),
        directory,
      );
      const counts = [...directory.counts, ...sole];
      await this.store.append(stock ? [...writes, stock] : writes, { counts, ...(key && { key }) });
    } catch (error) {
      for (const { state } of decided) this.forget(state.id);
      throw error;
    }
    for (const [index, { state }] of decided.entries()) await this.#made(state, writes[index]);
    for (const desk of desks) desk.events.length = 0;
  }

  /** Writes anew when accounts are due of which the store says something else. */
  async renew(holders: readonly Holder[]): Promise<void> {
    if (holders.length === 0) return;
    await this.store.append(
      holders.map(({ state, seq, due }) => ({ account: state.id, expectedSeq: seq, events: [], due, listings: [] })),
    );
  }

  /** Drops what was decided and not made. */
  forget(account: string): void {
    this.#holders.delete(account);
  }

  #writeOf(state: AccountState, events: readonly Event[]): Write {
    const holder = this.#known.get(state);
    return {
      account: state.id,
      expectedSeq: holder?.seq ?? 0,
      events: events.map(newEvent),
      due: nextDue(state, this.catalogue),
      listings: listingsAfter(state, events, holder?.users ?? []),
    };
  }

  async #made(state: AccountState, write: Write | undefined): Promise<void> {
    if (!write) return;
    const holder = this.#use(state.id, {
      state,
      seq: write.expectedSeq + write.events.length,
      snapshotSeq: this.#known.get(state)?.snapshotSeq ?? 0,
      due: write.due ?? Infinity,
      users: Object.keys(state.users),
    });
    if (holder.seq - holder.snapshotSeq < SNAPSHOT_EVERY) return;
    try {
      const snapshot = { seq: holder.seq, version: STATE_VERSION, state: JSON.stringify(state) };
      await this.store.snapshot(state.id, snapshot);
      holder.snapshotSeq = holder.seq;
    } catch {
      // The command is done. Without a snapshot the next reader folds more, and the next command tries again.
    }
  }

  #use(account: string, holder: Holder): Holder {
    this.#known.set(holder.state, holder);
    this.#holders.delete(account);
    this.#holders.set(account, holder);
    for (const oldest of this.#holders.keys()) {
      if (this.#holders.size <= this.capacity) break;
      this.#holders.delete(oldest);
    }
    return holder;
  }
}

/** What was decided of each account, in the order in which it was first decided on. */
function byAccount(desks: readonly Desk[]): readonly (Decided & Pick<Desk, 'state'>)[] {
  const decided = new Map<string, { state: AccountState; events: Event[]; now: number }>();
  for (const { state, events, now } of desks) {
    if (events.length === 0) continue;
    const before = decided.get(state.id);
    if (before) before.events.push(...events);
    else decided.set(state.id, { state, events: [...events], now });
  }
  return [...decided.values()];
}

/** Folds a journal, or the rest of one. @returns `null` for a journal without a beginning. */
export function fold(
  events: readonly Pick<StoredEvent, 'data'>[],
  begun: AccountState | null = null,
): AccountState | null {
  let state = begun;
  for (const stored of events) {
    const event = eventOf(stored);
    if (event.type === 'account.opened') state = opened(event);
    else if (state) apply(state, event);
  }
  return state;
}

/** The event in what the store keeps. */
export function eventOf(stored: Pick<StoredEvent, 'data'>): Event {
  return stored.data as Event;
}

function newEvent(event: Event): NewEvent {
  const entry = event.type === 'entry.posted' ? event.entry : null;
  return { at: event.at, type: event.type, ref: entry?.id ?? null, day: entry?.day ?? null, data: event };
}
