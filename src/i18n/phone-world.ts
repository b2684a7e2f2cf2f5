import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { formatPhone } from './phone.js';

/** A number of any country in its own grouping. Brings the phone metadata along: import it late. @see domain.md CC-14 */
export function formatPhoneOfWorld(e164: string): string {
  if (e164.startsWith('+7')) return formatPhone(e164);
  return parsePhoneNumberFromString(e164)?.formatInternational().replaceAll(' ', '\u00a0') ?? e164;
}
