import type { z } from '@hono/zod-openapi';
import { addDays } from '../../engine/calendar.js';
import { isFree, problemsOf, refusalOf } from '../../engine/cart/cart.js';
import { cartTerms } from '../../engine/cart/checkout.js';
import type { Address as AddressState, CartItem as CartItemState, OrderQuote } from '../../engine/cart/state.js';
import { type OptionTerms, optionTerms, reconnectTermsOf, type TermLine } from '../../engine/cart/terms.js';
import { Desk } from '../../engine/desk.js';
import { checkDisconnect } from '../../engine/orders/disconnect.js';
import { afterPaidPeriod } from '../../engine/orders/change.js';
import { checkTariff } from '../../engine/orders/connect.js';
import { BEAUTY_CLASSES, HOLD_MINUTES, needsAddress, type StockNumber } from '../../engine/stock/showcase.js';
import { compare } from '../../engine/money.js';
import type { NumberKind } from '../../engine/catalog.js';
import type { NumberState } from '../../engine/state.js';
import type {
  Address,
  Cart,
  CartItem,
  ConnectQuote,
  ConnectResult,
  ConnectTariff,
  DisconnectPreview,
  OptionQuote,
  ReconnectQuote,
  Showcase,
  ShowcaseNumber,
} from '../contract/connect.js';
import { fail } from '../errors.js';
import type { Reader } from '../reader.js';
import { bucketViews, cardView } from './numbers.js';

/** Views of the showcase, the cart and the orders made from it. */

/** The account as the engine decides on it; nothing is emitted here. */
export const deskOf = ({ catalogue, state, now, around }: Reader): Desk => new Desk(state, catalogue, now, around);

/** Reads who has, or holds, some numbers of the stock: before a view says which are free. */
export async function readOwners({ around }: Reader, numbers: readonly { readonly number: string }[]): Promise<void> {
  await Promise.all([
    around.readStock(),
    around.read(
      'number',
      numbers.map(({ number }) => number),
    ),
  ]);
}

const line =
  (reader: Reader) =>
  <Kind extends string>({ kind, amount, days }: TermLine<Kind>) => ({
    kind,
    amount: reader.money(amount),
    days,
  });

const cityView = (code: string | null, { catalogue }: Reader) => {
  const city = code === null ? undefined : catalogue.showcase.city(code);
  return city === undefined ? null : { code: city.code, name: city.name };
};

const tariffName = (code: string, { catalogue }: Reader) => ({ code, name: catalogue.tariff(code)?.name ?? code });

/** Numbers that this account may have: free, or held in its own cart. */
export function stockOf(reader: Reader, desk: Desk): readonly StockNumber[] {
  const inCart = new Set(reader.state.cart.items.map(({ number }) => number));
  return reader.catalogue.showcase.numbers.filter(({ number }) => !inCart.has(number) && isFree(desk, number));
}

export function stockView(one: StockNumber, reader: Reader): z.infer<typeof ShowcaseNumber> {
  return {
    number: one.number,
    kind: one.kind,
    city: cityView(one.city, reader),
    class: one.class,
    price: reader.money(one.price),
    addressNeeded: needsAddress(one),
  };
}

export function showcaseView(reader: Reader): z.infer<typeof Showcase> {
  const stock = stockOf(reader, deskOf(reader));
  const prices = stock.map(({ price }) => price).sort(compare);
  const kinds = (numbers: readonly StockNumber[]) => [...new Set(numbers.map(({ kind }) => kind))];
  return {
    kinds: kinds(stock),
    cities: reader.catalogue.showcase.cities.flatMap(({ code, name }) => {
      const own = stock.filter(({ city }) => city === code);
      return own.length === 0 ? [] : [{ code, name, kinds: kinds(own) }];
    }),
    classes: BEAUTY_CLASSES.filter((one) => stock.some(({ class: own }) => own === one)),
    cheapest: reader.moneyOrNull(prices[0] ?? null),
    dearest: reader.moneyOrNull(prices.at(-1) ?? null),
    holdMinutes: HOLD_MINUTES,
    asOf: reader.asOf,
  };
}

/** Tariffs on sale for a kind of number; those that this account cannot have come with the reason. */
export function connectTariffs(reader: Reader, kind: NumberKind): z.infer<typeof ConnectTariff>[] {
  const desk = deskOf(reader);
  return reader.catalogue.tariffs
    .filter(({ status = 'PUBLIC', kinds }) => status === 'PUBLIC' && (kinds === undefined || kinds.includes(kind)))
    .map((tariff) => ({
      tariff: cardView(tariff, reader),
      unavailable: refusalOf(() => checkTariff(desk, tariff, kind))[0] ?? null,
    }));
}

export const addressView = ({ id, city, text }: AddressState, reader: Reader): z.infer<typeof Address> => ({
  id,
  city: cityView(city, reader) ?? { code: city, name: city },
  text,
});

