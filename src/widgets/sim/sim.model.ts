import type { NumberSummary } from '../../core/queries/numbers.js';
import type { Sim } from './sim.queries.js';

/** A row of the widget: a number with its card, a number without one, or a card without a number. */
export interface Pair {
  readonly number: NumberSummary | null;
  readonly sim: Sim | null;
}

/** What is open below a row, or in the foot. */
export type Step =
  | { readonly kind: 'bind-sim'; readonly iccid: string }
  | { readonly kind: 'bind-number' | 'swap' | 'unbind'; readonly number: string }
  | { readonly kind: 'add' };

/** Numbers first, each with its card, then the cards that are free (SIM-2). */
export function pairsOf(numbers: readonly NumberSummary[], sims: readonly Sim[]): readonly Pair[] {
  const withNumber = numbers
    .filter(({ kind, status }) => kind === 'MOBILE' && status !== 'CLOSED')
    .map((number) => ({ number, sim: sims.find((sim) => sim.number === number.number) ?? null }));
  const shown = new Set(withNumber.map(({ sim }) => sim?.iccid));
  return [...withNumber, ...sims.filter(({ iccid }) => !shown.has(iccid)).map((sim) => ({ number: null, sim }))];
}

export const freeSims = (sims: readonly Sim[]): readonly Sim[] => sims.filter(({ state }) => state === 'ASSIGNED');

/** Numbers that may take a card: mobile, connected, without one. */
export const bareNumbers = (pairs: readonly Pair[]): readonly NumberSummary[] =>
  pairs.flatMap(({ number, sim }) => (number?.status === 'ACTIVE' && sim === null ? [number] : []));

/** Digits of a card number as typed or scanned; `null` if it cannot be one: checked before anything is asked (SIM-7). */
export function readIccid(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '');
  return /^89\d{16,20}$/.test(digits) && luhn(digits) % 10 === 0 ? digits : null;
}

/** ITU-T E.118: every second digit from the end is doubled, 10 and more count by their digits. */
function luhn(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const weighed = index % 2 === 0 ? Number(digit) : Number(digit) * 2;
    return sum + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
}

/** `8970 1** *** *** 0120`: enough to tell cards apart, not enough to use one. */
export const maskIccid = (iccid: string): string =>
  `${iccid.slice(0, 4)} ${iccid.slice(4, 5)}** *** *** ${iccid.slice(-4)}`;
