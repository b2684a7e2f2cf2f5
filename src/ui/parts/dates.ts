import { formatDate } from '../../i18n/dates.js';

/**
 * Instants as text, beside `src/i18n/dates.ts`. The backend writes them with the offset of the account's zone, so they are read
 * as written: no time zone of the visitor's computer comes between.
 */

/** `2026-11-22T23:59:59+03:00` → `22.11.2026, 23:59`. */
export const instantText = (iso: string): string => `${formatDate(iso)}, ${iso.slice(11, 16)}`;

/** Zone of an instant: `МСК` at +03:00 for accounts in roubles, `UTC+5` elsewhere. @param moscow - Its name in the language. */
export const zoneText = (iso: string, currency: string, moscow: string): string => {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(iso) ?? [];
  if (sign === undefined) return 'UTC';
  if (currency === 'RUB' && sign + hours + minutes === '+0300') return moscow;
  return `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
};

/** Moment on the visitor's own clock: `23.11.2026, 08:12`, today only `08:12`. @param at - Milliseconds since the epoch. */
export const momentText = (at: number): string => {
  const date = new Date(at);
  const local = new Date(at - date.getTimezoneOffset() * 60_000).toISOString();
  return date.toDateString() === new Date().toDateString() ? local.slice(11, 16) : instantText(local);
};

/** Kept on one line: `1 ноября` in a sentence. */
export const glued = (text: string): string => text.replaceAll(' ', '\u00a0');

/** First letter large, for a word that begins a line. */
export const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);

/** First letter small, for a name within a sentence; German nouns keep theirs. */
export const small = (text: string, locale: string): string =>
  locale.startsWith('de') ? text : text.toLocaleLowerCase(locale);

/** The calendar day after. @param iso - `2026-11-22` or an instant. */
export const nextDay = (iso: string): string =>
  shift(iso.slice(0, 10), (date) => date.setUTCDate(date.getUTCDate() + 1));

/** First day of the month after. @param month - `2026-11`. */
export const nextMonth = (month: string): string =>
  shift(`${month}-01`, (date) => date.setUTCMonth(date.getUTCMonth() + 1));

function shift(day: string, by: (date: Date) => void): string {
  const date = new Date(`${day}T00:00:00Z`);
  by(date);
  return date.toISOString().slice(0, 10);
}
