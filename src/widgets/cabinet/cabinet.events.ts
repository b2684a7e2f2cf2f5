import { LkEvent } from '../../core/events/event.js';

/** Another place of the cabinet is shown; a host that wants deep links puts `view` into its address. */
export class LkPlaceChangedEvent extends LkEvent<'lk-place-changed'> {
  /** @param view - What to set as the attribute `view` to come back here; without personal data unless a number was opened. */
  constructor(readonly view: string) {
    super('lk-place-changed');
  }
}

/** The user switched to another of his accounts. */
export class LkAccountChangedEvent extends LkEvent<'lk-account-changed'> {
  constructor(readonly account: string) {
    super('lk-account-changed');
  }
}

declare global {
  interface HTMLElementEventMap {
    'lk-place-changed': LkPlaceChangedEvent;
    'lk-account-changed': LkAccountChangedEvent;
  }
}
