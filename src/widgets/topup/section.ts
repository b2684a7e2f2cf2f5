import type { LkError } from '../../api/errors.js';
import type { WidgetHost } from '../../ui/controllers/host.js';
import type { TopUpWords } from './topup.messages.js';

/** What a section of the widget needs of its element. */
export interface SectionHost {
  readonly element: WidgetHost;
  readonly account: () => string | undefined;
  readonly words: () => TopUpWords;
  readonly describe: (error: LkError) => string;
  /** Tells readers in the live region. */
  readonly say: (text: string) => void;
  /** Moves the focus when the next render is done. */
  readonly focus: (selector: string) => void;
  /** Moves the focus to the outcome, when its view is there. */
  readonly focusResult: () => void;
  /** The outcome has been read: an empty form for the next payment. */
  readonly finish: () => void;
}
