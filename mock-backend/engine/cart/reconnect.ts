/** Taking a number back from hold. @see domain.md SRV-57 */
import type { Tariff } from '../catalog.js';
import type { Receipt } from '../command.js';
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import { minus } from '../money.js';
import { checkTariff, connectNumber } from '../orders/connect.js';
import type { NumberState } from '../state.js';
import type { QuoteReconnection, Reconnect } from './command.js';
import { checkQuote, makeQuote } from './quotes.js';
import { connectTerms, type ConnectTerms, reconnectTermsOf } from './terms.js';

/** What the number costs to take back: no set-up, which was paid once. */
export function reconnectTerms(desk: Desk, number: NumberState, tariff: Tariff): ConnectTerms {
  return connectTerms(desk, tariff, number.setUp ? null : '0');
}

/** @throws {Refusal} `NOT_FOUND`, `SERVICE_CLOSED` if it is not on hold any more, those of the tariff */
export function quoteReconnection(desk: Desk, command: QuoteReconnection, id: string): Receipt {
  const number = heldNumber(desk, command.number);
  const tariff = desk.tariff(command.tariff ?? desk.tariffOf(number).code);
  checkTariff(desk, tariff, number.kind);
  return { id: makeQuote(desk, id, 'RECONNECTION', number.number, reconnectTerms(desk, number, tariff)).id };
}

/** @throws {Refusal} As the quote; `QUOTE_EXPIRED`; `NUMBER_TAKEN`; those of the money check */
export function reconnect(desk: Desk, command: Reconnect): Receipt {
  const number = heldNumber(desk, command.number);
  const quoted = desk.state.cart.quotes[command.quote];
  const agreed = quoted?.kind === 'RECONNECTION' ? reconnectTermsOf(quoted).tariff : desk.tariffOf(number).code;
  const tariff = desk.tariff(agreed);
  checkQuote(desk, command.quote, 'RECONNECTION', number.number, reconnectTerms(desk, number, tariff));
  const before = desk.state.balance;
  connectNumber(desk, {
    do: 'number.add',
    account: desk.state.id,
    number: number.number,
    kind: number.kind,
    tariff: tariff.code,
    main: number.main,
  });
  desk.emit({ type: 'order.expired', id: command.quote });
  return { number: number.number, charged: minus(before, desk.state.balance) };
}

function heldNumber(desk: Desk, e164: string): NumberState {
  const number = desk.number(e164);
  const held = number.status === 'HOLD' && number.holdUntil !== null && number.holdUntil > desk.today;
  return held ? number : refuse('SERVICE_CLOSED', { number: e164 });
}
