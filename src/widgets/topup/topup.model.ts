/** Pure checks of what was typed; nothing is calculated that is charged. */
import { parsePhone } from '../../i18n/phone.js';
import { sumOf } from '../../money/add.js';
import { exponentOf, formatMoney, isNegative, type Money } from '../../money/format.js';
import { type AmountError, parseAmount } from '../../money/parse.js';

export type SumFault = Exclude<AmountError, 'negative'> | 'range';
export type CheckedSum =
  { readonly ok: true; readonly amount: Money } | { readonly ok: false; readonly fault: SumFault };

/** Whether `a` is less than `b`, exactly. */
export function isLess(a: Money, b: Money): boolean {
  const difference = sumOf([a, { value: `-${b.value}`, currency: b.currency }]);
  return difference !== null && isNegative(difference.value);
}

/** Reads a sum and holds it against the limits that the backend gave. @see domain.md TOP-1 */
export function checkSum(text: string, min: Money, max: Money): CheckedSum {
  const { currency } = min;
  const parsed = parseAmount(text, exponentOf(currency));
  if (!parsed.ok) return { ok: false, fault: parsed.error === 'negative' ? 'range' : parsed.error };
  const amount = { value: parsed.value, currency };
  return isLess(amount, min) || isLess(max, amount) ? { ok: false, fault: 'range' } : { ok: true, amount };
}

/** E-mail, or phone in E.164, that the receipt goes to; `null` if it is neither. @see domain.md TOP-7 */
export function checkReceipt(text: string): string | null {
  const contact = text.trim();
  if (contact.length > 254) return null;
  if (contact.includes('@')) return /^[^\s@<>"]+@[^\s@<>".]+(\.[^\s@<>".]+)+$/.test(contact) ? contact : null;
  return parsePhone(contact);
}

/** An amount as it is put into a field: no groups, no empty fraction, the reader's decimal mark. */
export function typed(amount: Money, locale: string): string {
  const plain = amount.value.replace(/\.0+$/, '');
  return plain.replace('.', formatMoney(amount, locale).decimal || '.');
}

/** `500 ₽`; kopecks only where there are any. */
export function brief(amount: Money, locale: string): string {
  const { fraction, decimal, text } = formatMoney(amount, locale);
  if (/[1-9]/.test(fraction) || decimal === '') return text;
  return text.replace(decimal + fraction, '');
}

/** The currency as it stands beside an amount, `₽`: for the end of a field. */
export const unitOf = (amount: Money, locale: string): string => brief(amount, locale).replace(/[\d\s\u00a0.,]/g, '');

/** `14:32` of what is left; `null` when nothing is. @param ms - Milliseconds. */
export function leftText(ms: number): string | null {
  const seconds = Math.floor(ms / 1000);
  if (seconds <= 0) return null;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The address of a page that may be opened: a provider's answer is not trusted to be one. */
export function pageAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
