/** Connects, changes and closes products; the same money rules as for numbers. @see domain.md §8, SRV-1 … SRV-16 */
import { lastDay, monthOf } from '../calendar.js';
import { checkQuote, makeQuote } from '../cart/quotes.js';
import type { Receipt } from '../command.js';
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import { charge } from '../ledger.js';
import { Exact } from '../money.js';
import type {
  CancelProductChange,
  ChangeResources,
  CloseProduct,
  ConnectProduct,
  QuoteProduct,
  QuoteResources,
} from './command.js';
import { offerOf, type ProductOffer } from './offers.js';
import type { Product } from './state.js';
import {
  amountsOf,
  changeTerms,
  connectTerms,
  monthlyLines,
  nextPeriod,
  type ProductLine,
  raised,
  tariffOf,
} from './terms.js';

/** Why a product cannot be connected; `null` = it can. */
export type Obstacle = 'CURRENCY_MISMATCH' | 'PERSON_KIND' | 'NEEDS_PRODUCT' | 'CONNECTED' | 'IN_SERVICES' | null;

/** @see domain.md SRV-11, CC-6 */
export function obstacleTo({ state }: Pick<Desk, 'state'>, offer: ProductOffer): Obstacle {
  const active = (type: string) => state.products.items.some((one) => one.type === type && one.state === 'ACTIVE');
  if (active(offer.type)) return 'CONNECTED';
  if (offer.currency !== state.currency) return 'CURRENCY_MISMATCH';
  if (offer.personKinds && !offer.personKinds.includes(state.kind)) return 'PERSON_KIND';
  if (offer.needs !== undefined && !active(offer.needs)) return 'NEEDS_PRODUCT';
  return offer.option === undefined ? null : 'IN_SERVICES';
}

/** @throws {Refusal} As connecting itself, except for money. */
export function quoteProduct(desk: Desk, command: QuoteProduct, id: string): Receipt {
  const { tariff, resources } = wanted(desk, command);
  const terms = connectTerms(desk, tariff, resources);
  return { id: makeQuote(desk, id, 'PRODUCT', command.type, terms).id };
}

/** @throws {Refusal} `NOT_FOUND`, `TARIFF_NOT_AVAILABLE`, `CURRENCY_MISMATCH`, `QUOTE_EXPIRED`, those of the money check */
export function connectProduct(desk: Desk, command: ConnectProduct): Receipt {
  const { tariff, resources } = wanted(desk, command);
  const terms = connectTerms(desk, tariff, resources);
  checkQuote(desk, command.quote, 'PRODUCT', command.type, terms);
  desk.requireMoney(terms.now);
  const id = `p${desk.state.products.next}`;
  const product = { id, type: command.type, tariff: tariff.code, resources };
  desk.emit({ type: 'product.connected', product });
  chargeLines(desk, product, terms.lines);
  return { product: id, charged: terms.now, balance: desk.state.balance };
}

/** @throws {Refusal} As the change itself, except for money. */
export function quoteResources(desk: Desk, command: QuoteResources, id: string): Receipt {
  const { product, tariff, resources } = changed(desk, command);
  return { id: makeQuote(desk, id, 'PRODUCT', product.id, changeTerms(desk, product, tariff, resources)).id };
}

/** @throws {Refusal} `NOT_FOUND`, `SERVICE_CLOSED`, `AMOUNT_OUT_OF_RANGE`, `QUOTE_EXPIRED`, those of the money check */
export function changeResources(desk: Desk, command: ChangeResources): Receipt {
  const { product, tariff, resources } = changed(desk, command);
  const terms = changeTerms(desk, product, tariff, resources);
  checkQuote(desk, command.quote, 'PRODUCT', product.id, terms);
  desk.requireMoney(terms.now);
  desk.emit({ type: 'product.changed', product: product.id, resources: raised(product, resources) });
  desk.emit({ type: 'product.scheduled', product: product.id, pending: terms.later });
  chargeLines(desk, product, terms.lines);
  return { product: product.id, charged: terms.now, balance: desk.state.balance };
}

