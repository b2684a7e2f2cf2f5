import type { LkError } from '../../api/errors.js';
import type { WidgetHost } from '../../ui/controllers/host.js';
import type { Users } from './roles.data.js';
import type { LkRolesChangedEvent } from './roles.events.js';
import type { RolesWords } from './roles.messages.js';

/** What a section of the widget needs of its element. */
export interface SectionHost {
  readonly element: WidgetHost;
  readonly account: () => string | undefined;
  readonly words: () => RolesWords;
  readonly describe: (error: LkError) => string;
  /** Moves the focus when the next render is done. */
  readonly focus: (selector: string) => void;
  /** A note about a command that failed, or whose outcome is unknown; nothing otherwise. */
  readonly failure: (outcome: { readonly state: string; readonly error: LkError | null }) => unknown;
  /** Waits for a change, then closes what is open and says so. @returns Whether it was done. */
  readonly done: (
    running: Promise<Users | undefined>,
    change: LkRolesChangedEvent['change'],
    name: string,
  ) => Promise<boolean>;
}
