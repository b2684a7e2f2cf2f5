import type { ProblemCode } from '../codes.js';
import { isDecimal } from '../decimal.js';
import en from './en.js';
import ru from './ru.js';

/** Texts of problems in one language. A list: the first text whose values are all known is used. */
export interface ProblemMessages {
  readonly titles: Readonly<Record<number, string>>;
  readonly details: Readonly<Record<ProblemCode, string | readonly string[]>>;
  readonly fields: Readonly<Record<FieldFault, string>>;
}

/** What can be wrong with one value of a request. */
export type FieldFault = 'required' | 'unknown' | 'type' | 'value' | 'small' | 'big' | 'format';

export type Locale = 'ru' | 'en';

const byLocale: Readonly<Record<Locale, ProblemMessages>> = { ru, en };
const amounts: ReadonlySet<string> = new Set(['need', 'available', 'short', 'balance', 'min', 'max', 'left', 'amount']);

/**
 * Language of the answer: the first one of `Accept-Language` that we speak, Russian when there is none.
 *
 * @param header - Value of `Accept-Language`; a malformed one counts as absent.
 */
export function localeOf(header: string | undefined): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters
        .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
        .find((value) => value !== undefined);
      return { tag: tag.split('-')[0] ?? '', q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ tag, q }) => (tag === 'ru' || tag === 'en') && q > 0)
    .sort((a, b) => b.q - a.q);
  return wanted[0]?.tag === 'en' ? 'en' : 'ru';
}

export const messagesOf = (locale: Locale): ProblemMessages => byLocale[locale];

function shown(name: string, value: string, locale: Locale, currency: string): string {
  const tag = locale === 'ru' ? 'ru-RU' : 'en-GB';
  if (amounts.has(name) && isDecimal(value)) {
    const format = new Intl.NumberFormat(tag, { style: 'currency', currency });
    return format.format(value);
  }
  if (name === 'date' && /^\d{4}-\d{2}-\d{2}/.test(value)) {
    const day = new Date(`${value.slice(0, 10)}T00:00:00Z`);
    return Number.isNaN(day.getTime())
      ? value
      : new Intl.DateTimeFormat(tag, { dateStyle: 'short', timeZone: 'UTC' }).format(day);
  }
  return value;
}

/**
 * The sentence for a code with its values written as the language writes them.
 *
 * @param params - Amounts are decimal strings, dates `YYYY-MM-DD`.
 * @param currency - ISO 4217 code the amounts are in.
 */
export function detailOf(
  code: ProblemCode,
  params: Readonly<Record<string, string>>,
  locale: Locale,
  currency: string,
): string {
  const text = byLocale[locale].details[code];
  const variants = typeof text === 'string' ? [text] : text;
  const known = variants.find((variant) =>
    [...variant.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => name in params),
  );
  return (known ?? variants.at(-1) ?? code).replace(/\{(\w+)\}/g, (_, name: string) =>
    shown(name, params[name] ?? '', locale, currency),
  );
}
