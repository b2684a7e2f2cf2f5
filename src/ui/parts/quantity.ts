import { formatUnit } from '../../i18n/quantities.js';
import type { Say } from './say.js';

/** Quantities of usage as text; never money. */

/** Billed seconds: `48 мин 10 с`; zero is `0 с`. */
export const secondsText = (seconds: number, locale: string): string => {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [
    minutes && formatUnit(minutes, 'minute', locale, 1),
    (rest || !minutes) && formatUnit(rest, 'second', locale, 1),
  ]
    .filter(Boolean)
    .join(' ');
};

/** Kilobytes as `49,2 МБ`, `1,5 ГБ` or `200 КБ`; 1 MB = 1024 KB. @see domain.md SRV-23 */
export const kilobytesText = (kilobytes: number, locale: string): string => {
  if (kilobytes < 1024) return formatUnit(kilobytes, 'kilobyte', locale, 1);
  if (kilobytes < 1024 * 1024) return formatUnit(kilobytes / 1024, 'megabyte', locale, 1);
  return formatUnit(kilobytes / 1024 / 1024, 'gigabyte', locale, 1);
};

/** Size of a file. */
export const bytesText = (bytes: number, locale: string): string => kilobytesText(Math.ceil(bytes / 1024), locale);

/** `8 шт.` */
export const piecesText = (count: number, t: Say): string => t('pieces', { count });
