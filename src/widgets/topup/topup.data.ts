import type { Answer } from '../../api/client.js';
import type { Command } from '../../core/resource/command.js';
import type { Query } from '../../core/resource/query.js';
import type { Money } from '../../money/format.js';

export type TopUpOffer = Answer<'/v1/accounts/{account}/topup'>;
export type TopUpQuote = Answer<'/v1/accounts/{account}/topup/quote'>;
export type TopUp = Answer<'/v1/accounts/{account}/topups/{topup}'>;
export type TopUps = Answer<'/v1/accounts/{account}/topups'>;
export type Invoice = Answer<'/v1/accounts/{account}/invoices', 'post'>;
export type Promised = Answer<'/v1/accounts/{account}/promised-payment'>;
export type Balance = Answer<'/v1/accounts/{account}/balance'>;
export type Method = TopUpOffer['methods'][number]['method'];
export type OnlineMethod = TopUp['method'];
export type AutoPay = NonNullable<TopUpOffer['autopay']>;

/** What a payment that has come makes old. */
export const TOUCHED = ['balance', 'bills', 'payments', 'locks', 'topup', 'promised'] as const;

export const offerOf = (account: string): Query<TopUpOffer> => ({
  key: `topup:${account}`,
  tags: ['topup'],
  load: (client, { signal }) => client.get('/v1/accounts/{account}/topup', { path: { account }, signal }),
});

/** The same question as that of `lk-balance`: on one page it is asked once. */
export const balanceOf = (account: string): Query<Balance> => ({
  key: `balance:${account}`,
  tags: ['balance'],
  load: (client, { signal }) => client.get('/v1/accounts/{account}/balance', { path: { account }, signal }),
});

/** What will be paid for a sum; the widget adds nothing up itself. @see domain.md TOP-2 */
export const quoteOf = (account: string, amount: string, method: OnlineMethod): Query<TopUpQuote> => ({
  key: `topup-quote:${account}:${method}:${amount}`,
  tags: ['topup'],
  load: (client, { signal }) =>
    client.get('/v1/accounts/{account}/topup/quote', { path: { account }, query: { amount, method }, signal }),
});

export const orderOf = (account: string, topup: string): Query<TopUp> => ({
  key: `topup:${account}:${topup}`,
  tags: ['topup'],
  load: (client, { signal }) =>
    client.get('/v1/accounts/{account}/topups/{topup}', { path: { account, topup }, signal }),
});

export const ordersOf = (account: string): Query<TopUps> => ({
  key: `topups:${account}`,
  tags: ['topup'],
  load: (client, { signal }) => client.get('/v1/accounts/{account}/topups', { path: { account }, signal }),
});

export const promisedOf = (account: string): Query<Promised> => ({
  key: `promised:${account}`,
  tags: ['promised', 'balance'],
  load: (client, { signal }) => client.get('/v1/accounts/{account}/promised-payment', { path: { account }, signal }),
});

interface Sum {
  readonly account: string;
  readonly amount: Money;
}

export const createOrder: Command<Sum & { method: OnlineMethod; receipt?: string }, TopUp> = {
  name: 'topup',
  invalidates: ['topup'],
  run: (client, { account, ...json }, options) =>
    client.post('/v1/accounts/{account}/topups', { path: { account }, json, ...options }),
};

export const cancelOrder: Command<{ account: string; topup: string }, TopUp> = {
  name: 'topup.cancel',
  invalidates: ['topup'],
  repeats: true,
  run: (client, path, options) => client.delete('/v1/accounts/{account}/topups/{topup}', { path, ...options }),
};

export const createInvoice: Command<Sum, Invoice> = {
  name: 'invoice',
  invalidates: ['bills', 'topup'],
  repeats: true,
  run: (client, { account, amount }, options) =>
    client.post('/v1/accounts/{account}/invoices', { path: { account }, json: { amount }, ...options }),
};

export const takePromised: Command<Sum, Balance> = {
  name: 'promised',
  invalidates: ['promised', 'balance', 'locks', 'topup'],
  repeats: true,
  run: (client, { account, amount }, options) =>
    client.post('/v1/accounts/{account}/promised-payment', { path: { account }, json: { amount }, ...options }),
};

export type AutoPayTerms = Omit<AutoPay, 'since'>;

export const setAutoPay: Command<{ account: string; terms: AutoPayTerms }, unknown> = {
  name: 'autopay',
  invalidates: ['topup', 'balance', 'payments'],
  repeats: true,
  run: (client, { account, terms }, options) =>
    client.put('/v1/accounts/{account}/autopay', { path: { account }, json: terms, ...options }),
};

export const stopAutoPay: Command<{ account: string }, unknown> = {
  name: 'autopay.stop',
  invalidates: ['topup'],
  repeats: true,
  run: (client, path, options) => client.delete('/v1/accounts/{account}/autopay', { path, ...options }),
};
