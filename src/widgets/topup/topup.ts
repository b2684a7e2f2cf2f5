import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { accountIn, accountsQuery, may } from '../../core/queries/account.js';
import { closeOnEscape } from '../../ui/controllers/escape.js';
import { Late } from '../../ui/controllers/late.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { LkElement } from '../../ui/element.js';
import { lock } from '../../ui/icons/icons.js';
import { frame } from '../../ui/parts/frame.js';
import { moneyText } from '../../ui/parts/money.js';
import { sentence } from '../../ui/parts/say.js';
import { blank, skeletonRows } from '../../ui/parts/states.js';
import { freshness, partial, trouble } from '../../ui/parts/view.js';
import { AutoPaySection } from './autopay.section.js';
import { formView } from './form.view.js';
import { InvoiceSection } from './invoice.section.js';
import { OrderSection, type OrderViews } from './order.section.js';
import { PromisedSection } from './promised.section.js';
import * as data from './topup.data.js';
import { messages, type TopUpMessages, type TopUpWords } from './topup.messages.js';
import { checkReceipt, type CheckedSum, checkSum, typed } from './topup.model.js';
import { sheets } from './topup.styles.js';

/** Milliseconds without typing after which the commission is asked for. */
const PAUSE = 300;
/** A payment of the last day is still worth a word above the form. */
const RECENT = 86_400_000;

/**
 * Tops up an account: by card on the provider's page, by SBP with a QR code, by an invoice; promised payment and auto-payment. It
 * never sees card data. A payment that was begun is followed until it is decided, also after a reload.
 *
 * @summary Top-up of one account.
 * @tagname lk-topup
 * @fires lk-payment-redirect - The subscriber goes to the provider's page at `url`; cancelable, then the host opens it.
 * @fires lk-payment-succeeded - A payment begun here has come to the balance: `amount`, `method`.
 * @slot heading - Replaces the heading.
 * @slot help - Replaces the link to help.
 * @slot error - Replaces what is shown when the form could not be read.
 * @slot unavailable - Replaces what is shown to users without the right to top up.
 * @slot loading - Replaces the skeleton.
 * @csspart pay-link - The link to the provider's page.
 * @see domain.md §6
 */
export class LkTopUp extends LkElement<TopUpMessages> {
  static override readonly messages = messages;
  static override readonly styles = sheets;

  /** Sum to propose, a decimal string in the currency of the account; what is missing, unless given. */
  @property() amount: string | undefined;

  /** `null` until something is typed or proposed. */
  @state() private _text: string | null = null;
  @state() private _method: data.Method | null = null;
  @state() private _receipt = '';
  @state() private _wrong: { readonly amount: boolean; readonly receipt: boolean } = { amount: false, receipt: false };
  /** What the commission is asked for. */
  @state() private _quoted: { readonly value: string; readonly method: data.OnlineMethod } | null = null;
  @state() private _said = '';

