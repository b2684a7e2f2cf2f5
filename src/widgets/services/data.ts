import type { Answer, Client } from '../../api/client.js';
import { isLkError, LkError } from '../../api/errors.js';
import { newKey } from '../../api/idempotency.js';
import type { Command } from '../../core/resource/command.js';
import type { Query } from '../../core/resource/query.js';

/** What the widget asks and changes: numbers, their tariff, options and packages. Connecting numbers: `connect/data.ts`. */

const NUMBER = '/v1/accounts/{account}/numbers/{number}';

export type NumberItem = Answer<'/v1/accounts/{account}/numbers'>['items'][number];
export type Bucket = NumberItem['packages'][number];
export type Offer = Answer<`${typeof NUMBER}/tariffs`>['items'][number];
export type TariffCard = Offer['tariff'];
export type OptionOffer = Answer<`${typeof NUMBER}/options`>['items'][number];
export type Packages = Answer<`${typeof NUMBER}/packages`>;
export type PackageOffer = Packages['offers'][number];
export type TariffQuote = Answer<`${typeof NUMBER}/tariff-quotes`, 'post'>;
export type OptionQuote = Answer<`${typeof NUMBER}/option-quotes`, 'post'>;
export type ReconnectQuote = Answer<`${typeof NUMBER}/reconnection-quotes`, 'post'>;
export type DisconnectPreview = Answer<`${typeof NUMBER}/disconnection`>;

interface OneNumber {
  readonly account: string;
  readonly number: string;
}

/** After a change of services: the numbers, the money, what is sold to them. */
const SERVICES = ['numbers', 'balance', 'bills', 'detail', 'summary', 'payments'];

export const numbersQuery = (account: string): Query<readonly NumberItem[]> => ({
  // Not the key of `numbersOf`, which answers the whole page of numbers.
  key: `numberItems:${account}`,
  tags: ['numbers'],
  load: async (client, { signal }) =>
    (await client.get('/v1/accounts/{account}/numbers', { path: { account }, signal })).items,
});

export const tariffsQuery = (path: OneNumber): Query<readonly Offer[]> => ({
  key: `tariffs:${path.account}:${path.number}`,
  tags: ['numbers'],
  load: async (client, { signal }) => (await client.get(`${NUMBER}/tariffs`, { path, signal })).items,
});

export const optionsQuery = (path: OneNumber): Query<readonly OptionOffer[]> => ({
  key: `options:${path.account}:${path.number}`,
  tags: ['numbers'],
  load: async (client, { signal }) => (await client.get(`${NUMBER}/options`, { path, signal })).items,
});

export const packagesQuery = (path: OneNumber): Query<Packages> => ({
  key: `packages:${path.account}:${path.number}`,
  tags: ['numbers'],
  load: (client, { signal }) => client.get(`${NUMBER}/packages`, { path, signal }),
});

export const previewQuery = (path: OneNumber): Query<DisconnectPreview> => ({
  key: `disconnection:${path.account}:${path.number}`,
  tags: ['numbers', 'forwarding', 'sims', 'sip'],
  load: (client, { signal }) => client.get(`${NUMBER}/disconnection`, { path, signal }),
});

/**
 * A quote as a question: asked anew whenever what it is for changes or money moves, dropped when it comes too late. A quote
 * changes nothing, so a lost answer is a failure like any other and not an unknown outcome.
 */
export function quoteOf<T>(
  key: string,
  ask: (client: Client, options: { key: string; signal: AbortSignal }) => Promise<T>,
): Query<T> {
  return {
    key,
    tags: ['numbers', 'balance', 'cart'],
    maxAge: 0,
    load: async (client, { signal }) => {
      try {
        return await ask(client, { key: newKey(), signal });
      } catch (reason) {
        if (isLkError(reason) && reason.kind === 'unknown-outcome') {
          throw new LkError({ kind: 'network', code: 'NETWORK', cause: reason });
        }
        throw reason;
      }
    },
  };
}

export const tariffQuote = (path: OneNumber, to: string, effective: string): Query<TariffQuote> =>
  quoteOf(`tariff-quote:${path.account}:${path.number}:${to}:${effective}`, (client, options) =>
    client.post(`${NUMBER}/tariff-quotes`, { path, json: { to, effective }, ...options }),
  );

export const optionQuote = (path: OneNumber, option: string, on: boolean): Query<OptionQuote> =>
  quoteOf(`option-quote:${path.account}:${path.number}:${option}:${on}`, (client, options) =>
    client.post(`${NUMBER}/option-quotes`, { path, json: { option, on }, ...options }),
  );

export const reconnectQuote = (path: OneNumber): Query<ReconnectQuote> =>
  quoteOf(`reconnect-quote:${path.account}:${path.number}`, (client, options) =>
    client.post(`${NUMBER}/reconnection-quotes`, { path, json: {}, ...options }),
  );

export const changeTariff: Command<OneNumber & { quoteId: string }, NumberItem> = {
  name: 'tariff-change',
  invalidates: SERVICES,
  run: (client, { quoteId, ...path }, options) =>
    client.post(`${NUMBER}/tariff-change`, { path, json: { quoteId }, ...options }),
};

export const cancelChange: Command<OneNumber, NumberItem> = {
  name: 'tariff-cancel',
  invalidates: SERVICES,
  run: (client, path, options) => client.delete(`${NUMBER}/tariff-change`, { path, ...options }),
};

export const switchOption: Command<OneNumber & { option: string; on: boolean; quoteId: string }, unknown> = {
  name: 'option',
  invalidates: SERVICES,
  run: (client, { option, on, quoteId, ...path }, options) =>
    client.put(`${NUMBER}/options/{option}`, { path: { ...path, option }, json: { on, quoteId }, ...options }),
};

export const buyPackage: Command<OneNumber & Pick<PackageOffer, 'package' | 'price'>, Packages> = {
  name: 'package',
  invalidates: SERVICES,
  run: (client, { package: code, price, ...path }, options) =>
    client.post(`${NUMBER}/packages`, { path, json: { package: code, price }, ...options }),
};

export const disconnectNumber: Command<OneNumber & { effective: 'today' | 'period-end' }, NumberItem> = {
  name: 'disconnection',
  invalidates: [...SERVICES, 'forwarding', 'sims', 'sip'],
  run: (client, { effective, ...path }, options) =>
    client.post(`${NUMBER}/disconnection`, { path, json: { effective }, ...options }),
};

export const reconnectNumber: Command<OneNumber & { quoteId: string }, NumberItem> = {
  name: 'reconnection',
  invalidates: SERVICES,
  run: (client, { quoteId, ...path }, options) =>
    client.post(`${NUMBER}/reconnection`, { path, json: { quoteId }, ...options }),
};
