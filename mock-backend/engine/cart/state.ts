/** The cart of an account and its addresses of connection. @see domain.md SRV-51, SRV-53 */

export interface CartItem {
  number: string;
  tariff: string;
  /** Id of an address. */
  address: string | null;
  /** End of the reservation; `null` = it is over. */
  reservedUntil: number | null;
}

export interface Address {
  id: string;
  /** Code of the city. */
  city: string;
  text: string;
}

/** What an order was told it would cost; confirmed within its life and on the same terms only (CC-21). */
export interface OrderQuote {
  id: string;
  kind: 'CONNECTION' | 'RECONNECTION' | 'OPTION' | 'PRODUCT';
  /** The number or product that it is about; `null` = the cart. */
  number: string | null;
  /** The terms, canonically written: equal terms are equal texts. */
  terms: string;
  expiresAt: number;
}

export interface CartState {
  items: CartItem[];
  addresses: Address[];
  quotes: Record<string, OrderQuote>;
}

export const noCart = (): CartState => ({ items: [], addresses: [], quotes: {} });

export type CartEvent =
  | { readonly type: 'cart.put'; readonly item: CartItem }
  | { readonly type: 'cart.expired'; readonly number: string }
  | { readonly type: 'cart.removed'; readonly number: string }
  | { readonly type: 'address.added'; readonly address: Address }
  | { readonly type: 'order.quoted'; readonly quote: OrderQuote }
  | { readonly type: 'order.expired'; readonly id: string };

/** Folds an event into the slice, in place. */
export function applyCart(state: CartState, event: CartEvent): void {
  switch (event.type) {
    case 'cart.put': {
      const at = state.items.findIndex(({ number }) => number === event.item.number);
      if (at < 0) state.items.push({ ...event.item });
      else state.items[at] = { ...event.item };
      return;
    }
    case 'cart.expired':
      for (const item of state.items) if (item.number === event.number) item.reservedUntil = null;
      return;
    case 'cart.removed':
      state.items = state.items.filter(({ number }) => number !== event.number);
      return;
    case 'address.added':
      state.addresses.push({ ...event.address });
      return;
    case 'order.quoted':
      state.quotes[event.quote.id] = { ...event.quote };
      return;
    case 'order.expired':
      delete state.quotes[event.id];
  }
}

/** The next instant at which something of the slice is over. */
export function cartDue(state: CartState): number {
  const ends = [
    ...state.items.flatMap(({ reservedUntil }) => reservedUntil ?? []),
    ...Object.values(state.quotes).map(({ expiresAt }) => expiresAt),
  ];
  return Math.min(Infinity, ...ends);
}
