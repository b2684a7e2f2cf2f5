import { LkEvent } from '../../core/events/event.js';

/** The user must sign in again. The widgets keep what they show; the host signs the user in and calls `session.renew()`. */
export class LkExpiredEvent extends LkEvent<'lk-expired'> {
  constructor() {
    super('lk-expired');
  }
}

/** The session was ended, here or in another tab; the widgets have forgotten their data. */
export class LkLogoutEvent extends LkEvent<'lk-logout'> {
  constructor() {
    super('lk-logout');
  }
}

declare global {
  interface HTMLElementEventMap {
    'lk-expired': LkExpiredEvent;
    'lk-logout': LkLogoutEvent;
  }
}