  readonly #offer = new ResourceController(this, () => this.scope && data.offerOf(this.scope.account));
  readonly #accounts = new ResourceController(this, () => (this.scope ? accountsQuery : null));
  readonly #balance = new ResourceController(this, () =>
    this.scope && this.#may('balance.read') ? data.balanceOf(this.scope.account) : null,
  );
  readonly #promised = new ResourceController(this, () =>
    this.scope && this.#may('promised.take') ? data.promisedOf(this.scope.account) : null,
  );
  readonly #orders = new ResourceController(this, () =>
    this.scope && this.#may('topup.create') ? data.ordersOf(this.scope.account) : null,
  );
  readonly #quote = new ResourceController(this, () =>
    this.scope && this._quoted ? data.quoteOf(this.scope.account, this._quoted.value, this._quoted.method) : null,
  );
  readonly #late: OrderViews = new Late(this, { order: () => import('./order.view.js') });

  readonly #section = {
    element: this,
    account: () => this.scope?.account,
    words: () => this.#words,
    describe: this.describe,
    say: (text: string) => (this._said = text),
    focus: (selector: string) => this.#focus(selector),
    focusResult: () => void this.#late.load('order').then(() => this.#focus('#result')),
    finish: () => {
      this._text = '';
      this.#invoice.reset();
      this.#order.leave('#sum');
    },
  };
  readonly #order = new OrderSection({
    ...this.#section,
    late: this.#late,
    offer: this.#offer,
    balance: this.#balance,
  });
  readonly #invoice = new InvoiceSection(this.#section);
  readonly #promise = new PromisedSection(this.#section);
  readonly #autopay = new AutoPaySection(this.#section);

  #of: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #escape = closeOnEscape(this, () => this.t('escapeAgain'));

  /** Whether something is typed and not sent; a cabinet asks before it leaves. */
  get dirty(): boolean {
    return this.#escape.dirty;
  }

  get #words(): TopUpWords {
    return { t: this.t, locale: this.language };
  }

  #may(action: string): boolean {
    return may(accountIn(this.#accounts.value, this.scope?.account), action);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const of = this.scope?.account ?? null;
    if (of !== this.#of) this.#forget(of);
    if (changed.has('amount')) this._text = null;
    const offer = this.#offer.value;
    if (!offer || !this.texts.ready) return;
    this._text ??= this.#proposed(offer);
    this.#ask();
    this.#order.update(offer);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#order.updated();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render(): unknown {
    const { t } = this;
    const order = this.#order.current;
    const heading = order?.state === 'PENDING' ? t(`order.${order.method}`) : t('heading');
    return frame({
      heading: this.texts.ready ? heading : '',
      body: html`${freshness(this.#offer, t)}
        ${this.#offer.render({
          pending: () =>
            html`<slot name="loading"><div class="sec first">${skeletonRows(4, t('loading'))}</div></slot>`,
          ready: (offer) => this.#body(offer, order),
          error: (error) =>
            html`<div class="sec first">
              ${trouble({
                error,
                text: this.describe(error),
                t,
                retry: this.#offer.retry,
                failed: t('failedHeading'),
                forbidden: t('forbiddenHeading'),
              })}
            </div>`,
        })}
        <p class="sr" role="status">${this._said}</p>`,
    });
  }

  #body(offer: data.TopUpOffer, order: data.TopUp | null): unknown {
    const { t } = this;
    if (accountIn(this.#accounts.value, this.scope?.account)?.status === 'CLOSED') {
      return html`<div class="sec first">${blank(lock, t('closedHeading'), t('closedText'))}</div>`;
    }
    const invoice = this.#invoice.current;
    if (order || this.#order.isUnknown || invoice) {
      const views = this.#late.want('order');
      if (!views) return this.#waitForViews();
      if (order) return this.#order.render(views, order);
      if (this.#order.isUnknown) return this.#order.renderUnknown(views);
      if (invoice) return this.#invoice.render(views, invoice);
    }
    return html`${this.#form(offer)} ${this.#promised.value ? this.#promise.render(this.#promised.value) : nothing}
    ${this.#autopay.render(offer, this.#may('autopay.change'))}`;
  }

  #waitForViews(): unknown {
    const { error, retry } = this.#late;
    return error
      ? partial(this.t, retry, this.describe(error))
      : html`<div class="sec first">${skeletonRows(4, this.t('loading'))}</div>`;
  }

  #form(offer: data.TopUpOffer): unknown {
    const { t } = this;
    const sum = this.#sum(offer);
    const quote = this.#quote;
    const value = this._quoted && sum?.ok && this._quoted.value === sum.amount.value ? quote.value : null;
    const begins = [this.#order.begin, this.#invoice.begin];
    const running = begins.some(({ state }) => state === 'running');
    const failed = begins.find(({ state }) => state === 'failed' || state === 'unknown');
    return formView({
      offer,
      account: this.scope?.account ?? '',
      balance: this.#balance.value?.balance ?? null,
      blocked: this.#blocked(),
      last: this.#last(),
      text: this._text ?? '',
      amount: sum?.ok ? sum.amount : null,
      method: this.#method(offer),
      receipt: this._receipt,
      amountError: this._wrong.amount && sum && !sum.ok ? t(`fault.${sum.fault}`, this.#limits(offer)) : null,
      receiptError:
        this._wrong.receipt && checkReceipt(this._receipt) === null
          ? t(this._receipt.trim() === '' ? 'receiptEmpty' : 'receiptBad')
          : null,
      quote: value ?? null,
      quoteError: quote.error && !value ? t('quoteFailed', { reason: this.describe(quote.error) }) : null,
      failure: failed?.error ? t('notDone', { reason: sentence(this.describe(failed.error)) }) : null,
      busy: running || (sum?.ok === true && this._quoted !== null && !value && quote.status === 'pending'),
      words: this.#words,
      type: (text) => {
        this._text = text;
        this._wrong = { ...this._wrong, amount: false };
      },
      leave: () => (this._wrong = { ...this._wrong, amount: (this._text ?? '').trim() !== '' }),
      preset: (amount) => (this._text = typed(amount, this.language)),
      choose: (method) => (this._method = method),
      typeReceipt: (text) => (this._receipt = text),
      requote: quote.retry,
      pay: () => void this.#pay(offer),
    });
  }

  #method(offer: data.TopUpOffer): data.Method {
    return this._method ?? offer.methods[0]?.method ?? 'CARD';
  }

  #sum(offer: data.TopUpOffer): CheckedSum | null {
    const terms = offer.methods.find(({ method }) => method === this.#method(offer));
    return terms ? checkSum(this._text ?? '', terms.min, terms.max) : null;
  }

  #limits(offer: data.TopUpOffer): { min: string; max: string } {
    const terms = offer.methods.find(({ method }) => method === this.#method(offer));
    return terms
      ? { min: moneyText(terms.min, this.language), max: moneyText(terms.max, this.language) }
      : { min: '', max: '' };
  }

  /** What stands in the field at first: the host's sum, or what is missing. */
  #proposed(offer: data.TopUpOffer): string {
    const currency = offer.presets[0]?.currency ?? 'RUB';
    const given = this.amount;
    if (given !== undefined && /^\d{1,12}(\.\d{1,6})?$/.test(given)) {
      return typed({ value: given, currency }, this.language);
    }
    return offer.suggested ? typed(offer.suggested, this.language) : '';
  }

  #blocked(): string | null {
    const balance = this.#balance.value;
    if (!balance || balance.locks.length === 0) return null;
    return balance.toUnlock
      ? this.t('blocked', { amount: moneyText(balance.toUnlock, this.language) })
      : this.t('blockedPlain');
  }

  /** What became of the last payment begun by hand, when nobody may have seen it. */
  #last(): data.TopUp | null {
    const { value } = this.#orders;
    const last = value?.items.find(({ auto }) => !auto);
    if (!value || !last || this.#order.isLeft(last)) return null;
    return Date.parse(value.asOf) - Date.parse(last.createdAt) < RECENT ? last : null;
  }

  /** Asks for the commission once typing has paused. */
  #ask(): void {
    const offer = this.#offer.value;
    const sum = offer && this.#sum(offer);
    const method = offer && this.#method(offer);
    clearTimeout(this.#timer);
    if (!sum?.ok || !method || method === 'INVOICE') {
      this._quoted = null;
      return;
    }
    const { value } = sum.amount;
    const { _quoted: quoted } = this;
    if (quoted?.value === value && quoted.method === method) return;
    const ask = () => (this._quoted = { value, method });
    if (quoted === null || quoted.method !== method) ask();
    else this.#timer = setTimeout(ask, PAUSE);
  }

  async #pay(offer: data.TopUpOffer): Promise<void> {
    const { scope } = this;
    const method = this.#method(offer);
    const sum = this.#sum(offer);
    const online = method !== 'INVOICE';
    const receipt = online && offer.receiptRequired ? checkReceipt(this._receipt) : undefined;
    this._wrong = { amount: !sum?.ok, receipt: receipt === null };
    if (!scope || !sum?.ok || receipt === null) {
      this.#focus(sum?.ok ? '#receipt' : '#sum');
      return;
    }
    const { amount } = sum;
    void this.#late.load('order');
    if (!online) return this.#invoice.ask(scope.account, amount);
    // The total is seen before it is paid.
    if (this.#quote.value?.amount.value !== amount.value) return;
    await this.#order.pay(scope.account, { amount, method, ...(receipt === undefined ? {} : { receipt }) });
  }

  /** Another account: nothing of the last one stays on screen. */
  #forget(of: string | null): void {
    const first = this.#of === null;
    this.#of = of;
    if (first) return;
    this._text = null;
    this._method = null;
    this._receipt = '';
    this._wrong = { amount: false, receipt: false };
    this._quoted = null;
    this.#invoice.reset();
    this.#promise.reset();
    this.#autopay.reset();
    this.#order.reset();
  }

  #focus(selector: string): void {
    if (selector === '') return;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lk-topup': LkTopUp;
  }
}
