import { CommandController } from '../../../ui/controllers/command.js';
import { ResourceController } from '../../../ui/controllers/resource.js';
import { draftsOf, type Drafts } from '../drafts.js';
import { accountOf, carryOut, type ServicesHost } from '../host.js';
import type { ConnectStep } from '../place.js';
import { LkServiceChangedEvent } from '../services.events.js';
import {
  addAddress,
  type Address,
  addressesQuery,
  type Cart,
  type CartItem,
  cartQuery,
  connectNumbers,
  connectQuote,
  type ConnectQuote,
  type ConnectResult,
  type ConnectTariff,
  connectTariffsQuery,
  putInCart,
  type Showcase,
  showcaseQuery,
  type ShowcaseNumber,
  type ShowcasePage,
  stockQuery,
  takeFromCart,
} from './data.js';
import { EMPTY_FILTER, filterOf, type TypedFilter } from './filter.js';
import { Countdown } from './countdown.js';

/** What was chosen and typed on the way to a new number. */
export interface ConnectDraft {
  readonly filter: TypedFilter;
  readonly number: ShowcaseNumber | null;
  /** Code of the tariff; kept when the number is lost. */
  readonly tariff: string | null;
  /** Address that is being typed, by city. */
  readonly address: Readonly<Record<string, string>>;
}

const EMPTY: ConnectDraft = { filter: EMPTY_FILTER, number: null, tariff: null, address: {} };
/** Numbers shown at a time. */
const PAGE = 24;
const MOST = 500;

/**
 * A new number: showcase → tariff → cart with its reservations and addresses → quote → confirm → result.
 *
 * @see domain.md SRV-50 … SRV-56
 */
export class Connector {
  readonly showcase: ResourceController<Showcase>;
  readonly stock: ResourceController<ShowcasePage>;
  readonly tariffs: ResourceController<readonly ConnectTariff[]>;
  readonly cart: ResourceController<Cart>;
  readonly addresses: ResourceController<readonly Address[]>;
  readonly quote: ResourceController<ConnectQuote>;
  readonly putting: CommandController<{ account: string; number: string; tariff: string; address?: string }, Cart>;
  readonly taking: CommandController<{ account: string; number: string }, Cart>;
  readonly addressing: CommandController<{ account: string; city: string; text: string }, Address>;
  readonly connecting: CommandController<{ account: string; quoteId: string }, ConnectResult>;
  readonly countdown: Countdown;
  result: ConnectResult | null = null;
  /** The quote that was confirmed and not taken. */
  #refused: ConnectQuote | null = null;
  /** City of an address that was not filled in. */
  addressWrong: string | null = null;
  readonly #host: ServicesHost;
  readonly #drafts: Drafts<ConnectDraft>;
  #limit = PAGE;
  #lastStock: { readonly filter: string; readonly page: ShowcasePage } | null = null;
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** The filter that is asked for; follows what is typed a moment later. */
  #asked: TypedFilter | null = null;

