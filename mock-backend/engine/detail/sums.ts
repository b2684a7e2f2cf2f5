/** Sums of many rows of the detail: whole numbers of the smallest unit, exact and quick; decimal strings at both ends. */
import type { Entry } from '../events.js';
import type { DetailService } from '../query.js';

export interface DetailTotals {
  readonly count: number;
  /** Length of all calls as they were. */
  readonly seconds: number;
  readonly segments: number;
  readonly kilobytes: number;
  readonly charges: string;
  readonly accruals: string;
  readonly total: string;
  readonly byService: readonly { readonly service: DetailService; readonly count: number; readonly amount: string }[];
}

/** Services in the order in which a bill lists them. */
const ORDER: readonly DetailService[] = [
  'FEE',
  'OPTION',
  'CALL',
  'SMS',
  'DATA',
  'SETUP',
  'PACKAGE',
  'MIN_SPEND',
  'CORRECTION',
  'BONUS',
];

/** `"-12.50"` → `-1250n`; the scale is that of the string. */
export function toMinor(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

/** `-1250n` → `"-12.50"`. Zero has no sign. */
export function fromMinor(minor: bigint, scale: number): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${minor < 0n ? '-' : ''}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ''}`;
}

/** A running sum. */
export class Tally {
  #count = 0;
  #seconds = 0;
  #segments = 0;
  #kilobytes = 0;
  #charges = 0n;
  #accruals = 0n;
  readonly #services = new Map<DetailService, { count: number; minor: bigint }>();

  constructor(private readonly scale: number) {}

  add(entry: Entry, minor: bigint): void {
    this.#count += 1;
    if (entry.usage) {
      this.#seconds += entry.usage.seconds;
      this.#segments += entry.usage.segments;
      this.#kilobytes += entry.usage.billedKB;
    }
    if (minor < 0n) this.#accruals += minor;
    else this.#charges += minor;
    const service = this.#services.get(entry.service);
    if (service === undefined) this.#services.set(entry.service, { count: 1, minor });
    else {
      service.count += 1;
      service.minor += minor;
    }
  }

  get charged(): bigint {
    return this.#charges;
  }

  get totals(): DetailTotals {
    return {
      count: this.#count,
      seconds: this.#seconds,
      segments: this.#segments,
      kilobytes: this.#kilobytes,
      charges: fromMinor(this.#charges, this.scale),
      accruals: fromMinor(this.#accruals, this.scale),
      total: fromMinor(this.#charges + this.#accruals, this.scale),
      byService: ORDER.flatMap((service) => {
        const sum = this.#services.get(service);
        return sum ? [{ service, count: sum.count, amount: fromMinor(sum.minor, this.scale) }] : [];
      }),
    };
  }
}
