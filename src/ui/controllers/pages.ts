import { html, nothing, type ReactiveController } from 'lit';
import type { Client } from '../../api/client.js';
import { button } from '../parts/button.js';
import type { Say } from '../parts/say.js';
import type { LkElement } from '../element.js';

export interface Page<T> {
  readonly items: readonly T[];
  /** `null` on the last page. */
  readonly nextCursor: string | null;
}

type Host = Pick<LkElement, 'scoped' | 'addController' | 'requestUpdate'>;
type Load<T> = (
  client: Client,
  cursor: string,
  options: { path: { account: string }; signal: AbortSignal },
) => Promise<Page<T>>;

/**
 * Further pages of a list whose first page is a resource. They are forgotten when the first page changes: another filter,
 * another account, newer data.
 *
 * @see domain.md CC-20
 */
export class PagesController<T> implements ReactiveController {
  readonly #host: Host;
  readonly #load: Load<T>;
  #first: Page<T> | null = null;
  #rest: Page<T>[] = [];
  #flight: AbortController | null = null;
  #failed = false;

  constructor(host: Host, load: Load<T>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  /** Everything loaded so far. @param first - The first page as it is now. */
  items(first: Page<T>): T[] {
    if (first !== this.#first) {
      this.hostDisconnected();
      this.#first = first;
      this.#rest = [];
      this.#failed = false;
    }
    return [first, ...this.#rest].flatMap(({ items }) => items);
  }

  /** "Show more", or "Try again" after a failure; nothing on the last page. */
  button(t: Say): unknown {
    const cursor = (this.#rest.at(-1) ?? this.#first)?.nextCursor;
    if (!cursor) return nothing;
    const label = t(this.#failed ? 'retry' : 'more');
    return html`<div class="more">
      ${button(label, () => this.#next(cursor), { kind: 's', busy: this.#flight !== null })}
    </div>`;
  }

  hostDisconnected(): void {
    this.#flight?.abort();
    this.#flight = null;
  }

  async #next(cursor: string): Promise<void> {
    const { scope } = this.#host.scoped;
    if (scope === null || this.#flight !== null) return;
    const flight = (this.#flight = new AbortController());
    this.#failed = false;
    this.#host.requestUpdate();
    try {
      const path = { account: scope.account };
      const page = await this.#load(scope.session.client, cursor, { path, signal: flight.signal });
      if (this.#flight === flight) this.#rest.push(page);
    } catch {
      if (this.#flight === flight) this.#failed = true;
    }
    if (this.#flight !== flight) return;
    this.#flight = null;
    this.#host.requestUpdate();
  }
}
