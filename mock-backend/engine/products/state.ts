/** Products in the state of an account, and what happens to them. @see domain.md §8 */
import type { Resources } from './command.js';

export interface Product {
  id: string;
  type: string;
  tariff: string;
  resources: Record<string, number>;
  state: 'ACTIVE' | 'CLOSED';
  connectedAt: number;
  /** Amounts that become less, and the day from which; `null` = none. */
  pending: { resources: Record<string, number>; effective: string } | null;
  /** First day on which it is closed; `null` = it stays. */
  closing: string | null;
}

export interface ProductsState {
  next: number;
  items: Product[];
}

export const noProducts = (): ProductsState => ({ next: 1, items: [] });

export type ProductEvent =
  | { readonly type: 'product.connected'; readonly product: Pick<Product, 'id' | 'type' | 'tariff' | 'resources'> }
  | { readonly type: 'product.changed'; readonly product: string; readonly resources: Resources }
  | {
      readonly type: 'product.scheduled';
      readonly product: string;
      readonly pending: { readonly resources: Resources; readonly effective: string } | null;
    }
  | { readonly type: 'product.closing'; readonly product: string; readonly on: string | null }
  | { readonly type: 'product.closed'; readonly product: string };

/** Folds an event into the slice, in place. */
export function applyProduct(state: ProductsState, event: ProductEvent & { readonly at: number }): void {
  if (event.type === 'product.connected') {
    state.next += 1;
    state.items.push({
      ...event.product,
      resources: { ...event.product.resources },
      state: 'ACTIVE',
      connectedAt: event.at,
      pending: null,
      closing: null,
    });
    return;
  }
  const product = state.items.find(({ id }) => id === event.product);
  if (!product) throw new Error(`there is no product ${event.product}`);
  switch (event.type) {
    case 'product.changed':
      product.resources = { ...event.resources };
      return;
    case 'product.scheduled':
      product.pending = event.pending && { ...event.pending, resources: { ...event.pending.resources } };
      return;
    case 'product.closing':
      product.closing = event.on;
      return;
    case 'product.closed':
      Object.assign(product, { state: 'CLOSED', pending: null, closing: null });
  }
}
