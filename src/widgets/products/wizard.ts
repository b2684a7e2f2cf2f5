import type { ReactiveController } from 'lit';
import { isLkError } from '../../api/errors.js';
import { CommandController } from '../../ui/controllers/command.js';
import type { WidgetHost } from '../../ui/controllers/host.js';
import {
  confirmOrder,
  type Order,
  type Product,
  type ProductList,
  type ProductQuote,
  quoteOrder,
} from './products.data.js';

export type Step = 'tariff' | 'resources' | 'quote' | 'done';

/** What was typed; it survives going back and forth. */
export interface Draft {
  readonly tariff: string;
  /** As typed, by code. */
  readonly amounts: Readonly<Record<string, string>>;
}

/** Connecting a product or changing its resources: choose → amounts → quote → confirm. @see domain.md CC-21, §8 */
export class Wizard implements ReactiveController {
  step: Step = 'tariff';
  draft: Draft = { tariff: '', amounts: {} };
  /** Amounts are checked from the first try on. */
  checked = false;
  /** Something was chosen or typed that is not ordered yet. */
  touched = false;
  /** The terms were others at confirmation: a new quote is shown. */
  expired = false;
  readonly quote: CommandController<Order, ProductQuote>;
  readonly confirm: CommandController<Order & { readonly quoteId: string }, ProductList>;
  readonly #host: WidgetHost;
  #product: Product | null = null;
  #of = '';

  constructor(host: WidgetHost) {
    this.#host = host;
    this.quote = new CommandController(host, quoteOrder);
    this.confirm = new CommandController(host, confirmOrder);
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.confirm.state !== 'done' || this.step !== 'quote') return;
    this.step = 'done';
    this.touched = false;
  }

  /** Begins for a product; the same one goes on where it was. @param name - Names the place, account included. */
  begin(product: Product, name: string): void {
    this.#product = product;
    if (name === this.#of) return;
    this.#of = name;
    const { subscription, tariffs } = product;
    const only = tariffs.length === 1 ? tariffs[0]?.code : undefined;
    this.draft = {
      tariff: subscription?.tariff.code ?? only ?? '',
      amounts: Object.fromEntries(
        (subscription?.resources ?? []).map(({ code, amount, next }) => [code, String(next ?? amount)]),
      ),
    };
    this.step = subscription || only !== undefined ? 'resources' : 'tariff';
    this.touched = false;
    this.checked = false;
    this.expired = false;
    this.quote.reset();
    this.confirm.reset();
  }

  /** Forgets where it was. */
  end(): void {
    this.#of = '';
    this.touched = false;
  }

  get steps(): readonly Step[] {
    const choice = this.#product?.subscription === null && this.#product.tariffs.length > 1;
    return choice ? ['tariff', 'resources', 'quote', 'done'] : ['resources', 'quote', 'done'];
  }

  get tariff(): Product['tariffs'][number] | undefined {
    return this.#product?.tariffs.find(({ code }) => code === this.draft.tariff);
  }

  /** The amount of a resource as typed, or what the tariff includes. */
  amountOf(code: string): string {
    const offer = this.tariff?.resources.find((one) => one.code === code);
    return this.draft.amounts[code] ?? String(offer ? Math.max(offer.min, offer.included) : '');
  }

  /** Resources whose amount is no whole number within its range. */
  get wrong(): readonly string[] {
    return (this.tariff?.resources ?? []).flatMap(({ code, min, max }) => {
      const amount = this.amountOf(code).trim();
      return /^\d{1,7}$/.test(amount) && Number(amount) >= min && Number(amount) <= max ? [] : [code];
    });
  }

  set(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
    this.touched = true;
    this.#host.requestUpdate();
  }

  go = (step: Step): void => {
    this.step = step;
    this.#host.requestUpdate();
  };

  /** Asks for the quote and shows it. @returns `false` if an amount is wrong. */
  calculate = (): boolean => {
    this.checked = true;
    this.#host.requestUpdate();
    const order = this.#order();
    if (order === null || this.wrong.length > 0) return false;
    this.expired = false;
    this.confirm.reset();
    this.go('quote');
    void this.#ask(order);
    return true;
  };

  /** The subscriber agrees. Other terms meanwhile: the new quote is shown, and asked about again. */
  agree = async (): Promise<void> => {
    const order = this.#order();
    const quote = this.quote.value;
    if (order === null || quote === undefined) return;
    await this.confirm.run({ ...order, quoteId: quote.id });
    const { error } = this.confirm;
    if (this.confirm.state === 'failed' && isLkError(error) && error.code === 'QUOTE_EXPIRED') {
      this.expired = true;
      this.confirm.reset();
      void this.#ask(order);
    }
  };

  /** Looks at the terms again, after a top-up for example. */
  again = (): void => {
    const order = this.#order();
    if (order) void this.#ask(order);
  };

  async #ask(order: Order): Promise<void> {
    this.quote.reset();
    await this.quote.run(order);
  }

  #order(): Order | null {
    const account = this.#host.scoped.scope?.account;
    const product = this.#product;
    const { tariff } = this;
    if (account === undefined || product === null || tariff === undefined) return null;
    return {
      account,
      type: product.type,
      product: product.subscription?.id ?? null,
      tariff: tariff.code,
      resources: Object.fromEntries(tariff.resources.map(({ code }) => [code, Number(this.amountOf(code))])),
    };
  }
}
