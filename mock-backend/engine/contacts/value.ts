import { parsePhone } from '../telephony/e164.js';
import { refuse } from '../errors.js';
import { isEmail } from './state.js';

const MAX_EMAIL = 254;
const EMAIL = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\.]+(\.[^\s@<>"(),:;[\]\\.]+)+$/u;

/**
 * A telephone number as E.164, or an e-mail address as it was typed (ALR-6).
 *
 * @throws {Refusal} `CONTACT_INVALID`
 */
export function contactValue(typed: string): string {
  if (isEmail(typed)) {
    return typed.length <= MAX_EMAIL && EMAIL.test(typed) ? typed : refuse('CONTACT_INVALID', { value: typed });
  }
  const phone = parsePhone(typed);
  return phone?.kind === 'E164' ? phone.value : refuse('CONTACT_INVALID', { value: typed });
}

/** Addresses differ by more than the case of letters. */
export const sameContact = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
