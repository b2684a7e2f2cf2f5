import { Decimal } from 'decimal.js';
import type { Expected } from './format.js';

/** One place where the answer is not what was expected. */
export interface Mismatch {
  /** Path into the answer: `` for the whole, `.blocks[0].subtotal` for a part. */
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Keys whose strings are amounts of money, at the scale of the currency. */
const AMOUNTS: ReadonlySet<string> = new Set([
  'accruals',
  'amount',
  'available',
  'balance',
  'balanceAfter',
  'charges',
  'closing',
  'net',
  'newMonthly',
  'now',
  'oldMonthly',
  'opening',
  'payments',
  'promised',
  'refundable',
  'reserved',
  'shortfall',
  'subtotal',
  'toPay',
  'total',
  'value',
  'vat',
  'CALL',
  'SMS',
  'DATA',
  'BONUS',
  'FEE',
  'OPTION',
  'SETUP',
  'PACKAGE',
  'MIN_SPEND',
  'CORRECTION',
]);

const DECIMAL = /^-?\d+(\.\d+)?$/;

/**
 * Compares an answer with what a scenario expects: of an object only the keys given, lists in length and order unless
 * `{"contains": […]}` or `{"length": N}` is asked for, amounts as decimals.
 *
 * @param expected - The value of `is`.
 * @param actual - What was answered.
 * @param scale - Decimals that an amount must carry; `null` where amounts are not yet rounded.
 * @returns Every mismatch; empty if the answer is as expected.
 * @see FORMAT.md §6
 */
export function match(expected: Expected, actual: unknown, scale: number | null): readonly Mismatch[] {
  return compare(expected, actual, { path: '', key: '', scale });
}

interface Place {
  readonly path: string;
  readonly key: string;
  readonly scale: number | null;
}

function compare(expected: Expected, actual: unknown, place: Place): readonly Mismatch[] {
  const wrong = [{ path: place.path, expected, actual }];
  if (isList(expected)) return isList(actual) ? compareLists(expected, actual, place) : wrong;
  if (isObject(expected)) {
    if (isList(actual)) return compareParts(expected, actual, place);
    return isObject(actual) ? compareObjects(expected, actual, place) : wrong;
  }
  if (typeof expected === 'string' && typeof actual === 'string' && AMOUNTS.has(place.key) && DECIMAL.test(expected)) {
    return isAmount(actual, place.scale) && new Decimal(actual).eq(expected) ? [] : wrong;
  }
  return Object.is(expected, actual) ? [] : wrong;
}

function compareObjects(expected: JsonObject, actual: JsonObject, place: Place): readonly Mismatch[] {
  return Object.entries(expected).flatMap(([key, value]) => {
    const found = Object.hasOwn(actual, key) ? actual[key] : undefined;
    return compare(value, found, { ...place, path: `${place.path}.${key}`, key });
  });
}

function compareLists(expected: readonly Expected[], actual: readonly unknown[], place: Place): readonly Mismatch[] {
  if (expected.length !== actual.length) return [{ path: place.path, expected, actual }];
  return expected.flatMap((value, index) =>
    compare(value, actual[index], { ...place, path: `${place.path}[${index}]`, key: '' }),
  );
}

/** `{"contains": […]}` and `{"length": N}`: every part wanted is somewhere in the list, each in an item of its own. */
function compareParts(expected: JsonObject, actual: readonly unknown[], place: Place): readonly Mismatch[] {
  const { contains, length, ...others } = expected;
  const wrong = [{ path: place.path, expected, actual }];
  if (Object.keys(others).length > 0 || (contains === undefined && length === undefined)) return wrong;
  if (length !== undefined && length !== actual.length) return wrong;
  if (contains === undefined) return [];
  if (!isList(contains)) return wrong;
  const left = [...actual];
  return contains.flatMap((part) => {
    const at = left.findIndex((item) => compare(part, item, { ...place, key: '' }).length === 0);
    if (at < 0) return [{ path: `${place.path}.contains`, expected: part, actual }];
    left.splice(at, 1);
    return [];
  });
}

/** A decimal string at the currency's scale; zero has no sign. */
function isAmount(text: string, scale: number | null): boolean {
  if (!DECIMAL.test(text) || /^-0*(\.0*)?$/.test(text)) return false;
  return scale === null || (text.split('.')[1] ?? '').length === scale;
}

type JsonObject = Readonly<Record<string, Expected>>;

function isList(value: unknown): value is readonly Expected[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
