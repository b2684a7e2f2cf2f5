/** Times, and days of the week. Instants are RFC 3339; zones are the account's. @see domain.md CC-10 */

import { formatDate, noon } from './dates.js';
import { dateFormat } from './intl.js';
import { wordsOf } from './words.js';

/** `воскресенье`, `Sunday`. @param day - `2026-11-22`. */
export function formatWeekday(day: string, locale: string): string {
  const date = noon(day);
  const name = wordsOf(locale)?.weekdayNames.split(' ')[date.getUTCDay()];
  return name ?? dateFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(date);
}

/** `08:12`, on the 24-hour clock. @param instant - RFC 3339. @param timeZone - Zone of the account. */
export function formatTime(instant: string | number | Date, timeZone?: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return dateFormat('en-GB', timeZone === undefined ? options : { ...options, timeZone }).format(new Date(instant));
}

/** The calendar day of an instant, `2026-11-22`. */
export function dayOf(instant: string | number | Date, timeZone: string): string {
  const format = dateFormat('en', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });
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
    dateFormat(language, { timeZone, timeZoneName: style })
      .formatToParts(new Date(instant))
      .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  if (!RUSSIAN.has(timeZone)) return name('short', locale);
  const hours = Number(/GMT([+-]\d\d)/.exec(name('longOffset', 'en'))?.[1] ?? 0) - 3;
  const moscow = locale.startsWith('ru') || locale.startsWith('kk') ? 'МСК' : 'MSK';
  return hours === 0 ? moscow : `${moscow}${hours > 0 ? '+' : '\u2212'}${Math.abs(hours)}`;
}
