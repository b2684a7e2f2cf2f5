import { nothing, type ReactiveController } from 'lit';
import type { LkError } from '../../api/errors.js';
import type { Query, Snapshot } from '../../core/resource/query.js';
import type { Observation } from '../../core/resource/store.js';
import type { LkSession } from '../../core/session/types.js';
import type { WidgetHost } from './host.js';
import type { Status } from './status.js';

export interface Renderers<T> {
  /** A skeleton in the shape of the answer. */
  pending: () => unknown;
  /** The answer. While refreshing, stale or offline it is the last one: see `status` and `updatedAt`. */
  ready: (value: T) => unknown;
  /** There is nothing, which is not an error; `ready` is used for an empty list if this is missing. */
  empty?: () => unknown;
  /** Nothing can be shown; `error.unavailable` tells "not for you" from "did not work". The bare sentence if this is missing. */
  error?: (error: LkError) => unknown;
}

export interface ResourceOptions<T> {
  /** Tells an answer with nothing in it; an empty array unless given. */
  isEmpty?: (value: T) => boolean;
}

/**
 * Shows the answer to a question of the backend, asked anew whenever the question changes: another account, another
 * month. The answer to an earlier question is dropped at once.
 */
export class ResourceController<T> implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #question: () => Query<T> | null;
  readonly #isEmpty: (value: T) => boolean;
  #observation: Observation<T> | null = null;
  #session: LkSession | null = null;
  #key: string | null = null;

  constructor(host: WidgetHost, question: () => Query<T> | null, options: ResourceOptions<T> = {}) {
    this.#host = host;
    this.#question = question;
    this.#isEmpty = options.isEmpty ?? ((value) => Array.isArray(value) && value.length === 0);
    host.addController(this);
  }

  /** `undefined` = not yet, `null` = there is none. */
  get value(): T | null | undefined {
    return this.#snapshot?.value;
  }

  get error(): LkError | null {
    return this.#host.scoped.error ?? this.#snapshot?.error ?? null;
  }

  /** When the value came, milliseconds since the epoch; `null` = not yet. */
  get updatedAt(): number | null {
    return this.#snapshot?.updatedAt ?? null;
  }

  get status(): Status {
    const snapshot = this.#snapshot;
    const { value, error } = this;
    if (value === undefined) {
      if (snapshot?.loading || error === null || error.kind === 'aborted') return 'pending';
      return error.unavailable ? 'unavailable' : 'error';
    }
    if (snapshot?.loading) return 'refreshing';
    if (error !== null && error.kind !== 'aborted') return navigator.onLine ? 'stale' : 'offline';
    if (!navigator.onLine) return 'offline';
    return value === null || this.#isEmpty(value) ? 'empty' : 'ready';
  }

  /** Asks again; an arrow function, to be handed to a button. */
  retry = (): void => {
    if (this.#observation) this.#observation.refresh();
    else this.#host.scoped.retry();
  };

  render(renderers: Renderers<T>): unknown {
    const { value, error, status } = this;
    if (status === 'pending' || !this.#host.texts.ready) return renderers.pending();
    if (value === undefined)
      return error === null ? nothing : (renderers.error?.(error) ?? this.#host.texts.describe(error));
    if (value === null) return renderers.empty?.() ?? nothing;
    return (this.#isEmpty(value) && renderers.empty?.()) || renderers.ready(value);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#release();
  }

  hostUpdate(): void {
    this.#follow();
    this.#host.statuses.set(this, { status: this.status, error: this.error, key: this.#key });
  }

  get #snapshot(): Snapshot<T> | null {
    return this.#observation?.snapshot ?? null;
  }

  #follow(): void {
    const session = this.#host.isConnected ? this.#host.scoped.session : null;
    const query = session === null || session.state === 'closed' ? null : this.#question();
    if (query === null || session === null) return this.#release();
    if (this.#observation && this.#key === query.key && this.#session === session) return;
    this.#release();
    this.#key = query.key;
    this.#session = session;
    this.#observation = session.resources.observe(query, () => this.#host.requestUpdate());
    // What the host derives before it draws (`willUpdate`) was derived without an answer that is here already.
    if (this.value !== undefined) queueMicrotask(() => this.#host.requestUpdate());
  }

  #release(): void {
    this.#observation?.release();
    this.#observation = null;
    this.#key = null;
    this.#session = null;
  }
}
