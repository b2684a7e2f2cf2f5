/**
 * Kazakh for `Intl`. Chromium carries no data of the language and falls back on the browser's own, so numbers are
 * written by the Russian rules, which are the same, and the words come from here: equal in every browser.
 */
export const isKazakh = (locale: string): boolean => /^kk\b/i.test(locale);

/** The tag to hand to `Intl` for numbers and dates. */
export const intlTag = (locale: string): string => (isKazakh(locale) ? 'ru' : locale);

/** The tag whose plural rules hold: Kazakh has the English ones, one and other. */
export const pluralTag = (locale: string): string => (isKazakh(locale) ? 'en' : locale);

const MONTHS = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ');
const WEEKDAYS = 'жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі'.split(' ');

/** @param date - Read in UTC. */
export const kazakhMonth = (date: Date): string => MONTHS[date.getUTCMonth()] ?? '';
export const kazakhWeekday = (date: Date): string => WEEKDAYS[date.getUTCDay()] ?? '';

/** Units, short and long; they have one form for every number. */
export const KAZAKH_UNITS = {
  hour: ['сағ', 'сағат'],
  minute: ['мин', 'минут'],
  second: ['с', 'секунд'],
  kilobyte: ['КБ', 'килобайт'],
  megabyte: ['МБ', 'мегабайт'],
  gigabyte: ['ГБ', 'гигабайт'],
  terabyte: ['ТБ', 'терабайт'],
} as const;
