import { CommandController } from '../../../ui/controllers/command.js';
import { ResourceController } from '../../../ui/controllers/resource.js';
import { cancelChange, changeTariff, type NumberItem, tariffQuote, type TariffQuote } from '../data.js';
import { draftsOf, type Drafts, type Kept } from '../drafts.js';
import { accountOf, carryOut, type ServicesHost } from '../host.js';
import type { ChangeStep } from '../place.js';
import { LkServiceChangedEvent } from '../services.events.js';

/** When the new tariff is to begin. */
export type When = 'default' | 'today' | 'day';

/** What was chosen and typed; kept while the subscriber goes back and forth, tops up, or looks elsewhere. */
export interface ChangeDraft {
  readonly to: string | null;
  readonly when: When;
  /** As typed, `YYYY-MM-DD` or nothing. */
  readonly day: string;
}

const EMPTY: ChangeDraft = { to: null, when: 'default', day: '' };

/** A tariff and a day survive a reload; what they cost is asked anew. */
const KEPT: Kept<ChangeDraft> = {
  write: ({ to, when, day }) => [to, when, day],
  read: (stored) => {
    const [to, when, day]: unknown[] = Array.isArray(stored) ? stored : [];
    return {
      to: typeof to === 'string' ? to : null,
      when: when === 'today' || when === 'day' ? when : 'default',
      day: typeof day === 'string' ? day : '',
    };
  },
};

/**
 * The change of a number's tariff: choose → date → quote → confirm → result.
 *
 * The quote on screen is the one that is confirmed. When it runs out or the terms change it is asked for anew, and the subscriber
 * is told; nothing is confirmed that was not shown.
 *
 * @see domain.md SRV-10 … SRV-15, CC-21
 */
export class ChangeWizard {
  readonly quote: ResourceController<TariffQuote>;
  readonly confirming: CommandController<{ account: string; number: string; quoteId: string }, NumberItem>;
  readonly cancelling: CommandController<{ account: string; number: string }, NumberItem>;
  /** The number as it was when the change was confirmed, with the quote that was. */
  result: { readonly number: NumberItem; readonly quote: TariffQuote; readonly old: string } | null = null;
  /** The day asked for is missing or past: said when the subscriber wants to go on. */
  dayWrong = false;
  readonly #host: ServicesHost;
  readonly #drafts: Drafts<ChangeDraft>;
  /** The quote on screen is no longer true, and the new one is not here yet. */
  #asking = false;
  #shown: TariffQuote | null = null;
  #news: 'changed' | 'renewed' | null = null;
  /** The backend did not take the quote that was confirmed. */
  #refused = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ServicesHost) {
    this.#host = host;
    this.#drafts = draftsOf(host, 'change', EMPTY, KEPT);
    this.quote = new ResourceController(host, () => {
      const account = accountOf(host);
      const { number } = this;
      const effective = this.effective;
      const asked = this.step === 'date' || this.step === 'quote';
      const { to } = this.draft;
      // While the outcome is not known no other quote may take the place of the one that was confirmed.
      if (account === null || number === null || to === null || effective === null || !asked) return null;
      return tariffQuote({ account, number }, to, effective);
    });
    this.confirming = new CommandController(host, changeTariff);
    this.cancelling = new CommandController(host, cancelChange);
    host.addController({
      hostUpdated: () => this.#watch(),
      hostDisconnected: () => clearTimeout(this.#timer),
    });
  }

  get number(): string | null {
    const { place } = this.#host;
    return place.at === 'change' ? place.number : null;
  }

  /** The step asked for, or the last one that what is known allows. */
  get step(): ChangeStep | null {
    const { place } = this.#host;
    if (place.at !== 'change') return null;
    if (place.step === 'done') return this.result?.number.number === place.number ? 'done' : 'tariff';
    if (place.step === 'quote' && this.effective === null) return this.draft.to === null ? 'tariff' : 'date';
    return this.draft.to === null ? 'tariff' : place.step;
  }

  get draft(): ChangeDraft {
    return this.#drafts.get(this.number ?? '');
  }

  /** `default`, `today`, a day, or `null` while no valid day is given. */
  get effective(): string | null {
    const { when, day } = this.draft;
    if (when !== 'day') return when;
    return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
  }

  /** What is to be said about the quote: it is another one than was shown before. */
  get news(): 'changed' | 'renewed' | null {
    return this.#news;
  }