/** @throws {Refusal} `NOT_FOUND`, `SERVICE_CLOSED`; `CHANGE_NOT_CANCELLABLE` when nothing is to come */
export function cancelProductChange(desk: Desk, command: CancelProductChange): Receipt {
  const product = active(desk, command.product);
  if (product.pending === null && product.closing === null) refuse('CHANGE_NOT_CANCELLABLE');
  if (product.pending !== null) desk.emit({ type: 'product.scheduled', product: product.id, pending: null });
  if (product.closing !== null) desk.emit({ type: 'product.closing', product: product.id, on: null });
  return { product: product.id };
}

/** What is paid for is used up; closing is never put off (SRV-14). @throws {Refusal} `NOT_FOUND`, `SERVICE_CLOSED` */
export function closeProduct(desk: Desk, command: CloseProduct): Receipt {
  const product = active(desk, command.product);
  const on = product.closing ?? nextPeriod(desk);
  if (product.closing === null) desk.emit({ type: 'product.closing', product: product.id, on });
  return { product: product.id, closing: on };
}

/** A local midnight: closings, what becomes less, and on the 1st the fees of the month. */
export function productsAtMidnight(desk: Desk): void {
  const { day } = desk.state;
  for (const { id } of [...desk.state.products.items]) {
    const product = found(desk, id);
    if (product.state !== 'ACTIVE') continue;
    if (product.closing !== null && product.closing <= day) {
      desk.emit({ type: 'product.closed', product: id });
      continue;
    }
    if (product.pending !== null && product.pending.effective <= day) {
      desk.emit({ type: 'product.changed', product: id, resources: product.pending.resources });
      desk.emit({ type: 'product.scheduled', product: id, pending: null });
    }
    if (!day.endsWith('-01')) continue;
    const { tariff } = tariffOf(product.type, product.tariff);
    const days = Number(lastDay(monthOf(day)).slice(8));
    const lines = monthlyLines(tariff, found(desk, id).resources).map((line) => ({ ...line, days }));
    chargeLines(desk, product, lines);
  }
}

/** Lines of the account itself (BIL-11), each a line of its own on the bill. */
function chargeLines(desk: Desk, product: Pick<Product, 'type' | 'tariff'>, lines: readonly ProductLine[]): void {
  for (const { kind, resource, amount, days, quantity } of lines) {
    const subject = [product.type, product.tariff, ...(resource === null ? [] : [resource])].join('/');
    charge(desk, new Exact(amount), true, {
      kind,
      service: kind,
      number: null,
      subject,
      quantity: kind === 'FEE' ? (days ?? 1) : quantity,
      ...(days === null ? {} : { period: { from: desk.today, to: lastDay(monthOf(desk.today)) } }),
    });
  }
}

function wanted(desk: Desk, { type, tariff: code, resources }: Pick<QuoteProduct, 'type' | 'tariff' | 'resources'>) {
  const offer = offerOf(type) ?? refuse('NOT_FOUND', { product: type });
  const obstacle = obstacleTo(desk, offer);
  if (obstacle === 'CURRENCY_MISMATCH') refuse('CURRENCY_MISMATCH');
  if (obstacle !== null) refuse('TARIFF_NOT_AVAILABLE', { product: type });
  const { tariff } = tariffOf(type, code);
  return { tariff, resources: amountsOf(tariff, resources) };
}

function changed(desk: Desk, command: Pick<QuoteResources, 'product' | 'resources'>) {
  const product = active(desk, command.product);
  if (product.closing !== null) refuse('SERVICE_CLOSED');
  const { tariff } = tariffOf(product.type, product.tariff);
  return { product, tariff, resources: amountsOf(tariff, { ...product.resources, ...command.resources }) };
}

function active(desk: Desk, id: string): Product {
  const product = found(desk, id);
  return product.state === 'ACTIVE' ? product : refuse('SERVICE_CLOSED');
}

function found(desk: Desk, id: string): Product {
  return desk.state.products.items.find((one) => one.id === id) ?? refuse('NOT_FOUND', { product: id });
}
