import type * as Words from './words/kk.js';

/**
 * Kazakh for `Intl`. Chromium carries no data of the language and falls back on the browser's own, so numbers are
 * written by the Russian rules, which are the same, and the words come from `words/kk.ts`: equal in every browser.
 */
export const isKazakh = (locale: string): boolean => /^kk\b/i.test(locale);

/** The tag to hand to `Intl` for numbers and dates. */
export const intlTag = (locale: string): string => (isKazakh(locale) ? 'ru' : locale);

/** The tag whose plural rules hold: Kazakh has the English ones, one and other. */
export const pluralTag = (locale: string): string => (isKazakh(locale) ? 'en' : locale);

let words: typeof Words | null = null;

/** Brings the words; whoever loads texts of the language waits for it, so that they are here when something is written. */
export const loadKazakh = async (): Promise<void> => {
  words ??= await import('./words/kk.js');
};

/** @param date - Read in UTC. */
export const kazakhMonth = (date: Date): string => words?.MONTHS[date.getUTCMonth()] ?? '';
/** @param date - Read in UTC. */
export const kazakhWeekday = (date: Date): string => words?.WEEKDAYS[date.getUTCDay()] ?? '';

/** Name of a unit; it has one form for every number. */
export const kazakhUnit = (unit: Words.Unit, style: 'short' | 'long'): string =>
  words?.UNITS[unit][style === 'long' ? 1 : 0] ?? unit;
