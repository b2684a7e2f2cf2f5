import { formatMoney } from '../money/format.js';
import { formatDate } from './dates.js';
import { type Message, defineMessages, format, type Messages, type Strings } from './messages.js';
import { languageOf } from './locale.js';

/** Sentences for the codes of the error catalogue, loaded with the first error. @see domain.md §15 */
export const errorMessages = defineMessages('errors', {
  ru: () => import('./errors/ru.js'),
  en: () => import('./errors/en.js'),
  kk: () => import('./errors/kk.js'),
  de: () => import('./errors/de.js'),
  hu: () => import('./errors/hu.js'),
  ar: () => import('./errors/ar.js'),
});

/** What is needed of an error to put it in words. */
export interface ErrorLike {
  readonly kind: string;
  readonly code: string;
  readonly status: number | null;
  readonly params: Readonly<Record<string, string>>;
  readonly detail: string | null;
  readonly traceId: string | null;
}

/**
 * A sentence for the user: the text of the code, else the backend's own sentence, else one by status. Amounts and dates
 * among the parameters are written in the reader's way, and the trace id is added where the sentence is a vague one.
 */
export function errorText(messages: Messages, error: ErrorLike, locale: string, strings?: Strings): string {
  const language = languageOf(locale);
  const replaced: Readonly<Record<string, Message | undefined>> = (language && strings?.[language]) ?? {};
  const find = (code: string) => replaced[`errors.${code}`] ?? messages[code];
  const currency = error.params['currency'] ?? 'RUB';
  const params = Object.fromEntries(
    Object.entries(error.params).map(([name, value]) => [name, readable(value, currency, locale)]),
  );
  const own = find(error.code);
  if (own !== undefined) {
    const text = format(own, params, locale);
    // A backend that left out a parameter: its own sentence is better than one with a hole.
    if (!/\{\w+\}/.test(text)) return text;
    if (error.detail) return error.detail;
  }
  if (error.detail) return error.detail;
  const vague = find(error.status !== null && error.status >= 500 ? 'UPSTREAM_UNAVAILABLE' : 'UNKNOWN') ?? '';
  const trace = error.traceId === null ? '' : `. ${format(find('TRACE') ?? '', { id: error.traceId }, locale)}`;
  return format(vague, {}, locale) + trace;
}

/** `120.00` → `120,00 ₽`, `2026-11-30` → `30.11.2026`; anything else stays. */
function readable(value: string, currency: string, locale: string): string {
  if (/^-?\d+\.\d{2,}$/.test(value)) return formatMoney({ value, currency }, locale).text;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(value, locale);
  return value;
}
