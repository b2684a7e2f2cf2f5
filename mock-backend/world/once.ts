/** What came once is done once: answers by idempotency key (CC-17). */
import type { Command, Receipt } from '../engine/command.js';
import { type ErrorCode, Refusal, refuse } from '../engine/errors.js';
import { KEY_MS, type KeyRecord, type Store } from '../store/port.js';

/** Keys that are looked at in one step of forgetting, and the time from the end of a walk through all of them to the next. */
const KEYS = 500;
const REST_MS = 3_600_000;

/** How a command that comes with a key is remembered, and found again. */
export interface Remembering {
  readonly remember: (receipt: Receipt) => KeyRecord | undefined;
  /** What another process has meanwhile answered to the same key. */
  readonly repeated?: () => Promise<Receipt | undefined>;
}

export const unremembered: Remembering = { remember: () => undefined };

export class Once {
  /** Requests that are being carried out by this process. */
  readonly #running = new Map<string, string>();
  /** Where the walk through the keys has come to; `null`: it rests until the next one. */
  #walked: string | null = null;
  #restsUntil = 0;

  /** @param now - Present instant, milliseconds. */
  constructor(
    private readonly store: Store,
    private readonly now: () => number,
  ) {}

  /**
   * Carries out a request, or answers what it was answered the first time.
   *
   * @param body - The request, canonically written.
   * @param isSure - The work itself finds out that the key has an answer, before it has done anything: nothing is asked first.
   * @throws {Refusal} `REQUEST_IN_PROGRESS`; `IDEMPOTENCY_KEY_REUSED` for a key that came with another request; what was refused before.
   */
  async perform(
    key: string,
    body: string,
    work: (how: Remembering) => Promise<Receipt>,
    isSure = false,
  ): Promise<Receipt> {
    const running = this.#running.get(key);
    if (running !== undefined) refuse(running === body ? 'REQUEST_IN_PROGRESS' : 'IDEMPOTENCY_KEY_REUSED');
    this.#running.set(key, body);
    try {
      const known = isSure ? undefined : await this.#answered(key, body);
      return known ?? (await this.#first(key, body, work));
    } finally {
      this.#running.delete(key);
    }
  }

  /**
   * Forgets answers whose time is over, as many as there are among a few hundred keys; to be called again and again. They are kept for
   * an hour more than they count: clocks of other processes may be behind.
   */
  async forget(): Promise<void> {
    const now = this.now();
    if (this.#walked === null && now < this.#restsUntil) return;
    this.#walked = await this.store.forgetKeys(now - KEY_MS - REST_MS, this.#walked, KEYS);
    if (this.#walked === null) this.#restsUntil = now + REST_MS;
  }

  async #first(key: string, body: string, work: (how: Remembering) => Promise<Receipt>): Promise<Receipt> {
    try {
      return await work({
        remember: (receipt) => ({ key, body, at: this.now(), answer: { receipt } }),
        repeated: () => this.#answered(key, body),
      });
    } catch (error) {
      // A key that another process has taken meanwhile keeps its own answer.
      if (!(error instanceof Refusal) || error.code === 'IDEMPOTENCY_KEY_REUSED') throw error;
      // What is refused now may be so because another process has just done it.
      const done = await this.#answered(key, body);
      if (done) return done;
      const { code, params } = error;
      await this.store.putKey({ key, body, at: this.now(), answer: { code, params } });
      throw error;
    }
  }

  async #answered(key: string, body: string): Promise<Receipt | undefined> {
    const known = await this.store.key(key);
    if (!known || this.now() - known.at >= KEY_MS) return undefined;
    if (known.body !== body) return refuse('IDEMPOTENCY_KEY_REUSED');
    if ('receipt' in known.answer) return known.answer.receipt as Receipt;
    throw new Refusal(known.answer.code as ErrorCode, known.answer.params);
  }
}

/** Whether all that a command does is appended together with its key: then the key is asked for by the append. */
export function isOneAppend(command: Command): boolean {
  if (command.do === 'as-user') return isOneAppend(command.step);
  return command.do !== 'usage.import' && command.do !== 'call' && command.do !== 'clock';
}
