import { Decimal } from 'decimal.js';
import type { Money } from './format.js';

/**
 * Exact arithmetic on amounts. It brings decimal.js along: import it late (`await import('…/arithmetic.js')`), where a
 * subtotal on screen is really added up. Charges are never computed here. @see domain.md CC-22
 */
const Exact = Decimal.clone({ precision: 60, toExpNeg: -40, toExpPos: 60, rounding: Decimal.ROUND_HALF_UP });

/** Sum of amounts of one currency at the scale of the longest. @throws {RangeError} If there are none, or of different currencies. */
export function sum(amounts: readonly Money[]): Money {
  const [first, ...others] = amounts;
  if (first === undefined) throw new RangeError('a sum of nothing has no currency');
  const scale = Math.max(...amounts.map(({ value }) => value.split('.')[1]?.length ?? 0));
  const total = others.reduce((before, { value, currency }) => {
    if (currency !== first.currency) throw new RangeError(`${first.currency} and ${currency} cannot be added`);
    return before.plus(value);
  }, new Exact(first.value));
  return { value: (total.isZero() ? total.abs() : total).toFixed(scale), currency: first.currency };
}

/** The amount with the other sign; zero stays without one. */
export function negate({ value, currency }: Money): Money {
  return {
    value: /[1-9]/.test(value) ? (value.startsWith('-') ? value.slice(1) : `-${value}`) : value.replace('-', ''),
    currency,
  };
}

/** -1, 0 or 1, as for sorting. @throws {RangeError} If the currencies differ. */
export function compare(a: Money, b: Money): number {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} cannot be compared`);
  return new Exact(a.value).comparedTo(b.value);
}
