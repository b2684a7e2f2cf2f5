import { LkEvent } from '../../core/events/event.js';

/** A card was added, bound, unbound or replaced. */
export class LkSimChangedEvent extends LkEvent<'lk-sim-changed'> {
  constructor(readonly change: 'added' | 'bound' | 'unbound' | 'swapped') {
    super('lk-sim-changed');
  }
}

declare global {
  interface HTMLElementEventMap {
    'lk-sim-changed': LkSimChangedEvent;
  }
}
