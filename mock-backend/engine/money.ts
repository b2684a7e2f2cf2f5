/**
 * Exact money. Inside the engine an amount is a decimal string at the scale of its currency (`"-12.50"`); arithmetic is done by
 * decimal.js and never by floating point. A charge is rounded once, when it is made; everything after that only adds.
 *
 * @see domain.md CC-1, CC-3, CC-4
 */
import { Decimal } from 'decimal.js';

/** Enough digits that a quotient which terminates is exact, and one which does not is never taken for a tie. */
export const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -60, toExpPos: 60 });
export type Exact = Decimal;

const scales = new Map<string, number>();

/** Digits after the point of a currency (ISO 4217): 2 for RUB, 0 for JPY. */
export function scaleOf(currency: string): number {
  let scale = scales.get(currency);
  if (scale === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    scale = format.resolvedOptions().maximumFractionDigits ?? 2;
    scales.set(currency, scale);
  }
  return scale;
}

/** Rounds half away from zero to the scale; zero has no sign. */
export function round(value: Exact, scale: number): string {
  const rounded = value.toDecimalPlaces(scale);
  return rounded.isZero() ? new Exact(0).toFixed(scale) : rounded.toFixed(scale);
}

/** `"0.00"` at the scale. */
export function zero(scale: number): string {
  return scale === 0 ? '0' : `0.${'0'.repeat(scale)}`;
}

/** Sum of two amounts of one currency. */
export function plus(a: string, b: string): string {
  const scale = decimals(a);
  if (scale === decimals(b)) return fromUnits(toUnits(a, scale) + toUnits(b, scale), scale);
  return round(new Exact(a).plus(b), Math.max(scale, decimals(b)));
}

/** Sum of any number of amounts of one currency. @param none - Zero at its scale. */
export function sumOf(amounts: readonly string[], none: string): string {
  const scale = decimals(none);
  let units = 0n;
  let few = 0;
  for (const amount of amounts) {
    if (decimals(amount) !== scale) return amounts.reduce(plus, none);
    few += amount.length <= FEW ? fewUnits(amount) : 0;
    if (amount.length > FEW) units += toUnits(amount, scale);
    if (few > HALF || few < -HALF) {
      units += BigInt(few);
      few = 0;
    }
  }
  return fromUnits(units + BigInt(few), scale);
}

/** `amount × times ÷ by`, rounded half away from zero at the amount's scale. @param by - Above zero. */
export function share(amount: string, times: bigint, by: bigint): string {
  const scale = decimals(amount);
  const units = toUnits(amount, scale) * times;
  const rounded = ((units < 0n ? -units : units) * 2n + by) / (by * 2n);
  return fromUnits(units < 0n ? -rounded : rounded, scale);
}

/** Difference of two amounts of one currency. */
export function minus(a: string, b: string): string {
  const scale = decimals(a);
  if (scale === decimals(b)) return fromUnits(toUnits(a, scale) - toUnits(b, scale), scale);
  return round(new Exact(a).minus(b), Math.max(scale, decimals(b)));
}

export function negate(amount: string): string {
  if (amount.startsWith('-')) return amount.slice(1);
  return isZero(amount) ? amount : `-${amount}`;
}

/** −1, 0 or 1. */
export function sign(amount: string): number {
  if (isZero(amount)) return 0;
  return amount.startsWith('-') ? -1 : 1;
}

export function isZero(amount: string): boolean {
  for (let index = 0; index < amount.length; index += 1) {
    const character = amount.charCodeAt(index);
    if (character >= ONE && character <= NINE) return false;
  }
  return true;
}

/** −1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export function compare(a: string, b: string): number {
  const scale = decimals(a);
  if (scale !== decimals(b)) return new Exact(a).comparedTo(b);
  const difference = toUnits(a, scale) - toUnits(b, scale);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

const ONE = '1'.charCodeAt(0);
const NINE = '9'.charCodeAt(0);

/** Characters of an amount whose units are surely a whole number that a `number` holds exactly, and half of what it holds. */
const FEW = 15;
const HALF = 2 ** 52;
const ZERO = '0'.charCodeAt(0);
const MINUS = '-'.charCodeAt(0);
const POINT = '.'.charCodeAt(0);

/** The least units of an amount of few characters; many of them are added in no time. */
function fewUnits(amount: string): number {
  const negative = amount.charCodeAt(0) === MINUS;
  let units = 0;
  for (let index = negative ? 1 : 0; index < amount.length; index += 1) {
    const character = amount.charCodeAt(index);
    if (character !== POINT) units = units * 10 + character - ZERO;
  }
  return negative ? -units : units;
}

/** An amount as a whole number of the least units of its scale: adding needs no decimal point. */
function toUnits(amount: string, scale: number): bigint {
  if (scale === 0) return BigInt(amount);
  const point = amount.length - scale - 1;
  return BigInt(amount.slice(0, point) + amount.slice(point + 1));
}

function fromUnits(units: bigint, scale: number): string {
  if (scale === 0) return units.toString();
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${negative ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}

export function max(a: string, b: string): string {
  return compare(a, b) < 0 ? b : a;
}

export function min(a: string, b: string): string {
  return compare(a, b) > 0 ? b : a;
}

/** As amounts above zero, and zero, are written here. */
const PLAIN = /^(0|[1-9]\d{0,14})(\.\d+)?$/;

/** Digits after the point of a decimal string. */
export function decimals(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/**
 * Reads an amount.
 *
 * @returns The amount at the scale, or `null` if the text is no decimal or finer than the scale.
 */
export function parseAmount(text: string, scale: number): string | null {
  if (decimals(text) === scale && PLAIN.test(text)) return text;
  if (!/^[+-]?\d{1,15}(\.\d+)?$/.test(text)) return null;
  const value = new Exact(text);
  return value.decimalPlaces() > scale ? null : round(value, scale);
}

/** A part of a price: `amount / per`. Kept as a fraction, because 1/60 of a price seldom terminates. */
export interface Fraction {
  readonly amount: Exact;
  /** Whole number ≥ 1. */
  readonly per: number;
}

/** Exact sum of fractions, divided once at the end. */
export function sumFractions(parts: readonly Fraction[]): Exact {
  let common = 1;
  for (const { per } of parts) common = (common / gcd(common, per)) * per;
  let total = new Exact(0);
  for (const { amount, per } of parts) total = total.plus(amount.times(common / per));
  return total.div(common);
}

function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}
