import type { Client } from '../../api/client.js';

/** What a command hands to its request as it is. */
export interface RunOptions {
  key: string;
  signal: AbortSignal;
  /** The user has confirmed this very request by a code. @see domain.md ADM-8 */
  proof?: string;
}

/**
 * A change the user confirms.
 *
 * @typeParam I - What is confirmed; must be JSON, its digest tells whether the same thing is confirmed again.
 * @typeParam O - The result.
 */
export interface Command<I, O> {
  /** Names the subject, such as `topup`; never an id. */
  readonly name: string;
  /** Tags of the answers that are old after it. */
  readonly invalidates: readonly string[];
  run(client: Client, input: I, options: RunOptions): Promise<O>;
  /**
   * Moves no money: while its outcome is unknown the very same request is sent again by itself, under the same key. The backend answers
   * with what it has done, or does it then, once; only then does `run` end. @see domain.md CC-17
   */
  readonly repeats?: true;
}
