import { latinDigits } from '../i18n/digits.js';

/** Why what was typed is no amount. */
export type AmountError =
  /** Nothing was typed. */
  | 'empty'
  /** Not a number, or one that can be read in two ways, such as `1,000`. */
  | 'format'
  /** More decimals than the currency has. */
  | 'scale'
  /** Below zero. */
  | 'negative';
export type ParsedAmount =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly error: AmountError };

const failed = (error: AmountError): ParsedAmount => ({ ok: false, error });

/**
 * Reads an amount as people type or paste it: `1 000,50 ₽`, `1000.5`, `1.000,50`, `RUB 500`. What can be read in two ways
 * is refused, because money is not guessed.
 *
 * @param scale - Decimals of the currency, 2 for roubles.
 * @returns The exact decimal string at that scale: `1000.50`.
 */
export function parseAmount(input: string, scale = 2): ParsedAmount {
  const text = latinDigits(input)
    .replace(/\p{Cf}/gu, '')
    .replace(/^\s*(?:[\p{Sc}]|RUB\b)|(?:[\p{Sc}]|\bRUB|руб(?:лей|ля|ль)?\.?|р\.?)\s*$/giu, '')
    .replace(/[\s\u00a0\u2007\u2009\u202f'’]+/gu, ' ')
    .replace(/^ | $/g, '');
  if (text === '') return failed('empty');
  if (/^[-\u2212\u2013]/.test(text)) return failed('negative');
  const parts = split(text);
  if (parts === null) return failed('format');
  const whole = parts.whole.replace(/^0+(?=\d)/, '');
  const fraction = parts.fraction.length > scale ? parts.fraction.replace(/0+$/, '') : parts.fraction;
  // `1.000` and `1,000` are a thousand to some and one to others; `1000,505` cannot be groups.
  if (parts.alone && parts.fraction.length === 3 && parts.whole.length <= 3) return failed('format');
  if (fraction.length > scale) return failed('scale');
  return { ok: true, value: scale === 0 ? whole : `${whole}.${fraction.padEnd(scale, '0')}` };
}

interface Split {
  readonly whole: string;
  readonly fraction: string;
  /** One separator and no other sign of what it means. */
  readonly alone: boolean;
}

function split(text: string): Split | null {
  const separators = text.replace(/\d/g, '');
  if (!/^[ .,]*$/.test(separators)) return null;
  const last = /[.,](?=\d*$)/.exec(text)?.index ?? -1;
  const mark = text[last] ?? '';
  // Twice the same mark: both are groups, as in `1.000.000`.
  const decimal = last >= 0 && text.indexOf(mark) === last;
  const left = decimal ? text.slice(0, last) : text;
  const fraction = decimal ? text.slice(last + 1) : '';
  const group = left.replace(/\d/g, '')[0];
  if (group === undefined)
    return left === '' || (decimal && fraction === '') ? null : { whole: left, fraction, alone: true };
  const grouped = new RegExp(`^\\d{1,3}(?:\\${group}\\d{3})+$`);
  if (!grouped.test(left) || group === mark || (decimal && fraction === '')) {
    return grouped.test(left) && !decimal ? { whole: left.replaceAll(group, ''), fraction: '', alone: false } : null;
  }
  return { whole: left.replaceAll(group, ''), fraction, alone: false };
}
