import { Decimal as Plain } from 'decimal.js';
import type { Tariff } from '../../engine/catalog.js';
import type { Bucket } from './rating.js';
import { local } from './time.js';

/** What the second calculation remembers, and its money. */

/** Refused by the second calculation. */
export class No extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

export interface Entry {
  readonly number: string | null;
  readonly kind: string;
  /** Display sign. */
  readonly amount: Decimal;
  /** Only where VAT comes on top. */
  readonly net: Decimal | null;
  /** Own local day: of service, for VAT and lines. */
  readonly day: string;
  /** Local day from which on it counts as posted: for late usage the day it came, else its own. */
  readonly posted: string;
  /** Month of the bill that it belongs to. */
  readonly month: string;
  readonly quantity: number;
  /** Entries with the same key are one line. */
  readonly line: string;
}

export interface OwnNumber {
  readonly number: string;
  tariff: Tariff;
  closed: boolean;
  change: { readonly to: Tariff; at: number; postponed: boolean } | null;
  changedOn: string | null;
  readonly tariffs: { readonly tariff: Tariff; readonly from: number; readonly stay: number }[];
  readonly buckets: Bucket[];
  readonly options: { readonly code: string; on: boolean }[];
  /** Month whose fee was left out because of a lock, or `POSTPONED` while it is charged by the day instead. */
  feeLeftOut: string | null;
  /** Day whose part of the fee was left out. */
  sliceLeftOut: string | null;
  /** Month whose base packages were left out with the fee. */
  packagesLeftOut: string | null;
  readonly earned: Map<string, Decimal>;
  closeAt: number | null;
}

/** Wide enough that a third of a kopeck, added up a thousand times, is told from the half it is next to. */
export const Decimal = Plain.clone({ precision: 80 });
export type Decimal = Plain;

export const round = (amount: Decimal) =>
  new Decimal(amount).toDecimalPlaces(40, Decimal.ROUND_HALF_UP).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
export const ZERO = new Decimal(0);

export function text(amount: Decimal): string {
  return (amount.isZero() ? ZERO : amount).toFixed(2);
}

export function stayOf(number: OwnNumber): number {
  return number.tariffs.at(-1)?.stay ?? 0;
}

/** A bucket is open from the instant at which it was filled through its last local day, unless a change ended it. */
export function validAt(bucket: Bucket, at: number): boolean {
  return bucket.from <= at && local(at).day <= bucket.to && (bucket.ended === null || at < bucket.ended);
}

export function add(sums: Map<string, Decimal>, day: string, amount: Decimal): void {
  sums.set(day, (sums.get(day) ?? ZERO).plus(amount));
}
