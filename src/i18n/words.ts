/**
 * What the widgets know of the six languages themselves. The first formatter of `Intl` costs a browser more than drawing a bill, since
 * it then looks through the data of all languages; and of Kazakh Chromium has none. So numbers and dates of the languages
 * as such are written from here, equal in every browser, and `Intl` serves regions with customs of their own.
 */
import { languageOf, type Language } from './locale.js';
import type { Messages } from './messages.js';
import type ru from './words/ru.js';

type Words = { readonly [K in keyof typeof ru]: string };

export const isKazakh = (locale: string): boolean => /^kk\b/i.test(locale);

/** The tag to hand to `Intl`, which writes Kazakh numbers by the Russian rules: they are the same. */
export const intlTag = (locale: string): string => (isKazakh(locale) ? 'ru' : locale);

/** The tag whose plural rules hold: Kazakh has the English ones, one and other. */
export const pluralTag = (locale: string): string => (isKazakh(locale) ? 'en' : locale);

/** Tags with a region that write as the language does without one. */
const HOME = 'ru-RU de-DE hu-HU';

/** The language whose customs hold for a tag; `null` = those of its region, which only `Intl` knows. */
export const customsOf = (locale: string): Language | null =>
  locale.length === 2 || isKazakh(locale) || HOME.includes(locale) ? languageOf(locale) : null;

const known = new Map<Language, Words>();

/** Takes a language's words from a message file; every widget's has them. */
export function learn(language: Language, messages: Messages): void {
  if (hasWords(messages)) known.set(language, messages);
}

const hasWords = (messages: Messages): messages is Words => 'monthNames' in messages;

/** Words for a tag; `null` = ask `Intl`: its region has its own, or no texts of the language are here yet. */
export function wordsOf(locale: string): Words | null {
  const language = customsOf(locale);
  return (language && known.get(language)) ?? null;
}

/** Decimal and group marks. */
const MARKS: Readonly<Record<Language, readonly [decimal: string, group: string]>> = {
  ru: [',', '\u00a0'],
  en: ['.', ','],
  kk: [',', '\u00a0'],
  de: [',', '.'],
  hu: [',', '\u00a0'],
  ar: ['.', ','],
};

/** Whole digits in groups of three, and the decimal mark. */
export function inGroups(whole: string, language: Language): [integer: string, decimal: string] {
  const [decimal, group] = MARKS[language];
  return [whole.replace(/\B(?=(\d{3})+$)/g, group), decimal];
}
