import { LkEvent } from '../../core/events/event.js';

/** A tariff, an option, a package or a number was changed, connected or disconnected; what it touched is read anew. */
export class LkServiceChangedEvent extends LkEvent<'lk-service-changed'> {
  /**
   * @param change - What was done.
   * @param numbers - Numbers it was done to, E.164.
   */
  constructor(
    readonly change:
      'tariff' | 'tariff-cancelled' | 'option' | 'package' | 'connected' | 'disconnected' | 'reconnected',
    readonly numbers: readonly string[],
  ) {
    super('lk-service-changed');
  }
}

declare global {
  interface HTMLElementEventMap {
    'lk-service-changed': LkServiceChangedEvent;
  }
}
