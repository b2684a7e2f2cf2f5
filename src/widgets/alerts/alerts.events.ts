import { LkEvent } from '../../core/events/event.js';

/** Contacts or thresholds of alerts were changed. */
export class LkAlertsChangedEvent extends LkEvent<'lk-alerts-changed'> {
  constructor(readonly change: 'added' | 'confirmed' | 'changed' | 'removed' | 'thresholds') {
    super('lk-alerts-changed');
  }
}

declare global {
  interface HTMLElementEventMap {
    'lk-alerts-changed': LkAlertsChangedEvent;
  }
}
