import type { App } from '../api/app.js';
import { DROPPED } from '../api/faults.js';

/** How the network between a page and the router behaves. */
export interface Network {
  /** Milliseconds that every request takes beside its own work. */
  latency: number;
  /** Nothing is answered. */
  offline: boolean;
}

export interface InProcessFetch {
  (input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  /** May be changed at any time. */
  readonly network: Network;
}

/** Origin that addresses without one are taken to be on. */
const BASE = 'http://backend.invalid';

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/** Ends as soon as the caller no longer waits, as a real request would. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/**
 * The router as a `fetch`: give it to a session, or call it in a test. Nothing leaves the process.
 *
 * @param network - Latency and being offline; can be changed later through `fetch.network`.
 */
export function createFetch(app: App, network: Partial<Network> = {}): InProcessFetch {
  const state: Network = { latency: 0, offline: false, ...network };
  const answer = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const base = typeof location === 'undefined' || location.origin === 'null' ? BASE : location.origin;
    const request = input instanceof Request ? new Request(input, init) : new Request(new URL(input, base), init);
    const { signal } = request;
    signal.throwIfAborted();
    if (state.latency > 0) await wait(state.latency, signal);
    if (state.offline) throw new TypeError('Failed to fetch');
    const response = await unlessAborted(Promise.resolve(app.fetch(request)), signal);
    if (response.headers.has(DROPPED)) throw new TypeError('Failed to fetch');
    return response;
  };
  return Object.assign(answer, { network: state });
}
