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
}
