import { html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { accountIn, accountsQuery } from '../../core/queries/account.js';
import { warnOnce } from '../../core/registry/page.js';
import { formatDayMonth } from '../../i18n/dates.js';
import type { Money } from '../../money/format.js';
import { CommandController } from '../../ui/controllers/command.js';
import { keepFocus } from '../../ui/controllers/focus.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { LkElement } from '../../ui/element.js';
import { info, pbx, warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { confirm, openConfirm } from '../../ui/parts/confirm.js';
import { frame } from '../../ui/parts/frame.js';
import { topNote } from '../../ui/parts/note.js';
import { blank, skeletonRows } from '../../ui/parts/states.js';
import { freshness, readOnly, trouble } from '../../ui/parts/view.js';
import { LkTopUpRequestedEvent } from '../../ui/topup-requested.js';
import {
  closeProduct,
  keepProduct,
  launchProduct,
  type OfProduct,
  type Product,
  type ProductList,
  productsOf,
} from './products.data.js';
import { messages, type ProductsMessages, type ProductsWords } from './products.messages.js';
import { type Place, placeOf } from './products.place.js';
import { productsStyles } from './products.styles.js';
import { cardsView, nameOf } from './products.view.js';
import { Wizard } from './wizard.js';
import { wizardHead, type WizardView, wizardView } from './wizard.view.js';

/**
 * Products beside numbers: virtual PBX, FMC, voice robots, chat-bots, Chatophone, and whatever else the operator offers. Connect,
 * change resources, close, and open by a link that works once.
 *
 * @summary Virtual PBX and other products of one account.
 * @tagname lk-products
 * @fires lk-navigate - The reader went to a wizard (`products`, `{ view }`), to numbers (`services`) or to top up (`topup`, `{ amount }`).
 * @fires lk-topup-requested - Money is short for an order; `amount` is what is missing.
 * @slot heading - Replaces the heading.
 * @slot help - Link to help, beside the heading.
 * @slot empty - Replaces what is shown when there are no products.
 * @slot error - Replaces what is shown when nothing could be read.
 * @slot unavailable - Replaces what is shown to users without the right to see products.
 * @slot loading - Replaces the skeleton.
 * @csspart products - The grid of products.
 * @csspart product - One product.
 * @see domain.md §8
 */
export class LkProducts extends LkElement<ProductsMessages> {
  static override readonly messages = messages;
  static override readonly styles = productsStyles;

  /** Id of the product that is to be closed: the dialog asks about it. */
  @state() private closing: Product | null = null;
  @state() private link: { readonly product: string; readonly href: string } | null = null;

  readonly #products = new ResourceController<ProductList>(this, () => this.scope && productsOf(this.scope.account), {
    isEmpty: ({ items }) => items.length === 0,
  });
  readonly #accounts = new ResourceController(this, () => (this.scope ? accountsQuery : null));
  readonly #close = new CommandController(this, closeProduct);
  readonly #keep = new CommandController(this, keepProduct);
  readonly #launch = new CommandController(this, launchProduct);
  readonly #wizard = new Wizard(this);
  #clicks = 0;
  #focus: string | null = null;

  constructor() {
    super();
    keepFocus(this);
  }

  /** Whether something is typed and not sent; a cabinet asks before it leaves. */
  get dirty(): boolean {
    return this.#wizard.touched;
  }

  get #place(): Place {
    const place = placeOf(this.view || 'products');
    if (place === null) warnOnce(`<${this.localName} view="${this.view}"> is not known; the list is shown.`);
    return place ?? { at: 'list' };
  }

  get #words(): ProductsWords {
    return { t: this.t, locale: this.language };
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const product = this.#wanted();
    const account = this.scope?.account;
    const place = this.#place;
    if (place.at === 'list' || account === undefined) this.#wizard.end();
    else if (product) this.#wizard.begin(product, `${account} ${place.at} ${place.type}`);
  }

  /** The product that the wizard is about; `null` = the list is shown or there is no such product. */
  #wanted(): Product | null {
    const place = this.#place;
    if (place.at === 'list') return null;
    const product = this.#products.value?.items.find(({ type }) => type === place.type) ?? null;
    if (product === null || product.option !== null) return null;
    // The order has just gone through: the list knows already, the wizard still shows its result.
    if (this.#wizard.step === 'done') return product;
    const fits = place.at === 'connect' ? product.state === 'AVAILABLE' : product.subscription !== null;
    return fits && this.#mayChange ? product : null;
  }

  get #mayChange(): boolean {
    return accountIn(this.#accounts.value, this.scope?.account)?.permissions['products.change'] !== false;
  }

  protected override render(): unknown {
    const { t } = this;
    const product = this.#wanted();
    if (product !== null) {
      const view = this.#wizardView(product);
      return frame({ heading: '', head: wizardHead(view), body: wizardView(view) });
    }
    return frame({ heading: t('heading'), body: this.#list() });
  }

  #wizardView(product: Product): WizardView {
    return {
      wizard: this.#wizard,
      product,
      words: this.#words,
      leave: () => this.#go('products'),
      calculate: this.#calculate,
      topUp: this.#topUp,
      describe: this.describe,
    };
  }

  #list(): unknown {
    const { t } = this;
    const words = this.#words;
    return html`${freshness(this.#products, t)}
    ${this.#products.value && !this.#mayChange ? readOnly(t('readOnly')) : nothing} ${this.#trouble()}
    ${this.#products.render({
      pending: () => html`<slot name="loading"><div class="sec">${skeletonRows(4, t('loading'))}</div></slot>`,
      ready: ({ items }) =>
        this.#place.at === 'list'
          ? html`${cardsView({
              products: items,
              words,
              mayChange: this.#mayChange,
              busy: this.#busy,
              link: this.link,
              go: this.#go,
              open: this.#open,
              close: this.#ask,
              keep: (product) => void this.#run(this.#keep, product),
              services: () => this.navigate('services'),
            })}
            ${this.#dialog()}`
          : blank(
              info,
              t('notOffered'),
              t('notOfferedText'),
              button(t('toList'), () => this.#go('products'), { kind: 's' }),
            ),
      empty: () => html`<slot name="empty">${blank(pbx, t('none'), t('noneText'))}</slot>`,
      error: (error) =>
        trouble({
          error,
          text: this.describe(error),
          t,
          retry: this.#products.retry,
          failed: t('failedProducts'),
          forbidden: t('forbiddenProducts'),
        }),
    })}`;
  }

  /** The dialog that asks before a product is closed. */
  #dialog(): unknown {
    const { t } = this;
    const product = this.closing;
    if (product === null || product.subscription === null) return nothing;
    const asOf = this.#products.value?.asOf.slice(0, 10) ?? '';
    const last = new Date(Date.UTC(Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7)), 0)).toISOString().slice(0, 10);
    return confirm({
      id: 'closing',
      question: t('closeQuestion', { name: nameOf(product, this.#words) }),
      body: html`<p>${t('closeWorks', { date: formatDayMonth(last, this.language) })}</p>
        <p>${t('closeArchive')}</p>
        <p>${t('closeMoney')}. ${t('closeKeep')}</p>`,
      safe: t('closeSafe'),
      danger: t('closeDanger'),
      confirm: () => void this.#run(this.#close, product),
    });
  }

  /** Why the last thing that was asked for did not happen. */
  #trouble(): unknown {
    const failed = [this.#close, this.#keep, this.#launch].find(
      ({ state }) => state === 'failed' || state === 'unknown',
    );
    if (!failed?.error) return nothing;
    return topNote('bad', warning, this.describe(failed.error), nothing, 'alert');
  }

  get #busy(): string | null {
    const running = (name: string, command: { readonly state: string; readonly input: { product: string } | null }) =>
      command.state === 'running' ? `${name} ${command.input?.product ?? ''}` : null;
    return running('close', this.#close) ?? running('keep', this.#keep) ?? running('open', this.#launch);
  }

  async #run(command: CommandController<OfProduct, ProductList>, product: Product): Promise<void> {
    const account = this.scope?.account;
    if (account === undefined || product.subscription === null) return;
    command.reset();
    await command.run({ account, product: product.subscription.id });
  }

  #ask = (product: Product): void => {
    this.closing = product;
    void this.updateComplete.then(() => openConfirm(this.renderRoot, 'closing'));
  };

  /** The window is opened by the click itself, else a blocker would stop it; the link follows when it is there. */
  #open = async (product: Product): Promise<void> => {
    const { scope } = this;
    const id = product.subscription?.id;
    if (scope === null || id === undefined) return;
    const tab = window.open('', '_blank');
    if (tab) tab.opener = null;
    this.link = null;
    this.#launch.reset();
    const made = await this.#launch.run({ account: scope.account, product: id, click: ++this.#clicks });
    const href =
      made && new URL(`.${made.url}`, new URL(`${scope.session.apiUrl.replace(/\/?$/, '/')}`, document.baseURI)).href;
    if (href === undefined) tab?.close();
    else if (tab) tab.location.href = href;
    else this.link = { product: id, href };
  };

  #calculate = (): void => {
    if (this.#wizard.calculate()) return;
    const [first] = this.#wizard.wrong;
    if (first !== undefined) this.#focus = `#amount-${CSS.escape(first)}`;
  };

  #topUp = (amount: Money): void => {
    if (!this.dispatchEvent(new LkTopUpRequestedEvent(amount.value))) return;
    this.navigate('topup', { amount: amount.value });
  };

  /** Goes to a place of the widget, unless the host goes there itself; the focus goes along. */
  #go = (view: string): void => {
    if (!this.navigate('products', { view })) return;
    this.view = view;
    this.#focus = '#heading';
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#wizard.step === 'done' && this.#lastStep !== 'done') this.#focus = '#result';
    this.#lastStep = this.#wizard.step;
    const target = this.#focus === null ? null : this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (target) {
      this.#focus = null;
      target.focus();
    }
  }
  #lastStep = '';
}

declare global {
  interface HTMLElementTagNameMap {
    'lk-products': LkProducts;
  }
}
