import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { LkError } from '../../api/errors.js';
import { accountsQuery, type Accounts } from '../../core/session/accounts.js';
import type { Money } from '../../money/format.js';
import { closeOnEscape } from '../../ui/controllers/escape.js';
import { keepFocus } from '../../ui/controllers/focus.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { LkElement } from '../../ui/element.js';
import { lock } from '../../ui/icons/icons.js';
import { frame } from '../../ui/parts/frame.js';
import { topNote } from '../../ui/parts/note.js';
import { skeletonRows } from '../../ui/parts/states.js';
import { revealSelected } from '../../ui/parts/reveal.js';
import { freshness, readOnly, trouble } from '../../ui/parts/view.js';
import { LkTopUpRequestedEvent } from '../../ui/topup-requested.js';
import { changeHead, changeSteps, type ChangeView, dateStep, tariffStep } from './change/change.view.js';
import { doneStep, quoteStep } from './change/quote.view.js';
import { ChangeWizard } from './change/wizard.js';
import { cartStep } from './connect/cart.view.js';
import { connectedStep } from './connect/checkout.view.js';
import { Connector } from './connect/connector.js';
import { connectHead, connectSteps, type ConnectView, showcaseStep } from './connect/showcase.view.js';
import { connectTariffStep } from './connect/tariff.view.js';
import {
  type NumberItem,
  numbersQuery,
  type Offer,
  type OptionOffer,
  optionsQuery,
  type Packages,
  packagesQuery,
  tariffsQuery,
} from './data.js';
import type { ServicesView } from './host.js';
import { cardHead, cardSkeleton, cardView, noSuchNumber, sectionsNav } from './numbers/card.view.js';
import { Disconnection } from './numbers/disconnect.js';
import { disconnectDialog, disconnectedText } from './numbers/disconnect.view.js';
import type { ListFilter } from './numbers/filter.js';
import { connectButton, listView, noNumbersView } from './numbers/list.view.js';
import { OptionSwitches } from './numbers/options.js';
import { optionsView } from './numbers/options.view.js';
import { PackageShop } from './numbers/packages.js';
import { packagesView } from './numbers/packages.view.js';
import { Reconnection } from './numbers/reconnect.js';
import { reconnectHead, reconnectView } from './numbers/reconnect.view.js';
import { numberOf, type Place, placeOf, viewOf } from './place.js';
import { messages, type ServicesMessages } from './services.messages.js';
import { servicesStyles } from './services.styles.js';
import { isOpen } from './texts.js';
import { attemptNote } from './trouble.view.js';

/** Numbers shown in the list at a time. */
const ROWS = 100;

/**
 * The numbers of an account: what each has, what it costs, changing the tariff, options, packages, connecting and disconnecting.
 *
 * The attribute `view` says what is shown: `list`, `number:+79990000101`, `change:+79990000101`, `reconnect:+79990000101`, `connect`,
 * `additional:+79990000101`.
 *
 * @summary Numbers, tariffs, options, packages; connecting and disconnecting numbers.
 * @tagname lk-services
 * @fires lk-service-changed - Something was changed, connected or disconnected.
 * @fires lk-navigate - The subscriber goes to another place of the widget (`services`, `{ view }`), or to another section about a number
 *   (`detail`, `forwarding`, `sim`, `sip`, `{ number }`; `documents`; `topup`, `{ amount }`).
 * @fires lk-topup-requested - Money is short; `amount` is what is missing.
 * @slot heading - Replaces the heading of the list.
 * @slot help - Link to help, beside the heading.
 * @slot empty - Replaces what is shown when there is no number yet.
 * @slot error - Replaces what is shown when the numbers could not be read.
 * @slot unavailable - Replaces what is shown to users without the right to see numbers.
 * @slot loading - Replaces the skeleton.
 * @csspart tabs - The ways to other sections on a number's card.
 * @csspart numbers - The list of numbers.
 * @csspart connect - The button that connects a number.
 * @csspart change - The button that changes the tariff.
 * @csspart confirm - The button that confirms a quote.
 * @see domain.md §3
 */
export class LkServices extends LkElement<ServicesMessages> {
  static override readonly messages = messages;
  static override readonly styles = servicesStyles;

  /** Number whose card is shown first, E.164; `view` comes before it. */
  @property() number: string | undefined;

  @state() private filter: ListFilter = { text: '', kind: 'ALL', state: 'ALL' };
  @state() private shown = ROWS;
  @state() private news = '';

