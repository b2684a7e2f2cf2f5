import { asksForStep, errorOf, type LkError } from '../../api/errors.js';
import { whileOnline } from '../../api/online.js';
import { digestOf, newKey, pendingKeysOf } from '../../api/idempotency.js';
import type { Command } from '../../core/resource/command.js';
import type { LkSession } from '../../core/session/types.js';
import type { WidgetHost } from './host.js';

/** `unknown`: it was sent and nobody knows yet what became of it; the user must not be led to do it twice. */
export type CommandState = 'idle' | 'running' | 'done' | 'failed' | 'unknown';

const FIRST_WAIT = 1_500;
const LAST_WAIT = 30_000;
/** So many times a change is sent again for an element that has left the page. */
const PATIENCE = 6;

/** Waits, or until the network is back. */
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    addEventListener('online', go);
  });

/**
 * Runs a change with one `Idempotency-Key` per confirmation. The key survives a retry and a reload. When the outcome is unknown, a change
 * that moves no money is sent again by itself, another one only if the user says so, both with the same key.
 *
 * A change goes on when the element leaves the page: an interrupted payment would be an unknown one.
 *
 * @see domain.md CC-17
 */
export class CommandController<I, O> {
  /** Running, but only the user's proof is waited for: nothing is under way. */
  asking = false;
  readonly #host: WidgetHost;
  readonly #command: Command<I, O>;
  #state: CommandState = 'idle';
  #value: O | undefined;
  #error: LkError | null = null;
  #input: { readonly value: I } | null = null;
  #pending: { readonly key: string; readonly digest: string } | null = null;
  /** The user's proof for what is pending: it serves for its repetition too. */
  #proof: string | undefined;
  #run = 0;

  constructor(host: WidgetHost, command: Command<I, O>) {
    this.#host = host;
    this.#command = command;
  }

  get state(): CommandState {
    return this.#state;
  }
  /** The result; `undefined` until it is done. */
  get value(): O | undefined {
    return this.#value;
  }
  /** Why it failed, or why the outcome is unknown. */
  get error(): LkError | null {
    return this.#error;
  }
  /** What was confirmed; `null` before and after a reload. */
  get input(): I | null {
    return this.#input?.value ?? null;
  }

  /** The user confirms. While one is running, or its outcome unknown, nothing else is sent. @returns `undefined` if it is not done. */
  run = async (input: I): Promise<O | undefined> => {
    const { session, scope } = this.#host.scoped;
    if (this.#state === 'running' || session === null) return undefined;
    const digest = digestOf([scope?.account, input]);
    if (this.#state === 'unknown' && this.#pending?.digest !== digest) return undefined;
    this.#pending = { key: pendingKeysOf(session).find(this.#command.name, digest) ?? newKey(), digest };
    this.#input = { value: input };
    this.#proof = undefined;
    return this.#send();
  };

  /** Sends what was confirmed again, with the same key. */
  retry = async (): Promise<O | undefined> => (this.#state === 'running' ? undefined : this.#send());

  /** Forgets the result, for another confirmation. An unknown outcome is not forgotten this way. */
  reset = (): void => {
    if (this.#state === 'running' || this.#state === 'unknown') return;
    this.#set('idle', undefined, null);
    this.#input = null;
  };

  async #send(proof = this.#proof): Promise<O | undefined> {
    const { session } = this.#host.scoped;
    const pending = this.#pending;
    const input = this.#input;
    if (session === null || pending === null || input === null) return undefined;
    const { key, digest } = pending;
    const { name } = this.#command;
    pendingKeysOf(session).start(name, digest, key);
    const run = ++this.#run;
    this.#proof = proof;
    const started = performance.now();
    this.#set('running', undefined, null);
    try {
      const value = await this.#request(session, input.value, key);
      this.#settle(session, run, value);
      session.report({ name: 'command', subject: name, duration: Math.round(performance.now() - started) });
      return value;
    } catch (reason) {
      const error = errorOf(reason, true);
      if (asksForStep(error) && run === this.#run) return this.#confirm(session, error);
      session.reportError(error, { element: this.#host.localName, subject: name });
      if (run !== this.#run) return undefined;
      if (error.kind === 'unknown-outcome') {
        this.#set('unknown', undefined, error);
        if (this.#command.repeats) return this.#repeat(session, input.value, key);
      } else {
        // Refused: nothing happened. A passing trouble or an ended session keeps the key: a second attempt is the same one.
        if (error.kind === 'problem' && !error.retryable) this.#forget(session);
        this.#set('failed', undefined, error);
      }
      return undefined;
    }
  }

  /** The action is a sensitive one: with the user's proof it is sent again, under the same key. Until then it is still running. */
  async #confirm(session: LkSession, error: LkError): Promise<O | undefined> {
    this.asking = true;
    this.#set('running', undefined, null);
    try {
      const { askForStep } = await whileOnline(() => import('../step-up/step-up.js'));
      const answer = await askForStep(this.#host, session, error);
      this.asking = false;
      if (answer !== null) return await this.#send(answer.proof);
      this.#forget(session);
      this.#set('idle', undefined, null);
    } catch (reason) {
      // It was refused, and what asks for the step did not come: nothing has happened.
      this.asking = false;
      this.#set('failed', undefined, errorOf(reason, false));
    }
    return undefined;
  }

  /** Sends it again under its key until it is answered for: then it ends as if it had been answered at once. */
  async #repeat(session: LkSession, input: I, key: string): Promise<O | undefined> {
    const run = this.#run;
    let wait = FIRST_WAIT;
    // Who has left the page is not waited for without end.
    for (let alone = 0; alone < PATIENCE; alone = this.#host.isConnected ? 0 : alone + 1) {
      await pause(wait);
      wait = Math.min(wait * 2, LAST_WAIT);
      if (run !== this.#run) return undefined;
      try {
        const value = await this.#request(session, input, key);
        this.#settle(session, run, value);
        return value;
      } catch (reason) {
        const error = errorOf(reason, true);
        if (error.kind === 'aborted' || run !== this.#run) return undefined;
        if (error.kind !== 'problem' || error.retryable) continue;
        this.#forget(session);
        this.#set('failed', undefined, error);
        return undefined;
      }
    }
    return undefined;
  }

  #request({ client, signal }: LkSession, input: I, key: string): Promise<O> {
    const proof = this.#proof;
    return this.#command.run(client, input, { key, signal, ...(proof === undefined ? {} : { proof }) });
  }

  #settle(session: LkSession, run: number, value: O): void {
    // Whatever the element shows by now, the change has happened: what it touched is old.
    session.resources.invalidate(this.#command.invalidates);
    if (run !== this.#run) return;
    this.#forget(session);
    this.#set('done', value, null);
  }

  #forget(session: LkSession): void {
    if (this.#pending) pendingKeysOf(session).finish(this.#command.name, this.#pending.digest);
    this.#pending = null;
  }

  #set(state: CommandState, value: O | undefined, error: LkError | null): void {
    this.#state = state;
    this.#value = value;
    this.#error = error;
    this.#host.requestUpdate();
  }
}
