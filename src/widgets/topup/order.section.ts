import { CommandController } from '../../ui/controllers/command.js';
import type { Late } from '../../ui/controllers/late.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import type { Money } from '../../money/format.js';
import type { QrModules } from '../../ui/parts/qr.js';
import { OrderWatch } from './order-watch.js';
import type * as orderViews from './order.view.js';
import type { SectionHost } from './section.js';
import {
  type Balance,
  cancelOrder,
  createOrder,
  type OnlineMethod,
  orderOf,
  type TopUp,
  type TopUpOffer,
  TOUCHED,
} from './topup.data.js';
import { LkPaymentRedirectEvent, LkPaymentSucceededEvent } from './topup.events.js';
import { pageAddress } from './topup.model.js';

/** Views of what comes after the form, fetched then. */
export type OrderViews = Late<{ readonly order: () => Promise<typeof orderViews> }>;

export interface OrderHost extends SectionHost {
  readonly late: OrderViews;
  readonly offer: ResourceController<TopUpOffer>;
  readonly balance: ResourceController<Balance>;
}

interface Sum {
  readonly amount: Money;
  readonly method: OnlineMethod;
  readonly receipt?: string;
}

/**
 * A payment by card or SBP, from the press that begins it until it is decided: begun once, followed also after a reload, its outcome
 * told once. @see domain.md TOP-4, TOP-8
 */
export class OrderSection {
  readonly #host: OrderHost;
  readonly #create;
  readonly #cancel;
  readonly #order: ResourceController<TopUp>;
  readonly #watch: OrderWatch;
  /** Payments that the subscriber has turned away from. */
  readonly #left = new Set<string>();
  #followed: TopUp | null = null;
  #visited = false;
  #qr: QrModules | null | false = null;
  #coded: string | null = null;
  /** Server's clock less ours. */
  #ahead = 0;
  #before: Money | null = null;
  /** State that was shown last, to tell when it changes. */
  #shown: TopUp['state'] | null = null;
  #succeededAt = 0;

