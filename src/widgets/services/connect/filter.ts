import { parseAmount } from '../../../money/parse.js';
import type { BeautyClass, Filter, Kind, Sort } from './data.js';

/** The filter of the showcase as it stands in the form. */
export interface TypedFilter {
  readonly kind: Kind | 'ALL';
  readonly city: string;
  readonly class: BeautyClass | 'ALL';
  readonly mask: string;
  readonly priceFrom: string;
  readonly priceTo: string;
  readonly sort: Sort;
}

export const EMPTY_FILTER: TypedFilter = {
  kind: 'ALL',
  city: '',
  class: 'ALL',
  mask: '',
  priceFrom: '',
  priceTo: '',
  sort: 'number',
};

export type FilterField = 'mask' | 'priceFrom' | 'priceTo';

/** What is wrong with what was typed: keys of messages. */
export function faultsOf(filter: TypedFilter): Partial<Record<FilterField, 'maskError' | 'priceError'>> {
  const wrongPrice = (text: string) => text.trim() !== '' && priceOf(text) === null;
  return {
    ...(maskOf(filter.mask) === null ? { mask: 'maskError' } : {}),
    ...(wrongPrice(filter.priceFrom) ? { priceFrom: 'priceError' } : {}),
    ...(wrongPrice(filter.priceTo) ? { priceTo: 'priceError' } : {}),
  };
}

/** What the backend is asked for; a field that is wrong is left out, and says so itself. */
export function filterOf(typed: TypedFilter): Filter {
  const mask = maskOf(typed.mask);
  const from = priceOf(typed.priceFrom);
  const to = priceOf(typed.priceTo);
  return {
    sort: typed.sort,
    ...(typed.kind === 'ALL' ? {} : { kind: typed.kind }),
    ...(typed.city ? { city: typed.city } : {}),
    ...(typed.class === 'ALL' ? {} : { class: typed.class }),
    ...(mask ? { mask } : {}),
    ...(from ? { priceFrom: from } : {}),
    ...(to ? { priceTo: to } : {}),
  };
}

export function isFiltering(typed: TypedFilter): boolean {
  return JSON.stringify({ ...filterOf(typed), sort: 'number' }) !== JSON.stringify(filterOf(EMPTY_FILTER));
}

/** Digits alone are looked for anywhere in the number: `777` means `*777*`. `null`: not a mask. */
function maskOf(text: string): string | null {
  const mask = text.replace(/[\s()+\-\u2011]/g, '');
  if (!/^[\d?*]{0,20}$/.test(mask)) return null;
  return /^\d+$/.test(mask) ? `*${mask}*`.slice(0, 20) : mask.replace(/\*+/g, '*');
}

function priceOf(text: string): string | null {
  if (text.trim() === '') return null;
  const parsed = parseAmount(text);
  return parsed.ok && !parsed.value.startsWith('-') ? parsed.value : null;
}
