/**
 * The commands of the engine: the steps of a scenario without `at`, `key`, `as`, `error` and `expect`.
 *
 * @see FORMAT.md §5
 */
import type { NumberKind, PersonKind } from './catalog.js';
import type { CartCommand } from './cart/command.js';
import type { DocumentCommand } from './documents/command.js';
import type { ProductCommand } from './products/command.js';
import type { AccessCommand } from './access/command.js';
import type { ContactCommand } from './contacts/command.js';
import type { StepUpCommand } from './stepup/command.js';
import type { SipCommand } from './sip/command.js';
import type { TopUpCommand } from './topup/command.js';

export type BillingMode = 'PREPAID' | 'POSTPAID';
export type UsageService = 'CALL' | 'SMS' | 'DATA';
export type Direction = 'OUT' | 'IN';
export type UsageOutcome = 'ANSWERED' | 'BUSY' | 'NO_ANSWER' | 'FAILED';
export type PhoneState = 'FREE' | 'BUSY' | 'NO_ANSWER' | 'UNREACHABLE';
export type PaymentMethod = 'CARD' | 'SBP' | 'BANK' | 'CASH';
export type ForwardingType = 'CFU' | 'CFB' | 'CFNRY' | 'CFNRC';
export type Product = 'CORE' | 'BILLING' | 'TELEPHONY' | 'VPBX' | 'DOCS';
export type Level = 'NONE' | 'USER' | 'ADMIN' | 'OWNER';

export interface OpenAccount {
  readonly do: 'account.open';
  readonly account: string;
  readonly kind?: PersonKind;
  readonly billingMode?: BillingMode;
  /** `null` = no limit. */
  readonly creditLimit?: string | null;
  /** The operator's hard limit of usage charges per local day (BAL-4). */
  readonly dayLimit?: string | null;
  readonly timezone?: string;
  readonly currency?: string;
  /** Opening balance, ledger sign. */
  readonly opening?: string;
  readonly verified?: boolean;
}

export interface AddNumber {
  readonly do: 'number.add';
  readonly account: string;
  readonly number: string;
  readonly kind?: NumberKind;
  readonly tariff: string;
  /** One-off price of the number. */
  readonly price?: string;
  readonly main?: boolean;
}

export interface DisconnectNumber {
  readonly do: 'number.disconnect';
  readonly number: string;
  readonly effective?: 'today' | 'period-end';
}

export interface QuoteTariff {
  readonly do: 'tariff.quote';
  readonly number: string;
  readonly to: string;
  /** `default`, `today` or a day `YYYY-MM-DD`. */
  readonly effective?: string;
}

export interface ChangeTariff {
  readonly do: 'tariff.change';
  readonly number: string;
  readonly to: string;
  readonly effective?: string;
  /** Id of the quote that is confirmed; refused when the terms are no longer the same (CC-21). */
  readonly quote?: string;
}

export interface CancelTariff {
  readonly do: 'tariff.cancel';
  readonly number: string;
}

export interface SwitchOption {
  readonly do: 'option.on' | 'option.off';
  readonly number: string;
  readonly option: string;
  /** Id of the quote that is confirmed; refused when the terms are no longer the same (CC-21). */
  readonly quote?: string;
}

export interface BuyPackage {
  readonly do: 'package.buy';
  readonly number: string;
  readonly package: string;
}

/** A fact reported by the network. */
export interface Usage {
  readonly do: 'usage';
  readonly number: string;
  readonly service: UsageService;
  readonly direction?: Direction;
  /** Instant of the start; default: now. */
  readonly start?: string;
  readonly seconds?: number;
  readonly segments?: number;
  /** Text of a message; its segments are counted when `segments` is absent. */
  readonly text?: string;
  readonly bytes?: number;
  readonly peer?: string;
  readonly outcome?: UsageOutcome;
  readonly forwarded?: boolean;
  readonly id?: string;
}

/** A CSV of usage. The caller names the file; its text goes to `World.importUsage` as a stream. */
export interface ImportUsage {
  readonly do: 'usage.import';
  readonly file: string;
}

export interface Call {
  readonly do: 'call';
  readonly from: string;
  readonly to: string;
  readonly seconds: number;
  readonly state: PhoneState;
}

export interface Pay {
  readonly do: 'payment';
  readonly account: string;
  readonly amount: string;
  readonly txn: string;
  readonly provider?: string;
  readonly method?: PaymentMethod;
  readonly outcome?: 'SUCCEEDED' | 'FAILED';
}

export interface RefundPayment {
  readonly do: 'payment.refund';
  readonly txn: string;
  readonly amount: string;
}
/** The bank takes a payment back: a chargeback, or money that was posted by mistake (PAY-1). */
export interface ReversePayment {
  readonly do: 'payment.reverse';
  readonly txn: string;
  /** Default: whoever brought the last payment of that name. */
  readonly provider?: string;
}

