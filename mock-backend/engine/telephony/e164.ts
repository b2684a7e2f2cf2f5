/** What somebody typed into a number field: a full number, a short one, or neither. */
export type Phone =
  { readonly kind: 'E164'; readonly value: string } | { readonly kind: 'SHORT'; readonly value: string };

const E164 = /^\+[1-9]\d{6,14}$/;
const SHORT = /^\d{1,6}$/;
/** What people put between digits, no-break spaces and typographic hyphens of pasted text included. */
const SEPARATORS = /[\s()\u2010-\u2013-]/g;
const NATIONAL_LENGTH = 10;

/**
 * Whether the text is a number as the API and the formats write it: "+", the country's code, at most fifteen digits.
 *
 * @see domain.md CC-14; ITU-T E.164
 */
export function isE164(text: string): boolean {
  return E164.test(text);
}

/**
 * Whether the text is a short number: at most six digits, no "+".
 *
 * @see FORMAT.md §5
 */
export function isShortNumber(text: string): boolean {
  return SHORT.test(text);
}

/** Whether the number belongs to the Russian numbering plan and has its length, or to another country's plan. */
export function fitsNumberingPlan(e164: string): boolean {
  return !e164.startsWith('+7') || e164.length === '+7'.length + NATIONAL_LENGTH;
}

/**
 * Reads a number as people in Russia write it: `8XXXXXXXXXX`, `7XXXXXXXXXX`, ten digits or `+…`, with spaces, brackets and
 * hyphens between.
 *
 * @param input - What was typed.
 * @returns The number in E.164 or a short number as it is; `null` if it is neither.
 * @see domain.md CC-14
 */
export function parsePhone(input: string): Phone | null {
  const text = input.replace(SEPARATORS, '');
  if (text.startsWith('+')) return isE164(text) && fitsNumberingPlan(text) ? { kind: 'E164', value: text } : null;
  if (isShortNumber(text)) return { kind: 'SHORT', value: text };
  if (/^[78]?\d{10}$/.test(text)) {
    const value = `+7${text.slice(-NATIONAL_LENGTH)}`;
    return { kind: 'E164', value };
  }
  return null;
}
