/**
 * Everything that can happen to an account. State changes by these and by nothing else; they are JSON and are what the store keeps.
 */
import type { NumberKind, PersonKind } from './catalog.js';
import type { BillingMode, Direction, SimProfile, UsageOutcome } from './command.js';
import type { DetailService, LineKind } from './query.js';
import type { Bucket, IssuedBill, LockCode, PaymentState, Quote } from './state.js';
import type { CartEvent } from './cart/state.js';
import type { DocumentEvent } from './documents/state.js';
import type { ProductEvent } from './products/state.js';
import type { AccessEvent } from './access/state.js';
import type { ContactEvent } from './contacts/state.js';
import type { StepUpEvent } from './stepup/state.js';
import type { SipEvent } from './sip/state.js';
import type { ForwardingRule } from './telephony/forwarding.js';
import type { TopUpEvent } from './topup/state.js';

export type PostingKind = 'OPENING' | 'PAYMENT' | 'CHARGE' | 'ACCRUAL' | 'REFUND' | 'CORRECTION' | 'REVERSAL';

/** A change of the balance (ledger sign). */
export interface Posting {
  readonly kind: PostingKind;
  readonly amount: string;
  readonly balanceAfter: string;
}

/** How a record of usage was rated. */
export interface RatedUsage {
  readonly direction: Direction;
  readonly seconds: number;
  readonly bytes: number;
  readonly peer: string | null;
  readonly forwarded: boolean;
  readonly outcome: UsageOutcome | 'UNRATED';
  readonly destination: string | null;
  readonly tariff: string;
  readonly billedSeconds: number;
  readonly segments: number;
  readonly billedKB: number;
  /** Seconds, segments or KB that packages covered. */
  readonly packaged: number;
  readonly draws: readonly { readonly bucket: string; readonly quantity: number }[];
}

/** A row of the detail: a charge (positive), an accrual (negative) or a record that costs nothing. */
export interface Entry {
  readonly id: string;
  readonly kind: LineKind;
  readonly service: DetailService;
  readonly number: string | null;
  /** Own instant: the start of a call, the moment of a charge. */
  readonly at: number;
  /** Local day of `at`, under which the detail lists it. */
  readonly day: string;
  /** Month whose statement and bill it belongs to. */
  readonly month: string;
  /** Day from whose end on the statement shows it. */
  readonly statementDay: string;
  /** What it pays for, both days included. */
  readonly period: { readonly from: string; readonly to: string };
  readonly quantity: number;
  /** Display sign, VAT inside. */
  readonly amount: string;
  readonly net: string;
  readonly vat: string;
  readonly vatRate: string | null;
  readonly vatIncluded: boolean;
  /** Key of its line within the month. */
  readonly line: string;
  /** Order of the line among equals of one day. */
  readonly order: number;
  /** Code of the tariff, option or package; the reason of a correction. */
  readonly subject: string;
  readonly usage?: RatedUsage;
  /** The fee of the present tariff is now paid through this day. */
  readonly paidThrough?: string;
  /** The fee was charged for one day of a monthly fee. */
  readonly byDay?: true;
}

export type EventBody =
  | {
      readonly type: 'account.opened';
      readonly account: {
        readonly id: string;
        readonly kind: PersonKind;
        readonly billingMode: BillingMode;
        readonly creditLimit: string | null;
        readonly dayLimit: string | null;
        readonly timezone: string;
        readonly currency: string;
        readonly verified: boolean;
        readonly opening: string;
        readonly day: string;
      };
      readonly posting?: Posting;
    }
  | { readonly type: 'day.began'; readonly day: string }
  | {
      readonly type: 'number.connected';
      readonly number: string;
      readonly kind: NumberKind;
      readonly main: boolean;
      readonly tariff: string;
      readonly day: string;
      readonly setUp: boolean;
    }
  | { readonly type: 'number.closing'; readonly number: string; readonly on: string }
  | { readonly type: 'number.closed'; readonly number: string; readonly holdUntil: string }
  | { readonly type: 'tariff.changed'; readonly number: string; readonly to: string; readonly day: string }
  | {
      readonly type: 'change.scheduled';
      readonly number: string;
      readonly to: string;
      readonly effective: string;
    }
  | { readonly type: 'change.postponed'; readonly number: string; readonly effective: string }
  | { readonly type: 'change.cancelled'; readonly number: string }
  | { readonly type: 'quote.made'; readonly quote: Quote }
  | { readonly type: 'quote.expired'; readonly id: string }
  | { readonly type: 'option.switched'; readonly number: string; readonly option: string; readonly on: boolean }
  | { readonly type: 'bucket.granted'; readonly number: string; readonly bucket: Bucket; readonly month?: string }
  | { readonly type: 'bucket.ended'; readonly number: string; readonly bucket: string }
  | { readonly type: 'bucket.carried'; readonly number: string; readonly from: string; readonly bucket: Bucket }
  | { readonly type: 'fee.waits'; readonly number: string; readonly month: string }
  | { readonly type: 'entry.posted'; readonly entry: Entry; readonly posting?: Posting }
  | { readonly type: 'payment.made'; readonly payment: PaymentState; readonly posting?: Posting }
  | {
      readonly type: 'payment.refunded';
      readonly provider: string;
      readonly txn: string;
      readonly amount: string;
      readonly posting: Posting;
    }
  | { readonly type: 'payment.reversed'; readonly provider: string; readonly txn: string; readonly posting: Posting }
  | { readonly type: 'promised.taken'; readonly amount: string; readonly until: number }
  | { readonly type: 'promised.ended' }
  | { readonly type: 'lock.set'; readonly lock: LockCode }
  | { readonly type: 'lock.lifted'; readonly lock: LockCode }
  | { readonly type: 'alert.set'; readonly lowBalance: string | null; readonly dayLimit: string | null }
  | { readonly type: 'alert.armed' }
  | {
      readonly type: 'alert.sent';
      readonly event: 'LOW_BALANCE' | 'DAY_LIMIT' | 'TOP_UP';
      readonly value: string;
      readonly contacts: readonly string[];
      /** Balance and threshold at that moment; older journals lack them. */
      readonly balance?: string;
      readonly threshold?: string | null;
    }
  | {
      readonly type: 'month.closed';
      readonly month: string;
      readonly closing: string;
      readonly bill: IssuedBill | null;
    }
  | { readonly type: 'forwarding.changed'; readonly number: string; readonly rules: readonly ForwardingRule[] }
  | { readonly type: 'sim.added'; readonly iccid: string; readonly form?: 'ESIM' }
  | { readonly type: 'sim.profiled'; readonly iccid: string; readonly profile: SimProfile }
  | { readonly type: 'sim.bound'; readonly number: string; readonly iccid: string; readonly day: string }
  | { readonly type: 'sim.unbound'; readonly number: string }
  | { readonly type: 'sim.lost'; readonly iccid: string }
  | SipEvent
  | DocumentEvent
  | ProductEvent
  | TopUpEvent
  | CartEvent
  | ContactEvent
  | StepUpEvent
  | AccessEvent;

/** An event with its instant. */
export type Event = EventBody & { readonly at: number };
export type EventType = EventBody['type'];
