import { isLkError, LkError } from '../../api/errors.js';
import type { SessionOptions, TokenReason } from './types.js';

/** A token is used at least so long, even if the visitor's clock is wrong and it looks expired at once. */
const SHORTEST_LIFE = 30_000;
const LONGEST_WAIT = 20_000;

interface Held {
  readonly token: string;
  /** After this it is not sent any more. */
  readonly until: number;
  /** After this the next use fetches another one in the background. */
  readonly renewAfter: number;
}

/**
 * The one token of a session. It lives in this object only: not in storage, not in the page.
 *
 * Whoever needs a token while one is being fetched waits for the same request. A token is renewed before it expires, by
 * the first use in the last fifth of its life; where exactly is random, so that many pages opened together do not ask
 * together.
 */
export class TokenSource {
  readonly #fetchToken: SessionOptions['fetchToken'];
  readonly #signal: AbortSignal;
  #held: Held | null = null;
  #flight: Promise<string> | null = null;

  constructor(fetchToken: SessionOptions['fetchToken'], signal: AbortSignal) {
    this.#fetchToken = fetchToken;
    this.#signal = signal;
  }

  /** Milliseconds since the epoch until the token is used, or `null`. */
  get until(): number | null {
    return this.#held?.until ?? null;
  }

  /** A token to send. @throws {LkError} `expired`, `network` or `aborted` */
  async get(): Promise<string> {
    if (this.#signal.aborted) throw aborted();
    const held = this.#held;
    const now = Date.now();
    if (held === null || now >= held.until) return this.#fetch(held === null ? 'initial' : 'expiring');
    // The one we have still works: a failure of this early attempt concerns nobody.
    if (now >= held.renewAfter) this.#fetch('expiring').catch(() => undefined);
    return held.token;
  }

  /** A token after the backend refused `used`; a newer one that is already here is taken without asking. */
  async replace(used: string): Promise<string> {
    if (this.#held !== null && this.#held.token !== used) return this.#held.token;
    return this.#fetch('rejected');
  }

  clear(): void {
    this.#held = null;
    this.#flight = null;
  }

  #fetch(reason: TokenReason): Promise<string> {
    if (this.#flight) return this.#flight;
    const flight = this.#load(reason).finally(() => {
      if (this.#flight === flight) this.#flight = null;
    });
    this.#flight = flight;
    return flight;
  }

  async #load(reason: TokenReason): Promise<string> {
    const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(LONGEST_WAIT)]);
    const asked = Date.now();
    try {
      const { token, expiresAt } = await abortable(this.#fetchToken({ signal, reason }), signal);
      if (typeof token !== 'string' || token === '') throw new Error('fetchToken gave no token');
      const expires = new Date(expiresAt).getTime();
      if (Number.isNaN(expires)) throw new Error('fetchToken gave no valid expiresAt');
      const life = Math.max(expires - asked, SHORTEST_LIFE);
      const renewAfter = asked + life * (0.8 + 0.1 * Math.random());
      if (!this.#signal.aborted) this.#held = { token, until: asked + life * 0.97, renewAfter };
      return token;
    } catch (failure) {
      throw this.#signal.aborted ? aborted() : tokenError(failure);
    }
  }
}

function aborted(): LkError {
  return new LkError({ kind: 'aborted', code: 'ABORTED' });
}

/** A host that cannot be reached is a passing trouble; a host that says no has ended the session. */
function tokenError(reason: unknown): LkError {
  if (isLkError(reason)) return reason;
  const name = reason instanceof Error || reason instanceof DOMException ? reason.name : '';
  if (name === 'TypeError') return new LkError({ kind: 'network', code: 'NETWORK', cause: reason });
  if (name === 'TimeoutError' || name === 'AbortError') {
    return new LkError({ kind: 'timeout', code: 'TIMEOUT', cause: reason });
  }
  return new LkError({ kind: 'expired', code: 'EXPIRED', cause: reason });
}

/** Rejects as soon as the signal says so, even if the work does not listen to it. */
export function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    work.catch(() => undefined);
    return Promise.reject(signal.reason);
  }
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
