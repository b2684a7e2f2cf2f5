import type { OrderQuote } from '../../engine/cart/state.js';
import { search } from '../../engine/stock/search.js';
import { parsePhone } from '../../engine/telephony/e164.js';
import type { App, AppParts } from '../app.js';
import * as routes from '../contract/connect.routes.js';
import { DEFAULT_LIMIT, positionOf, sealCursor } from '../cursor.js';
import type { ApiContext } from '../env.js';
import { fail } from '../errors.js';
import type { Reader } from '../reader.js';
import {
  addressView,
  cartView,
  connectQuoteView,
  connectResultView,
  connectTariffs,
  deskOf,
  disconnectView,
  optionQuoteView,
  reconnectQuoteView,
  readOwners,
  showcaseView,
  stockOf,
  stockView,
} from '../views/connect.js';
import { numberView } from '../views/numbers.js';
import { answer, command, done, open } from './serve.js';

interface OfNumber {
  readonly account: string;
  readonly number: string;
}

/** A number as people write it, also one that the account does not have yet. */
const e164 = (written: string): string => parsePhone(written)?.value ?? fail('NOT_FOUND');

async function opened(c: ApiContext, account: string): Promise<Reader> {
  const reader = await open(c, account);
  reader.require('numbers.read');
  return reader;
}

/** The account with what it needs to know of numbers on sale. */
async function openedShop(c: ApiContext, account: string): Promise<Reader> {
  const reader = await opened(c, account);
  await readOwners(reader, reader.catalogue.showcase.numbers);
  return reader;
}

async function openedCart(c: ApiContext, account: string): Promise<Reader> {
  const reader = await opened(c, account);
  await readOwners(reader, reader.state.cart.items);
  return reader;
}

async function openedNumber(c: ApiContext, path: OfNumber): Promise<{ reader: Reader; number: string }> {
  const reader = await open(c, path.account);
  const { number } = reader.number(path.number);
  reader.require('numbers.read', number);
  return { reader, number };
}

/** The quote that a command has just made. */
const quoted = ({ state }: Reader, id: unknown): OrderQuote => state.cart.quotes[String(id)] ?? fail('QUOTE_EXPIRED');

export function addConnect(app: App, { seal }: AppParts): void {
  app.openapi(routes.getShowcase, async (c) => {
    return answer(c, showcaseView(await openedShop(c, c.req.valid('param').account)));
  });

  app.openapi(routes.listShowcase, async (c) => {
    const reader = await openedShop(c, c.req.valid('param').account);
    const { cursor, limit = DEFAULT_LIMIT, kind, ...rest } = c.req.valid('query');
    const found = kind === 'SHORT' ? [] : search(stockOf(reader, deskOf(reader)), { ...rest, ...(kind && { kind }) });
    const list = `showcase ${reader.state.id} ${JSON.stringify([kind, rest])}`;
    const start =
      cursor === undefined
        ? 0
        : await positionOf((name) => found.findIndex(({ number }) => number === name) + 1, list, cursor, seal);
    const items = found.slice(start, start + limit);
    const last = items.at(-1);
    const more = last !== undefined && start + limit < found.length;
    return answer(c, {
      items: items.map((one) => stockView(one, reader)),
      total: found.length,
      nextCursor: more ? await sealCursor(list, last.number, seal) : null,
      asOf: reader.asOf,
    });
  });

  app.openapi(routes.listConnectTariffs, async (c) => {
    const reader = await opened(c, c.req.valid('param').account);
    const { kind } = c.req.valid('query');
    return answer(c, { items: kind === 'SHORT' ? [] : connectTariffs(reader, kind) });
  });

  app.openapi(routes.listAddresses, async (c) => {
    const reader = await opened(c, c.req.valid('param').account);
    return answer(c, { items: reader.state.cart.addresses.map((one) => addressView(one, reader)) });
  });

  app.openapi(routes.addAddress, async (c) => {
    const { account } = c.req.valid('param');
    await opened(c, account);
    const { id } = await command(c, { do: 'address.add', account, ...c.req.valid('json') });
    const reader = await opened(c, account);
    const address = reader.state.cart.addresses.find((one) => one.id === id) ?? fail('NOT_FOUND');
    return done(c, addressView(address, reader));
  });

  app.openapi(routes.getCart, async (c) => answer(c, cartView(await openedCart(c, c.req.valid('param').account))));

  app.openapi(routes.putInCart, async (c) => {
    const { account, number } = c.req.valid('param');
    const { tariff, address } = c.req.valid('json');
    await opened(c, account);
    const given = address === undefined ? {} : { address };
    await command(c, { do: 'cart.put', account, number: e164(number), tariff, ...given });
    return done(c, cartView(await openedCart(c, account)));
  });

  app.openapi(routes.takeFromCart, async (c) => {
    const { account, number } = c.req.valid('param');
    await opened(c, account);
    await command(c, { do: 'cart.remove', account, number: e164(number) });
    return done(c, cartView(await openedCart(c, account)));
  });

  app.openapi(routes.quoteConnection, async (c) => {
    const { account } = c.req.valid('param');
    await opened(c, account);
    const { id } = await command(c, { do: 'cart.quote', account });
    const reader = await opened(c, account);
    return done(c, connectQuoteView(quoted(reader, id), reader));
  });

  app.openapi(routes.connectNumbers, async (c) => {
    const { account } = c.req.valid('param');
    await opened(c, account);
    const receipt = await command(c, { do: 'cart.confirm', account, quote: c.req.valid('json').quoteId });
    const numbers = Array.isArray(receipt['numbers']) ? receipt['numbers'].map(String) : [];
    return done(c, connectResultView(numbers, String(receipt['charged']), await opened(c, account)));
  });

  app.openapi(routes.quoteOption, async (c) => {
    const path = c.req.valid('param');
    const { option, on } = c.req.valid('json');
    const { number } = await openedNumber(c, path);
    const { id } = await command(c, { do: 'option.quote', number, option, on });
    const { reader } = await openedNumber(c, path);
    return done(c, optionQuoteView(quoted(reader, id), option, on, reader));
  });

  app.openapi(routes.previewDisconnection, async (c) => {
    const { reader, number } = await openedNumber(c, c.req.valid('param'));
    return answer(c, disconnectView(reader.number(number), reader));
  });

  app.openapi(routes.quoteReconnection, async (c) => {
    const path = c.req.valid('param');
    const { tariff } = c.req.valid('json');
    const { number } = await openedNumber(c, path);
    const given = tariff === undefined ? {} : { tariff };
    const { id } = await command(c, { do: 'number.reconnect-quote', number, ...given });
    const { reader } = await openedNumber(c, path);
    return done(c, reconnectQuoteView(quoted(reader, id), reader));
  });

  app.openapi(routes.reconnectNumber, async (c) => {
    const path = c.req.valid('param');
    const { number } = await openedNumber(c, path);
    await command(c, { do: 'number.reconnect', number, quote: c.req.valid('json').quoteId });
    const { reader } = await openedNumber(c, path);
    return done(c, numberView(reader.number(number), reader));
  });
}
