import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { LkError } from '../api/errors.js';
import type { Appearance, LkSession } from '../core/session/types.js';
import { warnOnce } from '../core/registry/page.js';
import type { Messages, MessageSet, Translate } from '../i18n/messages.js';
import { type Scope, ScopeController } from './controllers/scope.js';
import { type Status, StatusController } from './controllers/status.js';
import { TextsController } from './controllers/texts.js';
import { LkNavigateEvent } from './element.events.js';
import { serveOlder } from './styles/late.js';

/**
 * Base of all widgets: whose data it shows, in which language, in which state it is. Everything else is a controller.
 *
 * @typeParam M - Message file of the widget: `class LkBills extends LkElement<typeof ru>`.
 * @fires lk-loaded - Data are shown for the first time, or for the first time after the account changed.
 * @fires lk-error - Data could not be read or refreshed.
 * @fires lk-unavailable - The user has no right to the data, or there is no such thing.
 * @fires lk-navigate - The user wants another section; cancelable.
 * @csspart frame - The widget's frame.
 * @csspart head - Its head.
 * @csspart heading - Its heading.
 * @csspart foot - Its foot, with what confirms or how fresh the data are.
 * @cssprop [--lk-accent=#00647c] - The host's colour: main buttons, links, what is chosen. Shades and contrast are derived.
 * @cssprop [--lk-text] - Colour of text; a second strength is derived.
 * @cssprop [--lk-surface] - Background of widgets.
 * @cssprop [--lk-border] - Colour of hairlines.
 * @cssprop [--lk-danger] - Colour of errors and of what cannot be undone.
 * @cssprop [--lk-radius=8px] - Radius of boxes in a widget: controls have three quarters of it, frames one and a half.
 * @cssprop [--lk-font] - Font family; the system's unless given.
 * @cssprop [--lk-font-size=15px] - Size of text; the whole scale follows.
 * @cssprop [--lk-space=4px] - Step of spacing.
 * @cssprop [--lk-density=1] - Scales the height of controls and rows: below 1 is tighter.
 * @cssstate pending - Nothing is known yet.
 * @cssstate ready - Shows its data.
 * @cssstate refreshing - Shows the last data while newer ones are fetched.
 * @cssstate empty - There is nothing to show.
 * @cssstate stale - Shows the last data: newer ones could not be read.
 * @cssstate offline - Shows the last data: the device is off line.
 * @cssstate error - Has nothing to show because of an error.
 * @cssstate unavailable - Has nothing to show because of missing rights.
 * @cssstate partial - A secondary source failed, the rest works.
 */
export abstract class LkElement<M extends Messages = Messages> extends LitElement {
  /** Texts of the widget, see `defineMessages`. */
  declare static readonly messages: MessageSet | undefined;

  /** A session by property, or the id of one by attribute. Without it: the nearest `lk-session`, then the page's default. */
  @property() session: LkSession | string | undefined;
  /** Account to show; the session's, or the user's first one unless given. */
  @property() account: string | undefined;
  /** Language of this element, a BCP 47 tag of `ru`, `en`, `kk`, `de`, `hu` or `ar`; the session’s or the page’s unless given. */
  @property() locale: string | undefined;
  /** What to show first; the values are the widget's own. */
  @property() view: string | undefined;

  #appearance: Appearance | undefined;

  protected readonly internals = this.attachInternals();
  /** @internal */ readonly scoped: ScopeController = new ScopeController(this);
  /** @internal */ readonly texts: TextsController<M> = new TextsController<M>(this, messagesOf(this));
  /** @internal */ readonly statuses: StatusController = new StatusController(this, this.internals);

  /** State of the widget, also to be styled as `:state(…)`. */
  get status(): Status {
    return this.statuses.status;
  }

  /** Session, account and language; `null` = still pending. */
  protected get scope(): Scope | null {
    return this.scoped.scope;
  }

  /** Texts of the widget in its language; typed by its Russian file. */
  protected get t(): Translate<M> {
    return this.texts.t;
  }

  /** The language in use, for `Intl` and the formatters of `src/i18n` and `src/money`. */
  protected get language(): string {
    return this.texts.locale;
  }

  /** A sentence for the user about an error, in the language in use. */
  protected describe = (error: LkError): string => this.texts.describe(error);

  /** Asks the cabinet or the host to show another section. @returns `false` if the host took over. */
  protected navigate(section: string, params?: Readonly<Record<string, string>>): boolean {
    return this.dispatchEvent(new LkNavigateEvent(section, params));
  }

  /** Scope and texts first: what a widget derives before it draws (`willUpdate`) is of those that it is then drawn with. */
  protected override shouldUpdate(changed: PropertyValues): boolean {
    this.scoped.follow();
    this.texts.hostUpdate();
    return super.shouldUpdate(changed);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    serveOlder();
    return super.createRenderRoot();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const appearance = this.scoped.session?.appearance;
    if (appearance === this.#appearance) return;
    this.#appearance = appearance;
    // Comes beside the data, which take longer; a page without an appearance never loads it.
    import('./appearance.js').then(
      ({ adoptAppearance }) => adoptAppearance(this.renderRoot, this.#appearance),
      (reason: unknown) => warnOnce(`the appearance could not be loaded: ${String(reason)}`),
    );
  }
}

function messagesOf<M extends Messages>(element: LkElement<M>): MessageSet<M> | null {
  const { messages } = element.constructor as typeof LkElement;
  return (messages as MessageSet<M> | undefined) ?? null;
}
