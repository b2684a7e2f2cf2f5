import type { components } from '../../api/schema.js';
import type { Command } from '../../core/resource/command.js';
import type { Query } from '../../core/resource/query.js';

type Schemas = components['schemas'];
export type ProductList = Schemas['ProductList'];
export type Product = Schemas['Product'];
export type ProductTariff = Schemas['ProductTariff'];
export type ProductQuote = Schemas['ProductQuote'];
export type LaunchLink = Schemas['LaunchLink'];

export const productsOf = (account: string): Query<ProductList> => ({
  key: `products:${account}`,
  tags: ['products', 'numbers'],
  load: (client, { signal }) => client.get('/v1/accounts/{account}/products', { path: { account }, signal }),
});

/** What is ordered: a new product, or other amounts of one that is connected. */
export interface Order {
  readonly account: string;
  readonly type: string;
  /** Id of the connected product; `null` = it is to be connected. */
  readonly product: string | null;
  readonly tariff: string;
  readonly resources: Readonly<Record<string, number>>;
}

/** Asks for a quote: a command, because the backend remembers it. */
export const quoteOrder: Command<Order, ProductQuote> = {
  name: 'product-quote',
  invalidates: [],
  run: (client, { account, type, product, tariff, resources }, { key, signal }) =>
    product === null
      ? client.post('/v1/accounts/{account}/product-quotes', {
          path: { account },
          json: { type, tariff, resources },
          key,
          signal,
        })
      : client.post('/v1/accounts/{account}/products/{product}/quotes', {
          path: { account, product },
          json: { resources },
          key,
          signal,
        }),
};

const touched = ['products', 'balance', 'bills', 'usage'];

export const confirmOrder: Command<Order & { readonly quoteId: string }, ProductList> = {
  name: 'product-order',
  invalidates: touched,
  run: (client, { account, type, product, tariff, resources, quoteId }, { key, signal }) =>
    product === null
      ? client.post('/v1/accounts/{account}/products', {
          path: { account },
          json: { type, tariff, resources, quoteId },
          key,
          signal,
        })
      : client.put('/v1/accounts/{account}/products/{product}/resources', {
          path: { account, product },
          json: { resources, quoteId },
          key,
          signal,
        }),
};

export interface OfProduct {
  readonly account: string;
  readonly product: string;
}

export const closeProduct: Command<OfProduct, ProductList> = {
  name: 'product-close',
  invalidates: touched,
  run: (client, path, options) =>
    client.post('/v1/accounts/{account}/products/{product}/closing', { path: { ...path }, ...options }),
};

export const keepProduct: Command<OfProduct, ProductList> = {
  name: 'product-keep',
  invalidates: touched,
  run: (client, path, options) =>
    client.delete('/v1/accounts/{account}/products/{product}/change', { path: { ...path }, ...options }),
};

/** Each click is an opening of its own: a link works once. */
export const launchProduct: Command<OfProduct & { readonly click: number }, LaunchLink> = {
  name: 'product-launch',
  invalidates: [],
  run: (client, { account, product }, options) =>
    client.post('/v1/accounts/{account}/products/{product}/launches', { path: { account, product }, ...options }),
};
