/** The partition in which accounts compete for numbers: reservations and takings, appended by compare-and-set. */
import type { Event } from '../engine/events.js';
import { Claims, type StockEvent } from '../engine/stock/claims.js';
import type { AccountState } from '../engine/state.js';
import type { Showcase } from '../engine/stock/showcase.js';
import { STATE_VERSION } from '../engine/version.js';
import type { Store, Write } from '../store/port.js';

/** Id of the partition; no account can have it. */
const PARTITION = '#stock';

/** What was decided on an account. */
export interface Decided {
  readonly state: Pick<AccountState, 'id'>;
  readonly events: readonly Event[];
  readonly now: number;
}

/**
 * Keeps the numbers of the stock. Several processes may work on one store: what counts is what was appended first, in one write with
 * what was decided on the account.
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

  /** Folds what has been appended meanwhile, by whomever. @returns The position up to which it did. */
  async refresh(): Promise<number> {
    const [loaded] = await this.store.load([{ account: PARTITION, after: this.#seq }], STATE_VERSION);
    for (const { seq, data } of loaded?.events ?? []) {
      // Others may have folded it while this was read.
      if (seq <= this.#seq) continue;
      this.#claims.apply(data as StockEvent);
      this.#seq = seq;
    }
    return this.#seq;
  }

  /** The account that holds a number at an instant. */
  holderOf(number: string, now: number): string | null {
    return this.#claims.at(number, now)?.account ?? null;
  }

  /**
   * What is to be appended here together with the events of accounts: what is put in a cart is reserved, what leaves it is released,
   * what is connected is taken. `null`: they want nothing of the stock.
   *
   * @param seen - Position of the journal as it was when it was asked who holds what; `null`: nobody asked.
   */
  async writeOf(decided: readonly Decided[], seen: number | null): Promise<Write | null> {
    // Only what is on sale is competed for: other numbers do not pass through this partition.
    const competing = decided.flatMap(({ state, events, now }) =>
      events
        .filter((event) => this.showcase.number(contested(event) ?? '') !== undefined)
        .map((event) => ({ account: state.id, event, now })),
    );
    if (competing.length === 0) return null;
    if (seen === null) await this.refresh();
    const expectedSeq = seen ?? this.#seq;
    const events = competing.flatMap(({ account, event, now }) =>
      this.#wanted(account, event, now).map((data) => ({ at: now, type: data.type, ref: null, day: null, data })),
    );
    return events.length === 0 ? null : { account: PARTITION, expectedSeq, events, due: null, listings: [] };
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
}

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
