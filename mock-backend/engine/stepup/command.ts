/** Commands of the step that a sensitive action waits for. @see domain.md ADM-8 */

interface OfStepUp {
  readonly account: string;
  /** Digest of the request that is confirmed. */
  readonly mark: string;
}

/** Sends a code for one request to one of the contacts that `stepUpContacts` names. */
export interface SendStepUp extends OfStepUp {
  readonly do: 'stepup.send';
  readonly contact: string;
  /** Six digits. */
  readonly code: string;
  /** Name of the command that waits, and the number or whatever it is about. */
  readonly action: string;
  readonly target: string | null;
}
export interface ConfirmStepUp extends OfStepUp {
  readonly do: 'stepup.confirm';
  readonly code: string;
}

export type StepUpCommand = SendStepUp | ConfirmStepUp;
