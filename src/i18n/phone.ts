import { latinDigits } from './digits.js';

export { formatPhone } from './phone-format.js';

/**
 * Reads a number as Russians type it: `8 495 000-00-01`, `(495) 000 00 01`, `+7…`; other countries with `+`.
 *
 * @returns E.164, or `null` if it is none. @see domain.md CC-14
 */
export function parsePhone(input: string): string | null {
  const text = latinDigits(input)
    .replace(/[\s\u00a0().\u2010\u2011\u2012\u2013-]/g, '')
    .replace(/\p{Cf}/gu, '');
  if (/^\+[1-9]\d{6,14}$/.test(text)) return text.startsWith('+7') && text.length !== 12 ? null : text;
  if (/^[78]\d{10}$/.test(text)) return `+7${text.slice(1)}`;
  return /^[3-9]\d{9}$/.test(text) ? `+7${text}` : null;
}
