import { Decimal as Plain } from 'decimal.js';
import type { Catalog, Tariff, VoiceEntry } from '../../engine/catalog.js';
import type { Usage } from '../../engine/command.js';
import { local } from './time.js';

/** Thirds and seconds are added up without loss that a rounding could see. */
const Decimal = Plain.clone({ precision: 80 });
type Decimal = Plain;

/** What one record costs, calculated the slow way: second by second of the text of FORMAT.md §4. */

export interface Bucket {
  readonly package: string;
  readonly kind: 'VOICE' | 'SMS' | 'DATA';
  readonly source: 'BASE' | 'CARRY' | 'ADDON';
  readonly destinations: readonly string[] | null;
  readonly nominal: number;
  remaining: number;
  readonly from: number;
  /** Last local day. */
  to: string;
  /** Instant at which a change of tariff ended it. */
  ended: number | null;
  /** The carried bucket that its remainder moved to. */
  carriedTo: Bucket | null;
}

export interface Cost {
  /** Exact, not rounded. */
  readonly exact: Decimal;
  readonly quantity: number;
  readonly packaged: number;
  readonly rated: boolean;
}

const NOTHING: Cost = { exact: new Decimal(0), quantity: 0, packaged: 0, rated: true };
const UNRATED: Cost = { ...NOTHING, rated: false };

export function destinationOf(catalog: Catalog, peer: string | undefined): string | null {
  let best: { code: string; length: number } | null = null;
  for (const { code, prefixes } of catalog.destinations ?? []) {
    for (const prefix of prefixes) {
      if (peer?.startsWith(prefix) && (!best || prefix.length > best.length)) best = { code, length: prefix.length };
    }
  }
  return best?.code ?? null;
}

export function outgoing(usage: Usage, start: number, tariff: Tariff, catalog: Catalog, buckets: Bucket[]): Cost {
  if ((usage.outcome ?? 'ANSWERED') !== 'ANSWERED') return NOTHING;
  const to = destinationOf(catalog, usage.peer);
  if (usage.service === 'CALL')
    return call(usage.seconds ?? 0, start, to, tariff, catalog, ordered(buckets, 'VOICE', to));
  if (usage.service === 'SMS') {
    const entry = (tariff.sms ?? []).find(
      ({ destinations }) => !destinations || (to !== null && destinations.includes(to)),
    );
    if (!entry) return UNRATED;
    return unit(usage.segments ?? 1, 1, new Decimal(entry.price), ordered(buckets, 'SMS', to));
  }
  if (!tariff.data) return UNRATED;
  const step = tariff.data.incrementKB ?? 1;
  const units = Math.ceil(Math.ceil((usage.bytes ?? 0) / 1024) / step);
  const price = new Decimal(tariff.data.pricePerMB).times(step).div(1024);
  return unit(units, step, price, ordered(buckets, 'DATA', null));
}

function unit(count: number, size: number, price: Decimal, buckets: Bucket[]): Cost {
  let exact = new Decimal(0);
  let packaged = 0;
  let covering = true;
  for (let index = 0; index < count; index += 1) {
    covering = covering && take(buckets, size);
    if (covering) packaged += size;
    else exact = exact.plus(price);
  }
  return { exact, quantity: count * size, packaged, rated: true };
}

function call(
  seconds: number,
  start: number,
  to: string | null,
  tariff: Tariff,
  catalog: Catalog,
  buckets: Bucket[],
): Cost {
  const entryAt = (position: number) =>
    (tariff.voice ?? []).find(
      (entry) =>
        (!entry.destinations || (to !== null && entry.destinations.includes(to))) &&
        inBand(entry, start + position * 1000),
    );
  const first = entryAt(0);
  if (!first) return UNRATED;
  if (seconds === 0 || seconds < (first.freeBelowSec ?? catalog.policy?.freeBelowSec ?? 0)) return NOTHING;

  // A call that runs into a time without a price is unrated as a whole and draws on nothing: look before touching a bucket.
  const increments: { readonly length: number; readonly price: Decimal }[] = [];
  let position = 0;
  while (position < seconds) {
    const entry = entryAt(position);
    if (!entry) return UNRATED;
    const step = entry.steps.filter(({ fromSec }) => fromSec <= position).at(-1);
    if (!step) return UNRATED;
    increments.push({
      length: step.incrementSec,
      price: new Decimal(step.price).times(step.incrementSec).div(step.perSec),
    });
    position += step.incrementSec;
  }

  let exact = new Decimal(0);
  let packaged = 0;
  let covering = true;
  for (const increment of increments) {
    covering = covering && take(buckets, increment.length);
    if (covering) packaged += increment.length;
    else exact = exact.plus(increment.price);
  }
  if (!covering) exact = exact.plus(first.setup ?? 0);
  if (first.cap && exact.gt(first.cap)) exact = new Decimal(first.cap);
  return { exact, quantity: position, packaged, rated: true };
}

function inBand(entry: VoiceEntry, at: number): boolean {
  if (!entry.bands) return true;
  const { weekday, seconds } = local(at);
  return entry.bands.some(({ days, from = '00:00', to = '24:00' }) => {
    const begin = toSeconds(from);
    const end = toSeconds(to);
    const time = begin <= end ? seconds >= begin && seconds < end : seconds >= begin || seconds < end;
    return time && (!days || days.includes(weekday));
  });
}

function toSeconds(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60;
}

const RANK = { CARRY: 0, BASE: 1, ADDON: 2 } as const;

function ordered(buckets: Bucket[], kind: Bucket['kind'], to: string | null): Bucket[] {
  return inOrder(
    buckets.filter(
      (bucket) => bucket.kind === kind && (!bucket.destinations || (to !== null && bucket.destinations.includes(to))),
    ),
  );
}

/** SRV-30: what ends first, CARRY before BASE before ADDON, the smaller remainder first. */
export function inOrder(buckets: readonly Bucket[]): Bucket[] {
  return [...buckets].sort(
    (a, b) =>
      (a.to < b.to ? -1 : a.to > b.to ? 1 : 0) ||
      RANK[a.source] - RANK[b.source] ||
      whereItIs(a).remaining - whereItIs(b).remaining,
  );
}

/** What was carried over is in the carried bucket; its place in the order stays that of the bucket it came from. */
function whereItIs(bucket: Bucket): Bucket {
  return bucket.carriedTo ?? bucket;
}

/** Takes one whole increment, from several buckets if need be, or nothing. */
function take(buckets: Bucket[], amount: number): boolean {
  const places = buckets.map(whereItIs);
  if (places.reduce((sum, { remaining }) => sum + remaining, 0) < amount) return false;
  let wanted = amount;
  for (const place of places) {
    const part = Math.min(place.remaining, wanted);
    place.remaining -= part;
    wanted -= part;
  }
  return true;
}

/** What an incoming call earns, before the monthly cap. */
export function earned(usage: Usage, tariff: Tariff): { readonly exact: Decimal; readonly quantity: number } {
  const { bonus } = tariff;
  const seconds = usage.seconds ?? 0;
  const none = { exact: new Decimal(0), quantity: 0 };
  if (!bonus || usage.service !== 'CALL' || (usage.outcome ?? 'ANSWERED') !== 'ANSWERED' || usage.forwarded)
    return none;
  if (seconds === 0 || seconds < (bonus.freeBelowSec ?? 3)) return none;
  const step = bonus.incrementSec ?? 1;
  const quantity = Math.ceil(seconds / step) * step;
  return { exact: new Decimal(bonus.pricePerMin).times(quantity).div(60), quantity };
}
