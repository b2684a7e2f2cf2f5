import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { formatPhone } from './phone-format.js';

/** A number of any country in its own grouping. Brings the phone metadata along: import it late. @see domain.md CC-14 */
export function formatPhoneOfWorld(e164: string): string {
  if (e164.startsWith('+7')) return formatPhone(e164);
  return parsePhoneNumberFromString(e164)?.formatInternational().replaceAll(' ', '\u00a0') ?? e164;
}

/**
 * Reads a number of any country as somebody typed it, Russian habits included: `8 (495) …`, ten digits without a prefix.
 *
 * @returns E.164, or `null` if it cannot be a number. @see domain.md CC-14
 */
export function readPhone(text: string): string | null {
  const parsed = parsePhoneNumberFromString(text.trim(), 'RU');
  return parsed?.isPossible() ? parsed.number : null;
}
