import type { Messages, Translate } from '../../i18n/messages.js';
import type common from '../messages/ru.js';

/** Gives the common texts (`src/ui/messages`) of a widget: its own `t`, whose file begins with `...common`. */
export type Say = Translate<typeof common>;

/** Texts and language, handed from an element to its views. */
export interface Words<M extends Messages> {
  readonly t: Translate<M>;
  /** BCP 47, for `Intl`. */
  readonly locale: string;
}

/** A text that another sentence follows: with a full stop, unless it ends in a mark of its own. */
export const sentence = (text: string): string => text.replace(/[^.!?…]$/, '$&.');
