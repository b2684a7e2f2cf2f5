import { type Money, parse } from './format.js';

/**
 * Adds amounts of one currency exactly: integer addition, no rounding. For subtotals on screen of sums that the backend gave.
 *
 * @returns `null` for no amounts.
 * @throws {RangeError} If an amount is no decimal string or the currencies differ.
 * @see domain.md CC-3, CC-22
 */
export function sumOf(amounts: readonly Money[]): Money | null {
  const [first] = amounts;
  if (first === undefined) return null;
  const parsed = amounts.map(({ value, currency }) => {
    if (currency !== first.currency) throw new RangeError(`${currency} cannot be added to ${first.currency}`);
    return parse(value);
  });
  const scale = Math.max(...parsed.map(({ fraction }) => fraction.length));
  const minor = parsed.reduce((total, { negative, whole, fraction }) => {
    const units = BigInt(whole + fraction.padEnd(scale, '0'));
    return negative ? total - units : total + units;
  }, 0n);
  const digits = String(minor < 0n ? -minor : minor).padStart(scale + 1, '0');
  const at = digits.length - scale;
  const value = scale === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
  return { value: (minor < 0n ? '-' : '') + value, currency: first.currency };
}
