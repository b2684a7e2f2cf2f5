import type { Catalog } from '../../engine/catalog.js';
import type { Command } from '../../engine/command.js';
import type { Query } from '../../engine/query.js';

/** What the world of a scenario begins with. */
export interface WorldSetup {
  readonly id: string;
  readonly catalog: Catalog;
  readonly timezone: string;
  readonly currency: string;
  /** Instant at which its clock starts. */
  readonly start: string;
}

export interface StepOptions {
  /** Idempotency key. */
  readonly key?: string;
  /** Name of what the step makes. */
  readonly as?: string;
  /** The file of `usage.import`. */
  readonly source?: AsyncIterable<string | Uint8Array>;
}

/** One scenario's world, however it is reached. */
export interface Session {
  /** Moves the clock; what is due up to and including that instant runs first. */
  advance(to: string): Promise<void>;
  /**
   * Runs a step.
   *
   * @throws {Refusal} If it is refused.
   * @throws {NotSupported} If the step cannot be expressed this way.
   */
  perform(command: Command, options: StepOptions): Promise<void>;
  /** @throws {Refusal | NotSupported} As for a step. */
  ask(query: Query): Promise<unknown>;
  close(): Promise<void>;
}

/** A way to run scenarios: against the engine, through the API in process, or against a server. */
export interface Driver {
  open(setup: WorldSetup): Promise<Session>;
  close(): Promise<void>;
}

/** A step or question that this way of running does not know yet. */
export class NotSupported extends Error {
  override readonly name = 'NotSupported';

  constructor(readonly what: string) {
    super(`${what}: not supported yet`);
  }
}
