/** VAT of a charge and of a line. @see domain.md VAT-2 … VAT-5 */
import { decimals, Exact, minus, plus, round, share } from '../money.js';

const WHOLE = /^\d+$/;

/** A sum with its VAT apart; `amount = net + vat`. */
export interface Taxed {
  readonly amount: string;
  readonly net: string;
  readonly vat: string;
}

/** Takes the VAT out of an amount that has it inside. */
export function vatInside(amount: string, rate: string | null, scale: number): Taxed {
  if (rate === null) return { amount, net: amount, vat: round(new Exact(0), scale) };
  // Whole percents of whole units need no decimal point.
  const net =
    WHOLE.test(rate) && decimals(amount) === scale
      ? share(amount, 100n, 100n + BigInt(rate))
      : round(new Exact(amount).times(100).div(new Exact(100).plus(rate)), scale);
  return { amount, net, vat: minus(amount, net) };
}

/** Puts VAT on top of a net amount. */
export function vatOnTop(net: string, rate: string | null, scale: number): Taxed {
  const vat = round(new Exact(net).times(rate ?? 0).div(100), scale);
  return { amount: plus(net, vat), net, vat };
}

/** Rounds the exact price of a charge, once, and splits it. */
export function priced(value: Exact, vatIncluded: boolean, rate: string | null, scale: number): Taxed {
  const rounded = round(value, scale);
  return vatIncluded ? vatInside(rounded, rate, scale) : vatOnTop(rounded, rate, scale);
}
