import { numberFormat } from '../i18n/intl.js';
import { directionOf } from '../i18n/locale.js';
import { customsOf, inGroups } from '../i18n/words.js';

/** An amount as the backend sends it: an exact decimal string in a currency. @see domain.md CC-1 */
export interface Money {
  /** `-?\d+(\.\d+)?`, such as `-100.00`. */
  readonly value: string;
  /** ISO 4217, such as `RUB`. */
  readonly currency: string;
}

/** An amount taken apart for rendering; put together it is `text`. */
export interface MoneyParts {
  /** `-` (U+002D) or nothing; zero never has one. */
  readonly sign: '-' | '';
  /** Whole units with no-break spaces between the groups, in Latin digits. */
  readonly integer: string;
  /** Decimal separator, empty for currencies without a fraction. */
  readonly decimal: string;
  readonly fraction: string;
  /** Symbol, such as `₽`. */
  readonly currency: string;
  /** The symbol stands before the digits, as in English. */
  readonly currencyFirst: boolean;
  /** What stands between symbol and digits: a no-break space or nothing. */
  readonly gap: string;
  /** All of it, for plain text: `-1 234 567,50 ₽`; left to right also in the midst of Arabic, by U+2066 and U+2069. */
  readonly text: string;
}

/** Currencies with the same symbol in every language, each of two decimals. */
const SYMBOLS: Readonly<Record<string, string>> = { RUB: '₽', EUR: '€', KZT: '₸' };

const AMOUNT = /^(-?)(\d+)(?:\.(\d+))?$/;
const NBSP = '\u00a0';

/**
 * Writes an amount in the reader's way: digits exactly as sent, never rounded, at least the currency's own number of
 * decimals. "-" stands directly before the first digit, or before the symbol where that comes first.
 *
 * @throws {RangeError} If `value` is not a decimal string or `currency` not of ISO 4217's form.
 * @see domain.md CC-4, CC-5
 */
export function formatMoney(money: Money, locale: string): MoneyParts {
  const { negative, whole, fraction } = parse(money.value);
  const usual = exponentOf(money.currency, locale);
  const digits = Math.max(usual, Math.min(2, fraction.length), fraction.replace(/0+$/, '').length);
  const found = { integer: '', decimal: '', fraction: '', currency: '' };
  let currencyFirst = false;
  let gap = '';
  const language = customsOf(locale);
  const symbol = Object.hasOwn(SYMBOLS, money.currency) ? SYMBOLS[money.currency] : undefined;
  if (language !== null && symbol !== undefined) {
    [found.integer, found.decimal] = inGroups(whole, language);
    found.fraction = fraction.slice(0, digits).padEnd(digits, '0');
    found.currency = symbol;
    currencyFirst = language === 'en';
    gap = currencyFirst ? '' : NBSP;
  } else {
    const format = formatOf(locale, money.currency, digits === usual ? null : digits);
    for (const { type, value } of format.formatToParts(exact(`${whole}.${fraction}0`))) {
      if (type === 'integer' || type === 'group') found.integer += type === 'group' ? space(value) : value;
      else if (type === 'decimal' || type === 'fraction') found[type] = value;
      else if (type === 'currency') {
        currencyFirst = found.integer === '';
        found.currency = value;
      } else if (type === 'literal' && /[\s\u00a0\u202f]/.test(value)) gap = NBSP;
    }
  }
  const sign = negative ? '-' : '';
  const number = found.integer + found.decimal + found.fraction;
  const plain = currencyFirst ? sign + found.currency + gap + number : sign + number + gap + found.currency;
  const text = directionOf(locale) === 'rtl' ? `\u2066${plain}\u2069` : plain;
  return { sign, ...found, currencyFirst, gap, text };
}

/**
 * Number of decimals of a currency: 2 for RUB, 0 for JPY, 3 for KWD.
 *
 * @param locale - Whose format is asked, to no effect on the answer: a reader's is made anyway, and making one takes milliseconds.
 * @throws {RangeError}
 */
export const exponentOf = (currency: string, locale = 'en'): number =>
  Object.hasOwn(SYMBOLS, currency)
    ? 2
    : (formatOf(locale, currency, null).resolvedOptions().maximumFractionDigits ?? 2);

/** Whether the amount is below zero; `-0.00` is not. @throws {RangeError} */
export function isNegative(value: string): boolean {
  return parse(value).negative;
}

/** Whether the amount is zero, however written. @throws {RangeError} */
export function isZero(value: string): boolean {
  const { whole, fraction } = parse(value);
  return !/[1-9]/.test(whole + fraction);
}

/** The amount without its sign. @throws {RangeError} */
export function absolute(money: Money): Money {
  return { value: money.value.replace(/^-/, ''), currency: money.currency };
}

/** Takes a decimal string apart; the sign of zero is dropped. */
export function parse(value: string): { negative: boolean; whole: string; fraction: string } {
  const [, sign, whole, fraction = ''] = AMOUNT.exec(value) ?? [];
  if (whole === undefined) throw new RangeError(`"${value}" is not a decimal amount`);
  return { negative: sign === '-' && /[1-9]/.test(whole + fraction), whole: whole.replace(/^0+(?=\d)/, ''), fraction };
}

/** @param digits - Decimals; `null` = the currency's own. */
const formatOf = (locale: string, currency: string, digits: number | null): Intl.NumberFormat =>
  numberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    useGrouping: true,
    ...(digits !== null && { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  });

/** `Intl` reads a decimal string exactly, whatever its length; its type wants a template of a number. */
function exact(value: string): Intl.StringNumericLiteral {
  return value as Intl.StringNumericLiteral;
}

function space(group: string): string {
  return /[\s\u00a0\u202f]/.test(group) ? NBSP : group;
}
