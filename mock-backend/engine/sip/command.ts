/** Commands about SIP accounts: those of the subscriber, and what the registrar tells. @see domain.md §7.3 */

export type SipType = 'WEBPHONE' | 'SOFTPHONE' | 'DEVICE';
export type SipTransport = 'UDP' | 'TCP' | 'TLS';
export type SipCodec = 'PCMA' | 'PCMU' | 'G722' | 'OPUS' | 'G729';
export type Dtmf = 'RFC4733' | 'INFO' | 'INBAND';
export type Srtp = 'OFF' | 'OPTIONAL' | 'REQUIRED';

/** How a device is to be set up. */
export interface Equipment {
  /** Six bytes as `02:00:00:00:00:17`; `null` = not told. */
  readonly mac: string | null;
  readonly transport: SipTransport;
  readonly port: number;
  /** In order of preference, at least one. */
  readonly codecs: readonly SipCodec[];
  readonly dtmf: Dtmf;
  /** Seconds between keep-alives, 0 (off) or 15…120. */
  readonly natKeepAliveSec: number;
  /** Seconds that a registration lives, 60…3600. */
  readonly registerExpiresSec: number;
  readonly srtp: Srtp;
  /** Networks that may register, CIDR, at most 20; empty = any. */
  readonly allowedIps: readonly string[];
  readonly outgoingEnabled: boolean;
  readonly intlEnabled: boolean;
  /** Most that outgoing calls of one local day may cost; `null` = no limit of its own. */
  readonly dailySpendLimit: string | null;
}

interface OfNumber {
  readonly account: string;
  readonly number: string;
}
interface OfSip extends OfNumber {
  readonly sip: string;
}

export interface CreateSip extends OfNumber {
  readonly do: 'sip.create';
  readonly name: string;
  readonly type: SipType;
}
export interface DeleteSip extends OfSip {
  readonly do: 'sip.delete';
}
/** Gives a new password; registrations end, and an account disabled for fraud works again (SIP-3, SIP-8). */
export interface ResetSip extends OfSip {
  readonly do: 'sip.reset';
  /** HA1 of digest authentication (RFC 8760): the engine never sees the password. */
  readonly digest: string;
}
export interface ConfigureSip extends OfSip {
  readonly do: 'sip.configure';
  readonly name: string;
  /** Own active number that is presented. */
  readonly callerId: string;
  readonly equipment: Equipment;
}
/** What the registrar tells of an attempt to register. */
export interface RegisterSip extends OfSip {
  readonly do: 'sip.register';
  readonly outcome: 'OK' | 'REJECTED';
  readonly userAgent?: string;
  readonly ip?: string;
  readonly expiresSec?: number;
}

/** What a product tells: where it uses an account, in words (`ext. 101`, `queue Sales`); none = nowhere any more (PRD-7, SIP-5). */
export interface ReferSip extends OfSip {
  readonly do: 'sip.refer';
  readonly refs: readonly string[];
}

export type SipCommand = CreateSip | DeleteSip | ResetSip | ConfigureSip | RegisterSip | ReferSip;
