/** The partition in which accounts compete for numbers: reservations and takings, appended by compare-and-set. */
import type { Event } from '../engine/events.js';
import { Claims, type StockEvent } from '../engine/stock/claims.js';
import type { Showcase } from '../engine/stock/showcase.js';
import { STATE_VERSION } from '../engine/version.js';
import { Conflict, type Store } from '../store/port.js';

/** Id of the partition; no account can have it. */
const PARTITION = '#stock';
const MAX_RETRIES = 5;

/** Undoes what was claimed for a command that then was not made. */
export type Undo = () => Promise<void>;

/**
 * Keeps the numbers of the stock. Several processes may work on one store: what counts is what was appended first, whoever holds
 * a number in memory.
 *
 * @see domain.md SRV-53
 */
export class Stock {
  readonly #claims = new Claims();
  #seq = 0;

  constructor(
    private readonly store: Store,
    private readonly showcase: Showcase,
  ) {}

  /** Folds what has been appended meanwhile, by whomever. */
  async refresh(): Promise<void> {
    const [loaded] = await this.store.load([{ account: PARTITION, after: this.#seq }], STATE_VERSION);
    for (const { seq, data } of loaded?.events ?? []) {
      // Others may have folded it while this was read.
      if (seq <= this.#seq) continue;
      this.#claims.apply(data as StockEvent);
      this.#seq = seq;
    }
  }

  /** The account that holds a number at an instant. */
  holderOf(number: string, now: number): string | null {
    return this.#claims.at(number, now)?.account ?? null;
  }

  /**
   * Claims what the events of one account want, all or nothing: what is put in a cart is reserved, what leaves it is released, what is
   * connected is taken.
   *
   * @throws {Conflict} If somebody else was first; the partition has been folded anew.
   */
  async claim(account: string, events: readonly Event[], now: number): Promise<Undo> {
    // Only what is on sale is competed for: other numbers do not pass through this partition.
    const competing = events.filter((event) => this.showcase.number(contested(event) ?? '') !== undefined);
    if (competing.length === 0) return nothing;
    await this.refresh();
    const wanted = competing.flatMap((event) => this.#wanted(account, event, now));
    if (wanted.length === 0) return nothing;
    const before = wanted.map(({ number }) => ({ number, claim: this.#claims.at(number, now) }));
    await this.#append(wanted, now);
    return async () => {
      const restored = before.map(({ number, claim }): StockEvent =>
        claim === null
          ? { type: 'stock.released', number }
          : claim.until === null
            ? { type: 'stock.taken', number, account: claim.account }
            : { type: 'stock.reserved', number, account: claim.account, until: claim.until },
      );
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await this.#append(restored, now);
        } catch (error) {
          if (!(error instanceof Conflict) || attempt >= MAX_RETRIES) throw error;
        }
      }
    };
  }

  /**
   * Numbers that were taken for an account which then did not get them, because a process ended in between: they are free again.
   *
   * @param ownersOf - The accounts that have each of some numbers.
   */
  async mend(
    ownersOf: (numbers: readonly string[]) => Promise<ReadonlyMap<string, string>>,
    now: number,
  ): Promise<void> {
    await this.refresh();
    const taken = this.#claims.taken();
    if (taken.length === 0) return;
    const owners = await ownersOf(taken.map(({ number }) => number));
    const lost = taken.filter(({ number, account }) => owners.get(number) !== account);
    if (lost.length === 0) return;
    await this.#append(
      lost.map(({ number }) => ({ type: 'stock.released' as const, number })),
      now,
    );
  }

  #wanted(account: string, event: Event, now: number): readonly StockEvent[] {
    switch (event.type) {
      case 'cart.put': {
        const { number, reservedUntil } = event.item;
        return reservedUntil === null ? [] : [{ type: 'stock.reserved', number, account, until: reservedUntil }];
      }
      case 'cart.removed': {
        const claim = this.#claims.at(event.number, now);
        // A number that leaves the cart because it was connected stays taken.
        return claim?.account === account && claim.until !== null
          ? [{ type: 'stock.released', number: event.number }]
          : [];
      }
      case 'number.connected':
        return [{ type: 'stock.taken', number: event.number, account }];
      case 'number.closed':
        return this.#claims.at(event.number, now) === null ? [] : [{ type: 'stock.released', number: event.number }];
      default:
        return [];
    }
  }

  async #append(events: readonly StockEvent[], now: number): Promise<void> {
    const expectedSeq = this.#seq;
    try {
      await this.store.append([
        {
          account: PARTITION,
          expectedSeq,
          events: events.map((data) => ({ at: now, type: data.type, ref: null, day: null, data })),
          due: null,
          listings: [],
        },
      ]);
    } finally {
      // Whether it was appended or somebody else was first, what stands there now is what counts.
      await this.refresh();
    }
  }
}

const nothing: Undo = () => Promise.resolve();

/** The number that an event may want from, or give back to, the stock. */
function contested(event: Event): string | null {
  switch (event.type) {
    case 'cart.put':
      return event.item.number;
    case 'cart.removed':
    case 'number.connected':
    case 'number.closed':
      return event.number;
    default:
      return null;
  }
}
