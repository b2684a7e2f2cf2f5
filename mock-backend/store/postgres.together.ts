/** What many ask of a database at once, asked as one: a call costs more than most of what it asks. */
import { StoreFailure } from './port.js';
import { Held } from './postgres.pool.js';

/** Calls of one kind that are on their way at once: while one is in work there, the next is made ready here. */
const CALLS = 2;
/** What one call takes along, at least and at most. */
const FEW = 4;
const MANY = 64;
/** Milliseconds that a call may wait for what others hold, before the rest goes on without who wants it. */
const PATIENCE_MS = 1000;

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** Whoever comes while others are on their way goes with the next call; whoever is alone goes at once. */
export class Together<Item, Answer> {
  #waiting: Waiting<Item, Answer>[] = [];
  #calls = 0;
  #isPlanned = false;

  /**
   * @param ask - One call, in which all get what they want or nobody does: answers, in the order of the items; `Held` when somebody else
   *   holds what one of them wants for more than so many milliseconds. `null`: it is waited for.
   */
  constructor(private readonly ask: (items: readonly Item[], patience: number | null) => Promise<readonly Answer[]>) {}

  /** As if nobody else had come: what goes wrong because of others is done again alone. */
  join(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#isPlanned) return;
      this.#isPlanned = true;
      // Those whom one answer has set going come together.
      setImmediate(() => {
        this.#isPlanned = false;
        this.#next();
      });
    });
  }

  #next(): void {
    while (this.#calls < CALLS && this.#waiting.length > 0) {
      const share = Math.ceil(this.#waiting.length / (CALLS - this.#calls));
      const going = this.#waiting.splice(0, Math.min(MANY, Math.max(FEW, share)));
      this.#calls += 1;
      void this.#call(going).finally(() => {
        this.#calls -= 1;
        this.#next();
      });
    }
  }

  async #call(going: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.ask(
        going.map(({ item }) => item),
        PATIENCE_MS,
      );
      for (const [index, { resolve }] of going.entries()) resolve(answers[index] as Answer);
    } catch (error) {
      // A database that fails fails all of them.
      const isKnown = error instanceof StoreFailure || (going.length === 1 && !(error instanceof Held));
      // Otherwise one is to blame, and nothing was done for anybody: nobody waits for it.
      for (const one of going)
        if (isKnown) one.reject(error);
        else void this.#alone(one);
    }
  }

  async #alone({ item, resolve, reject }: Waiting<Item, Answer>): Promise<void> {
    try {
      const [answer] = await this.ask([item], null);
      resolve(answer as Answer);
    } catch (error) {
      reject(error);
    }
  }
}
