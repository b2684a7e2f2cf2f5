/** The accounts of a world as they are: states folded from journals, and the directory over them. */
import { apply, opened } from '../engine/apply.js';
import { Zone } from '../engine/calendar.js';
import type { Catalogue } from '../engine/catalogue.js';
import { Desk, type Surroundings } from '../engine/desk.js';
import type { Event } from '../engine/events.js';
import type { AccountState, NumberState } from '../engine/state.js';
import { STATE_VERSION } from '../engine/version.js';
import type { KeyRecord, NewEvent, Store, StoredEvent } from '../store/port.js';
import type { Stock, Undo } from './stock.js';

/** Events after which the state is remembered, so that opening a world need not fold it from the beginning. */
const SNAPSHOT_EVERY = 1000;

interface Holder {
  state: AccountState;
  /** Last event of the journal that is in the state. */
  seq: number;
  snapshotSeq: number;
}

export class Accounts implements Surroundings {
  readonly #holders = new Map<string, Holder>();
  /** Accounts that have, or had, a number, in order of connection. */
  readonly #numbers = new Map<string, string[]>();
  readonly #payments = new Map<string, string>();
  readonly #sims = new Map<string, string>();
  readonly #quotes = new Map<string, string>();
  readonly #billNumbers = new Map<string, number>();
  /** Position of the store's outbox up to which journals are folded. */
  #position = 0;
  /** Present instant, for numbers on hold. */
  now = 0;

  constructor(
    private readonly store: Store,
    readonly catalogue: Catalogue,
    private readonly stock: Stock,
  ) {}

  /** Folds all journals. */
  async load(): Promise<void> {
    const { position } = await this.store.grown(0);
    this.#position = position;
    for (const account of await this.store.accounts()) await this.reload(account);
  }

