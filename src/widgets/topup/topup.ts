import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { errorOf, type LkError } from '../../api/errors.js';
import { accountIn, accountsQuery, may } from '../../core/queries/account.js';
import type { Money } from '../../money/format.js';
import { CommandController } from '../../ui/controllers/command.js';
import { Late } from '../../ui/controllers/late.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { LkElement } from '../../ui/element.js';
import { lock } from '../../ui/icons/icons.js';
import { frame } from '../../ui/parts/frame.js';
import { moneyText } from '../../ui/parts/money.js';
import type { QrModules } from '../../ui/parts/qr.js';
import { saveFile } from '../../ui/parts/save.js';
import { blank, skeletonRows } from '../../ui/parts/states.js';
import { freshness, partial, trouble } from '../../ui/parts/view.js';
import { AutoPaySection } from './autopay.section.js';
import { formView } from './form.view.js';
import { OrderWatch } from './order-watch.js';
import type * as orderViews from './order.view.js';
import { PromisedSection } from './promised.section.js';
import * as data from './topup.data.js';
import { LkPaymentRedirectEvent, LkPaymentSucceededEvent } from './topup.events.js';
import { messages, type TopUpMessages, type TopUpWords } from './topup.messages.js';
import { checkReceipt, type CheckedSum, checkSum, pageAddress, typed } from './topup.model.js';
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
  @state() private _followed: data.TopUp | null = null;
  @state() private _visited = false;
  @state() private _qr: QrModules | null | false = null;
  @state() private _saving: 'idle' | 'running' | LkError = 'idle';
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
  readonly #order = new ResourceController(this, () =>
    this.scope && this._followed ? data.orderOf(this.scope.account, this._followed.id) : null,
  );
  readonly #create = new CommandController(this, data.createOrder);
  readonly #cancel = new CommandController(this, data.cancelOrder);
  readonly #invoice = new CommandController(this, data.createInvoice);
  /** What comes after the form, and is fetched then. */
  readonly #late = new Late(this, { order: () => import('./order.view.js') });
  readonly #watch = new OrderWatch(this, () => {
    this.#order.retry();
    if (this.#create.state === 'unknown') this.#offer.retry();
  });

  readonly #section = {
    element: this,
    account: () => this.scope?.account,
    words: () => this.#words,
    describe: this.describe,
    say: (text: string) => (this._said = text),
    focus: (selector: string) => this.#focus(selector),
  };
  readonly #promise = new PromisedSection(this.#section);
  readonly #autopay = new AutoPaySection(this.#section);

  #of: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Server's clock less ours. */
  #ahead = 0;
  #before: Money | null = null;
  /** State that was shown last, to tell when it changes. */
  #shown: data.TopUp['state'] | null = null;
  #succeededAt = 0;
  #coded: string | null = null;
  readonly #left = new Set<string>();

  get #words(): TopUpWords {
    return { t: this.t, locale: this.language };
  }

  #may(action: string): boolean {
    return may(accountIn(this.#accounts.value, this.scope?.account), action);
  }

  /** The payment that is followed, as it is known now. */
  get #current(): data.TopUp | null {
    const known = this.#order.value;
    return known && known.id === this._followed?.id ? known : this._followed;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const of = this.scope?.account ?? null;
    if (of !== this.#of) this.#forget(of);
    if (changed.has('amount')) this._text = null;
    const offer = this.#offer.value;
    if (!offer || !this.texts.ready) return;
    const { pending } = offer;
    if (this.#create.state === 'unknown' && pending && this.#isAsked(pending)) {
      // It did arrive: the same key brings the same payment.
      void this.#resend();
    } else if (pending && !this._followed && !this.#left.has(pending.id) && this.#create.state !== 'running') {
      this._visited = true;
      this.#follow(pending, offer.asOf, this.#offer.updatedAt ?? Date.now());
    }
    this._text ??= this.#proposed(offer);
    this.#ask();
    this.#observe();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const code = this.#current?.state === 'PENDING' ? this.#current.qr : null;
    if (code === null || code === this.#coded) return;
    this.#coded = code;
    const drawn = (modules: QrModules | false) => {
      if (this.#coded === code) this._qr = modules;
    };
    const draw = async (): Promise<QrModules | false> => (await this.#late.load('order'))?.qrOf(code) ?? false;
    draw().then(drawn, () => drawn(false));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render(): unknown {
    const { t } = this;
    const order = this.#current;
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
    const { state, input } = this.#create;
    const unknown = state === 'unknown' || (state === 'running' && this.#unsure);
    const invoice = this.#invoice.value;
    if (order || unknown || invoice) {
      const views = this.#late.want('order');
      if (!views) return this.#waitForViews();
      if (order) return this.#orderView(views, order);
      if (unknown)
        return views.unknownView(this.#words, state === 'running' && input !== null, () => void this.#resend());
      if (invoice) return this.#invoiceView(views, invoice);
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

  #invoiceView({ invoiceView }: typeof orderViews, invoice: data.Invoice): unknown {
    const saving = this._saving;
    return invoiceView({
      invoice,
      words: this.#words,
      downloading: saving === 'running',
      failure: typeof saving === 'string' ? null : this.t('downloadFailed', { reason: this.describe(saving) }),
      download: () => void this.#download(invoice.id),
      finish: this.#finish,
    });
  }

  #form(offer: data.TopUpOffer): unknown {
    const { t } = this;
    const sum = this.#sum(offer);
    const quote = this.#quote;
    const value = this._quoted && sum?.ok && this._quoted.value === sum.amount.value ? quote.value : null;
    const running = [this.#create, this.#invoice].some((command) => command.state === 'running');
    const failed = [this.#create, this.#invoice].find(({ state }) => state === 'failed' || state === 'unknown');
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
      failure: failed?.error ? t('notDone', { reason: this.describe(failed.error).replace(/[^.!?…]$/, '$&.') }) : null,
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

  #orderView({ orderView }: typeof orderViews, order: data.TopUp): unknown {
    const { t } = this;
    const cancelled = this.#cancel;
    const after = (this.#balance.updatedAt ?? 0) >= this.#succeededAt ? (this.#balance.value?.balance ?? null) : null;
    return orderView({
      order,
      account: this.scope?.account ?? '',
      words: this.#words,
      qr: this._qr,
      left: Date.parse(order.expiresAt) - (Date.now() + this.#ahead),
      visited: this._visited,
      over: this.#watch.over,
      checking: this.#order.status === 'refreshing',
      cancelling: cancelled.state === 'running',
      failure:
        cancelled.state === 'failed' && cancelled.error
          ? this.describe(cancelled.error)
          : this.#order.error
            ? this.describe(this.#order.error)
            : cancelled.state === 'unknown'
              ? t('waiting')
              : null,
      before: this.#before,
      after,
      go: this.#go,
      check: () => this.#order.retry(),
      show: this.#watch.start,
      cancel: () => void this.#giveUp(order),
      again: () => this.#leave('#sum'),
      other: () => this.#leave('input[name=method]:checked'),
      finish: this.#finish,
    });
  }

  get #unsure(): boolean {
    return this.#create.error?.kind === 'unknown-outcome';
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
    if (!value || !last || this.#left.has(last.id)) return null;
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
    if (!online) {
      if (await this.#invoice.run({ account: scope.account, amount })) this.#focusResult();
      return;
    }
    // The total is seen before it is paid.
    if (this.#quote.value?.amount.value !== amount.value) return;
    this.#before = this.#balance.value?.balance ?? null;
    const input = { account: scope.account, amount, method, ...(receipt === undefined ? {} : { receipt }) };
    this.#begun(await this.#create.run(input));
  }

  async #resend(): Promise<void> {
    this.#begun(await this.#create.retry());
  }

  #begun(order: data.TopUp | undefined): void {
    if (order) {
      this._visited = false;
      this.#create.reset();
      this.#follow(order, order.createdAt, Date.now());
    } else if (this.#create.state === 'unknown') {
      this.#watch.start();
    }
    this.#focusResult();
  }

  /** When it is there: its view may still be on its way. */
  #focusResult(): void {
    void this.#late.load('order').then(() => this.#focus('#result'));
  }

  #isAsked(pending: data.TopUp): boolean {
    const { input } = this.#create;
    return input !== null && pending.amount.value === input.amount.value && pending.method === input.method;
  }

  /** @param at - The server's clock when ours was `seen`. */
  #follow(order: data.TopUp, at: string, seen: number): void {
    this.#ahead = Date.parse(at) - seen;
    this.#shown = null;
    this._followed = order;
    this.#cancel.reset();
    this.#watch.start();
  }

  /** Tells what happened when the state of the payment changes, and refreshes what it touched. */
  #observe(): void {
    const order = this.#current;
    if (!order || order.state === this.#shown) return;
    const first = this.#shown === null;
    this.#shown = order.state;
    if (order.state === 'PENDING') return;
    // A late success is still looked for on coming back.
    if (order.state === 'SUCCEEDED' || order.state === 'FAILED') this.#watch.stop();
    this._said = {
      SUCCEEDED: this.t('done'),
      FAILED: this.t('declined'),
      EXPIRED: this.t('expired'),
      CANCELLED: this.t('cancelled'),
    }[order.state];
    if (this.matches(':focus-within')) this.#focus('#result');
    if (order.state !== 'SUCCEEDED') return;
    this.#succeededAt = Date.now();
    const { session } = this.scoped;
    // After this render: both change what is rendered.
    queueMicrotask(() => {
      session?.resources.invalidate(data.TOUCHED);
      if (!first || this._visited) this.dispatchEvent(new LkPaymentSucceededEvent(order.amount, order.method));
    });
  }

  readonly #go = (event: Event, url: string): void => {
    this._visited = true;
    this.#watch.start();
    if (!this.dispatchEvent(new LkPaymentRedirectEvent(pageAddress(url) ?? url))) event.preventDefault();
  };

  async #giveUp(order: data.TopUp): Promise<void> {
    if (!this.scope) return;
    const ended = await this.#cancel.run({ account: this.scope.account, topup: order.id });
    if (ended?.state === 'CANCELLED') {
      this.#leave('input[name=method]:checked');
      this._said = this.t('cancelled');
    } else {
      // Decided meanwhile: what became of it is shown.
      this.#order.retry();
    }
  }

  /** Back to the form, what was typed still in it. */
  #leave(selector: string): void {
    if (this._followed) this.#left.add(this._followed.id);
    this._followed = null;
    this._visited = false;
    this._qr = null;
    this.#coded = null;
    this.#watch.stop();
    this.#cancel.reset();
    this.#create.reset();
    this._said = '';
    this.#focus(selector);
  }

  readonly #finish = (): void => {
    this._text = '';
    this._saving = 'idle';
    this.#invoice.reset();
    this.#leave('#sum');
  };

  async #download(invoice: string): Promise<void> {
    const { session, account } = this.scope ?? {};
    if (!session || account === undefined || this._saving === 'running') return;
    this._saving = 'running';
    try {
      const path = { account, invoice };
      const { signal } = session;
      saveFile(
        await session.client.blob('/v1/accounts/{account}/invoices/{invoice}/file', { path, signal }),
        `${invoice}.pdf`,
      );
      this._saving = 'idle';
    } catch (reason) {
      this._saving = errorOf(reason, false);
    }
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
    this.#before = null;
    this.#left.clear();
    this.#invoice.reset();
    this.#promise.reset();
    this.#autopay.reset();
    this.#leave('');
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
