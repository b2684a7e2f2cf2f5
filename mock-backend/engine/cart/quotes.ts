/** Quotes of orders: made, remembered for ten minutes, confirmed on the same terms or not at all. @see domain.md CC-21 */
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import type { OrderQuote } from './state.js';

const QUOTE_MS = 10 * 60_000;

/** Remembers what was told. @param terms - Everything the subscriber agrees to, as JSON. */
export function makeQuote(
  desk: Desk,
  id: string,
  kind: OrderQuote['kind'],
  number: string | null,
  terms: unknown,
): OrderQuote {
  const quote = { id, kind, number, terms: JSON.stringify(terms), expiresAt: desk.now + QUOTE_MS };
  desk.emit({ type: 'order.quoted', quote });
  return quote;
}

/** @throws {Refusal} `QUOTE_EXPIRED` if it is over, is about something else, or the terms are others now. */
export function checkQuote(
  desk: Desk,
  id: string,
  kind: OrderQuote['kind'],
  number: string | null,
  terms: unknown,
): void {
  const quote = desk.state.cart.quotes[id];
  const holds =
    quote !== undefined &&
    quote.kind === kind &&
    quote.number === number &&
    quote.expiresAt > desk.now &&
    quote.terms === JSON.stringify(terms);
  if (!holds) refuse('QUOTE_EXPIRED');
}

/** What is over by now: reservations of the cart, and quotes. */
export function expireOrders(desk: Desk): void {
  const { items, quotes } = desk.state.cart;
  for (const { number, reservedUntil } of [...items]) {
    if (reservedUntil !== null && reservedUntil <= desk.now) desk.emit({ type: 'cart.expired', number });
  }
  for (const { id, expiresAt } of Object.values(quotes)) {
    if (expiresAt <= desk.now) desk.emit({ type: 'order.expired', id });
  }
}
