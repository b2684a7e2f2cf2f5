/** Buckets of packages: which are used, in what order, and how they come and go. @see domain.md SRV-3, SRV-30 … SRV-34 */
import type { PackageKind, PackageOffer, Tariff } from './catalog.js';
import { type Catalogue, fits } from './catalogue.js';
import { dayOfMonth, daysInMonth, daysLeft, lastDay, monthOf } from './calendar.js';
import type { Desk } from './desk.js';
import type { Bucket, BucketSource, NumberState } from './state.js';

const SOURCE_ORDER: Readonly<Record<BucketSource, number>> = { CARRY: 0, BASE: 1, ADDON: 2 };

/** A bucket that a record may draw on. */
export interface Source {
  readonly bucket: Bucket;
  readonly order: Pick<Bucket, 'validTo' | 'source'>;
}

/**
 * Buckets that a record may draw on, in order of use: those that were valid at its start, ended meanwhile or not; what has been
 * carried over since is drawn from the carried bucket. None once the bill of the month is issued.
 *
 * @see FORMAT.md §4
 */
export function usableBuckets(
  desk: Desk,
  number: NumberState,
  kind: PackageKind,
  destination: string | null,
  start: number,
): readonly Bucket[] {
  if (number.buckets.length === 0 || desk.zone.monthAt(start) <= desk.state.closed.month) return [];
  const sources: Source[] = [];
  for (const bucket of number.buckets) {
    if (bucket.kind !== kind || start < bucket.from || (bucket.endedAt !== null && start >= bucket.endedAt)) continue;
    if (!fits(desk.catalogue.package(bucket.package)?.destinations, destination)) continue;
    const carried = number.buckets.find(({ id }) => id === bucket.carriedTo);
    const drawn = carried ?? bucket;
    if (drawn.remaining > 0 && !sources.some((source) => source.bucket === drawn)) {
      sources.push({ bucket: drawn, order: bucket });
    }
  }
  return sources.sort(inOrderOfUse).map(({ bucket }) => bucket);
}

/** Buckets with something left that a record of now would draw on. */
export function usableNow(
  catalogue: Catalogue,
  number: NumberState,
  kind: PackageKind,
  destination: string | null,
): readonly Bucket[] {
  return presentBuckets(number).filter(
    (bucket) =>
      bucket.kind === kind &&
      bucket.remaining > 0 &&
      fits(catalogue.package(bucket.package)?.destinations, destination),
  );
}

/** Buckets that are valid now, in order of use, empty ones too. */
export function presentBuckets(number: NumberState): readonly Bucket[] {
  return number.buckets
    .filter(({ endedAt }) => endedAt === null)
    .map((bucket) => ({ bucket, order: bucket }))
    .sort(inOrderOfUse)
    .map(({ bucket }) => bucket);
}

function inOrderOfUse(a: Source, b: Source): number {
  if (a.order.validTo !== b.order.validTo) return a.order.validTo < b.order.validTo ? -1 : 1;
  const bySource = SOURCE_ORDER[a.order.source] - SOURCE_ORDER[b.order.source];
  return bySource === 0 ? a.bucket.remaining - b.bucket.remaining : bySource;
}

/** Takes a quantity from buckets in their order. */
export function draw(
  buckets: readonly Bucket[],
  quantity: number,
): readonly { readonly bucket: string; readonly quantity: number }[] {
  let left = quantity;
  return buckets.flatMap(({ id, remaining }) => {
    const taken = Math.min(left, remaining);
    left -= taken;
    return taken > 0 ? [{ bucket: id, quantity: taken }] : [];
  });
}

/** Volume left in all the buckets. */
export function volume(buckets: readonly Bucket[]): number {
  return buckets.reduce((sum, { remaining }) => sum + remaining, 0);
}

/**
 * Grants the base packages of the present tariff for the rest of the month: prorated like the fee and rounded down, whole where the
 * tariff is not prorated or the package is data that carries over (SRV-2, SRV-3).
 */
export function grantBase(desk: Desk, number: NumberState, tariff: Tariff): void {
  const month = monthOf(desk.today);
  for (const code of tariff.packages ?? []) {
    const offer = desk.catalogue.package(code);
    if (offer) grant(desk, number, offer, 'BASE', baseVolume(desk.today, tariff, offer), lastDay(month), month);
  }
}

function baseVolume(day: string, tariff: Tariff, offer: PackageOffer): number {
  const whole = tariff.fee?.proration === 'NONE' || (offer.kind === 'DATA' && offer.carryOver === true);
  if (whole || dayOfMonth(day) === 1) return offer.amount;
  // Whole numbers: the product is exact, and so is the quotient rounded down.
  return Math.floor((offer.amount * daysLeft(day)) / daysInMonth(monthOf(day)));
}

/** Opens a bucket that is valid from now. */
export function grant(
  desk: Desk,
  number: NumberState,
  offer: PackageOffer,
  source: BucketSource,
  nominal: number,
  validTo: string,
  month?: string,
): void {
  const bucket = newBucket(desk, number, offer, source, nominal, validTo);
  desk.emit({ type: 'bucket.granted', number: number.number, bucket, ...(month === undefined ? {} : { month }) });
}

function newBucket(
  desk: Desk,
  number: NumberState,
  offer: PackageOffer,
  source: BucketSource,
  nominal: number,
  validTo: string,
): Bucket {
  return {
    id: `${number.number}/${offer.code}/${source}/${desk.now}/${number.buckets.length}`,
    package: offer.code,
    kind: offer.kind,
    source,
    nominal,
    remaining: nominal,
    from: desk.now,
    validTo,
    endedAt: null,
    carriedTo: null,
  };
}

/** Ends the buckets whose last day has passed. */
export function expireBuckets(desk: Desk, number: NumberState): void {
  for (const { id, endedAt, validTo } of number.buckets) {
    if (endedAt === null && validTo < desk.state.day) {
      desk.emit({ type: 'bucket.ended', number: number.number, bucket: id });
    }
  }
}

/** Ends buckets before their time: those of the tariff with a change of tariff, all of them with the number. */
export function endBuckets(desk: Desk, number: NumberState, sources: readonly BucketSource[]): void {
  for (const { id, endedAt, source } of number.buckets) {
    if (endedAt === null && sources.includes(source)) {
      desk.emit({ type: 'bucket.ended', number: number.number, bucket: id });
    }
  }
}

/** Moves what is left of the base packages that end at this midnight into the new month, once (SRV-32). */
export function carryOver(desk: Desk, number: NumberState): void {
  for (const bucket of [...number.buckets]) {
    const offer = desk.catalogue.package(bucket.package);
    if (bucket.source !== 'BASE' || bucket.endedAt !== desk.now || bucket.remaining === 0 || !offer?.carryOver)
      continue;
    desk.emit({
      type: 'bucket.carried',
      number: number.number,
      from: bucket.id,
      bucket: newBucket(desk, number, offer, 'CARRY', bucket.remaining, lastDay(monthOf(desk.state.day))),
    });
  }
}
