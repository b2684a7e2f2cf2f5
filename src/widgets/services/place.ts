/** Where in the widget the subscriber is. Written as text it is the attribute `view`, so that a host can link to it. */
export type Place =
  | { readonly at: 'list' }
  | { readonly at: 'number'; readonly number: string }
  | { readonly at: 'change'; readonly number: string; readonly step: ChangeStep }
  | { readonly at: 'reconnect'; readonly number: string }
  /** `beside`: the number that the new one will be an additional one to (SRV-56). */
  | { readonly at: 'connect'; readonly step: ConnectStep; readonly beside: string | null };

export const CHANGE_STEPS = ['tariff', 'date', 'quote', 'done'] as const;
export type ChangeStep = (typeof CHANGE_STEPS)[number];

export const CONNECT_STEPS = ['number', 'tariff', 'cart', 'done'] as const;
export type ConnectStep = (typeof CONNECT_STEPS)[number];

/**
 * Reads `list`, `number:+79990000101`, `change:+79990000101`, `change:+79990000101/date`, `reconnect:+79990000101`, `connect`,
 * `connect/cart`, `additional:+79990000101`. Anything else is the list: a host's typo never breaks the page.
 */
export function placeOf(view: string | null | undefined): Place {
  const [, at = '', number = '', step = ''] = /^(\w+)(?::(\+\d{6,15}))?(?:\/(\w+))?$/.exec(view?.trim() ?? '') ?? [];
  if (at === 'connect' || (at === 'additional' && number)) {
    return { at: 'connect', step: oneOf(CONNECT_STEPS, step), beside: number || null };
  }
  if (number === '') return { at: 'list' };
  if (at === 'change') return { at, number, step: oneOf(CHANGE_STEPS, step) };
  if (at === 'number' || at === 'reconnect') return { at, number };
  return { at: 'list' };
}

/** The text of a place; read by {@link placeOf} it gives the place again. */
export function viewOf(place: Place): string {
  if (place.at === 'list') return 'list';
  if (place.at === 'connect') {
    const start = place.beside === null ? 'connect' : `additional:${place.beside}`;
    return place.step === 'number' ? start : `${start}/${place.step}`;
  }
  const start = `${place.at}:${place.number}`;
  return place.at === 'change' && place.step !== 'tariff' ? `${start}/${place.step}` : start;
}

/** The number that a place is about, if it is about one. */
export function numberOf(place: Place): string | null {
  return 'number' in place ? place.number : null;
}

function oneOf<Step extends string>(steps: readonly [Step, ...Step[]], step: string): Step {
  return steps.find((one) => one === step) ?? steps[0];
}
