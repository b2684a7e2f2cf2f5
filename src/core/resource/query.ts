import type { Client } from '../../api/client.js';
import type { LkError } from '../../api/errors.js';

/**
 * A question to the backend: what names it, what makes its answer old, how it is asked.
 *
 * @typeParam T - The answer; `null` means that there is none.
 */
export interface Query<T> {
  /** Names the question with everything it depends on, such as `balance:100001`. Equal keys share one answer. */
  readonly key: string;
  /** Subjects, such as `balance`; a command that touches one of them makes the answer old. */
  readonly tags: readonly string[];
  load(client: Client, options: { signal: AbortSignal }): Promise<T>;
  /** Milliseconds for which the answer is taken as fresh by a widget that comes later; 10 s unless given. */
  readonly maxAge?: number;
}

/** What is known of an answer at a moment. Immutable: another object means that something changed. */
export interface Snapshot<T> {
  /** `undefined` = not yet, `null` = there is none. */
  readonly value: T | null | undefined;
  readonly error: LkError | null;
  /** When the value came, milliseconds since the epoch. */
  readonly updatedAt: number | null;
  /** A request is under way. */
  readonly loading: boolean;
}
