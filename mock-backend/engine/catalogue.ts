/** The catalogue, indexed: what the rules look up in it. */
import type {
  Catalog,
  Option,
  PackageOffer,
  Policy,
  PromisedPolicy,
  SmsEntry,
  Tariff,
  Tax,
  VoiceEntry,
} from './catalog.js';
import { CompiledVoice } from './rating/compiled.js';
import { PrefixTree } from './rating/prefixes.js';
import { Showcase } from './stock/showcase.js';

/** VAT in Russia by date of service (VAT-1). */
export const DEFAULT_TAXES: readonly Tax[] = [
  { from: '2019-01-01', rate: '20' },
  { from: '2026-01-01', rate: '22' },
];

/** Policy values with their defaults. @see FORMAT.md §7 */
export interface FullPolicy {
  readonly billIssue: { readonly day: number; readonly time: string };
  readonly oldFeeOnChange: 'NO_REFUND' | 'PRORATE_BOTH';
  readonly allowToday: boolean;
  readonly freeBelowSec: number;
  readonly dueDays: number;
  readonly minTopUp: string;
  readonly maxTopUp: string;
  readonly promised: PromisedPolicy | null;
  readonly holdDays: number;
  readonly zeroBill: boolean;
}

/** A catalogue that answers by code. Immutable; safe to share between accounts. */
export class Catalogue {
  readonly policy: FullPolicy;
  readonly tariffs: readonly Tariff[];
  readonly options: readonly Option[];
  readonly packages: readonly PackageOffer[];
  readonly showcase: Showcase;
  readonly #tariffs: ReadonlyMap<string, Tariff>;
  readonly #options: ReadonlyMap<string, Option>;
  readonly #packages: ReadonlyMap<string, PackageOffer>;
  readonly #prefixes: PrefixTree<string>;
  readonly #taxes: readonly Tax[];
  readonly #entries = new WeakMap<Tariff, Map<string | null, readonly VoiceEntry[]>>();
  readonly #compiled = new WeakMap<readonly VoiceEntry[], Map<number, CompiledVoice | null>>();

  constructor(readonly source: Catalog) {
    this.policy = fullPolicy(source.policy ?? {});
    this.tariffs = source.tariffs ?? [];
    this.options = source.options ?? [];
    this.packages = source.packages ?? [];
    this.showcase = new Showcase(source.showcase ?? { cities: [], numbers: [] });
    this.#tariffs = new Map(this.tariffs.map((tariff) => [tariff.code, tariff]));
    this.#options = new Map(this.options.map((option) => [option.code, option]));
    this.#packages = new Map(this.packages.map((offer) => [offer.code, offer]));
    // Of two groups with the same prefix the first in the catalogue has it.
    this.#prefixes = new PrefixTree(
      (source.destinations ?? []).flatMap(({ code, prefixes }) => prefixes.map((prefix) => [prefix, code] as const)),
    );
    this.#taxes = [...(source.taxes ?? DEFAULT_TAXES)].sort((a, b) => (a.from < b.from ? -1 : 1));
  }

  tariff(code: string): Tariff | undefined {
    return this.#tariffs.get(code);
  }

  option(code: string): Option | undefined {
    return this.#options.get(code);
  }

  package(code: string): PackageOffer | undefined {
    return this.#packages.get(code);
  }

  /** The group of destinations with the longest prefix of the number (SRV-25); `null` if there is none. */
  destinationOf(peer: string | null): string | null {
    return peer === null ? null : (this.#prefixes.find(peer) ?? null);
  }

  /** The VAT rate of a day of service and the day from which it applies. */
  taxOn(day: string): Tax {
    let found: Tax = { from: '0001-01-01', rate: null };
    for (const tax of this.#taxes) if (tax.from <= day) found = tax;
    return found;
  }

  /** Voice entries of a tariff that fit a destination, in their order. */
  voiceEntries(tariff: Tariff, destination: string | null): readonly VoiceEntry[] {
    let byDestination = this.#entries.get(tariff);
    if (!byDestination) this.#entries.set(tariff, (byDestination = new Map()));
    let entries = byDestination.get(destination);
    if (!entries) {
      entries = (tariff.voice ?? []).filter((entry) => fits(entry.destinations, destination));
      byDestination.set(destination, entries);
    }
    return entries;
  }

  /**
   * The prices of a tariff for a destination in whole numbers.
   *
   * @param scale - Decimals of the account's currency.
   * @returns `null` if they do not fit: then decimals tell.
   */
  compiledVoice(tariff: Tariff, destination: string | null, scale: number): CompiledVoice | null {
    const entries = this.voiceEntries(tariff, destination);
    let byScale = this.#compiled.get(entries);
    if (!byScale) this.#compiled.set(entries, (byScale = new Map()));
    let compiled = byScale.get(scale);
    if (compiled === undefined) {
      compiled = CompiledVoice.of(entries, this.policy.freeBelowSec, scale);
      byScale.set(scale, compiled);
    }
    return compiled;
  }

  smsEntry(tariff: Tariff, destination: string | null): SmsEntry | undefined {
    return tariff.sms?.find((entry) => fits(entry.destinations, destination));
  }
}

/** Whether a list of destinations, absent = every one, has the destination. */
export function fits(destinations: readonly string[] | undefined, destination: string | null): boolean {
  return destinations === undefined || (destination !== null && destinations.includes(destination));
}

function fullPolicy(policy: Policy): FullPolicy {
  return {
    billIssue: { day: policy.billIssue?.day ?? 1, time: policy.billIssue?.time ?? '06:00' },
    oldFeeOnChange: policy.oldFeeOnChange ?? 'NO_REFUND',
    allowToday: policy.allowToday ?? true,
    freeBelowSec: policy.freeBelowSec ?? 0,
    dueDays: policy.dueDays ?? 20,
    minTopUp: policy.minTopUp ?? '1.00',
    maxTopUp: policy.maxTopUp ?? '1000000.00',
    promised: policy.promised ?? null,
    holdDays: policy.holdDays ?? 60,
    zeroBill: policy.zeroBill ?? false,
  };
}
