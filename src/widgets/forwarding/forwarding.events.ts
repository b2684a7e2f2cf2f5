import { LkEvent } from '../../core/events/event.js';

/** The network confirmed a change of the rules of a number. */
export class LkForwardingChangedEvent extends LkEvent<'lk-forwarding-changed'> {
  /** @param rule - Rule that changed; `ALL` if all were switched off. */
  constructor(readonly rule: 'CFU' | 'CFB' | 'CFNRY' | 'CFNRC' | 'ALL') {
    super('lk-forwarding-changed');
  }
}

declare global {
  interface HTMLElementEventMap {
    'lk-forwarding-changed': LkForwardingChangedEvent;
  }
}
