/** Looking for a number in the showcase. @see domain.md SRV-54 */
import type { NumberKind } from '../catalog.js';
import { Exact } from '../money.js';
import type { BeautyClass, StockNumber } from './showcase.js';

export type StockOrder = 'number' | 'cheapest' | 'dearest';

export interface StockFilter {
  readonly kind?: NumberKind | undefined;
  readonly city?: string | undefined;
  readonly class?: BeautyClass | undefined;
  /** Digits, `?` for any one digit, `*` for any number of them; the whole national number must match. */
  readonly mask?: string | undefined;
  readonly priceFrom?: string | undefined;
  readonly priceTo?: string | undefined;
  readonly sort?: StockOrder | undefined;
}

/** The numbers that fit, in the order asked for; equal prices by number, so that pages are stable. */
export function search(numbers: readonly StockNumber[], filter: StockFilter): readonly StockNumber[] {
  const { kind, city, mask, priceFrom, priceTo, sort = 'number' } = filter;
  const pattern = mask === undefined ? null : patternOf(mask);
  const found = numbers.filter(
    (one) =>
      (kind === undefined || one.kind === kind) &&
      (city === undefined || one.city === city) &&
      (filter.class === undefined || one.class === filter.class) &&
      (pattern === null || pattern.test(nationalDigits(one.number))) &&
      (priceFrom === undefined || new Exact(one.price).gte(priceFrom)) &&
      (priceTo === undefined || new Exact(one.price).lte(priceTo)),
  );
  const byNumber = (a: StockNumber, b: StockNumber) => (a.number < b.number ? -1 : 1);
  if (sort === 'number') return found.sort(byNumber);
  const way = sort === 'cheapest' ? 1 : -1;
  return found.sort((a, b) => way * new Exact(a.price).comparedTo(b.price) || byNumber(a, b));
}

/** A mask as an expression; of stars in a row one is enough, so that no mask makes it slow. */
function patternOf(mask: string): RegExp {
  const body = mask.replace(/\*+/g, '*').replace(/[?*]/g, (sign) => (sign === '?' ? '\\d' : '\\d*'));
  return new RegExp(`^${body}$`);
}

/** Digits after the code of the country: what a subscriber calls the number. */
function nationalDigits(number: string): string {
  return number.replace(/^\+7(?=\d{10}$)/, '').replace(/^\+/, '');
}
