/** Rates a record of usage: what it costs, what packages cover, what it earns. @see domain.md §3.2, SRV-20 … SRV-42 */
import type { Tariff } from '../catalog.js';
import type { Direction, UsageOutcome, UsageService } from '../command.js';
import type { Desk } from '../desk.js';
import type { RatedUsage } from '../events.js';
import { Exact } from '../money.js';
import { draw, usableBuckets, volume } from '../packages.js';
import type { DetailService, LineKind } from '../query.js';
import type { NumberState } from '../state.js';
import { bonusFor } from './bonus.js';
import { newCharge } from './compiled.js';
import { coverable, meter, voicePrice } from './voice.js';

/** A record as the network reports it. */
export interface UsageRecord {
  readonly service: UsageService;
  readonly direction: Direction;
  readonly start: number;
  readonly seconds: number;
  readonly segments: number;
  readonly bytes: number;
  readonly peer: string | null;
  readonly outcome: UsageOutcome;
  readonly forwarded: boolean;
}

export interface Rating {
  readonly kind: LineKind;
  readonly service: DetailService;
  /** What the bill's line counts. */
  readonly quantity: number;
  /** Price, display sign: exact, or rounded to the minor unit already; what is posted is the same. */
  readonly value: Exact;
  readonly usage: RatedUsage;
}

const KIND: Readonly<Record<UsageService, LineKind>> = { CALL: 'CALLS', SMS: 'SMS', DATA: 'DATA' };
const FREE = new Exact(0);

/** Rates a record by a tariff. Draws on nothing: the draws are in the answer. */
export function rate(desk: Desk, number: NumberState, tariff: Tariff, record: UsageRecord): Rating {
  const destination = record.direction === 'OUT' ? desk.catalogue.destinationOf(record.peer) : null;
  const usage: RatedUsage = {
    direction: record.direction,
    seconds: record.seconds,
    bytes: record.bytes,
    peer: record.peer,
    forwarded: record.forwarded,
    outcome: record.outcome,
    destination,
    tariff: tariff.code,
    billedSeconds: 0,
    segments: record.service === 'SMS' ? record.segments : 0,
    billedKB: 0,
    packaged: 0,
    draws: [],
  };
  const free: Rating = { kind: KIND[record.service], service: record.service, quantity: 0, value: FREE, usage };
  if (record.outcome !== 'ANSWERED') return free;
  if (record.direction === 'IN')
    return record.service === 'CALL' ? (bonusFor(desk, number, tariff, record, free) ?? free) : free;
  switch (record.service) {
    case 'CALL':
      return rateCall(desk, number, tariff, record, free);
    case 'SMS':
      return rateSms(desk, number, tariff, record, free);
    case 'DATA':
      return rateData(desk, number, tariff, record, free);
  }
}

/** Never priced by guess (SRV-25). */
function unrated(rating: Rating): Rating {
  return { ...rating, usage: { ...rating.usage, outcome: 'UNRATED' } };
}

function rateCall(desk: Desk, number: NumberState, tariff: Tariff, record: UsageRecord, free: Rating): Rating {
  const { destination } = free.usage;
  const buckets = usableBuckets(desk, number, 'VOICE', destination, record.start);
  const charged = chargeOf(desk, tariff, record, destination, volume(buckets));
  if (!charged) return unrated(free);
  const { billedSeconds, packaged, value } = charged;
  return {
    ...free,
    quantity: billedSeconds,
    value,
    usage: { ...free.usage, billedSeconds, packaged, draws: draw(buckets, packaged) },
  };
}

/** Prices a call in whole numbers where they are large enough for it, else in decimals; `null` if it is unrated. */
function chargeOf(
  desk: Desk,
  tariff: Tariff,
  record: UsageRecord,
  destination: string | null,
  packages: number,
): { readonly billedSeconds: number; readonly packaged: number; readonly value: Exact } | null {
  const { start, seconds } = record;
  const compiled = desk.catalogue.compiledVoice(tariff, destination, desk.scale);
  if (compiled) {
    const charge = newCharge();
    compiled.price(start, seconds, packages, desk.zone, charge);
    if (charge.outcome === 'UNRATED') return null;
    if (charge.outcome === 'RATED') {
      const { billedSeconds, packaged, minorUnits } = charge;
      return { billedSeconds, packaged, value: new Exact(minorUnits).div(10 ** desk.scale) };
    }
  }
  const entries = desk.catalogue.voiceEntries(tariff, destination);
  const metered = meter(entries, start, seconds, desk.zone, desk.catalogue.policy.freeBelowSec);
  if (!metered) return null;
  const packaged = coverable(metered, packages);
  return { billedSeconds: metered.billedSeconds, packaged, value: voicePrice(metered, packaged) };
}

function rateSms(desk: Desk, number: NumberState, tariff: Tariff, record: UsageRecord, free: Rating): Rating {
  const { destination } = free.usage;
  const buckets = usableBuckets(desk, number, 'SMS', destination, record.start);
  const packaged = Math.min(record.segments, volume(buckets));
  const entry = desk.catalogue.smsEntry(tariff, destination);
  const paid = record.segments - packaged;
  if (paid > 0 && !entry) return unrated(free);
  return {
    ...free,
    quantity: record.segments,
    value: new Exact(entry?.price ?? 0).times(paid),
    usage: { ...free.usage, packaged, draws: draw(buckets, packaged) },
  };
}

function rateData(desk: Desk, number: NumberState, tariff: Tariff, record: UsageRecord, free: Rating): Rating {
  const increment = tariff.data?.incrementKB ?? 1;
  const billedKB = Math.ceil(Math.ceil(record.bytes / 1024) / increment) * increment;
  const buckets = usableBuckets(desk, number, 'DATA', null, record.start);
  const packaged = Math.floor(Math.min(billedKB, volume(buckets)) / increment) * increment;
  const paid = billedKB - packaged;
  if (paid > 0 && !tariff.data) return unrated(free);
  return {
    ...free,
    quantity: billedKB,
    value: new Exact(tariff.data?.pricePerMB ?? 0).times(paid).div(1024),
    usage: { ...free.usage, billedKB, packaged, draws: draw(buckets, packaged) },
  };
}
