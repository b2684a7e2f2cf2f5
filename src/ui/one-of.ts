import { warnOnce } from '../core/registry/page.js';

/**
 * The valid value of a property a host may write anything into: a wrong one is warned of once, and the element stays
 * usable. Read it where it is used, so that attribute and property behave the same.
 */
export function oneOf<const V extends string>(
  element: HTMLElement,
  name: string,
  value: string | null | undefined,
  values: readonly V[],
  fallback: V,
): V {
  if (value === undefined || value === null || value === '') return fallback;
  const found = values.find((one) => one === value);
  if (found === undefined) warnOnce(`<${element.localName} ${name}="${value}"> is none of ${values.join(', ')}.`);
  return found ?? fallback;
}
