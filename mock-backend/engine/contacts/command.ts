/** Commands about contacts that alerts are sent to; adding one is a step of FORMAT. @see domain.md §10 */

interface OfContact {
  readonly account: string;
  readonly contact: string;
}

/** Sends a new code, at most every 60 s and five times a day (ALR-5). */
export interface ResendCode extends OfContact {
  readonly do: 'contact.resend';
  /** Six digits. */
  readonly code: string;
}
export interface ConfirmContact extends OfContact {
  readonly do: 'contact.confirm';
  readonly code: string;
}
/** What is absent stays; another value has to be confirmed anew. */
export interface ChangeContact extends OfContact {
  readonly do: 'contact.change';
  readonly value?: string;
  readonly lowBalance?: boolean;
  readonly dayLimit?: boolean;
  readonly topUp?: boolean;
  readonly paused?: boolean;
  /** Six digits for a value that changes. */
  readonly code: string;
}
export interface RemoveContact extends OfContact {
  readonly do: 'contact.remove';
}
/** Sends a message that says nothing but that it came. */
export interface TestContact extends OfContact {
  readonly do: 'contact.test';
}
/** What the gateway tells of a message that cannot be delivered (ALR-15). */
export interface BounceContact extends OfContact {
  readonly do: 'contact.bounce';
}

export type ContactCommand = ResendCode | ConfirmContact | ChangeContact | RemoveContact | TestContact | BounceContact;