  constructor(host: ServicesHost) {
    this.#host = host;
    this.#drafts = draftsOf(host, 'connect', EMPTY);
    const at = (...steps: readonly ConnectStep[]) => {
      const account = accountOf(host);
      return account !== null && this.step !== null && steps.includes(this.step) ? account : null;
    };
    this.showcase = new ResourceController(host, () => {
      const account = at('number', 'tariff', 'cart');
      return account === null ? null : showcaseQuery(account);
    });
    this.cart = new ResourceController(host, () => {
      const account = at('number', 'tariff', 'cart');
      return account === null ? null : cartQuery(account);
    });
    this.stock = new ResourceController(host, () => {
      const account = at('number');
      return account === null ? null : stockQuery(account, filterOf(this.#asked ?? this.draft.filter), this.#limit);
    });
    this.tariffs = new ResourceController(host, () => {
      const account = at('tariff');
      const { number } = this.draft;
      return account === null || number === null ? null : connectTariffsQuery(account, number.kind);
    });
    this.addresses = new ResourceController(host, () => {
      const account = at('cart');
      return account === null ? null : addressesQuery(account);
    });
    this.quote = new ResourceController(host, () => {
      const account = at('cart');
      const cart = this.cart.value;
      return account && cart && isReady(cart) ? connectQuote(account, contents(cart)) : null;
    });
    this.putting = new CommandController(host, putInCart);
    this.taking = new CommandController(host, takeFromCart);
    this.addressing = new CommandController(host, addAddress);
    this.connecting = new CommandController(host, connectNumbers);
    this.countdown = new Countdown(
      host,
      () => {
        const cart = this.step === 'cart' ? this.cart.value : null;
        return cart ? { asOf: cart.now, ends: cart.items.flatMap(({ reservedUntil }) => reservedUntil ?? []) } : null;
      },
      () => this.cart.retry(),
    );
    host.addController({ hostDisconnected: () => clearTimeout(this.#typing) });
  }

  /** What is to be said about the quote on screen: it stands in place of one that held no longer. */
  get news(): 'changed' | 'renewed' | null {
    const [before, now] = [this.#refused, this.quote.value];
    if (before === null || !now || now.id === before.id) return null;
    return terms(before) === terms(now) ? 'renewed' : 'changed';
  }

  get beside(): string | null {
    const { place } = this.#host;
    return place.at === 'connect' ? place.beside : null;
  }

  /** The step asked for, or the last one that what is known allows. */
  get step(): ConnectStep | null {
    const { place } = this.#host;
    if (place.at !== 'connect') return null;
    if (place.step === 'tariff' && this.draft.number === null) return 'number';
    return place.step === 'done' && this.result === null ? 'number' : place.step;
  }

  get draft(): ConnectDraft {
    return this.#drafts.get('');
  }

  /** Numbers to show: while more of the same are fetched, those that are here already. */
  get page(): ShowcasePage | null {
    const filter = JSON.stringify(this.#asked ?? this.draft.filter);
    if (this.stock.value) this.#lastStock = { filter, page: this.stock.value };
    return this.#lastStock?.filter === filter ? this.#lastStock.page : null;
  }

  get hasMore(): boolean {
    const { page } = this;
    return page !== null && page.nextCursor !== null && this.#limit < MOST;
  }

  more = (): void => {
    this.#limit = Math.min(this.#limit + PAGE, MOST);
    this.#host.requestUpdate();
  };

  set = (change: Partial<ConnectDraft>): void => {
    this.#drafts.set('', { ...this.draft, ...change });
    this.#host.requestUpdate();
  };

  /** What is chosen counts at once, what is typed when the typing pauses. */
  setFilter = (change: Partial<TypedFilter>, typed = false): void => {
    const before = this.#asked ?? this.draft.filter;
    const filter = { ...this.draft.filter, ...change };
    this.set({ filter });
    clearTimeout(this.#typing);
    const ask = () => {
      this.#asked = filter;
      this.#limit = PAGE;
      this.#host.requestUpdate();
    };
    if (!typed) return ask();
    this.#asked = before;
    this.#typing = setTimeout(ask, 300);
  };

  resetFilter = (): void => this.setFilter(EMPTY_FILTER);

  go = (step: ConnectStep): void => {
    this.putting.reset();
    this.connecting.reset();
    this.#host.go({ at: 'connect', step, beside: this.beside });
  };

  choose = (number: ShowcaseNumber): void => {
    const { number: before, tariff } = this.draft;
    this.set({ number, tariff: before === null || before.kind === number.kind ? tariff : null });
    this.go('tariff');
  };

  /** Reserves the chosen number with the chosen tariff. */
  reserve = async (): Promise<void> => {
    const account = accountOf(this.#host);
    const { number, tariff } = this.draft;
    if (account === null || number === null || tariff === null) return;
    const cart = await this.putting.run({ account, number: number.number, tariff });
    if (cart !== undefined) this.go('cart');
    else if (this.putting.error?.code === 'NUMBER_TAKEN') this.#host.scoped.session?.resources.invalidate(['showcase']);
  };

  /** Reserves a number of the cart again, or gives it another address. */
  put = async (item: CartItem, address: string | undefined = item.address?.id): Promise<void> => {
    const account = accountOf(this.#host);
    if (account === null) return;
    const given = address === undefined ? {} : { address };
    await this.putting.run({ account, number: item.number.number, tariff: item.tariff.code, ...given });
  };

  /** Back to the tariffs, for a number of the cart. */
  changeTariff = (item: CartItem): void => {
    this.set({ number: item.number, tariff: item.tariff.code });
    this.go('tariff');
  };

  /** The number is lost: another one, with the same tariff. */
  replace = async (item: CartItem): Promise<void> => {
    this.set({ number: null, tariff: item.tariff.code });
    await this.take(item);
    this.go('number');
  };

  take = async ({ number }: CartItem): Promise<void> => {
    const account = accountOf(this.#host);
    if (account === null) return;
    this.putting.reset();
    await this.taking.run({ account, number: number.number });
  };

  typeAddress = (city: string, text: string): void => {
    this.addressWrong = null;
    this.set({ address: { ...this.draft.address, [city]: text } });
  };

  saveAddress = async (item: CartItem): Promise<void> => {
    const account = accountOf(this.#host);
    const { city } = item.number;
    if (account === null || city === null) return;
    const text = (this.draft.address[city.code] ?? '').trim();
    if (text.length < 5) {
      this.addressWrong = city.code;
      this.#host.requestUpdate();
      return;
    }
    const address = await this.addressing.run({ account, city: city.code, text });
    if (address === undefined) return;
    const { [city.code]: _saved, ...others } = this.draft.address;
    this.set({ address: others });
    await this.put(item, address.id);
  };

  confirm = async (): Promise<void> => {
    const account = accountOf(this.#host);
    const quote = this.quote.value;
    if (account === null || !quote) return;
    await carryOut(this.#host, this.connecting, { account, quoteId: quote.id }, (value) => this.#finish(value));
    this.#ended(quote);
  };

  /** Sends what was confirmed again under its key: the numbers are connected once. */
  check = async (): Promise<void> => {
    const quote = this.quote.value ?? null;
    const value = await this.connecting.retry();
    if (value !== undefined) this.#host.dispatchEvent(this.#finish(value));
    this.#ended(quote);
  };

  #finish(value: ConnectResult): LkServiceChangedEvent {
    this.result = value;
    this.set({ number: null, tariff: null });
    this.#host.go({ at: 'connect', step: 'done', beside: this.beside });
    return new LkServiceChangedEvent(
      'connected',
      value.items.map(({ number }) => number),
    );
  }

  /** A refusal makes what is on screen old: the cart tells which number is lost, a new quote what it costs now. */
  #ended(quote: ConnectQuote | null): void {
    const { error, state } = this.connecting;
    const over = state === 'failed' && error?.code === 'QUOTE_EXPIRED';
    this.#refused = over ? quote : null;
    if (state !== 'failed' || error === null) return;
    if (over) this.connecting.reset();
    this.#host.scoped.session?.resources.invalidate(['cart', 'showcase']);
  }
}

/** What a quote asks of the subscriber. */
const terms = ({ items, total, now }: ConnectQuote): string => JSON.stringify([items, total, now]);

/** Nothing stands in the way of a quote. */
export const isReady = (cart: Cart): boolean =>
  cart.verified && cart.items.length > 0 && cart.items.every(({ problems }) => problems.length === 0);

/** What the quote is for: other contents want another one. */
function contents({ items }: Cart): string {
  return items.map(({ number, tariff, address }) => `${number.number} ${tariff.code} ${address?.id ?? ''}`).join();
}
