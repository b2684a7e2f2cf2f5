/** The cart: numbers held for an account, and what each of them still needs. @see domain.md SRV-50, SRV-51, SRV-53, SRV-55 */
import type { Receipt } from '../command.js';
import type { Desk } from '../desk.js';
import { type ErrorCode, Refusal, refuse } from '../errors.js';
import { checkTariff } from '../orders/connect.js';
import { HOLD_MINUTES, needsAddress, type StockNumber } from '../stock/showcase.js';
import type { AddAddress, PutInCart, TakeFromCart } from './command.js';
import type { CartItem } from './state.js';

/** Most numbers in one cart. */
const MAX_ITEMS = 10;
/** Mobile numbers that a citizen may hold (SRV-55). */
const MAX_MOBILE = 20;
const MAX_ADDRESSES = 50;

/**
 * Reserves a number for half an hour; one that is reserved already keeps its time, whatever else is changed.
 *
 * @throws {Refusal} `NOT_FOUND`, `NUMBER_TAKEN`, `NUMBER_LIMIT_REACHED`, those of the tariff
 */
export function putInCart(desk: Desk, command: PutInCart): Receipt {
  const offer = offerOf(desk, command.number);
  const { cart } = desk.state;
  const known = cart.items.find(({ number }) => number === offer.number);
  if (!isFree(desk, offer.number)) refuse('NUMBER_TAKEN', { number: offer.number });
  checkTariff(desk, desk.tariff(command.tariff), offer.kind);
  if (!known && cart.items.length >= MAX_ITEMS) refuse('NUMBER_LIMIT_REACHED', { n: String(MAX_ITEMS) });
  if (!known && isOverLimit(desk, offer, 1)) refuse('NUMBER_LIMIT_REACHED', { n: String(MAX_MOBILE) });
  const address = command.address ?? known?.address ?? null;
  if (address !== null && !cart.addresses.some(({ id, city }) => id === address && city === offer.city)) {
    refuse('NOT_FOUND', { address });
  }
  const held = known?.reservedUntil ?? null;
  const reservedUntil = held !== null && held > desk.now ? held : desk.now + HOLD_MINUTES * 60_000;
  desk.emit({ type: 'cart.put', item: { number: offer.number, tariff: command.tariff, address, reservedUntil } });
  return { number: offer.number, reservedUntil };
}

/** Gives a number back; one that is not in the cart is given back already. */
export function takeFromCart(desk: Desk, command: TakeFromCart): Receipt {
  if (desk.state.cart.items.some(({ number }) => number === command.number)) {
    desk.emit({ type: 'cart.removed', number: command.number });
  }
  return { number: command.number };
}

/** @throws {Refusal} `NOT_FOUND` for a city that is not served */
export function addAddress(desk: Desk, command: AddAddress): Receipt {
  const { addresses } = desk.state.cart;
  if (!desk.catalogue.showcase.city(command.city)) refuse('NOT_FOUND', { city: command.city });
  const text = command.text.trim().replace(/\s+/g, ' ');
  const known = addresses.find((one) => one.city === command.city && one.text === text);
  if (known) return { id: known.id };
  if (addresses.length >= MAX_ADDRESSES) refuse('CONTACT_LIMIT');
  const id = `a${addresses.length + 1}`;
  desk.emit({ type: 'address.added', address: { id, city: command.city, text } });
  return { id };
}

/** The number as it is on sale. @throws {Refusal} `NOT_FOUND` */
export function offerOf(desk: Desk, number: string): StockNumber {
  return desk.catalogue.showcase.number(number) ?? refuse('NOT_FOUND', { number });
}

/** Whether the account may have the number: nobody has it, and nobody else holds it. */
export function isFree(desk: Desk, number: string): boolean {
  const owner = desk.world.ownerOf(number);
  const holder = desk.world.holderOf(number);
  return owner === null && (holder === null || holder === desk.state.id);
}

/** Codes of what stands in the way of connecting an item, in the order in which they are to be dealt with. */
export function problemsOf(desk: Desk, item: CartItem): readonly ErrorCode[] {
  const offer = desk.catalogue.showcase.number(item.number);
  if (!offer) return ['NUMBER_TAKEN'];
  const problems: ErrorCode[] = [];
  if (!isFree(desk, item.number)) problems.push('NUMBER_TAKEN');
  else if (item.reservedUntil === null || item.reservedUntil <= desk.now) problems.push('RESERVATION_EXPIRED');
  if (needsAddress(offer) && item.address === null) problems.push('ADDRESS_REQUIRED');
  if (isOverLimit(desk, offer, 0)) problems.push('NUMBER_LIMIT_REACHED');
  const tariff = desk.catalogue.tariff(item.tariff);
  if (!tariff) problems.push('TARIFF_NOT_AVAILABLE');
  else problems.push(...refusalOf(() => checkTariff(desk, tariff, offer.kind)));
  if (!desk.state.verified && !problems.includes('NOT_VERIFIED')) problems.push('NOT_VERIFIED');
  return problems;
}

/** Code that a check refuses with, if it does. */
export function refusalOf(check: () => void): readonly ErrorCode[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return [error.code];
    throw error;
  }
}

/** Whether a citizen would hold too many mobile numbers with the cart and some more. */
function isOverLimit(desk: Desk, { kind }: StockNumber, more: number): boolean {
  const { state, catalogue } = desk;
  if (kind !== 'MOBILE' || state.kind !== 'INDIVIDUAL') return false;
  const own = state.numbers.filter((number) => number.kind === 'MOBILE' && number.status === 'ACTIVE').length;
  const chosen = state.cart.items.filter(({ number }) => catalogue.showcase.number(number)?.kind === 'MOBILE').length;
  return own + chosen + more > MAX_MOBILE;
}
