import type { ReactiveController } from 'lit';
import type { LkError } from '../../api/errors.js';
import { whileOnline } from '../../api/online.js';
import type * as Sentences from '../../i18n/errors.js';
import { directionOf, languageOf, type Language, nearestLang } from '../../i18n/locale.js';
import { type Messages, type MessageSet, type Strings, type Translate, translator } from '../../i18n/messages.js';
import { warnOnce } from '../../core/registry/page.js';
import type { WidgetHost } from './host.js';

/** How errors are put in words; comes with the first error, or when somebody begins to use the element. */
let sentences: typeof Sentences | null = null;

/** Who does one of these may soon have to be told that the network is gone, and then nothing more can be fetched. */
const BEGINNINGS = ['focusin', 'pointerdown'];

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
    for (const type of BEGINNINGS)
      host.addEventListener(type, () => void this.#sentences(), { once: true, passive: true });
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
    const messages = this.#sentences();
    return sentences && messages ? sentences.errorText(messages, error, this.locale, this.#strings) : '';
  }

  /** Sentences in the present language; `null` = not here yet, the element is drawn again when they are. */
  #sentences(): Messages | null {
    if (sentences !== null) return this.#take(sentences.errorMessages, languageOf(this.locale) ?? 'ru');
    whileOnline(() => import('../../i18n/errors.js')).then((module) => {
      sentences = module;
      this.#sentences();
      this.#host.requestUpdate();
    }, this.#failed);
    return null;
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
    set.load(language).then(() => this.#host.requestUpdate(), this.#failed);
    return null;
  }

  /** A chunk that cannot be loaded: what is on screen stays as it is. */
  #failed = (reason: unknown): void => warnOnce(`<${this.#host.localName}> lacks texts: ${String(reason)}`);
}
