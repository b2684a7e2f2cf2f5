/** What is due in a world — midnights, the close of a month — is run beside its requests, a page of accounts at a time. */

/** What a world has to do without being asked. */
export interface Duties {
  /** Whether anything is due by now. */
  isDue(): Promise<boolean>;
  /** Runs a page of it, all or nothing. @returns Whether there was any. */
  runDue(): Promise<boolean>;
}

/** The work on one world's duties. */
export interface Closing {
  /** Looks at once, for something may have become due. */
  wake(): void;
  /** Ends it when the page in work is done. */
  end(): Promise<void>;
}

export interface ClosingOptions {
  /** Told once of what keeps the work from going on; it goes on by itself when that is over. */
  readonly onTrouble?: (error: unknown) => void;
  /** Milliseconds between two looks. */
  readonly everyMs?: number;
}

const EVERY_MS = 1000;

/** Rounds of work, one after another as long as there is any, then again and again. */
export class Rounds implements Closing {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #working: Promise<void> | null = null;
  #again = false;
  #ended = false;
  #inTrouble = false;

  /** @param round - One round; whether another is to follow at once. */
  constructor(
    private readonly round: () => Promise<boolean>,
    private readonly options: ClosingOptions = {},
  ) {
    this.#later();
  }

  wake(): void {
    this.#again = true;
    if (this.#ended || this.#working) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#working = this.#work().finally(() => {
      this.#working = null;
      if (!this.#ended) this.#later();
    });
  }

  async end(): Promise<void> {
    this.#ended = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#working;
  }

  async #work(): Promise<void> {
    try {
      while (this.#again && !this.#ended) {
        this.#again = false;
        while (!this.#ended && (await this.round())) await breath();
      }
      this.#inTrouble = false;
    } catch (error) {
      if (!this.#inTrouble) this.options.onTrouble?.(error);
      this.#inTrouble = true;
    }
  }

  #later(): void {
    const timer: unknown = (this.#timer = setTimeout(() => this.wake(), this.options.everyMs ?? EVERY_MS));
    // No process is kept from ending by what may become due.
    if (timer instanceof Object && 'unref' in timer && typeof timer.unref === 'function') timer.unref();
  }
}

/** For stores that one process works on, or few: whoever is first with a page has done it, the others look anew. */
export function closeHere(duties: Duties, options?: ClosingOptions): Closing {
  return new Rounds(() => duties.runDue(), options);
}

/** Lets requests go first. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
