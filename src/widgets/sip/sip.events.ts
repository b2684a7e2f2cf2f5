import { LkEvent } from '../../core/events/event.js';

/** A SIP account was created, deleted, or got a new password. The password is not part of the event. */
export class LkSipChangedEvent extends LkEvent<'lk-sip-changed'> {
  constructor(readonly change: 'created' | 'deleted' | 'reset') {
    super('lk-sip-changed');
  }
}

declare global {
  interface HTMLElementEventMap {
    'lk-sip-changed': LkSipChangedEvent;
  }
}
