import { z } from 'zod';
import { isInstant } from '../../engine/intake/row.js';
import { isE164, isShortNumber } from '../../engine/telephony/e164.js';

/** Values of the scenario format; every one says what it expects when it finds something else. @see FORMAT.md §2 */

/** Says what stands wrong: a missing key is told from a wrong value. */
export const expecting = (what: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? `is missing: expected ${what}` : `expected ${what}`;

const matching = (what: string, test: (text: string) => boolean) =>
  z.string({ error: expecting(what) }).refine(test, { error: expecting(what) });

export const Text = matching('a text that is not empty', (text) => text.trim() !== '');
export const AnyText = z.string({ error: expecting('a text') });
export const Flag = z.boolean({ error: expecting('true or false') });

const AMOUNT = /^-?\d{1,15}(\.\d{1,6})?$/;
/** An amount with its sign. */
export const Amount = matching('an amount as a decimal string, such as "300.00"', (text) => AMOUNT.test(text));
/** An amount that is not negative. */
export const Price = matching(
  'an amount of 0 or more as a decimal string with at most 6 decimals, such as "2.50"',
  (text) => AMOUNT.test(text) && !text.startsWith('-'),
);

/** A whole number in a range. */
export const whole = (min: number, max = Number.MAX_SAFE_INTEGER) => {
  const what =
    max === Number.MAX_SAFE_INTEGER ? `a whole number of ${min} or more` : `a whole number, ${min} to ${max}`;
  return z
    .int({ error: expecting(what) })
    .gte(min, { error: expecting(what) })
    .lte(max, { error: expecting(what) });
};

export const Instant = matching('an instant with an offset, such as "2026-11-01T00:00:00+03:00"', isInstant);
export const Day = matching('a day that exists, such as "2026-11-01"', (text) => isDay(text));
/** When a change takes effect. */
export const Effective = matching(
  '"default", "today" or a day',
  (text) => text === 'default' || text === 'today' || isDay(text),
);
export const Month = matching('a month, such as "2026-11"', (text) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text));
/** `24:00` only where a band ends. */
export const clockTime = (withEnd: boolean) =>
  matching(
    withEnd ? 'a time of day, "00:00" to "24:00"' : 'a time of day, "00:00" to "23:59"',
    (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text) || (withEnd && text === '24:00'),
  );

export const Phone = matching('a number in E.164, such as "+79990000001"', isE164);
/** The other side of a call may be a service with a short number. */
export const Peer = matching(
  'a number in E.164, such as "+79990000001", or a short number',
  (text) => isE164(text) || isShortNumber(text),
);
export const Prefix = matching('digits after a plus, such as "+79"', (text) => /^\+\d{1,15}$/.test(text));

export const Zone = matching('an IANA zone, such as "Europe/Moscow"', (text) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
});
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
export const Currency = matching('an ISO 4217 code, such as "RUB"', (text) => currencies.has(text));

/** One of a closed list. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(...values: Values) =>
  z.enum(values, { error: expecting(values.map((value) => `"${value}"`).join(', ')) });

export const listOf = <Item extends z.ZodType>(item: Item, what = 'a list') =>
  z.array(item, { error: expecting(what) });

/** An object with these keys and no others. */
export const record = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `does not know ${issue.keys.map((key) => `"${key}"`).join(', ')}; it knows ${Object.keys(shape).join(', ')}`
        : expecting('an object')(issue),
  });

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isInstant(`${text}T00:00:00Z`);
}
