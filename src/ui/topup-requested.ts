import { LkEvent } from '../core/events/event.js';

/** The subscriber asked to top up; the host may open its own page instead by calling `preventDefault()`. */
export class LkTopUpRequestedEvent extends LkEvent<'lk-topup-requested'> {
  /** @param amount - Sum to propose, a decimal string in the currency of the account; `null` if none follows from what was shown. */
  constructor(readonly amount: string | null) {
    super('lk-topup-requested', { cancelable: true });
  }
}
declare global {
  interface HTMLElementEventMap {
    'lk-topup-requested': LkTopUpRequestedEvent;
  }
}
