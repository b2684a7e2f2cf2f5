/** What changes on an account while it is looked at: one stream for a session and an account, however many widgets there are. */
import { errorOf } from '../../api/errors.js';
import type { LkSession } from '../session/types.js';
import { readEvents } from './sse.js';

/** What an event makes old, by its type. */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  day: ['balance', 'bills', 'numbers', 'promised', 'account', 'accounts'],
  balance: ['balance'],
  payment: ['balance', 'bills', 'topup', 'promised'],
  lock: ['balance', 'account', 'accounts', 'numbers'],
  bill: ['bills', 'balance'],
  alert: ['alert', 'alerts'],
  order: ['numbers', 'cart'],
  topup: ['topup'],
  forwarding: ['forwarding'],
  sim: ['sims', 'numbers'],
  sip: ['sip'],
  documents: ['documents', 'accounts'],
  products: ['products'],
  users: ['users', 'accounts'],
};

/** Several events of one command are one refresh; the spread keeps many pages from asking at the same moment. */
const GATHER_MS = 200;
const SPREAD_MS = 300;
const FIRST_WAIT = 1_000;
const LAST_WAIT = 60_000;
/** The server beats every 15 s: a line that is silent for longer is dead. */
const SILENCE_MS = 45_000;
/** An element that is moved leaves the page and comes back. */
const LINGER_MS = 1_000;

const streams = new WeakMap<LkSession, Map<string, Stream>>();

/**
 * Refreshes what an account's widgets show when it changes on the server. The stream begins with its first follower, rests while the
 * page is hidden, goes on where it stopped, and ends with its last follower or with the session. Where there are no streams nothing
 * happens: coming back to the page refreshes, as ever.
 *
 * @returns Ends the following.
 */
export function followAccount(session: LkSession, account: string): () => void {
  const known = streams.get(session) ?? new Map<string, Stream>();
  streams.set(session, known);
  const stream = known.get(account) ?? new Stream(session, account, () => known.delete(account));
  known.set(account, stream);
  stream.followers += 1;
  let left = false;
  return () => {
    if (left) return;
    left = true;
    setTimeout(() => {
      stream.followers -= 1;
      if (stream.followers === 0) stream.end();
    }, LINGER_MS);
  };
}

class Stream {
  followers = 0;
  readonly #session: LkSession;
  readonly #account: string;
  readonly #ended = new AbortController();
  readonly #over: AbortSignal;
  readonly #old = new Set<string>();
  #gathering: ReturnType<typeof setTimeout> | undefined;

  constructor(session: LkSession, account: string, ended: () => void) {
    this.#session = session;
    this.#account = account;
    this.#over = AbortSignal.any([session.signal, this.#ended.signal]);
    void this.#run().finally(() => {
      clearTimeout(this.#gathering);
      ended();
    });
  }

  end(): void {
    this.#ended.abort();
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#over.aborted) {
      await until(document, 'visibilitychange', () => document.visibilityState === 'visible', this.#over);
      if (this.#over.aborted) return;
      const outcome = await this.#listen(() => (failures = 0));
      if (outcome === 'none') return;
      if (outcome === 'expired') await this.#revived();
      if (outcome === 'hidden') continue;
      failures += 1;
      await pause(Math.min(FIRST_WAIT * 2 ** (failures - 1), LAST_WAIT) * (0.5 + Math.random()), this.#over);
    }
  }

  /** One connection, until it breaks off. `none`: the backend has no streams, or not for this user. */
  async #listen(heard: () => void): Promise<'none' | 'expired' | 'hidden' | 'broken'> {
    const cut = new AbortController();
    const signal = AbortSignal.any([this.#over, cut.signal]);
    const hide = (): void => {
      if (document.visibilityState === 'hidden') cut.abort();
    };
    document.addEventListener('visibilitychange', hide);
    let silence = setTimeout(() => cut.abort(), SILENCE_MS);
    const beat = (): void => {
      heard();
      clearTimeout(silence);
      silence = setTimeout(() => cut.abort(), SILENCE_MS);
    };
    const { client } = this.#session;
    const place = encodeURIComponent(this.#account);
    const lastEventId = client.lastEvents.get(place);
    try {
      const { body } = await client.stream('/v1/accounts/{account}/events', {
        path: { account: this.#account },
        signal,
        ...(lastEventId === undefined ? {} : { lastEventId }),
      });
      if (body === null) return 'none';
      for await (const { type, id } of readEvents(body, signal, beat)) {
        if (id !== null) client.lastEvents.set(place, id);
        this.#touch(type);
      }
    } catch (reason) {
      const error = errorOf(reason, false);
      if (error.kind === 'expired') return 'expired';
      if (error.kind === 'problem' && !error.retryable) return 'none';
    } finally {
      clearTimeout(silence);
      document.removeEventListener('visibilitychange', hide);
    }
    return document.visibilityState === 'hidden' ? 'hidden' : 'broken';
  }

  #touch(type: string): void {
    // What was missed cannot be told: everything is read again.
    if (type === 'reset') this.#session.resources.refreshAll();
    for (const tag of TAGS[type] ?? []) this.#old.add(tag);
    if (this.#old.size === 0 || this.#gathering !== undefined) return;
    this.#gathering = setTimeout(
      () => {
        this.#gathering = undefined;
        const tags = [...this.#old];
        this.#old.clear();
        this.#session.resources.invalidate(tags);
      },
      GATHER_MS + Math.random() * SPREAD_MS,
    );
  }

  /** Waits for the host to sign the user in again. */
  #revived(): Promise<void> {
    return new Promise((resolve) => {
      const check = (): void => {
        if (this.#session.state === 'expired' && !this.#over.aborted) return;
        leave();
        resolve();
      };
      const leave = this.#session.subscribe(check);
      this.#over.addEventListener('abort', check, { once: true });
      check();
    });
  }
}

/** Resolves when the condition holds, looked at with each event, or when it is over. */
function until(target: EventTarget, event: string, holds: () => boolean, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (!holds() && !over.aborted) return;
      target.removeEventListener(event, check);
      over.removeEventListener('abort', check);
      resolve();
    };
    target.addEventListener(event, check);
    over.addEventListener('abort', check);
    check();
  });
}

/** Waits; the device coming back on line ends it early. */
function pause(ms: number, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      over.removeEventListener('abort', go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    window.addEventListener('online', go);
    over.addEventListener('abort', go);
    if (over.aborted) go();
  });
}
