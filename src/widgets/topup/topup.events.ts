import { LkEvent } from '../../core/events/event.js';
import type { Money } from '../../money/format.js';

/**
 * The subscriber goes to the provider's page. `preventDefault()`: the host opens `url` itself, in a frame or a native browser;
 * the widget keeps waiting for the outcome.
 */
export class LkPaymentRedirectEvent extends LkEvent<'lk-payment-redirect'> {
  constructor(readonly url: string) {
    super('lk-payment-redirect', { cancelable: true });
  }
}

/** A payment begun here has come to the balance. It says how much and how, not whose it is. */
export class LkPaymentSucceededEvent extends LkEvent<'lk-payment-succeeded'> {
  constructor(
    readonly amount: Money,
    readonly method: 'CARD' | 'SBP',
  ) {
    super('lk-payment-succeeded');
  }
}

declare global {
  interface HTMLElementEventMap {
    'lk-payment-redirect': LkPaymentRedirectEvent;
    'lk-payment-succeeded': LkPaymentSucceededEvent;
  }
}
