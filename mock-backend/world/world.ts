/** The world: an operator's accounts under one clock. What the API and the scenario runner talk to. */
import type { Catalog } from '../engine/catalog.js';
import type { Command, Receipt } from '../engine/command.js';
import type { Query } from '../engine/query.js';
import { refuse } from '../engine/errors.js';
import type { Store } from '../store/port.js';

export interface WorldOptions {
  readonly id: string;
  readonly catalog: Catalog;
  /** Zone of accounts that name none. */
  readonly timezone: string;
  /** Currency of accounts that name none. */
  readonly currency: string;
  /** Instant at which a new world's clock starts, RFC 3339. */
  readonly start: string;
  readonly store: Store;
}

export interface PerformOptions {
  /** Idempotency key (CC-17). */
  readonly key?: string;
  /** Runs with this user's rights; without one: the operator's. */
  readonly user?: string;
  /** Name of what the command makes (a quote, an import, the legs of a call), for later questions. */
  readonly as?: string;
  /** Text of the file of `usage.import`, in chunks of any size. */
  readonly source?: AsyncIterable<string | Uint8Array>;
}

export class World {
  private constructor(private readonly options: WorldOptions) {}

  /** A new world, or the stored one with its journals replayed. */
  static async open(options: WorldOptions): Promise<World> {
    return Promise.resolve(new World(options));
  }

  get now(): string {
    return this.options.start;
  }

  /** Moves the clock; everything due up to and including `to` runs first, in order of time, then of account (FORMAT §3). */
  async advance(to: string): Promise<void> {
    return Promise.resolve(void to);
  }

  /**
   * Carries out a command at `now`.
   *
   * @throws {Refusal} If it may not be done; then nothing has changed.
   */
  async perform(command: Command, options: PerformOptions = {}): Promise<Receipt> {
    return Promise.resolve(
      refuse('UPSTREAM_UNAVAILABLE', { command: command.do, ...(options.key ? { key: options.key } : {}) }),
    );
  }

  /**
   * Answers a question (FORMAT §6); amounts are decimal strings at the currency's scale.
   *
   * @throws {Refusal} `NOT_FOUND` for an unknown account, number or id.
   */
  async ask(query: Query, options: { readonly user?: string } = {}): Promise<unknown> {
    return Promise.resolve(refuse('UPSTREAM_UNAVAILABLE', { query: query.get, ...options }));
  }
}
