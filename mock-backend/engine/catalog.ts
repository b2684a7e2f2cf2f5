/**
 * The catalogue of an operator: what is sold and at what price. Data, never code: the same engine bills any of them.
 * Amounts are decimal strings; prices per unit may have up to 6 decimals; quantities are whole numbers.
 *
 * @see FORMAT.md §4, §7
 */

import type { ShowcaseCatalog } from './stock/showcase.js';

/** Kinds of telephone numbers that can be connected. */
export type NumberKind = 'MOBILE' | 'GEOGRAPHIC' | 'TOLL_FREE';
/** Who holds the contract. */
export type PersonKind = 'INDIVIDUAL' | 'SOLE_TRADER' | 'LEGAL';
export type WeekDay = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';
export type PackageKind = 'VOICE' | 'SMS' | 'DATA';

/** A named group of destinations; a call belongs to the group with the longest matching prefix (SRV-25). */
export interface Destination {
  readonly code: string;
  /** E.164 prefixes with the plus. */
  readonly prefixes: readonly string[];
}

/** VAT rate by date of service (VAT-1). */
export interface Tax {
  /** First day of the rate, `YYYY-MM-DD`. */
  readonly from: string;
  /** Per cent as a decimal string; `null` = without VAT (VAT-5). */
  readonly rate: string | null;
}

/** A part of the week in local time; `from` later than `to` runs over midnight, `to` may be `24:00`. */
export interface Band {
  readonly days?: readonly WeekDay[];
  readonly from?: string;
  readonly to?: string;
}

/** From `fromSec` of the call on, every started `incrementSec` costs `price × incrementSec / perSec`. */
export interface VoiceStep {
  readonly fromSec: number;
  readonly price: string;
  readonly perSec: number;
  readonly incrementSec: number;
}

/** Price of outgoing calls to some destinations in some bands. */
export interface VoiceEntry {
  readonly destinations?: readonly string[];
  readonly bands?: readonly Band[];
  /** Charged once per call with billed seconds. */
  readonly setup?: string;
  /** A shorter call is free. Default: `policy.freeBelowSec`. */
  readonly freeBelowSec?: number;
  readonly steps: readonly VoiceStep[];
  /** Most that one call may cost. */
  readonly cap?: string | null;
}

export interface SmsEntry {
  readonly destinations?: readonly string[];
  /** Per segment (SRV-22). */
  readonly price: string;
}

export interface DataPrice {
  readonly pricePerMB: string;
  readonly incrementKB?: number;
}

/** What the subscriber earns for incoming calls (SRV-40 … 42). */
export interface Bonus {
  readonly pricePerMin: string;
  readonly incrementSec?: number;
  readonly freeBelowSec?: number;
  /** Most that one number may earn in a calendar month. */
  readonly monthlyCap?: string | null;
}

export interface Fee {
  readonly amount: string;
  readonly charge?: 'MONTHLY_IN_ADVANCE' | 'DAILY';
  readonly proration?: 'DAY' | 'NONE';
}

export interface Tariff {
  readonly code: string;
  readonly name: string;
  readonly kinds?: readonly NumberKind[];
  readonly personKinds?: readonly PersonKind[];
  readonly status?: 'PUBLIC' | 'SPECIAL' | 'ARCHIVE' | 'TEST';
  readonly vatIncluded?: boolean;
  readonly setupFee?: string;
  readonly minSpend?: string;
  readonly fee?: Fee;
  readonly chargeWhileBlocked?: boolean;
  readonly currency?: string;
  /** Codes of the options that go with the tariff. Default: all. */
  readonly options?: readonly string[];
  readonly voice?: readonly VoiceEntry[];
  readonly sms?: readonly SmsEntry[];
  readonly data?: DataPrice;
  readonly bonus?: Bonus;
  /** Codes of the base packages, granted with the fee. */
  readonly packages?: readonly string[];
  readonly requiresVerified?: boolean;
}

/** A volume: seconds of calls, segments of SMS or KB of data. */
export interface PackageOffer {
  readonly code: string;
  readonly name?: string;
  readonly kind: PackageKind;
  readonly amount: number;
  readonly carryOver?: boolean;
  readonly destinations?: readonly string[];
  /** Price when bought; base packages are part of the tariff. */
  readonly price?: string;
  /** Life of a bought package in local days, the day of purchase counted; `null` = to the end of the month. */
  readonly days?: number | null;
}

export interface Option {
  readonly code: string;
  readonly name?: string;
  readonly setupFee?: string;
  readonly fee?: string;
  readonly proration?: 'DAY' | 'NONE';
  readonly kinds?: readonly NumberKind[];
  readonly excludes?: readonly string[];
  readonly requires?: readonly string[];
}

/** Terms of the promised payment (BAL-8). */
export interface PromisedPolicy {
  readonly min: string;
  readonly max: string;
  readonly hours: number;
  readonly fee?: string;
  readonly perDays: number;
  readonly count: number;
}

export interface Policy {
  readonly billIssue?: { readonly day?: number; readonly time?: string };
  readonly oldFeeOnChange?: 'NO_REFUND' | 'PRORATE_BOTH';
  readonly allowToday?: boolean;
  readonly freeBelowSec?: number;
  readonly dueDays?: number;
  readonly minTopUp?: string;
  readonly maxTopUp?: string;
  readonly promised?: PromisedPolicy | null;
  readonly holdDays?: number;
  readonly zeroBill?: boolean;
}

export interface Catalog {
  readonly destinations?: readonly Destination[];
  readonly taxes?: readonly Tax[];
  readonly tariffs?: readonly Tariff[];
  readonly packages?: readonly PackageOffer[];
  readonly options?: readonly Option[];
  readonly policy?: Policy;
  /** Cities and numbers on sale; beyond FORMAT.md. */
  readonly showcase?: ShowcaseCatalog;
}
