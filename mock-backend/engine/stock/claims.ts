/**
 * Who holds which number of the stock: a partition of its own, because here accounts compete. A number is reserved by a cart for a
 * time, and taken when it is connected; nobody holds what is not listed.
 *
 * @see domain.md SRV-53
 */
export interface Claim {
  readonly account: string;
  /** End of the reservation, milliseconds since the epoch; `null` = connected. */
  readonly until: number | null;
}

export type StockEvent =
  | { readonly type: 'stock.reserved'; readonly number: string; readonly account: string; readonly until: number }
  | { readonly type: 'stock.taken'; readonly number: string; readonly account: string }
  | { readonly type: 'stock.released'; readonly number: string };

/** The fold of the partition's journal. */
export class Claims {
  readonly #claims = new Map<string, Claim>();

  apply(event: StockEvent): void {
    if (event.type === 'stock.released') this.#claims.delete(event.number);
    else {
      const until = event.type === 'stock.reserved' ? event.until : null;
      this.#claims.set(event.number, { account: event.account, until });
    }
  }

  /** The claim that holds at an instant: a reservation that is over holds nothing. */
  at(number: string, now: number): Claim | null {
    const claim = this.#claims.get(number);
    return claim && (claim.until === null || claim.until > now) ? claim : null;
  }
}
