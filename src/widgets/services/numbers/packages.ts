import { CommandController } from '../../../ui/controllers/command.js';
import { buyPackage, type PackageOffer, type Packages } from '../data.js';
import { accountOf, carryOut, type ServicesHost } from '../host.js';
import { numberOf } from '../place.js';
import { LkServiceChangedEvent } from '../services.events.js';

interface Order extends Pick<PackageOffer, 'package' | 'price'> {
  readonly account: string;
  readonly number: string;
}

/** Buying packages for the number shown. The price on offer is the quote: another one now is refused as expired. @see domain.md SRV-34 */
export class PackageShop {
  readonly command: CommandController<Order, Packages>;
  /** The last one bought, to be said. */
  bought: PackageOffer | null = null;
  readonly #host: ServicesHost;
  #asked: { readonly number: string; readonly code: string } | null = null;

  constructor(host: ServicesHost) {
    this.#host = host;
    this.command = new CommandController(host, buyPackage);
  }

  /** Code of the package the question is about. */
  get asked(): string | null {
    return this.#asked?.number === numberOf(this.#host.place) ? (this.#asked?.code ?? null) : null;
  }

  ask = (number: string, code: string): void => {
    if (this.command.state === 'running' || this.command.state === 'unknown') return;
    this.command.reset();
    this.bought = null;
    this.#asked = { number, code };
    this.#host.requestUpdate();
  };

  dismiss = (): void => {
    this.command.reset();
    this.#asked = null;
    this.#host.requestUpdate();
  };

  confirm = async (number: string, offer: PackageOffer): Promise<void> => {
    const account = accountOf(this.#host);
    if (account === null) return;
    await carryOut(this.#host, this.command, { account, number, package: offer.package, price: offer.price }, () => {
      this.bought = offer;
      this.#asked = null;
      return new LkServiceChangedEvent('package', [number]);
    });
    // The price has changed: the offers are read anew, and the question is asked with the new one.
    if (this.command.error?.code === 'QUOTE_EXPIRED') this.#host.scoped.session?.resources.invalidate(['numbers']);
  };
}
