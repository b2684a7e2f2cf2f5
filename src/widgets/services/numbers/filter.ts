import type { NumberItem } from '../data.js';

/** What the list of numbers is narrowed to. Every widget has its own. */
export interface ListFilter {
  readonly text: string;
  readonly kind: NumberItem['kind'] | 'ALL';
  readonly state: NumberState | 'ALL';
}

/** What a subscriber looks for: a scheduled change of tariff is a state of its own. */
export type NumberState = NumberItem['status'] | 'CHANGE';

export const KINDS: readonly NumberItem['kind'][] = ['MOBILE', 'GEOGRAPHIC', 'TOLL_FREE', 'SHORT'];
export const STATES: readonly NumberState[] = ['ACTIVE', 'CHANGE', 'CLOSING', 'HOLD', 'NOT_VERIFIED', 'CLOSED'];

export function stateOf(number: NumberItem): NumberState {
  return number.status === 'ACTIVE' && number.change !== null ? 'CHANGE' : number.status;
}

/**
 * Whether a number fits. Digits are looked for in the number, however they are separated; a leading 8 means +7, as it is dialled in
 * Russia. Words are looked for in tariff, city and options.
 */
export function matches(number: NumberItem, filter: ListFilter): boolean {
  if (filter.kind !== 'ALL' && number.kind !== filter.kind) return false;
  if (filter.state !== 'ALL' && stateOf(number) !== filter.state) return false;
  const text = filter.text.trim().toLocaleLowerCase();
  if (text === '') return true;
  const digits = text.replace(/[\s()+\-\u2011]/g, '');
  if (/^\d+$/.test(digits)) {
    const own = number.number.slice(1);
    return own.includes(digits) || (/^8\d{3,}/.test(digits) && own.startsWith(`7${digits.slice(1)}`));
  }
  const words = [number.tariff.name, number.city ?? '', ...number.options.map(({ name }) => name)];
  return words.some((word) => word.toLocaleLowerCase().includes(text));
}
