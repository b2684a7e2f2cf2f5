import type { ReactiveController } from 'lit';
import type { LkError } from '../../api/errors.js';
import { errorMessages, errorText } from '../../i18n/errors.js';
import { directionOf, languageOf, type Language, nearestLang } from '../../i18n/locale.js';
import { type Messages, type MessageSet, type Strings, type Translate, translator } from '../../i18n/messages.js';
import { warnOnce } from '../../core/registry/page.js';
import type { WidgetHost } from './host.js';

/**
 * Texts of an element in its present language. A new language replaces the old one when its file is here, so that the
 * words on screen change at once and never vanish.
 */
export class TextsController<M extends Messages> implements ReactiveController {
  /** Texts of the widget; the keys themselves until the first language is here. */
  t: Translate<M>;
  /** The first language is here. */
  ready: boolean;
  /** Language and region the texts are in. */
  locale = 'ru';

  marked: string | null = null;

  readonly #host: WidgetHost;
  readonly #set: MessageSet<M> | null;
  #strings: Strings | undefined;

  constructor(host: WidgetHost, set: MessageSet<M> | null) {
    this.#host = host;
    this.#set = set;
    this.ready = set === null;
    this.t = () => '';
    host.addController(this);
  }

  hostUpdate(): void {
    const locale = this.#host.scoped.locale;
    const strings = this.#host.scoped.session?.strings;
    if (this.ready && this.locale === locale && this.#strings === strings) return;
    const messages = this.#set === null ? {} : this.#take(this.#set, languageOf(locale) ?? 'ru');
    if (messages === null) return;
    this.locale = locale;
    this.#strings = strings;
    this.ready = true;
    if (this.#set !== null) this.t = translator(this.#set, messages, locale, strings);
  }

  /** A sentence for the user about an error; empty until the sentences are here. */
  describe(error: LkError): string {
    const messages = this.#take(errorMessages, languageOf(this.locale) ?? 'ru');
    return messages === null ? '' : errorText(messages, error, this.locale, this.#strings);
  }

  /** Readers pronounce the widget in its own language, and the layout runs in its direction. */
  hostUpdated(): void {
    const host = this.#host;
    if (!this.ready || (host.lang !== '' && host.lang !== this.marked)) return;
    const marked = languageOf(nearestLang(host)) === languageOf(this.locale) ? null : this.locale;
    if (marked === this.marked) return;
    this.marked = marked;
    if (marked === null) {
      host.removeAttribute('lang');
      host.removeAttribute('dir');
      return;
    }
    host.lang = marked;
    host.dir = directionOf(marked);
  }

  #take(set: MessageSet, language: Language): Messages | null {
    const here = set.peek(language);
    if (here !== null) return here;
    set.load(language).then(
      () => this.#host.requestUpdate(),
      // A chunk that cannot be loaded: the last language stays, and the host learns of it.
      (reason: unknown) => this.#failed(set, reason),
    );
    return null;
  }

  #failed(set: MessageSet, reason: unknown): void {
    warnOnce(`texts of ${set.widget} could not be loaded: ${String(reason)}`);
  }
}
