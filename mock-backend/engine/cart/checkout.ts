/** From the cart to connected numbers: quote → confirm, all of them or none. @see domain.md SRV-5, SRV-6, SRV-50 … SRV-56 */
import type { Receipt } from '../command.js';
import type { Desk } from '../desk.js';
import { type ErrorCode, refuse } from '../errors.js';
import { minus, plus } from '../money.js';
import { connectNumber } from '../orders/connect.js';
import { offerOf, problemsOf } from './cart.js';
import type { ConfirmCart } from './command.js';
import { checkQuote, makeQuote } from './quotes.js';
import type { CartItem } from './state.js';
import { connectTerms, type ConnectTerms } from './terms.js';

export interface CartTerms {
  readonly items: readonly (ConnectTerms & { readonly number: string; readonly address: string | null })[];
  readonly total: string;
  readonly now: string;
}

/** What everything in the cart costs now. @throws {Refusal} `NOT_FOUND` for a tariff that has left the catalogue */
export function cartTerms(desk: Desk): CartTerms {
  const items = desk.state.cart.items.map(({ number, tariff, address }) => ({
    number,
    address,
    ...connectTerms(desk, desk.tariff(tariff), offerOf(desk, number).price),
  }));
  return {
    items,
    total: items.map(({ total }) => total).reduce(plus, desk.zero),
    now: items.map(({ now }) => now).reduce(plus, desk.zero),
  };
}

/**
 * Quotes the cart. Money is not asked for here: the quote says what is missing.
 *
 * @throws {Refusal} What stands in the way of the first item that is not ready; `NOT_FOUND` for an empty cart
 */
export function quoteCart(desk: Desk, id: string): Receipt {
  checkReady(desk);
  return { id: makeQuote(desk, id, 'CONNECTION', null, cartTerms(desk)).id };
}

/**
 * Connects everything in the cart and charges it.
 *
 * @throws {Refusal} As {@link quoteCart}; `QUOTE_EXPIRED`; those of the money check
 */
export function confirmCart(desk: Desk, command: ConfirmCart): Receipt {
  checkReady(desk);
  const terms = cartTerms(desk);
  checkQuote(desk, command.quote, 'CONNECTION', null, terms);
  desk.requireMoney(terms.total);
  const before = desk.state.balance;
  const items = [...desk.state.cart.items];
  for (const item of items) connect(desk, item);
  desk.emit({ type: 'order.expired', id: command.quote });
  return { numbers: items.map(({ number }) => number), charged: minus(before, desk.state.balance) };
}

/** The first number of an account is its main one (SRV-56). */
function connect(desk: Desk, { number, tariff }: CartItem): void {
  const { kind, price } = offerOf(desk, number);
  connectNumber(desk, {
    do: 'number.add',
    account: desk.state.id,
    number,
    kind,
    tariff,
    price,
    main: !desk.state.numbers.some(({ status }) => status === 'ACTIVE'),
  });
  desk.emit({ type: 'cart.removed', number });
}

function checkReady(desk: Desk): void {
  const { items } = desk.state.cart;
  if (items.length === 0) refuse('NOT_FOUND');
  for (const item of items) {
    const [problem] = problemsOf(desk, item);
    if (problem !== undefined) refuse(problem, paramsOf(desk, problem, item));
  }
}

function paramsOf(desk: Desk, problem: ErrorCode, { number }: CartItem): Record<string, string> {
  const city = desk.catalogue.showcase.number(number)?.city ?? null;
  const name = city === null ? undefined : desk.catalogue.showcase.city(city)?.name;
  return { number, ...(problem === 'ADDRESS_REQUIRED' && name !== undefined ? { city: name } : {}) };
}
