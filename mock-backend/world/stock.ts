/** The partition in which accounts compete for numbers: reservations and takings, appended by compare-and-set. */
import type { Event } from '../engine/events.js';
import { Claims, type StockEvent } from '../engine/stock/claims.js';
import type { Showcase } from '../engine/stock/showcase.js';
import { STATE_VERSION } from '../engine/version.js';
import { Conflict, type Growth, type Store } from '../store/port.js';

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
  #claims = new Claims();
  #seq = 0;

  constructor(
    private readonly store: Store,
    private readonly showcase: Showcase,
  ) {}

  /** Folds the journal of the partition. */
  async load(): Promise<void> {
    const { events } = await this.store.load(PARTITION, STATE_VERSION);
    this.#claims = new Claims();
    for (const { data } of events) this.#claims.apply(data as StockEvent);
    this.#seq = events.at(-1)?.seq ?? 0;
  }

  /** Folds the journal anew if others have appended to it. @returns The heads of journals that are accounts'. */
  async catchUp(heads: Growth['heads']): Promise<Growth['heads']> {
    if (heads.some(({ account, seq }) => account === PARTITION && seq > this.#seq)) await this.load();
    return heads.filter(({ account }) => account !== PARTITION);
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
    const wanted = events
      .flatMap((event) => this.#wanted(account, event, now))
      // Only what is on sale is competed for: other numbers do not pass through this partition.
      .filter(({ number }) => this.showcase.number(number) !== undefined);
    if (wanted.length === 0) return () => Promise.resolve();
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

  /** Numbers that were taken for an account which then did not get them, because a process ended in between: they are free again. */
  async mend(has: (account: string, number: string) => boolean, now: number): Promise<void> {
    const lost = this.#claims.taken().filter(({ number, account }) => !has(account, number));
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
    try {
      await this.store.append(
        PARTITION,
        this.#seq,
        events.map((data) => ({ at: now, type: data.type, ref: null, day: null, data })),
      );
    } catch (error) {
      if (error instanceof Conflict) await this.load();
      throw error;
    }
    this.#seq += events.length;
    for (const event of events) this.#claims.apply(event);
  }
}
