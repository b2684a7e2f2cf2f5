import { CommandController } from '../../../ui/controllers/command.js';
import { ResourceController } from '../../../ui/controllers/resource.js';
import { type NumberItem, reconnectNumber, reconnectQuote, type ReconnectQuote } from '../data.js';
import { accountOf, carryOut, type ServicesHost } from '../host.js';
import { LkServiceChangedEvent } from '../services.events.js';

/** Taking a number back from hold: quote → confirm. @see domain.md SRV-57 */
export class Reconnection {
  readonly quote: ResourceController<ReconnectQuote>;
  readonly command: CommandController<{ account: string; number: string; quoteId: string }, NumberItem>;
  done: NumberItem | null = null;
  /** The terms on screen are others than before. */
  changed = false;
  readonly #host: ServicesHost;

  constructor(host: ServicesHost) {
    this.#host = host;
    this.quote = new ResourceController(host, () => {
      const account = accountOf(host);
      const { place } = host;
      const asked = place.at === 'reconnect' && this.done?.number !== place.number;
      return account !== null && asked ? reconnectQuote({ account, number: place.number }) : null;
    });
    this.command = new CommandController(host, reconnectNumber);
  }

  confirm = async (): Promise<void> => {
    const account = accountOf(this.#host);
    const quote = this.quote.value;
    if (account === null || !quote) return;
    const { number } = quote;
    await carryOut(this.#host, this.command, { account, number, quoteId: quote.id }, (value) => this.#finish(value));
    if (this.command.error?.code !== 'QUOTE_EXPIRED') return;
    this.changed = true;
    this.command.reset();
    this.quote.retry();
  };

  check = async (): Promise<void> => {
    const value = await this.command.retry();
    if (value !== undefined) this.#host.dispatchEvent(this.#finish(value));
  };

  /** Forgets how the last one went, when another number is looked at. */
  forget = (): void => {
    this.done = null;
    this.changed = false;
    this.command.reset();
  };

  #finish(value: NumberItem): LkServiceChangedEvent {
    this.done = value;
    return new LkServiceChangedEvent('reconnected', [value.number]);
  }
}
