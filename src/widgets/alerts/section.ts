import type { LkError } from '../../api/errors.js';
import type { WidgetHost } from '../../ui/controllers/host.js';
import type { LkAlertsChangedEvent } from './alerts.events.js';
import type { AlertsWords } from './alerts.messages.js';

/** What a section of the widget needs of its element. */
export interface SectionHost {
  readonly element: WidgetHost;
  readonly account: () => string | undefined;
  readonly words: () => AlertsWords;
  /** Tells readers in the live region; nothing takes back what was told. */
  readonly say: (text: string) => void;
  /** Moves the focus when the element is there: it may only be so when the list has been read again. */
  readonly focus: (selector: string) => void;
  /** A note about a command that failed, or whose outcome is unknown; nothing otherwise. */
  readonly failure: (outcome: { readonly state: string; readonly error: LkError | null }) => unknown;
  readonly describe: (error: LkError) => string;
  readonly changed: (change: LkAlertsChangedEvent['change']) => void;
}
