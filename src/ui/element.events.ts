import type { LkError } from '../api/errors.js';
import { LkEvent } from '../core/events/event.js';

/** A widget shows its data for the first time, or for the first time after the account changed. */
export class LkLoadedEvent extends LkEvent<'lk-loaded'> {
  /** @param empty - There was nothing to show. */
  constructor(readonly empty: boolean) {
    super('lk-loaded');
  }
}

/** A widget could not get or refresh its data; it shows so itself. */
export class LkErrorEvent extends LkEvent<'lk-error'> {
  constructor(readonly error: LkError) {
    super('lk-error');
  }
}

/** The user has no right to what the widget shows, or it does not exist; a host may hide the widget. */
export class LkUnavailableEvent extends LkEvent<'lk-unavailable'> {
  constructor(readonly error: LkError) {
    super('lk-unavailable');
  }
}

/** The user wants to see another section; the cabinet or the host goes there. `preventDefault()` keeps the user here. */
export class LkNavigateEvent extends LkEvent<'lk-navigate'> {
  /**
   * @param section - Name of the widget without `lk-`, such as `topup`.
   * @param params - What to show there, such as `{ month: '2026-10' }` or `{ amount: '120.00' }`.
   */
  constructor(
    readonly section: string,
    readonly params: Readonly<Record<string, string>> = {},
  ) {
    super('lk-navigate', { cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'lk-loaded': LkLoadedEvent;
    'lk-error': LkErrorEvent;
    'lk-unavailable': LkUnavailableEvent;
    'lk-navigate': LkNavigateEvent;
  }
}
