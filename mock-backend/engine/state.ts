/**
 * What is known of one account: a fold over its journal. Plain JSON; amounts are decimal strings at the currency's scale, instants
 * milliseconds since the epoch, days `YYYY-MM-DD`, months `YYYY-MM`. Records of usage and postings are not here but in the journal;
 * of them the state keeps only sums.
 */
import type { NumberKind, PackageKind, PersonKind } from './catalog.js';
import type { BillingMode, Level, PaymentMethod, Product, SimProfile } from './command.js';
import type { LineKind } from './query.js';
import type { CartState } from './cart/state.js';
import type { DocumentsState } from './documents/state.js';
import type { ProductsState } from './products/state.js';
import type { AccessState } from './access/state.js';
import type { Contacts } from './contacts/state.js';
import type { Outbox } from './messages.js';
import type { StepUps } from './stepup/state.js';
import type { SipState } from './sip/state.js';
import type { ForwardingRule } from './telephony/forwarding.js';
import type { TopUps } from './topup/state.js';

export type LockCode = 'ADMIN' | 'VERIFICATION' | 'FINANCE' | 'DAY_LIMIT';
export type BucketSource = 'BASE' | 'CARRY' | 'ADDON';

/** A volume that may be used. */
export interface Bucket {
  id: string;
  package: string;
  kind: PackageKind;
  source: BucketSource;
  nominal: number;
  remaining: number;
  /** First instant of use. */
  from: number;
  /** Last local day. */
  validTo: string;
  /** When it ended; `null` = it has not. An ended bucket is kept for late records until the bill is issued. */
  endedAt: number | null;
  /** The bucket into which the remainder was carried over. */
  carriedTo: string | null;
}

/** A time under one tariff. */
export interface Stay {
  id: number;
  tariff: string;
  from: number;
  fromDay: string;
  /** Exclusive; `null` = it lasts. */
  until: number | null;
}

export interface PendingChange {
  to: string;
  effective: string;
  state: 'SCHEDULED' | 'POSTPONED';
}

export interface NumberState {
  number: string;
  kind: NumberKind;
  main: boolean;
  status: 'ACTIVE' | 'HOLD';
  /** Day from which a disconnected number may be sold again. */
  holdUntil: string | null;
  /** The set-up was paid for once and never is again (SRV-5). */
  setUp: boolean;
  stays: Stay[];
  /** Last day that the fee of the present tariff has been charged for. */
  paidThrough: string | null;
  /** Month in which the monthly fee is charged by the day, because a change is or was postponed. */
  byDay: string | null;
  /** Month whose fee waits for the lock to be lifted (SRV-9). */
  waits: string | null;
  /** Month for which base packages were granted. */
  basePackages: string | null;
  change: PendingChange | null;
  lastChange: 'APPLIED' | 'CANCELLED' | null;
  /** Day on which a change of tariff took effect last. */
  changedOn: string | null;
  /** Day on which the number will be disconnected. */
  closing: string | null;
  /** In the order in which they were first switched on. */
  options: { code: string; on: boolean }[];
  buckets: Bucket[];
  /** Bonus earned by month of service. */
  bonus: Record<string, string>;
  forwarding: ForwardingRule[];
  sim: string | null;
  simUse: { day: string; count: number } | null;
}

/** Sums of one line on one day: of charges with VAT inside the gross, of charges with VAT on top net and VAT. */
export interface DaySum {
  quantity: number;
  gross: string;
  net: string;
  vat: string;
}

/** A line that is growing. */
export interface LineState {
  number: string | null;
  kind: LineKind;
  /** First and last day of the line's period. */
  from: string;
  to: string;
  /** Code of the tariff, option or package; the reason of a correction. */
  subject: string;
  /** Order of its first charge. */
  order: number;
  vatRate: string | null;
  days: Record<string, DaySum>;
}

export interface MonthState {
  lines: Record<string, LineState>;
}

/** A finished line. */
export interface BillLine {
  readonly kind: LineKind;
  /** What it pays for, both days included. */
  readonly period: { readonly from: string; readonly to: string };
  /** Code of the tariff, option or package; the reason of a correction. */
  readonly subject: string;
  readonly quantity: number;
  readonly amount: string;
  readonly net: string;
  readonly vat: string;
  readonly vatRate: string | null;
}

export interface BillBlock {
  readonly number: string | null;
  readonly lines: readonly BillLine[];
  readonly subtotal: string;
}

/** Blocks and their sums. */
export interface Sheet {
  readonly blocks: readonly BillBlock[];
  readonly charges: string;
  readonly accruals: string;
  readonly total: string;
  readonly net: string;
  readonly vat: string;
}

/** A bill as it was issued. */
export interface IssuedBill extends Sheet {
  readonly month: string;
  readonly number: string;
  readonly issuedAt: number;
  readonly issuedOn: string;
  readonly opening: string;
  readonly payments: string;
  readonly closing: string;
}

export interface PaymentState {
  txn: string;
  provider: string;
  method: PaymentMethod;
  amount: string;
  refunded: string;
  outcome: 'SUCCEEDED' | 'FAILED';
  /** The bank has taken the money back. */
  reversed?: true;
  at: number;
}

export interface Quote {
  id: string;
  number: string;
  to: string;
  effective: string;
  now: string;
  oldMonthly: string;
  newMonthly: string;
  lines: { kind: LineKind; amount: string }[];
  shortfall: string;
  optionsOff: string[];
  expiresAt: number;
}

export interface AccountState {
  id: string;
  kind: PersonKind;
  billingMode: BillingMode;
  /** `null` = no limit. */
  creditLimit: string | null;
  /** The operator's limit of usage charges per day; `null` = off. */
  dayLimit: string | null;
  timezone: string;
  currency: string;
  verified: boolean;
  openedAt: number;
  openedOn: string;
  opening: string;
  /** The last local day that has begun. */
  day: string;
  balance: string;
  reserved: string;
  promised: { amount: string; until: number } | null;
  /** When promised payments were taken, for the quota. */
  promisedTaken: number[];
  /** Since when each lock is on. */
  locks: Partial<Record<LockCode, number>>;
  /** Charges of the present day: usage (BAL-4), and what the alert counts (ALR-10). */
  spent: { usage: string; counted: string };
  numbers: NumberState[];
  payments: PaymentState[];
  /** Payments less refunds by month of posting. */
  paid: Record<string, string>;
  /** Months that are not closed yet. */
  months: Record<string, MonthState>;
  /** The last month closed and its closing balance. */
  closed: { month: string; closing: string };
  bills: IssuedBill[];
  contacts: Contacts;
  messages: Outbox;
  alerts: { lowBalance: string | null; dayLimit: string | null; lowSent: boolean; daySentOn: string | null };
  unrated: string[];
  /** SIM cards of the account. */
  sims: string[];
  /** Which of them are eSIM, and how far the profile of each has come; absent while there is none. */
  esims?: Record<string, SimProfile>;
  /** Cards that were lost: they can never be bound again. */
  lostSims: string[];
  sip: SipState;
  documents: DocumentsState;
  products: ProductsState;
  topups: TopUps;
  cart: CartState;
  users: Record<string, Partial<Record<Product, Level>>>;
  access: AccessState;
  stepUps: StepUps;
  quotes: Record<string, Quote>;
  /** Entries made so far: source of ids and of order. */
  entries: number;
}
