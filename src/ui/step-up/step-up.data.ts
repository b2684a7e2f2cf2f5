import type { Answer, Client } from '../../api/client.js';
import { newKey } from '../../api/idempotency.js';
import { errorOf } from '../../api/errors.js';

const PATH = '/v1/accounts/{account}/step-up';

/** Where a code may be sent, and what became of the last one. */
export type StepUp = Answer<typeof PATH>;

/** The three requests of the step, for one challenge. A press that ended without an answer keeps its key. */
export class StepRequests {
  readonly #keys = new Map<string, string>();

  constructor(
    private readonly client: Client,
    private readonly account: string,
    private readonly challenge: string,
    private readonly signal: AbortSignal,
  ) {}

  look(): Promise<StepUp> {
    const { account, challenge, signal } = this;
    return this.client.get(PATH, { path: { account }, query: { challenge }, signal });
  }

  send(contact: string): Promise<StepUp> {
    const { account, challenge, signal } = this;
    return this.#once(`send ${contact}`, (key) =>
      this.client.post(`${PATH}/code`, { path: { account }, json: { challenge, contact }, key, signal }),
    );
  }

  async confirm(code: string): Promise<string> {
    const { account, challenge, signal } = this;
    const { proof } = await this.#once(`confirm ${code}`, (key) =>
      this.client.post(`${PATH}/confirmation`, { path: { account }, json: { challenge, code }, key, signal }),
    );
    return proof;
  }

  async #once<T>(what: string, run: (key: string) => Promise<T>): Promise<T> {
    const key = this.#keys.get(what) ?? newKey();
    this.#keys.set(what, key);
    try {
      const value = await run(key);
      this.#keys.delete(what);
      return value;
    } catch (reason) {
      const error = errorOf(reason, true);
      if (error.kind === 'problem' && !error.retryable) this.#keys.delete(what);
      throw error;
    }
  }
}