export interface Correct {
  readonly do: 'correction';
  readonly account: string;
  readonly number?: string;
  /** Display sign: positive = charge. */
  readonly amount: string;
  readonly reason: string;
  /** Month that it corrects. */
  readonly period?: string;
}

export interface TakePromised {
  readonly do: 'promised.take';
  readonly account: string;
  readonly amount: string;
}

export interface AddAlertContact {
  readonly do: 'alert.contact';
  readonly account: string;
  /** E.164 number or e-mail address. */
  readonly value: string;
  readonly confirmed?: boolean;
  /** Six digits that are sent to a contact that is not confirmed. */
  readonly code?: string;
  readonly lowBalance?: boolean;
  readonly dayLimit?: boolean;
  readonly topUp?: boolean;
}

export interface SetAlerts {
  readonly do: 'alert.settings';
  readonly account: string;
  readonly lowBalance?: string | null;
  readonly dayLimit?: string | null;
}

export interface SetForwarding {
  readonly do: 'forwarding.set';
  readonly number: string;
  readonly type: ForwardingType;
  readonly target: string;
  readonly noReplySec?: number;
  readonly active?: boolean;
}

export interface SendMmi {
  readonly do: 'forwarding.mmi';
  readonly number: string;
  readonly code: string;
}

export interface AddSim {
  readonly do: 'sim.add';
  readonly account: string;
  readonly iccid: string;
  /** The operator gives out an eSIM; plastic unless said. */
  readonly form?: 'PLASTIC' | 'ESIM';
}

/** How far the profile of an eSIM has come on its way into the telephone. @see domain.md §7.2; GSMA SGP.22 */
export type SimProfile = 'RELEASED' | 'DOWNLOADED' | 'ENABLED';

/** The operator's download server tells what the telephone has done. */
export interface ReportProfile {
  readonly do: 'sim.profile';
  readonly account: string;
  readonly iccid: string;
  readonly profile: SimProfile;
}

export interface BindSim {
  readonly do: 'sim.bind';
  readonly number: string;
  readonly iccid: string;
}

export interface UnbindSim {
  readonly do: 'sim.unbind';
  readonly number: string;
}

/** Replaces the card of a number in one operation (SIM-6). */
export interface SwapSim {
  readonly do: 'sim.swap';
  readonly number: string;
  /** The new card. */
  readonly iccid: string;
  /** `CHANGE`: the old card stays free; `LOST`: it is blocked for good. */
  readonly reason: 'CHANGE' | 'LOST';
}

/** Somebody looks at the code that unlocks a card: it is written down (§7.2). */
export interface RevealPuk {
  readonly do: 'sim.puk';
  readonly account: string;
  readonly iccid: string;
}

/** Somebody takes the detail away as a file: it is written down (DET-8, ADM-8). */
export interface ExportDetail {
  readonly do: 'detail.export';
  readonly account: string;
  readonly number?: string;
}

export interface GrantUser {
  readonly do: 'user.grant';
  readonly account: string;
  readonly user: string;
  readonly product: Product;
  readonly level: Level;
  /** User who grants; default: the operator. */
  readonly by?: string;
}

/** Locks an account by hand, or lifts that lock; the operator's alone (domain.md §2.1). */
export interface LockAccount {
  readonly do: 'account.lock';
  readonly account: string;
  readonly on: boolean;
}

/** Runs a command with the rights of a user. */
export interface AsUser {
  readonly do: 'as-user';
  readonly user: string;
  readonly step: Command;
}

/** Does nothing: only the clock moves. */
export interface MoveClock {
  readonly do: 'clock';
}

/** A step of FORMAT §5. */
export type Command =
  | OpenAccount
  | AddNumber
  | DisconnectNumber
  | QuoteTariff
  | ChangeTariff
  | CancelTariff
  | SwitchOption
  | BuyPackage
  | Usage
  | ImportUsage
  | Call
  | Pay
  | RefundPayment
  | ReversePayment
  | Correct
  | TakePromised
  | AddAlertContact
  | SetAlerts
  | SetForwarding
  | SendMmi
  | AddSim
  | ReportProfile
  | BindSim
  | UnbindSim
  | SwapSim
  | RevealPuk
  | ExportDetail
  | ContactCommand
  | AccessCommand
  | StepUpCommand
  | SipCommand
  | DocumentCommand
  | ProductCommand
  | TopUpCommand
  | CartCommand
  | GrantUser
  | LockAccount
  | AsUser
  | MoveClock;

/** Name of a step. */
export type CommandName = Command['do'];

/** A value of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a command made (ids, amounts), as JSON; stored with the idempotency key and given back on a repeat. */
export type Receipt = { readonly [key: string]: Json };
