import type { PackageOffer } from '../../engine/catalog.js';
import { type OracleAccount, numberOf, packageOf } from './account.js';
import { type Bucket, inOrder } from './rating.js';
import { type OwnNumber, validAt } from './state.js';
import { dayAfter, firstOfNext, local, midnightOf } from './time.js';

/** Packages: granted, carried over, listed. */

export function grant(account: OracleAccount, number: OwnNumber, share: number, day: string): void {
  const { date, length, month } = local(midnightOf(day));
  for (const code of number.tariff.packages ?? []) {
    const offer = packageOf(account, code);
    // Data that may be carried over are given whole (SRV-2).
    const whole = share === 1 || (offer.kind === 'DATA' && offer.carryOver === true);
    const amount = whole ? offer.amount : Math.floor((offer.amount * (length - date + 1)) / length);
    fill(account, number, offer, 'BASE', amount, local(firstOfNext(month) - 1).day);
  }
}

export function carry(account: OracleAccount, number: OwnNumber, day: string): void {
  const yesterday = dayAfter(day, -1);
  for (const bucket of [...number.buckets]) {
    const offer = packageOf(account, bucket.package);
    if (bucket.source !== 'BASE' || bucket.to !== yesterday || bucket.ended !== null) continue;
    if (!offer.carryOver || bucket.remaining === 0) continue;
    const to = local(firstOfNext(local(account.now).month) - 1).day;
    bucket.carriedTo = fill(account, number, offer, 'CARRY', bucket.remaining, to);
  }
}

export function fill(
  account: OracleAccount,
  number: OwnNumber,
  offer: PackageOffer,
  source: Bucket['source'],
  amount: number,
  to: string,
): Bucket {
  const bucket: Bucket = {
    package: offer.code,
    kind: offer.kind,
    source,
    destinations: offer.destinations ?? null,
    nominal: amount,
    remaining: amount,
    from: account.now,
    to,
    ended: null,
    carriedTo: null,
  };
  number.buckets.push(bucket);
  return bucket;
}

export function packages(account: OracleAccount, number: string): readonly object[] {
  const open = numberOf(account, number).buckets.filter(
    (bucket) => validAt(bucket, account.now) && bucket.carriedTo === null,
  );
  return inOrder(open).map(({ package: code, source, remaining, nominal, to }) => ({
    package: code,
    source,
    remaining,
    nominal,
    validTo: to,
  }));
}
