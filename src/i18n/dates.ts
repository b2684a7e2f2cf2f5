/** Dates and times. Days are `2026-11-22`, months `2026-11`, instants RFC 3339; zones are the account's. @see domain.md CC-10 */

import { intlTag, isKazakh, wordsOf } from './words.js';

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // Days before months, "1–22 November", which bare English is not.
  const tag = locale === 'en' ? 'en-GB' : intlTag(locale);
  const key = `${tag} ${Object.entries(options).join(' ')}`;
  let known = formats.get(key);
  if (known === undefined) {
    known = new Intl.DateTimeFormat(tag, { numberingSystem: 'latn', calendar: 'gregory', ...options });
    formats.set(key, known);
  }
  return known;
}

/** Noon of a calendar day in UTC, so that formatting it in UTC gives the same day. */
function noon(day: string): Date {
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
  return formatOf(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(date);
}

/** `1–22 ноября`, `1–22 November`; one day as `formatDayMonth`. @param from - First day. @param to - Last day, included. */
export function formatDays(from: string, to: string, locale: string): string {
  if (from === to) return formatDayMonth(to, locale);
  const words = wordsOf(locale);
  if (words && from.slice(0, 7) === to.slice(0, 7))
    return filled(words.daysOfMonth, noon(to), words.monthNamesInDates, String(noon(from).getUTCDate()));
  if (words && (from.slice(0, 4) === to.slice(0, 4) || isKazakh(locale)))
    return `${formatDayMonth(from, locale)} – ${formatDayMonth(to, locale)}`;
  return formatOf(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
    .formatRange(noon(from), noon(to))
    .replace(/(\d)\s*–\s*(\d)/, '$1–$2');
}

/** `ноябрь 2026`, `November 2026`. @param month - `2026-11`. */
export function formatMonth(month: string, locale: string): string {
  const words = wordsOf(locale);
  if (words) return filled(words.monthOfYear, noon(`${month}-01`), words.monthNames);
  const parts = formatOf(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).formatToParts(
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
  return formatOf(locale, { month: 'long', timeZone: 'UTC' }).format(date);
}

/** `воскресенье`, `Sunday`. @param day - `2026-11-22`. */
export function formatWeekday(day: string, locale: string): string {
  const date = noon(day);
  const name = wordsOf(locale)?.weekdayNames.split(' ')[date.getUTCDay()];
  return name ?? formatOf(locale, { weekday: 'long', timeZone: 'UTC' }).format(date);
}

/** `08:12`, on the 24-hour clock. @param instant - RFC 3339. @param timeZone - Zone of the account. */
export function formatTime(instant: string | number | Date, timeZone?: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return formatOf('en-GB', timeZone === undefined ? options : { ...options, timeZone }).format(new Date(instant));
}

/** The calendar day of an instant, `2026-11-22`. */
export function dayOf(instant: string | number | Date, timeZone: string): string {
  const format = formatOf('en', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });
  const parts = format.formatToParts(new Date(instant));
  // Part by part: no language has this order in all browsers, `en-CA` has not in Safari.
  return ['year', 'month', 'day'].map((type) => parts.find((part) => part.type === type)?.value).join('-');
}

/** `22.11.2026, 23:59`. */
export function formatInstant(instant: string | number | Date, timeZone: string): string {
  return `${formatDate(dayOf(instant, timeZone))}, ${formatTime(instant, timeZone)}`;
}

/** `22.11.2026, 23:59 (МСК)`: how money answers say what they are as of. @see domain.md BIL-4 */
export function formatAsOf(instant: string | number | Date, timeZone: string, locale: string): string {
  return `${formatInstant(instant, timeZone)} (${zoneLabel(timeZone, locale, instant)})`;
}

/** Zones that are known in Russia by their distance from Moscow. */
const RUSSIAN = /* @__PURE__ */ new Set(
  (
    'Europe/Kaliningrad Europe/Moscow Europe/Kirov Europe/Volgograd Europe/Astrakhan Europe/Saratov Europe/Ulyanovsk ' +
    'Europe/Simferopol Europe/Samara Asia/Yekaterinburg Asia/Omsk Asia/Novosibirsk Asia/Barnaul Asia/Tomsk ' +
    'Asia/Novokuznetsk Asia/Krasnoyarsk Asia/Irkutsk Asia/Chita Asia/Yakutsk Asia/Khandyga Asia/Vladivostok ' +
    'Asia/Ust-Nera Asia/Magadan Asia/Sakhalin Asia/Srednekolymsk Asia/Kamchatka Asia/Anadyr'
  ).split(' '),
);

/** `МСК`, `МСК+2`, `MSK`, or what `Intl` calls the zone. */
export function zoneLabel(timeZone: string, locale: string, instant: string | number | Date = Date.now()): string {
  const name = (style: 'short' | 'longOffset', language: string) =>
    formatOf(language, { timeZone, timeZoneName: style })
      .formatToParts(new Date(instant))
      .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  if (!RUSSIAN.has(timeZone)) return name('short', locale);
  const hours = Number(/GMT([+-]\d\d)/.exec(name('longOffset', 'en'))?.[1] ?? 0) - 3;
  const moscow = locale.startsWith('ru') || locale.startsWith('kk') ? 'МСК' : 'MSK';
  return hours === 0 ? moscow : `${moscow}${hours > 0 ? '+' : '\u2212'}${Math.abs(hours)}`;
}
