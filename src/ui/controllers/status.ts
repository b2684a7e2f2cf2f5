import type { ReactiveController } from 'lit';
import type { LkError } from '../../api/errors.js';
import { LkErrorEvent, LkLoadedEvent, LkUnavailableEvent } from '../element.events.js';
import type { WidgetHost } from './host.js';

/**
 * What a resource or a whole widget is in. `stale` and `offline` show the last value, `refreshing` too; `error` and
 * `unavailable` have nothing to show.
 */
export type Status = 'pending' | 'ready' | 'refreshing' | 'empty' | 'error' | 'unavailable' | 'stale' | 'offline';

/** What a resource tells its element after each change. */
export interface Report {
  readonly status: Status;
  readonly error: LkError | null;
  /** Question the status belongs to; another one may be `loaded` again. */
  readonly key: string | null;
}

/** Milliseconds from an element's first data until it asks for what changes on the server: others show theirs first. */
const LIVE_AFTER = 300;

/**
 * Sums up the resources of an element: its custom states, `aria-busy`, and the events a host may wait for. The first
 * resource decides; when a further one fails the element is also in the state `partial`.
 */
export class StatusController implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #internals: ElementInternals;
  readonly #reports = new Map<object, Report>();
  #states: readonly string[] = [];
  #loaded: string | null = null;
  #failed: LkError | null = null;
  #since = 0;
  #followed = false;

  constructor(host: WidgetHost, internals: ElementInternals) {
    this.#host = host;
    this.#internals = internals;
    host.addController(this);
  }

  /** The first resource's; `refreshing` also while only a further one is. */
  get status(): Status {
    const [first, ...others] = this.#reports.values();
    if (first === undefined) return 'ready';
    return first.status === 'ready' && others.some(({ status }) => status === 'refreshing')
      ? 'refreshing'
      : first.status;
  }

  hostConnected(): void {
    this.#since = performance.now();
  }

  /** Called by a resource; `source` tells the resources of an element apart, in the order they first reported. */
  set(source: object, report: Report): void {
    this.#reports.set(source, report);
  }

  hostUpdated(): void {
    const [first, ...others] = this.#reports.values();
    if (first === undefined) return;
    const partial = others.some(({ error }) => error !== null);
    this.#show(this.status, partial);
    this.#tell(first);
  }

  #show(status: Status, partial: boolean): void {
    const { states } = this.#internals;
    const next = partial ? [status, 'partial'] : [status];
    this.#internals.ariaBusy = status === 'pending' || status === 'refreshing' ? 'true' : 'false';
    try {
      for (const state of this.#states) if (!next.includes(state)) states.delete(state);
      for (const state of next) states.add(state);
    } catch {
      // Browsers of 2023 take only names that begin with `--`; the states are a convenience, not a condition.
    }
    this.#states = next;
  }

  #tell({ status, error, key }: Report): void {
    const { session } = this.#host.scoped;
    const { localName: element } = this.#host;
    if (status === 'pending') return;
    if (error !== null && error !== this.#failed) {
      this.#host.dispatchEvent(error.unavailable ? new LkUnavailableEvent(error) : new LkErrorEvent(error));
      session?.reportError(error, { element });
      session?.report({ name: 'failed', element, code: error.code, status: error.status, traceId: error.traceId });
    }
    this.#failed = error;
    if (error !== null || key === this.#loaded) return;
    this.#loaded = key;
    this.#follow();
    this.#host.dispatchEvent(new LkLoadedEvent(status === 'empty'));
    session?.report({ name: 'loaded', element, duration: Math.round(performance.now() - this.#since) });
  }

  /** From the first data on, changes on the server are shown as they happen; loading the page never waits for that. */
  #follow(): void {
    if (this.#followed || this.#host.scoped.session?.live === false) return;
    this.#followed = true;
    const load = (): void =>
      void import('./live.js').then(
        ({ LiveController }) => new LiveController(this.#host),
        // Without it the data are as fresh as the last look at the page.
        () => undefined,
      );
    setTimeout(load, LIVE_AFTER);
  }
}
