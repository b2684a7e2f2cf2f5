/** Dates. Days are `2026-11-22`, months `2026-11`. @see domain.md CC-10 */

import { dateFormat } from './intl.js';
import { isKazakh, wordsOf } from './words.js';

/** Noon of a calendar day in UTC, so that formatting it in UTC gives the same day. */
export function noon(day: string): Date {
  const date = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) throw new RangeError(`"${day}" is not a calendar day`);
  return date;
}

/** `22.11.2026`, in every language. @param day - `2026-11-22`. @see domain.md §12 */
export function formatDate(day: string, _locale?: string): string {
  return noon(day.slice(0, 10))
    .toISOString()
    .replace(/^(\d+)-(\d\d)-(\d\d).*$/, '$3.$2.$1');
}

/** Fills a pattern of `words/`, and says the month in its form. */
const filled = (pattern: string, date: Date, months: string, from = ''): string =>
  pattern
    .replace('{from}', from)
    .replace('{day}', String(date.getUTCDate()))
    .replace('{month}', months.split(' ')[date.getUTCMonth()] ?? '')
    .replace('{year}', String(date.getUTCFullYear()));

/** `2 ноября`, `2 November`. @param day - `2026-11-02`. */
export function formatDayMonth(day: string, locale: string): string {
  const date = noon(day);
  const words = wordsOf(locale);
  if (words) return filled(words.dayOfMonth, date, words.monthNamesInDates);
  return dateFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(date);
}

/** `1–22 ноября`, `1–22 November`; one day as `formatDayMonth`. @param from - First day. @param to - Last day, included. */
export function formatDays(from: string, to: string, locale: string): string {
  if (from === to) return formatDayMonth(to, locale);
  const words = wordsOf(locale);
  if (words && from.slice(0, 7) === to.slice(0, 7))
    return filled(words.daysOfMonth, noon(to), words.monthNamesInDates, String(noon(from).getUTCDate()));
  if (words && (from.slice(0, 4) === to.slice(0, 4) || isKazakh(locale)))
    return `${formatDayMonth(from, locale)} – ${formatDayMonth(to, locale)}`;
  return dateFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
    .formatRange(noon(from), noon(to))
    .replace(/(\d)\s*–\s*(\d)/, '$1–$2');
}

/** `ноябрь 2026`, `November 2026`. @param month - `2026-11`. */
export function formatMonth(month: string, locale: string): string {
  const words = wordsOf(locale);
  if (words) return filled(words.monthOfYear, noon(`${month}-01`), words.monthNames);
  const parts = dateFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).formatToParts(
    noon(`${month}-01`),
  );
  // Russian adds «г.», which a heading does without.
  return parts
    .filter(({ type }, i) => type !== 'literal' || i < parts.length - 1)
    .map(({ value }) => value)
    .join('')
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim();
}

/** `ноябрь`, `November`, as a name standing alone. @param month - `2026-11`. */
export function formatMonthName(month: string, locale: string): string {
  const date = noon(`${month}-01`);
  const words = wordsOf(locale);
  if (words) return filled('{month}', date, words.monthNames);
  return dateFormat(locale, { month: 'long', timeZone: 'UTC' }).format(date);
}
