/** What a forwarded call will cost the subscriber who forwards it. @see domain.md FWD-7 */
import type { Zone } from '../calendar.js';
import type { VoiceStep } from '../catalog.js';
import type { Catalogue } from '../catalogue.js';
import { Exact } from '../money.js';
import { usableNow, volume } from '../packages.js';
import { entryAt } from '../rating/voice.js';
import type { NumberState } from '../state.js';

export interface LegPrice {
  /** Group of destinations of the target; `null` = none matches. */
  readonly destination: string | null;
  /** Price of a minute at the beginning of a call, up to 6 decimals; `null` = the tariff has no price for it. */
  readonly perMinute: string | null;
  /** Minutes of a package cover it while they last. */
  readonly packaged: boolean;
}

/** The price of the forwarded leg by the number's present tariff, as of an instant. */
export function legPrice(catalogue: Catalogue, number: NumberState, target: string, now: number, zone: Zone): LegPrice {
  const destination = catalogue.destinationOf(target);
  const tariff = catalogue.tariff(number.stays.at(-1)?.tariff ?? '');
  const entry = tariff && entryAt(catalogue.voiceEntries(tariff, destination), now, zone);
  const step = entry?.steps[0];
  return {
    destination,
    perMinute: step ? pricePerMinute(step) : null,
    packaged: volume(usableNow(catalogue, number, 'VOICE', destination)) > 0,
  };
}

/** Prices are compared by the minute, whatever the tariff counts in; at most 6 decimals (CC-2). */
export function pricePerMinute({ price, perSec }: Pick<VoiceStep, 'price' | 'perSec'>): string {
  if (perSec === 60) return price;
  const exact = new Exact(price).times(60).div(perSec).toDecimalPlaces(6);
  return exact.toFixed(Math.max(2, exact.decimalPlaces()));
}
