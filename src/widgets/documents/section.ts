import type { LkError } from '../../api/errors.js';
import type { WidgetHost } from '../../ui/controllers/host.js';
import type { Documents, PaperFile } from './documents.data.js';
import type { DocumentsWords } from './documents.messages.js';

/** What a form of the widget needs of its element. */
export interface SectionHost {
  readonly element: WidgetHost;
  readonly account: () => string | undefined;
  readonly words: () => DocumentsWords;
  /** Moves the focus when the next render is done. */
  readonly focus: (selector: string) => void;
  /** A note about a command that failed, or whose outcome is unknown; nothing otherwise. */
  readonly failure: (outcome: { readonly state: string; readonly error: LkError | null }) => unknown;
  /** The form is left; what was typed stays in it. */
  readonly close: () => void;
  /** The request has gone: nothing typed is for another one. */
  readonly sent: () => void;
}

/** Uploaded files that belong to no request. */
export const looseFiles = ({ files }: Documents): PaperFile[] => files.filter(({ deletable }) => deletable);
