import { numberFormat } from './intl.js';
import { customsOf, inGroups, wordsOf } from './words.js';

/** In the order of `unitNames` in the words of a language. */
const UNITS = ['hour', 'minute', 'second', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
export type Unit = (typeof UNITS)[number];

/** `12 345,6`. @param digits - Decimals at most. */
export function formatNumber(value: number, locale: string, digits = 0): string {
  const language = customsOf(locale);
  if (language === null || !(value === 0 || (value >= 1e-6 && value < 1e15)))
    return numberFormat(locale, { maximumFractionDigits: digits }).format(value);
  // By its decimal digits, as people round: 1.95 is a little less than that in a computer.
  const rounded = Number(`${Math.round(Number(`${value}e${digits}`))}e-${digits}`);
  const [whole = '', fraction] = String(rounded).split('.');
  const [integer, decimal] = inGroups(whole, language);
  // Hungarian begins to group at five digits, except in money.
  return (language === 'hu' && whole.length === 4 ? whole : integer) + (fraction ? decimal + fraction : '');
}

/** `1,5 МБ`, `5 мин`: a number with its unit. @param digits - Decimals at most. */
export function formatUnit(value: number, unit: Unit, locale: string, digits = 0): string {
  const name = nameOf(unit, locale);
  if (name !== undefined) return `${formatNumber(value, locale, digits)} ${name}`;
  return numberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits }).format(
    value,
  );
}

/** The word of a unit; `undefined` = ask `Intl`. */
export const nameOf = (unit: Unit, locale: string): string | undefined =>
  wordsOf(locale)?.unitNames.split(' ')[UNITS.indexOf(unit)];
