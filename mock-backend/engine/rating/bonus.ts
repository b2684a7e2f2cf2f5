/** What an incoming call earns. @see domain.md SRV-40 … SRV-42 */
import type { Tariff } from '../catalog.js';
import { monthOf } from '../calendar.js';
import type { Desk } from '../desk.js';
import { Exact, negate, round } from '../money.js';
import type { NumberState } from '../state.js';
import type { Rating, UsageRecord } from './usage.js';

/** Calls from 8-800 numbers are paid for by the called side. */
const TOLL_FREE_PREFIX = '+7800';

/**
 * The bonus of an answered incoming call, `null` if it earns none.
 *
 * @param free - The same record without a price.
 */
export function bonusFor(
  desk: Desk,
  number: NumberState,
  tariff: Tariff,
  record: UsageRecord,
  free: Rating,
): Rating | null {
  const { bonus } = tariff;
  if (!bonus || record.forwarded || number.kind === 'TOLL_FREE' || !paysFor(desk, record)) return null;
  if (record.seconds < (bonus.freeBelowSec ?? 3)) return null;
  const increment = bonus.incrementSec ?? 1;
  const billedSeconds = Math.ceil(record.seconds / increment) * increment;
  if (billedSeconds === 0) return null;
  const earned = round(new Exact(bonus.pricePerMin).times(billedSeconds).div(60), desk.scale);
  return {
    ...free,
    kind: 'BONUS',
    service: 'BONUS',
    quantity: billedSeconds,
    value: new Exact(capped(desk, number, record, earned, bonus.monthlyCap ?? null)).negated(),
    usage: { ...free.usage, billedSeconds },
  };
}

function capped(desk: Desk, number: NumberState, record: UsageRecord, earned: string, cap: string | null): string {
  if (cap === null) return earned;
  const month = monthOf(desk.zone.dayAt(record.start));
  const before = negate(number.bonus[month] ?? desk.zero);
  const left = Exact.max(0, new Exact(cap).minus(before));
  return round(Exact.min(earned, left), desk.scale);
}

/** Nothing is earned from calls of the own account's numbers and from toll-free numbers (SRV-41). */
function paysFor(desk: Desk, { peer, start }: UsageRecord): boolean {
  if (peer === null) return true;
  if (peer.startsWith(TOLL_FREE_PREFIX) || desk.world.ownerOf(peer)?.kind === 'TOLL_FREE') return false;
  const own = desk.state.numbers.find(({ number }) => number === peer);
  return !own?.stays.some(({ from, until }) => start >= from && (until === null || start < until));
}
