import type { ReactiveControllerHost } from 'lit';
import type { LkError } from '../../api/errors.js';
import type { LkSession } from '../../core/session/types.js';
import type { ScopeController } from './scope.js';
import type { StatusController } from './status.js';

/** What the controllers need of an element; every `LkElement` is one, whatever its messages. */
export interface WidgetHost extends ReactiveControllerHost, HTMLElement {
  session: LkSession | string | undefined;
  account: string | undefined;
  locale: string | undefined;
  readonly scoped: ScopeController;
  readonly statuses: StatusController;
  readonly texts: {
    readonly ready: boolean;
    /** The `lang` this element set on itself, not the page's author. */
    readonly marked: string | null;
    describe(error: LkError): string;
  };
}
