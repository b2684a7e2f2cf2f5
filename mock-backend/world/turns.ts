/**
 * Who waits for whom in one process. Commands of different accounts go on beside each other, those of one account one after another;
 * what concerns all accounts, such as a move of the clock, goes alone.
 */
export class Turns {
  /** The end of the last work that goes, or went, alone. */
  #alone: Promise<unknown> = Promise.resolve();
  /** Works that are going on, or wait for one that goes alone. */
  readonly #together = new Set<Promise<unknown>>();
  /** The end of the last work of each account that has one. */
  readonly #accounts = new Map<string, Promise<unknown>>();

  /** Beside others. Works must not be put into each other: the inner one could wait for one that waits for the outer. */
  together<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#alone.then(work);
    const end: Promise<unknown> = ended(result).then(() => this.#together.delete(end));
    this.#together.add(end);
    return result;
  }

  /** When all that was begun is over, and before all that begins later. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const result = Promise.all([this.#alone, ...this.#together]).then(work);
    this.#alone = ended(result);
    return result;
  }

  /** After what is going on with these accounts. Whoever has one of them must not wait for another. */
  of<T>(accounts: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = accounts.map((account) => this.#accounts.get(account));
    const result = Promise.all(before).then(work);
    const end = ended(result);
    for (const account of accounts) this.#accounts.set(account, end);
    void end.then(() => {
      for (const account of accounts) if (this.#accounts.get(account) === end) this.#accounts.delete(account);
    });
    return result;
  }
}

function ended(work: Promise<unknown>): Promise<unknown> {
  return work.catch(() => undefined);
}