  readonly #numbers = new ResourceController<readonly NumberItem[]>(this, () =>
    this.scope ? numbersQuery(this.scope.account) : null,
  );
  readonly #accounts = new ResourceController<Accounts>(this, () => (this.scope ? accountsQuery : null));
  readonly #tariffs = new ResourceController<readonly Offer[]>(this, () => {
    const path = this.#path('number', 'change');
    return path && tariffsQuery(path);
  });
  readonly #options = new ResourceController<readonly OptionOffer[]>(this, () => {
    const path = this.#path('number');
    return path && optionsQuery(path);
  });
  readonly #packages = new ResourceController<Packages>(this, () => {
    const path = this.#path('number');
    return path && packagesQuery(path);
  });
  readonly #wizard = new ChangeWizard(this);
  readonly #connector = new Connector(this);
  readonly #switches = new OptionSwitches(this);
  readonly #shop = new PackageShop(this);
  readonly #disconnection = new Disconnection(this);
  readonly #reconnection = new Reconnection(this);
  /** Where focus goes when the next screen is there: the subscriber came from elsewhere in the widget. */
  #focus: string | null = null;

  constructor() {
    super();
    closeOnEscape(this, () => this.t('escapeAgain'));
    keepFocus(this);
  }

  /** @internal */
  get place(): Place {
    return this.view === undefined && this.number ? placeOf(`number:${this.number}`) : placeOf(this.view);
  }

  /** @internal */
  go = (place: Place): void => {
    const before = this.place;
    const view = viewOf(place);
    if (!this.navigate('services', { view })) return;
    this.news = '';
    this.#disconnection.done = null;
    if (place.at !== 'reconnect') this.#reconnection.forget();
    const left = numberOf(before);
    this.#focus = place.at === 'list' && left !== null ? `n${left.slice(1)}` : 'heading';
    this.view = view;
  };

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('account') || changed.has('session')) this.news = '';
  }

  protected override render(): unknown {
    const { place } = this;
    const v = this.#view();
    if (place.at === 'list') return this.#list(v);
    if (place.at === 'connect') return this.#connect({ ...v, connector: this.#connector });
    return this.#about(place, v);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    revealSelected(this.renderRoot);
    if (this.#focus === null) return;
    const target = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(this.#focus)}`);
    if (target === null) return;
    this.#focus = null;
    target.focus();
  }

  #list(v: ServicesView): unknown {
    const { t } = this;
    // A cabinet's tab says the heading already; alone on its line the button would be lost.
    const beside = this.getAttribute('frameless') === 'untitled' && (this.#numbers.value?.length ?? 0) > 0;
    return frame({
      heading: t('heading'),
      actions: beside ? nothing : connectButton(v),
      body: html`${freshness(this.#numbers, t)} ${this.#rights(v)}
      ${this.#numbers.render({
        pending: () => html`<slot name="loading"><div class="sec">${skeletonRows(5, t('loading'))}</div></slot>`,
        ready: (numbers) =>
          listView({
            ...v,
            numbers,
            filter: this.filter,
            setFilter: (filter) => {
              this.filter = filter;
              this.shown = ROWS;
            },
            shown: this.shown,
            showMore: () => (this.shown += ROWS),
            action: beside ? connectButton(v) : nothing,
          }),
        empty: () => noNumbersView(v),
        error: (error) => this.#trouble(error),
      })}`,
    });
  }

  #about(place: Extract<Place, { number: string }>, v: ServicesView): unknown {
    const { t } = this;
    const number = this.#numbers.value?.find((one) => one.number === place.number);
    const head =
      place.at === 'number'
        ? html`${cardHead(number, place.number, v)}${number ? sectionsNav(number, v) : nothing}`
        : place.at === 'change'
          ? changeHead(place.number, v)
          : reconnectHead(place.number, v);
    return frame({
      heading: '',
      head,
      body: html`${freshness(this.#numbers, t)}
      ${this.#numbers.render({
        pending: () => html`<slot name="loading">${cardSkeleton(v)}</slot>`,
        ready: () =>
          number === undefined
            ? noSuchNumber(v)
            : place.at === 'number'
              ? this.#card(number, v)
              : place.at === 'change'
                ? this.#change(number, v)
                : reconnectView({ ...v, number: number.number, reconnection: this.#reconnection }),
        empty: () => noSuchNumber(v),
        error: (error) => this.#trouble(error),
      })}`,
    });
  }

  #card(number: NumberItem, v: ServicesView): unknown {
    const tariff = this.#tariffs.value?.find(({ current }) => current)?.tariff;
    const currency = this.#currency;
    const { cancelling } = this.#wizard;
    const { done } = this.#disconnection;
    const disconnected = done?.number === number.number ? disconnectedText(number, v) : '';
    const failed = (error: LkError, heading: string, retry: () => void) =>
      trouble({ error, text: this.describe(error), t: this.t, retry, failed: heading });
    return html`${cardView({
      ...v,
      number,
      tariff,
      news: this.news || disconnected,
      packages: this.#packages.render({
        pending: () => cardSkeleton(v),
        ready: (packages) =>
          packagesView({ ...v, number: number.number, packages, tariff, shop: this.#shop, readOnly: !isOpen(number) }),
        error: (error) => failed(error, this.t('packagesFailed'), this.#packages.retry),
      }),
      options: this.#options.render({
        pending: () => cardSkeleton(v),
        ready: (offers) => optionsView({ ...v, number: number.number, offers, switches: this.#switches }),
        error: (error) => failed(error, this.t('optionsFailed'), this.#options.retry),
      }),
      cancelling: attemptNote(cancelling, currency, v),
      cancelBusy: cancelling.state === 'running',
      cancelChange: () => void this.#cancelChange(number),
      disconnect: () => void this.#disconnection.open(number.number),
    })}
    ${disconnectDialog({ ...v, disconnection: this.#disconnection, currency })}`;
  }

  #change(number: NumberItem, v: ServicesView): unknown {
    const { t } = this;
    const step = this.#wizard.step ?? 'tariff';
    const steps = { tariff: tariffStep, date: dateStep, quote: quoteStep, done: doneStep };
    return html`${changeSteps(step, v)}
    ${this.#tariffs.render({
      pending: () => cardSkeleton(v),
      ready: (offers) => {
        const view: ChangeView = { ...v, number, offers, wizard: this.#wizard };
        return steps[step](view);
      },
      error: (error) =>
        trouble({ error, text: this.describe(error), t, retry: this.#tariffs.retry, failed: t('tariffsFailed') }),
    })}`;
  }

  #connect(v: ConnectView): unknown {
    const step = v.connector.step ?? 'number';
    const steps = { number: showcaseStep, tariff: connectTariffStep, cart: cartStep, done: connectedStep };
    return frame({
      heading: '',
      head: connectHead(v),
      body: html`${connectSteps(step, v)} ${this.#rights(v)} ${steps[step](v)}`,
    });
  }

  /** Says once why nothing can be changed. */
  #rights(v: ServicesView): unknown {
    const account = this.#account;
    if (account?.status === 'CLOSED') return readOnly(this.t('closed'));
    return account && this.#numbers.value && !v.may('number.connect')
      ? topNote('', lock, this.t('onlyAdmin'))
      : nothing;
  }

  #trouble(error: LkError): unknown {
    const { t } = this;
    return trouble({
      error,
      text: this.describe(error),
      t,
      retry: this.#numbers.retry,
      failed: t('failedNumbers'),
      forbidden: t('forbiddenNumbers'),
    });
  }

  async #cancelChange(number: NumberItem): Promise<void> {
    if (await this.#wizard.cancel(number.number)) this.news = this.t('changeCancelled', { tariff: number.tariff.name });
  }

  #view(): ServicesView {
    return {
      t: this.t,
      locale: this.language,
      go: this.go,
      open: (section, number) => void this.navigate(section, number === '' ? {} : { number }),
      topUp: this.#topUp,
      describe: this.describe,
      may: (action) => this.#account?.permissions[action] === true && this.#account.status !== 'CLOSED',
    };
  }

  get #account(): Accounts[number] | undefined {
    return this.#accounts.value?.find(({ id }) => id === this.scope?.account);
  }

  get #currency(): string {
    return this.#account?.currency ?? 'RUB';
  }

  #path(...at: readonly Place['at'][]): { account: string; number: string } | null {
    const { place } = this;
    const number = numberOf(place);
    return this.scope && number !== null && at.includes(place.at) ? { account: this.scope.account, number } : null;
  }

  #topUp = (amount: Money): void => {
    if (!this.dispatchEvent(new LkTopUpRequestedEvent(amount.value))) return;
    this.navigate('topup', { amount: amount.value });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'lk-services': LkServices;
  }
}
