import type { Glyph } from '../../ui/parts/status.js';
import type { Words } from '../../ui/parts/say.js';
import { formatDate } from '../../i18n/dates.js';
import { formatNumber } from '../../i18n/quantities.js';
import { unitWord } from '../../i18n/measures.js';
import { parse, type Money } from '../../money/format.js';
import type { Bucket, NumberItem, TariffCard } from './data.js';
import type ru from './messages/ru.js';

/** Facts of the domain in words; quantities, never money. */

export type ServicesWords = Words<typeof ru>;
export type VolumeKind = Bucket['kind'];

/** Kinds in the order of a bill. */
export const VOLUME_KINDS: readonly VolumeKind[] = ['VOICE', 'SMS', 'DATA'];

/** What is left of a volume, in the unit of the whole: `1,2` of `3 ГБ`. */
export interface Gauge {
  readonly left: string;
  readonly whole: string;
  readonly unit: string;
  /** Share that is left, 0 to 1. */
  readonly share: number;
}

/** @param left - Seconds, segments or KB, as is `whole`. */
export function gauge(kind: VolumeKind, left: number, whole: number, { t, locale }: ServicesWords): Gauge {
  const share = whole > 0 ? left / whole : 0;
  // Never rounded up: nobody is promised more than is left.
  const number = (value: number, digits = 0) =>
    formatNumber(Math.floor(value * 10 ** digits) / 10 ** digits, locale, digits);
  if (kind === 'SMS') return { left: number(left), whole: number(whole), unit: t('sms'), share };
  const [size, name] =
    kind === 'VOICE'
      ? ([60, 'minute'] as const)
      : whole >= 1024 * 1024
        ? ([1024 * 1024, 'gigabyte'] as const)
        : whole >= 1024
          ? ([1024, 'megabyte'] as const)
          : ([1, 'kilobyte'] as const);
  const digits = kind === 'VOICE' ? 0 : 1;
  return {
    left: number(left / size, digits),
    whole: number(whole / size, digits),
    unit: unitWord(whole / size, name, locale),
    share,
  };
}

/** `300 мин`, `50 SMS`, `3 ГБ`. */
export function volumeText(kind: VolumeKind, amount: number, words: ServicesWords): string {
  const { whole, unit } = gauge(kind, amount, amount, words);
  return `${whole}\u00a0${unit}`;
}

/** Buckets of one kind taken together. */
export interface Volume {
  readonly kind: VolumeKind;
  readonly remaining: number;
  readonly nominal: number;
  /** Part of `remaining` that was carried over from last month. */
  readonly carried: number;
  /** What was carried over, spent or not: part of `nominal`. */
  readonly carriedOver: number;
  readonly buckets: readonly Bucket[];
}

export function volumesOf(buckets: readonly Bucket[]): readonly Volume[] {
  return VOLUME_KINDS.flatMap((kind) => {
    const own = buckets.filter((bucket) => bucket.kind === kind);
    if (own.length === 0) return [];
    const sum = (pick: (bucket: Bucket) => number) => own.reduce((total, bucket) => total + pick(bucket), 0);
    return {
      kind,
      remaining: sum(({ remaining }) => remaining),
      nominal: sum(({ nominal }) => nominal),
      carried: sum(({ source, remaining }) => (source === 'CARRY' ? remaining : 0)),
      carriedOver: sum(({ source, nominal }) => (source === 'CARRY' ? nominal : 0)),
      buckets: own,
    };
  });
}

/** Lowest unit price of a service, and whether there are dearer ones: "from 0,95 ₽". `null`: the tariff sells none. */
export function unitPrice(
  tariff: TariffCard,
  service: TariffCard['prices'][number]['service'],
): { readonly price: Money; readonly from: boolean } | null {
  const prices = tariff.prices.filter((one) => one.service === service);
  const lowest = prices.reduce<Money | null>(
    (least, { price }) => (least && !isLess(price, least) ? least : price),
    null,
  );
  return lowest && { price: lowest, from: prices.some(({ price, always }) => !always || isLess(lowest, price)) };
}

/** Whether one amount is less than another of the same currency, by the decimal strings themselves; neither is negative. */
export function isLess(a: Money, b: Money): boolean {
  const [one, other] = [parse(a.value), parse(b.value)];
  if (one.whole.length !== other.whole.length) return one.whole.length < other.whole.length;
  return one.whole + one.fraction.padEnd(9, '0') < other.whole + other.fraction.padEnd(9, '0');
}

/** Status of a number as a glyph and words. */
export function statusOf(number: NumberItem, { t }: ServicesWords): { readonly glyph: Glyph; readonly text: string } {
  switch (number.status) {
    case 'ACTIVE':
      return { glyph: 'fine', text: t('statusActive') };
    case 'CLOSING':
      return { glyph: 'progress', text: t('statusClosing') };
    case 'HOLD':
      return {
        glyph: 'attention',
        text: t('statusHold', { date: number.holdUntil ? formatDate(number.holdUntil) : '' }),
      };
    case 'NOT_VERIFIED':
      return { glyph: 'attention', text: t('statusNotVerified') };
    case 'CLOSED':
      return { glyph: 'idle', text: t('statusClosed') };
  }
}

/** Whether anything of the number can still be changed. */
export const isOpen = ({ status }: NumberItem): boolean => status === 'ACTIVE' || status === 'NOT_VERIFIED';

export function kindText(kind: NumberItem['kind'], { t }: ServicesWords): string {
  return t(`kind${kind}`);
}
