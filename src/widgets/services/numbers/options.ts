import { CommandController } from '../../../ui/controllers/command.js';
import { ResourceController } from '../../../ui/controllers/resource.js';
import { optionQuote, type OptionOffer, type OptionQuote, switchOption } from '../data.js';
import { accountOf, carryOut, type ServicesHost } from '../host.js';
import { numberOf } from '../place.js';
import { LkServiceChangedEvent } from '../services.events.js';

/** An option that the subscriber is about to switch. */
export interface Asked {
  readonly number: string;
  readonly option: string;
  readonly name: string;
  readonly on: boolean;
}

/**
 * Switching options of the number shown: the switch asks the price, and moves only after the answer. One question at a time.
 *
 * @see domain.md SRV-58, SRV-60
 */
export class OptionSwitches {
  readonly quote: ResourceController<OptionQuote>;
  readonly command: CommandController<
    { account: string; number: string; option: string; on: boolean; quoteId: string },
    unknown
  >;
  /** What was switched last, to be said. */
  done: Asked | null = null;
  readonly #host: ServicesHost;
  #asked: Asked | null = null;

  constructor(host: ServicesHost) {
    this.#host = host;
    this.quote = new ResourceController(host, () => {
      const account = accountOf(host);
      return account && this.asked
        ? optionQuote({ account, number: this.asked.number }, this.asked.option, this.asked.on)
        : null;
    });
    this.command = new CommandController(host, switchOption);
  }

  /** The question that is open, if it is about the number shown. */
  get asked(): Asked | null {
    return this.#asked?.number === numberOf(this.#host.place) ? this.#asked : null;
  }

  ask = (number: string, { option, name }: OptionOffer, on: boolean): void => {
    if (this.command.state === 'running' || this.command.state === 'unknown') return;
    this.command.reset();
    this.done = null;
    this.#asked = { number, option, name, on };
    this.#host.requestUpdate();
  };

  dismiss = (): void => {
    this.command.reset();
    this.#asked = null;
    this.#host.requestUpdate();
  };

  confirm = async (): Promise<void> => {
    const account = accountOf(this.#host);
    const { asked } = this;
    const quote = this.quote.value;
    if (account === null || asked === null || !quote) return;
    const { number, option, on } = asked;
    await carryOut(this.#host, this.command, { account, number, option, on, quoteId: quote.id }, () => {
      this.done = asked;
      this.#asked = null;
      return new LkServiceChangedEvent('option', [number]);
    });
    if (this.command.error?.code === 'QUOTE_EXPIRED') this.quote.retry();
  };
}
