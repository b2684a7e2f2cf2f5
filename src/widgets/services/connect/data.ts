import type { Answer } from '../../../api/client.js';
import type { Command } from '../../../core/resource/command.js';
import type { Query } from '../../../core/resource/query.js';
import { quoteOf } from '../data.js';

/** What the showcase, the cart and the checkout ask and change. */

const ACCOUNT = '/v1/accounts/{account}';

export type Showcase = Answer<`${typeof ACCOUNT}/showcase`>;
export type ShowcasePage = Answer<`${typeof ACCOUNT}/showcase/numbers`>;
export type ShowcaseNumber = ShowcasePage['items'][number];
export type ConnectTariff = Answer<`${typeof ACCOUNT}/showcase/tariffs`>['items'][number];
export type Cart = Answer<`${typeof ACCOUNT}/cart`>;
export type CartItem = Cart['items'][number];
export type Address = Answer<`${typeof ACCOUNT}/addresses`>['items'][number];
export type ConnectQuote = Answer<`${typeof ACCOUNT}/connection-quotes`, 'post'>;
export type ConnectResult = Answer<`${typeof ACCOUNT}/connections`, 'post'>;
export type Kind = ShowcaseNumber['kind'];
export type BeautyClass = ShowcaseNumber['class'];
export type Sort = 'number' | 'cheapest' | 'dearest';

/** What the backend is asked for; what is typed and not valid never gets here. */
export interface Filter {
  readonly kind?: Kind;
  readonly city?: string;
  readonly class?: BeautyClass;
  readonly mask?: string;
  readonly priceFrom?: string;
  readonly priceTo?: string;
  readonly sort: Sort;
}

export const showcaseQuery = (account: string): Query<Showcase> => ({
  key: `showcase:${account}`,
  tags: ['showcase'],
  load: (client, { signal }) => client.get(`${ACCOUNT}/showcase`, { path: { account }, signal }),
});

/** @param limit - Numbers to show, 1 to 500. */
export const stockQuery = (account: string, filter: Filter, limit: number): Query<ShowcasePage> => ({
  key: `stock:${account}:${limit}:${JSON.stringify(filter)}`,
  tags: ['showcase', 'cart'],
  load: (client, { signal }) =>
    client.get(`${ACCOUNT}/showcase/numbers`, { path: { account }, query: { ...filter, limit }, signal }),
});

export const connectTariffsQuery = (account: string, kind: Kind): Query<readonly ConnectTariff[]> => ({
  key: `connect-tariffs:${account}:${kind}`,
  tags: ['numbers'],
  load: async (client, { signal }) =>
    (await client.get(`${ACCOUNT}/showcase/tariffs`, { path: { account }, query: { kind }, signal })).items,
});

export const cartQuery = (account: string): Query<Cart> => ({
  key: `cart:${account}`,
  tags: ['cart', 'numbers', 'documents'],
  // Its clock counts down from the moment of the answer.
  maxAge: 0,
  load: (client, { signal }) => client.get(`${ACCOUNT}/cart`, { path: { account }, signal }),
});

export const addressesQuery = (account: string): Query<readonly Address[]> => ({
  key: `addresses:${account}`,
  tags: ['addresses'],
  load: async (client, { signal }) => (await client.get(`${ACCOUNT}/addresses`, { path: { account }, signal })).items,
});

export const connectQuote = (account: string, cart: string): Query<ConnectQuote> =>
  quoteOf(`connect-quote:${account}:${cart}`, (client, options) =>
    client.post(`${ACCOUNT}/connection-quotes`, { path: { account }, json: {}, ...options }),
  );

interface CartChange {
  readonly account: string;
  readonly number: string;
  readonly tariff: string;
  readonly address?: string;
}

export const putInCart: Command<CartChange, Cart> = {
  name: 'cart-put',
  invalidates: ['cart', 'showcase'],
  run: (client, { account, number, ...json }, options) =>
    client.put(`${ACCOUNT}/cart/{number}`, { path: { account, number }, json, ...options }),
};

export const takeFromCart: Command<{ account: string; number: string }, Cart> = {
  name: 'cart-remove',
  invalidates: ['cart', 'showcase'],
  run: (client, path, options) => client.delete(`${ACCOUNT}/cart/{number}`, { path, ...options }),
};

export const addAddress: Command<{ account: string; city: string; text: string }, Address> = {
  name: 'address',
  invalidates: ['addresses'],
  run: (client, { account, ...json }, options) =>
    client.post(`${ACCOUNT}/addresses`, { path: { account }, json, ...options }),
};

export const connectNumbers: Command<{ account: string; quoteId: string }, ConnectResult> = {
  name: 'connection',
  invalidates: ['numbers', 'cart', 'showcase', 'balance', 'bills', 'detail', 'summary', 'sip'],
  run: (client, { account, quoteId }, options) =>
    client.post(`${ACCOUNT}/connections`, { path: { account }, json: { quoteId }, ...options }),
};
