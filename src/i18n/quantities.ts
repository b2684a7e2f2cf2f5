import { customsOf, inGroups, intlTag, wordsOf } from './words.js';

/** In the order of `unitNames` in the words of a language. */
const UNITS = ['hour', 'minute', 'second', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
export type Unit = (typeof UNITS)[number];

const formats = new Map<string, Intl.NumberFormat>();

/** Formats are kept: making one takes a hundred times as long as using it. */
function formatOf(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${Object.entries(options).join(' ')}`;
  let known = formats.get(key);
  if (known === undefined) {
    known = new Intl.NumberFormat(intlTag(locale), { numberingSystem: 'latn', ...options });
    formats.set(key, known);
  }
  return known;
}

/** `12 345,6`. @param digits - Decimals at most. */
export function formatNumber(value: number, locale: string, digits = 0): string {
  const language = customsOf(locale);
  if (language === null || !(value === 0 || (value >= 1e-6 && value < 1e15)))
    return formatOf(locale, { maximumFractionDigits: digits }).format(value);
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
  return formatOf(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits }).format(value);
}

/** The word of a unit alone, for a figure that is drawn apart from it. @param value - Decides its form. */
export function unitWord(value: number, unit: Unit, locale: string): string {
  const name = nameOf(unit, locale);
  if (name !== undefined) return name;
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  const parts = formatOf(locale, options).formatToParts(value);
  return parts.find(({ type }) => type === 'unit')?.value ?? unit;
}

const nameOf = (unit: Unit, locale: string): string | undefined =>
  wordsOf(locale)?.unitNames.split(' ')[UNITS.indexOf(unit)];

/** `1:02:05` or `5:03`, for columns. @param seconds - Whole, ≥ 0. */
export function formatClock(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const pad = (value: number) => String(value).padStart(2, '0');
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
}

/** `22 %`, `22%`. @param percent - As text, such as `22` or `0.5`. */
export function formatPercent(percent: string, locale: string): string {
  const text = formatOf(locale, { style: 'unit', unit: 'percent', maximumFractionDigits: 2 }).format(Number(percent));
  return text.replace(/[ \u202f]/g, '\u00a0');
}