  constructor(host: OrderHost) {
    this.#host = host;
    this.#create = new CommandController(host.element, createOrder);
    this.#cancel = new CommandController(host.element, cancelOrder);
    this.#order = new ResourceController(host.element, () => {
      const account = host.account();
      return account !== undefined && this.#followed ? orderOf(account, this.#followed.id) : null;
    });
    this.#watch = new OrderWatch(host.element, () => {
      this.#order.retry();
      if (this.#create.state === 'unknown') host.offer.retry();
    });
  }

  /** The payment that is followed, as it is known now. */
  get current(): TopUp | null {
    const known = this.#order.value;
    return known && known.id === this.#followed?.id ? known : this.#followed;
  }

  /** How the press that begins a payment stands. */
  get begin(): Pick<CommandController<unknown, unknown>, 'state' | 'error'> {
    return this.#create;
  }

  /** Nobody knows yet whether the payment was begun. */
  get isUnknown(): boolean {
    const { state, error } = this.#create;
    return state === 'unknown' || (state === 'running' && error?.kind === 'unknown-outcome');
  }

  isLeft(order: TopUp): boolean {
    return this.#left.has(order.id);
  }

  /** Another account: nothing of the last one stays on screen. */
  reset(): void {
    this.#before = null;
    this.#left.clear();
    this.leave('');
  }

  /** Takes up a payment that the offer names, and tells what happened to the one that is followed; before each render. */
  update(offer: TopUpOffer): void {
    const { pending } = offer;
    if (this.#create.state === 'unknown' && pending && this.#isAsked(pending)) {
      // It did arrive: the same key brings the same payment.
      void this.#resend();
    } else if (pending && !this.#followed && !this.#left.has(pending.id) && this.#create.state !== 'running') {
      this.#visited = true;
      this.#follow(pending, offer.asOf, this.#host.offer.updatedAt ?? Date.now());
    }
    this.#observe();
  }

  /** Draws the code of a payment that waits for SBP; after each render. */
  updated(): void {
    const code = this.current?.state === 'PENDING' ? this.current.qr : null;
    if (code === null || code === this.#coded) return;
    this.#coded = code;
    const drawn = (modules: QrModules | false) => {
      if (this.#coded !== code) return;
      this.#qr = modules;
      this.#host.element.requestUpdate();
    };
    const draw = async (): Promise<QrModules | false> => (await this.#host.late.load('order'))?.qrOf(code) ?? false;
    draw().then(drawn, () => drawn(false));
  }

  /** Begins a payment. @param sum - What the subscriber has confirmed. */
  async pay(account: string, sum: Sum): Promise<void> {
    this.#before = this.#host.balance.value?.balance ?? null;
    // What became of the last one is no news of this one.
    this.#host.say('');
    this.#begun(await this.#create.run({ account, ...sum }));
  }

  render(views: typeof orderViews, order: TopUp): unknown {
    const words = this.#host.words();
    const { balance } = this.#host;
    const after = (balance.updatedAt ?? 0) >= this.#succeededAt ? (balance.value?.balance ?? null) : null;
    return views.orderView({
      order,
      account: this.#host.account() ?? '',
      words,
      qr: this.#qr,
      left: Date.parse(order.expiresAt) - (Date.now() + this.#ahead),
      visited: this.#visited,
      over: this.#watch.over,
      checking: this.#order.status === 'refreshing',
      cancelling: this.#cancel.state === 'running',
      failure: this.#failure(),
      before: this.#before,
      after,
      go: this.#go,
      check: () => this.#order.retry(),
      show: this.#watch.start,
      cancel: () => void this.#giveUp(order),
      again: () => this.leave('#sum'),
      other: () => this.leave('input[name=method]:checked'),
      finish: this.#host.finish,
    });
  }

  renderUnknown({ unknownView }: typeof orderViews): unknown {
    const { state, input } = this.#create;
    return unknownView(this.#host.words(), state === 'running' && input !== null, () => void this.#resend());
  }

  /** Back to the form, what was typed still in it. @param selector - What gets the focus there. */
  leave(selector: string): void {
    if (this.#followed) this.#left.add(this.#followed.id);
    this.#followed = null;
    this.#visited = false;
    this.#qr = null;
    this.#coded = null;
    this.#watch.stop();
    this.#cancel.reset();
    this.#create.reset();
    this.#host.say('');
    this.#host.focus(selector);
    this.#host.element.requestUpdate();
  }

  #failure(): string | null {
    const { state, error } = this.#cancel;
    if (state === 'failed' && error) return this.#host.describe(error);
    if (this.#order.error) return this.#host.describe(this.#order.error);
    return state === 'unknown' ? this.#host.words().t('waiting') : null;
  }

  async #resend(): Promise<void> {
    this.#begun(await this.#create.retry());
  }

  #begun(order: TopUp | undefined): void {
    if (order) {
      this.#visited = false;
      this.#create.reset();
      this.#follow(order, order.createdAt, Date.now());
    } else if (this.#create.state === 'unknown') {
      this.#watch.start();
    }
    this.#host.focusResult();
  }

  #isAsked(pending: TopUp): boolean {
    const { input } = this.#create;
    return input !== null && pending.amount.value === input.amount.value && pending.method === input.method;
  }

  /** @param at - The server's clock when ours was `seen`. */
  #follow(order: TopUp, at: string, seen: number): void {
    this.#ahead = Date.parse(at) - seen;
    this.#shown = null;
    this.#followed = order;
    this.#cancel.reset();
    this.#watch.start();
    this.#host.element.requestUpdate();
  }

  /** Tells what happened when the state of the payment changes, and refreshes what it touched. */
  #observe(): void {
    const order = this.current;
    const { element } = this.#host;
    if (!order || order.state === this.#shown) return;
    const first = this.#shown === null;
    this.#shown = order.state;
    if (order.state === 'PENDING') return;
    // A late success is still looked for on coming back.
    if (order.state === 'SUCCEEDED' || order.state === 'FAILED') this.#watch.stop();
    const { t } = this.#host.words();
    this.#tell({ SUCCEEDED: t('done'), FAILED: '', EXPIRED: t('expired'), CANCELLED: t('cancelled') }[order.state]);
    if (order.state !== 'SUCCEEDED') return;
    this.#succeededAt = Date.now();
    const { session } = element.scoped;
    // After this render: both change what is rendered.
    queueMicrotask(() => {
      session?.resources.invalidate(TOUCHED);
      if (!first || this.#visited) element.dispatchEvent(new LkPaymentSucceededEvent(order.amount, order.method));
    });
  }

  /** Told once: a heading that gets the focus is read out, one that has it already is not; a failure is an alert by itself. */
  #tell(text: string): void {
    const { shadowRoot, updateComplete } = this.#host.element;
    const had = shadowRoot?.activeElement;
    if (!had) return this.#host.say(text);
    void updateComplete.then(() => {
      const heading = shadowRoot.querySelector<HTMLElement>('#result');
      if (heading === had) this.#host.say(text);
      else heading?.focus();
    });
  }

  readonly #go = (event: Event, url: string): void => {
    const { element } = this.#host;
    this.#visited = true;
    this.#watch.start();
    element.requestUpdate();
    if (!element.dispatchEvent(new LkPaymentRedirectEvent(pageAddress(url) ?? url))) event.preventDefault();
  };

  async #giveUp(order: TopUp): Promise<void> {
    const account = this.#host.account();
    if (account === undefined) return;
    const ended = await this.#cancel.run({ account, topup: order.id });
    if (ended?.state === 'CANCELLED') {
      this.leave('input[name=method]:checked');
      this.#host.say(this.#host.words().t('cancelled'));
    } else {
      // Decided meanwhile: what became of it is shown.
      this.#order.retry();
    }
  }
}
