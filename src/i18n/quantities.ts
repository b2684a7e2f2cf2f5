import { intlTag, isKazakh, kazakhUnit } from './kazakh.js';
import type { Unit } from './words/kk.js';

export type { Unit };

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
export const formatNumber = (value: number, locale: string, digits = 0): string =>
  formatOf(locale, { maximumFractionDigits: digits }).format(value);

/**
 * `1,5 МБ`, `5 minutes`: a number with its unit.
 *
 * @param digits - Decimals at most.
 * @param unitDisplay - `short` for text, `long` for screen readers.
 */
export function formatUnit(
  value: number,
  unit: Unit,
  locale: string,
  digits = 0,
  unitDisplay: 'short' | 'long' = 'short',
): string {
  if (isKazakh(locale)) return `${formatNumber(value, locale, digits)} ${kazakhUnit(unit, unitDisplay)}`;
  return formatOf(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits: digits }).format(value);
}

/** The word of a unit alone, for a figure that is drawn apart from it. @param value - Decides its form. */
export function unitWord(value: number, unit: Unit, locale: string): string {
  if (isKazakh(locale)) return kazakhUnit(unit, 'short');
  const parts = formatOf(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).formatToParts(value);
  return parts.find(({ type }) => type === 'unit')?.value ?? unit;
}

/** `1:02:05` or `5:03`, for columns. @param seconds - Whole, ≥ 0. */
export function formatClock(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const pad = (value: number) => String(value).padStart(2, '0');
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
}

/**
 * `1 ч 2 мин 5 с`: hours, minutes and seconds, without those that are zero.
 *
 * @param seconds - Whole, ≥ 0.
 * @param style - `short` for text, `long` for screen readers.
 */
export function formatDuration(seconds: number, locale: string, style: 'short' | 'long' = 'short'): string {
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor((seconds % 3600) / 60), 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const said = parts.filter(([value], i) => value > 0 || (i === 2 && seconds === 0));
  return said.map(([value, name]) => glue(formatUnit(value, name, locale, 0, style))).join(' ');
}

/** `512 КБ`, `1,5 МБ`, `2,25 ГБ`, at most two decimals, 1024 to the next. @param kilobytes - Whole, ≥ 0. */
export function formatData(kilobytes: number, locale: string): string {
  const steps = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  let value = kilobytes;
  let step = 0;
  while (value >= 1024 && step < steps.length - 1) {
    value /= 1024;
    step++;
  }
  return glue(formatUnit(value, steps[step] ?? 'kilobyte', locale, 2));
}

/** `22 %`, `22%`. @param percent - As text, such as `22` or `0.5`. */
export function formatPercent(percent: string, locale: string): string {
  return glue(formatOf(locale, { style: 'unit', unit: 'percent', maximumFractionDigits: 2 }).format(Number(percent)));
}

/** Number and unit stay on one line. */
function glue(text: string): string {
  return text.replace(/[ \u202f]/g, '\u00a0');
}
