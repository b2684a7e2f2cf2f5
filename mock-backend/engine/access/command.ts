/** Commands about people who use the account; granting one level is a step of FORMAT. @see domain.md §11 */
import type { Level, Product } from '../command.js';

export type Levels = Readonly<Partial<Record<Product, Level>>>;

interface OfAccount {
  readonly account: string;
}

/** Changes rights as a whole, or not at all; what is absent stays. */
export interface ChangeUser extends OfAccount {
  readonly do: 'user.change';
  readonly user: string;
  readonly levels: Levels;
  /** The only numbers that he sees; `null`: all (ADM-4). */
  readonly numbers?: readonly string[] | null;
  /** Whether he manages forwarding, SIP and equipment of his numbers himself. */
  readonly selfManage?: boolean;
}
export interface RemoveUser extends OfAccount {
  readonly do: 'user.remove';
  readonly user: string;
}
export interface InviteUser extends OfAccount {
  readonly do: 'user.invite';
  /** E-mail address or telephone number. */
  readonly contact: string;
  readonly name: string | null;
  readonly levels: Levels;
  readonly numbers: readonly string[] | null;
  /** What the link proves. */
  readonly secret: string;
}
/** Sends the invitation again: the former link ends (ADM-6). */
export interface ResendInvite extends OfAccount {
  readonly do: 'invite.resend';
  readonly invitation: string;
  readonly secret: string;
}
export interface RevokeInvite extends OfAccount {
  readonly do: 'invite.revoke';
  readonly invitation: string;
}
/** The invited one agrees. */
export interface AcceptInvite extends OfAccount {
  readonly do: 'invite.accept';
  readonly invitation: string;
  readonly secret: string;
}
/** The owner offers the contract to another user, who has to agree (ADM-2). */
export interface OfferOwnership extends OfAccount {
  readonly do: 'owner.offer';
  readonly to: string;
}
export interface AcceptOwnership extends OfAccount {
  readonly do: 'owner.accept';
}
/** By either side. */
export interface DeclineOwnership extends OfAccount {
  readonly do: 'owner.decline';
}

export type AccessCommand =
  | ChangeUser
  | RemoveUser
  | InviteUser
  | ResendInvite
  | RevokeInvite
  | AcceptInvite
  | OfferOwnership
  | AcceptOwnership
  | DeclineOwnership;
