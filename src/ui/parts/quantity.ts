import type { Say } from './say.js';

/** Quantities of usage as text; never money. */

/** Billed seconds: `48 мин 10 с`; zero is `0 с`. */
export const secondsText = (seconds: number, locale: string): string => {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [minutes && unit(minutes, 'minute', locale), (rest || !minutes) && unit(rest, 'second', locale)]
    .filter(Boolean)
    .join(' ');
};

/** Kilobytes as `49,2 МБ`, `1,5 ГБ` or `200 КБ`; 1 MB = 1024 KB. @see domain.md SRV-23 */
export const kilobytesText = (kilobytes: number, locale: string): string => {
  if (kilobytes < 1024) return unit(kilobytes, 'kilobyte', locale);
  if (kilobytes < 1024 * 1024) return unit(kilobytes / 1024, 'megabyte', locale);
  return unit(kilobytes / 1024 / 1024, 'gigabyte', locale);
};

/** Size of a file. */
export const bytesText = (bytes: number, locale: string): string => kilobytesText(Math.ceil(bytes / 1024), locale);

/** `8 шт.` */
export const piecesText = (count: number, t: Say): string => t('pieces', { count });

const formats = new Map<string, Intl.NumberFormat>();

/** Formats are kept: making one takes a hundred times as long as using it. */
function unit(value: number, name: string, locale: string): string {
  const key = `${locale} ${name}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(`${locale}-u-nu-latn`, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: 1,
    });
    formats.set(key, format);
  }
  return format.format(value);
}
