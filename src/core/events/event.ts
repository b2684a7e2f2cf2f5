/**
 * Base of all events of the SDK: they bubble and leave shadow roots, so that a host can listen once for many widgets.
 *
 * @typeParam T - Name of the event, such as `lk-loaded`.
 */
export abstract class LkEvent<T extends string = string> extends Event {
  declare readonly type: T;

  constructor(type: T, init: Pick<EventInit, 'cancelable'> = {}) {
    super(type, { bubbles: true, composed: true, ...init });
  }
}
