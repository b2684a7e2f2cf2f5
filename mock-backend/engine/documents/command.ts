/** Commands about the subscriber card, its files and requests: those of the subscriber, and what the operator decides. @see domain.md §9 */

export type FileKind =
  | 'PASSPORT_MAIN'
  | 'PASSPORT_REG'
  | 'SELFIE'
  | 'APPLICATION'
  | 'POWER_OF_ATTORNEY'
  | 'ADDRESS_PROOF'
  | 'COMPANY_DOC'
  | 'OTHER';
export type FileMime = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/heic';
export type RequestKind = 'PASSPORT_REPLACEMENT' | 'NAME_CHANGE' | 'ADDRESS_CHANGE' | 'APPLICATION';
export type IdentityState = 'NOT_VERIFIED' | 'IN_REVIEW' | 'VERIFIED' | 'REJECTED' | 'UPDATE_REQUIRED';

/** An internal passport of Russia. */
export interface Passport {
  /** Four digits. */
  readonly series: string;
  /** Six digits. */
  readonly number: string;
  /** Day `YYYY-MM-DD`. */
  readonly issuedAt: string;
  readonly issuedBy: string;
  /** `NNN-NNN` */
  readonly deptCode: string;
}

/** Who the subscriber is: what the operator keeps by law. */
export interface SubscriberCard {
  /** A person, or who signs for a company. */
  readonly fullName: string;
  readonly companyName: string | null;
  readonly birthDate: string | null;
  readonly inn: string | null;
  readonly kpp: string | null;
  readonly ogrn: string | null;
  readonly passport: Passport | null;
  readonly regAddress: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

interface OfAccount {
  readonly account: string;
}

/** The operator enters or corrects the card. */
export interface SetCard extends OfAccount {
  readonly do: 'card.set';
  readonly card: SubscriberCard;
  /** The contract is in force: from now on the subscriber changes the card by requests only (DOC-2). */
  readonly inForce: boolean;
  readonly identity?: IdentityState;
}
/** The subscriber corrects his card before the contract is in force (DOC-2). */
export interface EditCard extends OfAccount {
  readonly do: 'card.edit';
  readonly fullName?: string;
  readonly regAddress?: string;
}
/** Somebody looks at what is masked: it is written down (DOC-7). */
export interface RevealCard extends OfAccount {
  readonly do: 'card.reveal';
}
/** The operator asks to confirm the data within 15 days (DOC-4). */
export interface AskIdentity extends OfAccount {
  readonly do: 'identity.ask';
}

/** A file that was received and has passed the checks. */
export interface StoreFile extends OfAccount {
  readonly do: 'file.store';
  readonly file: string;
  readonly kind: FileKind;
  readonly fileName: string;
  readonly mime: FileMime;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}
export interface DeleteFile extends OfAccount {
  readonly do: 'file.delete';
  readonly file: string;
}
/** Somebody opens a file: it is written down (DOC-7). */
export interface ViewFile extends OfAccount {
  readonly do: 'file.view';
  readonly file: string;
}
/** The operator looks at a file that belongs to no request. */
export interface ReviewFile extends OfAccount {
  readonly do: 'file.review';
  readonly file: string;
  readonly state: 'IN_REVIEW' | 'ACCEPTED' | 'REJECTED';
  readonly reason?: string;
}

export interface ReplacePassport extends OfAccount {
  readonly do: 'passport.replace';
  readonly passport: Passport;
  readonly files: readonly string[];
}
export interface SubmitRequest extends OfAccount {
  readonly do: 'request.submit';
  readonly kind: Exclude<RequestKind, 'PASSPORT_REPLACEMENT'>;
  /** The new name, the new address, or what the application says. */
  readonly text: string;
  readonly files: readonly string[];
}
/** Adds the files that the operator asked for. */
export interface SupplyRequest extends OfAccount {
  readonly do: 'request.supply';
  readonly request: string;
  readonly files: readonly string[];
}
export interface WithdrawRequest extends OfAccount {
  readonly do: 'request.withdraw';
  readonly request: string;
}
export interface DecideRequest extends OfAccount {
  readonly do: 'request.decide';
  readonly request: string;
  readonly state: 'IN_REVIEW' | 'APPROVED' | 'REJECTED' | 'NEED_MORE';
  readonly reason?: string;
}

export type DocumentCommand =
  | SetCard
  | EditCard
  | RevealCard
  | AskIdentity
  | StoreFile
  | DeleteFile
  | ViewFile
  | ReviewFile
  | ReplacePassport
  | SubmitRequest
  | SupplyRequest
  | WithdrawRequest
  | DecideRequest;
