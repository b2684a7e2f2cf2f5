import { ContextProvider } from '@lit/context';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { announce, page, warnOnce } from '../../core/registry/page.js';
import { sessionContext } from '../../core/session/context.js';
import { ensureContextRoot } from '../../core/session/context-root.js';
import { createSession } from '../../core/session/session.js';
import type { Appearance, LkSession } from '../../core/session/types.js';
import { usableLocale } from '../../i18n/locale.js';
import type { Strings } from '../../i18n/messages.js';
import { LkExpiredEvent, LkLogoutEvent } from './session.events.js';
import { tokenFrom } from './token-endpoint.js';

type Theme = NonNullable<Appearance['theme']>;
const THEMES: readonly string[] = ['auto', 'light', 'dark'] satisfies Theme[];

/**
 * The scope of the widgets inside it: backend, user, account, language, look. It shows nothing of its own.
 *
 * Either the attributes `api-url` and `token-url`, or the property `session` with one made by `createSession`.
 * A token never stands in an attribute: `token-url` is an address of the host's own server, which asks the backend for a
 * token of the visitor it has signed in.
 *
 * @summary Session for all widgets inside.
 * @slot - Widgets and anything else.
 * @fires lk-expired - The user must sign in again; data stay on screen until `session.renew()` or `session.logout()`.
 * @fires lk-logout - The session was ended, here or in another tab.
 */
export class LkSessionElement extends LitElement {
  /** Address of the backend. */
  @property({ attribute: 'api-url' }) apiUrl: string | undefined;
  /** Address on the host's own server that answers `POST` with `{ "token", "expiresAt" }`; sent with the page's cookies. */
  @property({ attribute: 'token-url' }) tokenUrl: string | undefined;
  /** Account for the widgets inside; the user's first one unless given. */
  @property() account: string | undefined;
  /** Language of the widgets inside, a BCP 47 tag of `ru`, `en`, `kk`, `de`, `hu` or `ar`; the page’s unless given. */
  @property() locale: string | undefined;
  /** `light`, `dark` or `auto` (as the device); the page's `color-scheme` unless given. */
  @property() theme: string | undefined;
  /** Theme and documented custom properties for the widgets inside. */
  @property({ attribute: false }) appearance: Appearance | undefined;
  /** Replaces texts of the widgets inside. */
  @property({ attribute: false }) strings: Strings | undefined;
  /** The session: set it, or read the one that was made from the attributes. `null` = none yet. */
  @property({ attribute: false }) session: LkSession | null = null;

  readonly #provider = new ContextProvider(this, { context: sessionContext });
  /** The session this element made and therefore ends. */
  #own: LkSession | null = null;
  #leave: (() => void) | undefined;
  #named: string | null = null;

  override connectedCallback(): void {
    ensureContextRoot();
    super.connectedCallback();
    if (this.hasUpdated && this.session === null) this.#open();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow();
    // Moved elements are back at once and keep their session; of one that is gone nothing may be left.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session') && this.session !== this.#own) this.#end();
    const addressed = changed.has('apiUrl') || changed.has('tokenUrl');
    if (addressed && (this.session === null || this.session === this.#own)) this.#open();
    if (this.session !== null) this.#configure(this.session, changed);
    this.#follow();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  /** As if it were not there: layout of the host's page is not touched. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) root.adoptedStyleSheets = [contents()];
    return root;
  }

  #open(): void {
    this.#end();
    const { apiUrl, tokenUrl } = this;
    if (!apiUrl || !tokenUrl) return;
    try {
      this.#own = createSession({ apiUrl, fetchToken: (request) => tokenFrom(tokenUrl, this.account, request) });
    } catch (error) {
      warnOnce(`<lk-session api-url="${apiUrl}"> cannot be used: ${String(error)}`);
    }
    this.session = this.#own;
  }

  /** Ends what this element made. A session given from outside is its maker's to end. */
  #end(): void {
    const own = this.#own;
    this.#own = null;
    if (own === null) return;
    if (this.session === own) this.session = null;
    own.dispose();
  }

  /** Hands on what is said here; what is not said is left as the session's maker set it. */
  #configure(session: LkSession, changed: PropertyValues<this>): void {
    const said = <K extends 'account' | 'locale' | 'theme' | 'appearance' | 'strings'>(name: K) =>
      this[name] === undefined ? changed.get(name) !== undefined : changed.has(name) || changed.has('session');
    if (said('account')) session.account = this.account || undefined;
    if (said('locale')) session.locale = this.#checkedLocale();
    if (said('strings')) session.strings = this.strings;
    if (!said('theme') && !said('appearance')) return;
    const { theme } = this;
    const known = theme === undefined || isTheme(theme);
    if (!known) warnOnce(`<lk-session theme="${theme}"> is none of ${THEMES.join(', ')}.`, 'theming');
    session.appearance = {
      ...(this.appearance ?? session.appearance),
      ...(known && theme !== undefined ? { theme } : {}),
    };
  }

  /** Offers the session to the widgets inside, and by the id of this element to those elsewhere. */
  #follow(): void {
    const session = this.isConnected ? this.session : null;
    this.#provider.setValue(this.session ?? undefined);
    this.#name(session);
    this.#leave?.();
    this.#leave = session?.subscribe((change) => {
      if (change !== 'state') return;
      if (session.state === 'expired') this.dispatchEvent(new LkExpiredEvent());
      if (session.state === 'closed') this.dispatchEvent(new LkLogoutEvent());
    });
  }

  #name(session: LkSession | null): void {
    const id = session !== null && this.id !== '' ? this.id : null;
    if (id === this.#named && (id === null || page.sessions.get(id) === session)) return;
    if (this.#named !== null) page.sessions.delete(this.#named);
    this.#named = id;
    if (id !== null && session !== null) page.sessions.set(id, session);
    announce();
  }

  #checkedLocale(): string | undefined {
    if (!this.locale) return undefined;
    if (usableLocale(this.locale) !== null) return this.locale;
    warnOnce(`<lk-session locale="${this.locale}"> is not known.`, 'languages');
    return undefined;
  }
}

function isTheme(theme: string): theme is Theme {
  return THEMES.includes(theme);
}

let sheet: CSSStyleSheet | undefined;
function contents(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(':host { display: contents; } :host([hidden]) { display: none; }');
  }
  return sheet;
}

declare global {
  interface HTMLElementTagNameMap {
    'lk-session': LkSessionElement;
  }
}
