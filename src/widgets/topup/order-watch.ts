import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Seconds for which the outcome is waited for on screen. @see domain.md TOP-4 */
const PATIENCE = 120;
/** Seconds in which it is asked for often. */
const EAGER = 20;

/**
 * Asks for the outcome of a payment while the page is looked at, for two minutes; then it is `over` until the reader comes back
 * or asks. Ticks once a second for the countdown.
 */
export class OrderWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #poll: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #seconds = 0;
  #on = false;

  constructor(host: ReactiveControllerHost, poll: () => void) {
    this.#host = host;
    this.#poll = poll;
    host.addController(this);
  }

  /** It has been waited for long enough. */
  get over(): boolean {
    return this.#on && this.#seconds >= PATIENCE;
  }

  /** Begins, or begins anew. */
  start = (): void => {
    this.#on = true;
    this.#seconds = 0;
    this.#wind();
    this.#host.requestUpdate();
  };

  /** Nothing more is to be expected. */
  stop(): void {
    this.#on = false;
    this.#unwind();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#revisit);
    addEventListener('focus', this.#revisit);
    if (this.#on) this.#revisit();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#revisit);
    removeEventListener('focus', this.#revisit);
    this.#unwind();
  }

  readonly #revisit = (): void => {
    if (!this.#on || document.visibilityState !== 'visible') return;
    this.start();
    this.#poll();
  };

  #wind(): void {
    this.#timer ??= setInterval(this.#tick, 1000);
  }

  #unwind(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  readonly #tick = (): void => {
    if (document.visibilityState !== 'visible') return;
    this.#seconds += 1;
    if (this.#seconds >= PATIENCE) this.#unwind();
    if (this.#seconds % (this.#seconds <= EAGER ? 2 : 5) === 0) this.#poll();
    this.#host.requestUpdate();
  };
}
