import { html, nothing, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { state } from 'lit/decorators.js';
import { whileOnline } from '../../api/online.js';
import { type Account, accountIn, accountsQuery } from '../../core/queries/account.js';
import { warnOnce } from '../../core/registry/page.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { LkElement } from '../../ui/element.js';
import type { LkNavigateEvent } from '../../ui/element.events.js';
import { lock, refresh, warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { note } from '../../ui/parts/note.js';
import { blank, skeletonRows } from '../../ui/parts/states.js';
import { revealSelected } from '../../ui/parts/reveal.js';
import { panel as tabPanel } from '../../ui/parts/tabs.js';
import { trouble } from '../../ui/parts/view.js';
import { base } from '../../ui/styles/base.js';
import { buttons } from '../../ui/styles/buttons.js';
import { forms } from '../../ui/styles/forms.js';
import { untitled } from '../../ui/styles/late.js';
import { ledger } from '../../ui/styles/ledger.js';
import { notes } from '../../ui/styles/notes.js';
import { states } from '../../ui/styles/states.js';
import { tabs } from '../../ui/styles/tabs.js';
import { LkAccountChangedEvent, LkPlaceChangedEvent } from './cabinet.events.js';
import { type CabinetMessages, type CabinetWords, messages } from './cabinet.messages.js';
import {
  isWidget,
  type Place,
  placeOf,
  type Section,
  sectionOf,
  sectionsFor,
  viewOf,
  type Widget,
} from './cabinet.model.js';
import { styles } from './cabinet.styles.js';
import { titles } from './untitled.styles.js';
import { accountView, navView, widgetTabs, widgetView } from './cabinet.view.js';

type Accounts = Account[];

/**
 * The whole cabinet: header with account and balance, navigation in the owner's order, and the widget of the place; sections are
 * loaded when they are opened, and what the user may not see is not there. The host's address is never touched: a host that wants
 * deep links keeps `view` of `lk-place-changed` and sets it again.
 *
 * @summary All widgets behind one navigation.
 * @tagname lk-cabinet
 * @fires lk-place-changed - Another place is shown; `view` leads back to it.
 * @fires lk-account-changed - The user switched to another of his accounts.
 * @slot error - Replaces what is shown when the accounts could not be read.
 * @slot unavailable - Replaces what is shown to users without access.
 * @slot loading - Replaces the skeleton.
 * @csspart tabs - The tabs of a section with several widgets.
 * @see domain.md §0.3
 */
export class LkCabinet extends LkElement<CabinetMessages> {
  static override readonly messages = messages;
  static override readonly styles = [...base, buttons, forms, notes, states, ledger, tabs, styles];

  /** Loads the widgets of this build by name; set by the module that registers the element. */
  static loaders: ReadonlyMap<string, () => Promise<unknown>> = new Map();

  @state() private _place: Place | null = null;
  /** What the user wants to do though something typed would be lost; he is asked first. */
  @state() private _asked: (() => void) | null = null;
  @state() private _chosen: string | null = null;
  @state() private _loaded: ReadonlySet<string> = new Set();
  @state() private _failed: string | null = null;

  readonly #accounts = new ResourceController<Accounts>(this, () => accountsQuery);
  /** Where the focus was when he was asked. */
  #asker: HTMLElement | null = null;

  get #account(): Account | undefined {
    const accounts = this.#accounts.value;
    return accountIn(accounts, this._chosen ?? this.scope?.account) ?? accounts?.[0];
  }

  get #words(): CabinetWords {
    return { t: this.t, locale: this.language };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('lk-navigate', this.#onNavigate);
    const sheet = untitled.styleSheet;
    if (sheet?.cssRules.length === 0) sheet.replaceSync(titles.cssText);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('lk-navigate', this.#onNavigate);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('account')) this._chosen = this._asked = null;
    if (!changed.has('view')) return;
    const place = placeOf(this.view);
    if (this.view && !place)
      warnOnce(`<${this.localName} view="${this.view}"> names no section; the first one is shown.`);
    this._place = place;
    this._asked = null;
  }

  protected override updated(...changed: Parameters<LkElement['updated']>): void {
    super.updated(...changed);
    revealSelected(this.renderRoot);
  }

  protected override render(): unknown {
    const { t } = this;
    return html`<section class="w" part="frame" aria-label=${t('heading')}>
      ${this.#accounts.render({
        pending: () => html`<slot name="loading"><div class="sec">${skeletonRows(4, t('loading'))}</div></slot>`,
        ready: (accounts) => this.#cabinet(accounts),
        error: (error) =>
          trouble({
            error,
            text: this.describe(error),
            t,
            retry: this.#accounts.retry,
            failed: t('failedHeading'),
            forbidden: t('forbiddenHeading'),
          }),
      })}
    </section>`;
  }

  #cabinet(accounts: Accounts): unknown {
    const account = this.#account;
    const session = this.scope?.session;
    if (!account || !session) return nothing;
    const { t } = this;
    const sections = sectionsFor(account, new Set(LkCabinet.loaders.keys()));
    const first = sections[0]?.[1][0];
    if (!first) return blank(lock, t('nothing'), t('nothingHint'));
    // A place that this user may not see is not shown to him, whatever the address says.
    const wanted = this._place;
    const open = sections.some(([, widgets]) => widgets.some((widget) => widget === wanted?.widget));
    const place: Place = wanted && open ? wanted : { widget: first, params: {} };
    const section = sectionOf(place.widget);
    const widgets = sections.find(([name]) => name === section)?.[1] ?? [];
    this.#load(place.widget);
    return html`<header class="cabh">
        ${accountView(accounts, account, this.#words, this.#switch)}
        ${
          account.permissions['balance.read']
            ? html`<lk-balance
                compact
                frameless
                .session=${session}
                account=${account.id}
                locale=${this.language}
              ></lk-balance>`
            : nothing
        }
      </header>
      <div class="cabg">
        ${navView(
          sections.map(([name]) => name),
          section,
          this.#words,
          (name) => this.#openSection(name, sections),
        )}
        <div class="cabm" id="main" tabindex="-1" role="group" aria-label=${t(`section.${section}`)}>
          ${widgetTabs(widgets, place.widget, t(`section.${section}`), this.#words, (widget) =>
            this.#go({ widget, params: {} }),
          )}
          ${this._asked ? this.#question() : nothing} ${this.#content(place, account.id, widgets.length > 1)}
        </div>
      </div>`;
  }

  #content(place: Place, account: string, tabbed: boolean): unknown {
    const { t } = this;
    const session = this.scope?.session;
    if (this._failed === place.widget)
      return blank(
        warning,
        t('sectionFailed'),
        t('sectionFailedHint'),
        button(t('retry'), () => (this._failed = null), { icon: refresh, kind: 's' }),
        true,
      );
    if (!session || !this._loaded.has(place.widget))
      return html`<div class="sec">${skeletonRows(4, t('loadingSection'))}</div>`;
    const panel = keyed(
      `${account} ${place.widget}`,
      widgetView(place, { session, account, locale: this.language, tabbed }),
    );
    return tabbed ? tabPanel(place.widget, panel) : html`<div id="panel">${panel}</div>`;
  }

  #question(): unknown {
    const { t } = this;
    return html`<div class="sec" @keydown=${this.#onKey}>
      ${note(
        'warn',
        warning,
        t('unsaved'),
        html`<div class="btns">
          ${button(t('leave'), () => this._asked?.(), { kind: 'quiet s' })}
          ${button(t('stay'), this.#stay, { kind: 's stay' })}
        </div>`,
        'alert',
      )}
    </div>`;
  }

  /** Fetches the module of a widget once; a failure is shown and may be tried again. */
  #load(widget: Widget): void {
    if (this._loaded.has(widget) || this._failed === widget) return;
    const load = LkCabinet.loaders.get(widget);
    if (load)
      whileOnline(load).then(
        () => (this._loaded = new Set([...this._loaded, widget])),
        () => (this._failed = widget),
      );
  }

  #openSection(section: Section, sections: readonly (readonly [Section, readonly Widget[]])[]): void {
    const widget = sections.find(([name]) => name === section)?.[1][0];
    if (widget) this.#go({ widget, params: {} });
  }

  #onNavigate = (event: LkNavigateEvent): void => {
    const { section, params } = event;
    if (event.defaultPrevented || !isWidget(section)) return;
    const place: Place = { widget: section, params };
    const own = event.composedPath().some((node) => node instanceof Element && node.localName === `lk-${section}`);
    if (own) {
      // The widget moves by itself; only the way back is noted.
      this._place = place;
      this.dispatchEvent(new LkPlaceChangedEvent(viewOf(place)));
      return;
    }
    this.#go(place, true);
  };

  #go(place: Place, focus = false): void {
    this.#leave(() => this.#show(place, focus));
  }

  /** Does what takes the present widget away, unless something typed would be lost: then it asks first. */
  #leave(go: () => void): void {
    const current: unknown = this.renderRoot.querySelector('#panel')?.firstElementChild;
    if (!(current instanceof HTMLElement && 'dirty' in current && current.dirty === true)) return go();
    const { activeElement } = this.shadowRoot ?? {};
    this.#asker = activeElement instanceof HTMLElement ? activeElement : null;
    this._asked = go;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.stay')?.focus());
  }

  #stay = (): void => {
    this._asked = null;
    this.#asker?.focus();
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#stay();
  };

  #show(place: Place, focus = false): void {
    this._asked = null;
    this._place = place;
    this.dispatchEvent(new LkPlaceChangedEvent(viewOf(place)));
    if (focus) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#main')?.focus());
  }

  #switch = (account: string): void => {
    this.#leave(() => {
      this._asked = null;
      this._chosen = account;
      const place = this._place;
      // Numbers, months and sums of one account mean nothing in another.
      if (place) this._place = { widget: place.widget, params: {} };
      this.dispatchEvent(new LkAccountChangedEvent(account));
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'lk-cabinet': LkCabinet;
  }
}