  /** A quote is being asked for in place of one that is no longer true. */
  get asking(): boolean {
    return this.#asking && this.quote.status === 'refreshing';
  }

  set = (change: Partial<ChangeDraft>): void => {
    this.#drafts.set(this.number ?? '', { ...this.draft, ...change });
    this.#forgetQuote();
    this.dayWrong = false;
    if (this.confirming.state !== 'running') this.confirming.reset();
    this.#host.requestUpdate();
  };

  go = (step: ChangeStep): void => {
    const { number } = this;
    if (number === null) return;
    if (step === 'quote' && this.effective === null) {
      this.dayWrong = true;
      this.#host.requestUpdate();
      return;
    }
    if (step !== 'quote') this.confirming.reset();
    this.#host.go({ at: 'change', number, step });
  };

  leave = (): void => {
    const { number } = this;
    if (number !== null) this.#host.go({ at: 'number', number });
  };

  /** Asks for the quote again. */
  requote = (): void => {
    this.confirming.reset();
    this.#asking = true;
    this.quote.retry();
  };

  confirm = async (old: string): Promise<void> => {
    const account = accountOf(this.#host);
    const { number } = this;
    const quote = this.quote.value;
    if (account === null || number === null || !quote) return;
    await this.#send(() =>
      carryOut(this.#host, this.confirming, { account, number, quoteId: quote.id }, (value) =>
        this.#finish(value, quote, old),
      ),
    );
  };

  /** Sends what was confirmed again under its key: it is done once, however often it is sent. */
  check = async (old: string): Promise<void> => {
    const quote = this.#shown;
    await this.#send(async () => {
      const value = await this.confirming.retry();
      if (value !== undefined && quote !== null) this.#host.dispatchEvent(this.#finish(value, quote, old));
    });
  };

  cancel = async (number: string): Promise<boolean> => {
    const account = accountOf(this.#host);
    if (account === null) return false;
    const done = await carryOut(
      this.#host,
      this.cancelling,
      { account, number },
      () => new LkServiceChangedEvent('tariff-cancelled', [number]),
    );
    return done !== undefined;
  };

  async #send(work: () => Promise<unknown>): Promise<void> {
    await work();
    // What was shown holds no longer: a new quote is shown, and asked about.
    if (this.confirming.error?.code === 'QUOTE_EXPIRED') {
      this.#refused = true;
      this.requote();
    }
  }

  #finish(value: NumberItem, quote: TariffQuote, old: string): LkServiceChangedEvent {
    this.result = { number: value, quote, old };
    this.#drafts.set(value.number, EMPTY);
    this.#forgetQuote();
    this.#host.go({ at: 'change', number: value.number, step: 'done' });
    return new LkServiceChangedEvent('tariff', [value.number]);
  }

  #forgetQuote(): void {
    this.#shown = null;
    this.#news = null;
    this.#refused = false;
    clearTimeout(this.#timer);
  }

  /** Follows the quote: says when it changes, and asks anew when its life is over. */
  #watch(): void {
    const quote = this.quote.value;
    if (this.step !== 'quote' || !quote || quote === this.#shown) {
      if (this.step !== 'quote') this.#forgetQuote();
      return;
    }
    const before = this.#shown;
    this.#shown = quote;
    if (before !== null && before.id !== quote.id) {
      // Money that came or went asks for a quote too: what it says of the sum missing is said where the sum is.
      const over = Date.parse(quote.asOf) >= Date.parse(before.expiresAt);
      if (!sameTerms(before, quote)) this.#news = 'changed';
      else if (over || this.#refused) this.#news ??= 'renewed';
      this.#refused = false;
      this.#host.requestUpdate();
    }
    clearTimeout(this.#timer);
    // Both instants are the server's: the visitor's clock may be wrong.
    const life = Date.parse(quote.expiresAt) - Date.parse(quote.asOf);
    this.#timer = setTimeout(() => this.confirming.state === 'idle' && this.quote.retry(), Math.max(life, 1_000));
  }
}

/** Whether two quotes ask the same of the subscriber. */
function sameTerms(one: TariffQuote, other: TariffQuote): boolean {
  const terms = ({ effective, now, newMonthly, lines, optionsOff }: TariffQuote) =>
    JSON.stringify([effective, now, newMonthly, lines, optionsOff]);
  return terms(one) === terms(other);
}