  /** Folds what other processes have appended meanwhile. @returns The accounts whose journals they made grow. */
  async catchUp(): Promise<readonly string[]> {
    const { position, heads } = await this.store.grown(this.#position);
    const behind = (await this.stock.catchUp(heads))
      .filter(({ account, seq }) => seq > this.seq(account))
      .map(({ account }) => account);
    for (const account of behind) await this.reload(account);
    this.#position = position;
    return behind;
  }

  /** Folds the journal of one account anew: after somebody else appended to it. */
  async reload(account: string): Promise<void> {
    const { snapshot, events } = await this.store.load(account, STATE_VERSION);
    const state = fold(events, snapshot ? (JSON.parse(snapshot.state) as AccountState) : null);
    if (!state) {
      this.#holders.delete(account);
      return;
    }
    const seq = events.at(-1)?.seq ?? snapshot?.seq ?? 0;
    this.#holders.set(account, { state, seq, snapshotSeq: snapshot?.seq ?? 0 });
    this.#enter(state);
  }

  ids(): readonly string[] {
    return [...this.#holders.keys()].sort((a, b) => (a < b ? -1 : 1));
  }

  state(account: string): AccountState | undefined {
    return this.#holders.get(account)?.state;
  }

  /** Last position of the account's journal. */
  seq(account: string): number {
    return this.#holders.get(account)?.seq ?? 0;
  }

  /** A desk on which a command of the account is decided. */
  desk(account: string, now: number): Desk | null {
    const holder = this.#holders.get(account);
    return holder ? new Desk(holder.state, this.catalogue, now, this) : null;
  }

  /**
   * Makes what was decided last: appends the events with the answer to be remembered.
   *
   * @throws {Conflict} If somebody else appended first; the account has been folded anew.
   */
  async commit(desk: Desk, key?: KeyRecord): Promise<void> {
    const { events, state } = desk;
    if (events.length === 0) {
      if (key) await this.store.putKey(key);
      return;
    }
    const holder = this.#holders.get(state.id) ?? { state, seq: 0, snapshotSeq: 0 };
    let undo: Undo | null = null;
    try {
      // First the numbers that other accounts may want as well, then the account itself.
      undo = await this.stock.claim(state.id, events, desk.now);
      await this.store.append(state.id, holder.seq, events.map(newEvent), key);
    } catch (error) {
      await undo?.();
      await this.forget(state.id);
      throw error;
    }
    holder.seq += events.length;
    this.#holders.set(state.id, holder);
    this.#follow(state, events);
    if (holder.seq - holder.snapshotSeq >= SNAPSHOT_EVERY) {
      holder.snapshotSeq = holder.seq;
      await this.store.snapshot(state.id, {
        seq: holder.seq,
        version: STATE_VERSION,
        state: JSON.stringify(state),
      });
    }
    desk.events.length = 0;
  }

  /** Drops what was decided and not made. */
  async forget(account: string): Promise<void> {
    this.#billNumbers.clear();
    await this.reload(account);
    for (const { state } of this.#holders.values()) this.#countBills(state);
  }

  /** The account that a number belongs to; with an instant, the one that had it then. */
  accountOf(number: string, at?: number): string | null {
    const accounts = this.#numbers.get(number) ?? [];
    const had = (account: string) =>
      this.#numberOf(account, number)?.stays.some(
        ({ from, until }) => at !== undefined && from <= at && (until === null || until > at),
      );
    return (at === undefined ? undefined : accounts.findLast(had)) ?? accounts.at(-1) ?? null;
  }

  /** Whether the number belongs, or belonged, to an account. */
  isKnown(number: string): boolean {
    return this.#numbers.has(number);
  }

  ownerOf(number: string): { readonly account: string; readonly kind: string; readonly onHold: boolean } | null {
    for (const account of this.#numbers.get(number) ?? []) {
      const state = this.state(account);
      const found = this.#numberOf(account, number);
      if (!state || !found) continue;
      if (found.status === 'ACTIVE') return { account, kind: found.kind, onHold: false };
      const today = Zone.of(state.timezone).dayAt(this.now);
      if (found.holdUntil !== null && found.holdUntil > today) return { account, kind: found.kind, onHold: true };
    }
    return null;
  }

  holderOf(number: string): string | null {
    return this.stock.holderOf(number, this.now);
  }

  ownerOfSim(iccid: string): string | null {
    return this.#sims.get(iccid) ?? null;
  }

  accountOfPayment(provider: string, txn: string): string | null {
    return this.#payments.get(JSON.stringify([provider, txn])) ?? null;
  }

  /** The account of the last payment with the transaction, whoever the provider. */
  accountOfTxn(txn: string): string | null {
    return this.#payments.get(txn) ?? null;
  }

  accountOfQuote(id: string): string | null {
    return this.#quotes.get(id) ?? null;
  }

  nextBillNumber(month: string): string {
    const prefix = month.replace('-', '');
    const next = (this.#billNumbers.get(prefix) ?? 0) + 1;
    this.#billNumbers.set(prefix, next);
    return `${prefix}-${String(next).padStart(4, '0')}`;
  }

  #numberOf(account: string, number: string): NumberState | undefined {
    return this.state(account)?.numbers.find((candidate) => candidate.number === number);
  }

  #enter(state: AccountState): void {
    for (const { number } of state.numbers) this.#enterNumber(number, state.id);
    for (const { provider, txn } of state.payments) this.#enterPayment(provider, txn, state.id);
    for (const iccid of state.sims) this.#sims.set(iccid, state.id);
    for (const id of Object.keys(state.quotes)) this.#quotes.set(id, state.id);
    this.#countBills(state);
  }

  #follow(state: AccountState, events: readonly Event[]): void {
    for (const event of events) {
      if (event.type === 'number.connected') this.#enterNumber(event.number, state.id);
      if (event.type === 'payment.made') this.#enterPayment(event.payment.provider, event.payment.txn, state.id);
      if (event.type === 'sim.added') this.#sims.set(event.iccid, state.id);
      if (event.type === 'quote.made') this.#quotes.set(event.quote.id, state.id);
      if (event.type === 'quote.expired') this.#quotes.delete(event.id);
    }
  }

  #enterNumber(number: string, account: string): void {
    const accounts = this.#numbers.get(number)?.filter((other) => other !== account) ?? [];
    this.#numbers.set(number, [...accounts, account]);
  }

  #enterPayment(provider: string, txn: string, account: string): void {
    this.#payments.set(JSON.stringify([provider, txn]), account);
    this.#payments.set(txn, account);
  }

  #countBills(state: AccountState): void {
    for (const { number } of state.bills) {
      const [prefix = '', count = ''] = number.split('-');
      this.#billNumbers.set(prefix, Math.max(this.#billNumbers.get(prefix) ?? 0, Number(count)));
    }
  }
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
