/** What a passport of Russia may say. @see domain.md DOC-3 */
import { addMonths } from '../calendar.js';
import type { Passport } from './command.js';

/** Age at which the first passport is issued. */
const FIRST_AT_YEARS = 14;

/**
 * Names the first field of a new passport that cannot be right; `null` = all is well.
 *
 * @param now - The local day, the birth date if it is known, and the passport in the card.
 */
export function wrongPassport(
  passport: Passport,
  now: { readonly today: string; readonly birthDate: string | null; readonly current: Passport | null },
): keyof Passport | null {
  if (!/^\d{4}$/.test(passport.series)) return 'series';
  if (!/^\d{6}$/.test(passport.number)) return 'number';
  const { current, birthDate, today } = now;
  if (current !== null && current.series === passport.series && current.number === passport.number) return 'number';
  if (!isDay(passport.issuedAt) || passport.issuedAt > today) return 'issuedAt';
  if (birthDate !== null && passport.issuedAt < yearsAfter(birthDate, FIRST_AT_YEARS)) return 'issuedAt';
  if (passport.issuedBy.trim() === '') return 'issuedBy';
  return /^\d{3}-\d{3}$/.test(passport.deptCode) ? null : 'deptCode';
}

/** `45** ***123` (DOC-7). */
export const maskedPassport = ({ series, number }: Passport): string =>
  `${series.slice(0, 2)}** ***${number.slice(-3)}`;

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
}

/** The birthday; of the 29th of February the 1st of March. */
function yearsAfter(day: string, years: number): string {
  const month = addMonths(day.slice(0, 7), years * 12);
  const birthday = `${month}${day.slice(7)}`;
  return isDay(birthday) ? birthday : `${addMonths(month, 1)}-01`;
}
