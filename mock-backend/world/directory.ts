/** What one command knows of the world around its account. The engine asks at once, so whatever it asks for must have been read. */
import type { Surroundings } from '../engine/desk.js';
import type { AccountState } from '../engine/state.js';
import type { Count, Listing, Store } from '../store/port.js';
import { holdOf, lastPaid, listedNumber, type ListedNumber, type ListingKind } from './listings.js';
import type { Stock } from './stock.js';

/** Something that was asked for and had not been read: read it, and decide again. */
export class Unread extends Error {
  override readonly name = 'Unread';

  constructor(
    readonly kind: 'number' | 'sim' | 'paid' | 'bills' | 'stock',
    readonly key: string,
  ) {
    super(`${kind} ${key} was not read before it was asked for`);
  }
}

export type Owner = NonNullable<ReturnType<Surroundings['ownerOf']>>;

export class Directory implements Surroundings {
  readonly #listed = new Map<string, readonly Listing[]>();
  readonly #counts = new Map<string, Count>();
  /** Accounts at work here: what they are counts, not what is listed of them. */
  readonly #present = new Map<string, AccountState>();
  #stockSeen: number | null = null;

  /** @param now - Present instant, for numbers on hold. */
  constructor(
    private readonly store: Store,
    private readonly stock: Stock,
    public now: number,
  ) {}

  /** Reads who holds what of the stock. */
  async readStock(): Promise<void> {
    this.#stockSeen = await this.stock.refresh();
  }

  /** Position of the stock's journal when it was read; `null`: it was not. */
  get stockSeen(): number | null {
    return this.#stockSeen;
  }

  /** An account that is being worked on. */
  enter(state: AccountState): void {
    this.#present.set(state.id, state);
  }

  /** None of them is at work here any more, and nothing of what was decided is counted. */
  leave(): void {
    this.#present.clear();
    for (const [name, { from }] of this.#counts) this.#counts.set(name, { name, from, to: from });
  }

  /** Reads where a count stands, if it was not read before. */
  async count(name: string): Promise<void> {
    if (this.#counts.has(name)) return;
    const from = await this.store.count(name);
    this.#counts.set(name, { name, from, to: from });
  }

  /** Does what asks here, as often as something had to be read for it first. */
  async informed<T>(work: () => T): Promise<T> {
    for (;;) {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof Unread)) throw error;
        await this.learn(error);
      }
    }
  }

  /** Reads what was asked for. */
  async learn({ kind, key }: Unread): Promise<void> {
    if (kind === 'bills') await this.count(key);
    else if (kind === 'stock') await this.readStock();
    else await this.read(kind, [key]);
  }

  /** Reads what is listed under the keys, where it was not read before. */
  async read(kind: ListingKind, keys: readonly string[]): Promise<void> {
    const unread = [...new Set(keys)].filter((key) => !this.#listed.has(`${kind} ${key}`));
    if (unread.length === 0) return;
    for (const key of unread) this.#listed.set(`${kind} ${key}`, []);
    for (const listing of await this.store.listed(kind, unread)) {
      const name = `${kind} ${listing.key}`;
      this.#listed.set(name, [...(this.#listed.get(name) ?? []), listing]);
    }
  }

  /** What is listed under a key that was read. @throws {Unread} */
  listed(kind: 'number' | 'sim' | 'paid', key: string): readonly Listing[] {
    const found = this.#listed.get(`${kind} ${key}`);
    if (!found) throw new Unread(kind, key);
    return found;
  }

  /** How often accounts have got the number, when it was read. */
  timesHad(number: string): number {
    return this.listed('number', number).reduce((sum, { value }) => sum + (value as ListedNumber).held.length, 0);
  }

  ownerOf(number: string): Owner | null {
    for (const { account, value } of this.#numbersOf(number)) {
      const hold = holdOf(value, this.now);
      if (hold !== null) return { account, kind: value.kind, onHold: hold === 'HOLD' };
    }
    return null;
  }

  holderOf(number: string): string | null {
    if (this.#stockSeen === null) throw new Unread('stock', number);
    return this.stock.holderOf(number, this.now);
  }

  ownerOfSim(iccid: string): string | null {
    return this.listed('sim', iccid).at(-1)?.account ?? null;
  }

  ownerOfPayment(provider: string, txn: string): string | null {
    return lastPaid(this.listed('paid', txn), provider);
  }

  nextBillNumber(month: string): string {
    const name = `bills:${month}`;
    const count = this.#counts.get(name);
    if (!count) throw new Unread('bills', name);
    const to = count.to + 1;
    this.#counts.set(name, { ...count, to });
    return `${month.replace('-', '')}-${String(to).padStart(4, '0')}`;
  }

  /** Counts that have moved on. */
  get counts(): readonly Count[] {
    return [...this.#counts.values()].filter(({ from, to }) => to !== from);
  }

  #numbersOf(number: string): readonly { readonly account: string; readonly value: ListedNumber }[] {
    const others = this.listed('number', number)
      .filter(({ account }) => !this.#present.has(account))
      .map(({ account, value }) => ({ account, value: value as ListedNumber }));
    const present = [...this.#present.values()].flatMap((state) =>
      state.numbers
        .filter((candidate) => candidate.number === number)
        .map((own) => ({ account: state.id, value: listedNumber(state.timezone, own) })),
    );
    return [...others, ...present];
  }
}
