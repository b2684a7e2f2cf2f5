import type { ReactiveController } from 'lit';
import { followAccount } from '../../core/live/live.js';
import type { Scope } from './scope.js';
import type { WidgetHost } from './host.js';

/** Keeps an element's account followed while the element is on the page. Loaded after the first data are shown. */
export class LiveController implements ReactiveController {
  readonly #host: WidgetHost;
  #scope: Scope | null = null;
  #leave: (() => void) | null = null;

  constructor(host: WidgetHost) {
    this.#host = host;
    host.addController(this);
    this.hostUpdated();
  }

  hostUpdated(): void {
    const { scope } = this.#host.scoped;
    const same = scope?.session === this.#scope?.session && scope?.account === this.#scope?.account;
    if (same && this.#leave !== null) return;
    this.hostDisconnected();
    if (scope === null || !this.#host.isConnected || scope.session.state === 'closed') return;
    this.#scope = scope;
    this.#leave = followAccount(scope.session, scope.account);
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.#leave = null;
    this.#scope = null;
  }
}