function itemView(item: CartItemState, isFirst: boolean, desk: Desk, reader: Reader): z.infer<typeof CartItem> {
  const { catalogue, state, zone, now } = reader;
  const offer = catalogue.showcase.number(item.number) ?? fail('NOT_FOUND');
  const address = state.cart.addresses.find(({ id }) => id === item.address);
  const until = item.reservedUntil;
  return {
    number: stockView(offer, reader),
    tariff: {
      ...tariffName(item.tariff, reader),
      fee: reader.moneyOrNull(catalogue.tariff(item.tariff)?.fee?.amount ?? null),
    },
    main: isFirst && !state.numbers.some(({ status }) => status === 'ACTIVE'),
    reservedUntil: until === null || until <= now ? null : zone.format(until),
    address: address === undefined ? null : addressView(address, reader),
    problems: [...problemsOf(desk, item)],
  };
}

export function cartView(reader: Reader): z.infer<typeof Cart> {
  const desk = deskOf(reader);
  return {
    items: reader.state.cart.items.map((item, at) => itemView(item, at === 0, desk, reader)),
    verified: reader.state.verified,
    now: reader.asOf,
  };
}

/** What the account has for an order. */
function purse(desk: Desk, due: string, reader: Reader) {
  return { available: reader.moneyOrNull(desk.available), shortfall: reader.money(desk.shortfall(due)) };
}

export function connectQuoteView(quote: OrderQuote, reader: Reader): z.infer<typeof ConnectQuote> {
  const desk = deskOf(reader);
  const { items, total, now } = cartTerms(desk);
  return {
    id: quote.id,
    items: items.map(({ number, tariff, lines, total: subtotal, monthly }) => ({
      number,
      tariff: tariffName(tariff, reader),
      lines: lines.map(line(reader)),
      subtotal: reader.money(subtotal),
      monthly: reader.moneyOrNull(monthly),
    })),
    total: reader.money(total),
    now: reader.money(now),
    balance: reader.money(reader.state.balance),
    credit: reader.moneyOrNull(reader.state.creditLimit),
    ...purse(desk, total, reader),
    expiresAt: reader.zone.format(quote.expiresAt),
    asOf: reader.asOf,
  };
}

export function connectResultView(
  numbers: readonly string[],
  charged: string,
  reader: Reader,
): z.infer<typeof ConnectResult> {
  return {
    items: numbers.map((e164) => {
      const number = reader.number(e164);
      return {
        number: number.number,
        kind: number.kind,
        main: number.main,
        tariff: tariffName(number.stays.at(-1)?.tariff ?? '', reader),
        sip: reader.state.sip.accounts.filter((sip) => sip.number === e164).map(({ login, type }) => ({ login, type })),
      };
    }),
    charged: reader.money(charged),
    asOf: reader.asOf,
  };
}

export function optionQuoteView(
  quote: OrderQuote,
  option: string,
  on: boolean,
  reader: Reader,
): z.infer<typeof OptionQuote> {
  const desk = deskOf(reader);
  const tariff = desk.tariffOf(desk.number(quote.number ?? ''));
  const terms: OptionTerms = optionTerms(desk, tariff, reader.catalogue.option(option) ?? fail('NOT_FOUND'), on);
  return {
    id: quote.id,
    option,
    on,
    now: reader.money(terms.now),
    lines: terms.lines.map(line(reader)),
    monthly: reader.moneyOrNull(terms.monthly),
    nextCharge: terms.nextCharge,
    shortfall: reader.money(desk.shortfall(terms.now)),
    expiresAt: reader.zone.format(quote.expiresAt),
    asOf: reader.asOf,
  };
}

export function reconnectQuoteView(quote: OrderQuote, reader: Reader): z.infer<typeof ReconnectQuote> {
  const desk = deskOf(reader);
  const terms = reconnectTermsOf(quote);
  return {
    id: quote.id,
    number: quote.number ?? '',
    tariff: tariffName(terms.tariff, reader),
    lines: terms.lines.map(line(reader)),
    total: reader.money(terms.total),
    now: reader.money(terms.now),
    monthly: reader.moneyOrNull(terms.monthly),
    ...purse(desk, terms.total, reader),
    expiresAt: reader.zone.format(quote.expiresAt),
    asOf: reader.asOf,
  };
}

export function disconnectView(number: NumberState, reader: Reader): z.infer<typeof DisconnectPreview> {
  const desk = deskOf(reader);
  const { catalogue, state } = reader;
  return {
    number: number.number,
    periodEnd: number.status === 'ACTIVE' ? afterPaidPeriod(desk, number) : addDays(state.day, 1),
    today: state.day,
    holdDays: catalogue.policy.holdDays,
    options: number.options
      .filter(({ on }) => on)
      .map(({ code }) => ({ option: code, name: catalogue.option(code)?.name ?? code })),
    packages: bucketViews(number, reader).filter(({ remaining }) => remaining > 0).length,
    sim: number.sim,
    forwarding: number.forwarding.length,
    sip: state.sip.accounts.filter((sip) => sip.number === number.number).map(({ login }) => login),
    unavailable: refusalOf(() => checkDisconnect(desk, number.number))[0] ?? null,
  };
}
