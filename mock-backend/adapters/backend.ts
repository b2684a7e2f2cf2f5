import { createApp, type App, type AppOptions } from '../api/app.js';
import { apiClient } from '../api/auth/clients.js';
import type { Scope } from '../api/contract/tokens.js';
import { Faults } from '../api/faults.js';
import { Worlds, type WallClock, type WorldHost } from '../api/worlds.js';
import { parseScenario } from '../scenarios/format.js';
import { MemoryStore } from '../store/memory.js';
import type { Store } from '../store/port.js';
import { play, seedOf, type OpenFile } from '../worlds/play.js';
import { createFetch, type InProcessFetch, type Network } from './fetch.js';

export interface BackendOptions extends Pick<AppOptions, 'makePdf' | 'secret' | 'newId' | 'onUnexpected' | 'adminKey'> {
  /** Text of the scenario that the world plays. */
  readonly scenario: string;
  /** Opens the files beside it. */
  readonly openFile?: OpenFile;
  readonly wall?: WallClock;
  /** Whether the world's clock runs; it stands still unless asked for, so that a picture is always the same. */
  readonly running?: boolean;
  readonly store?: Store;
  readonly network?: Partial<Network>;
}

export interface TokenRequest {
  readonly user: string;
  readonly accounts?: readonly string[];
  readonly scopes?: readonly Scope[];
  readonly origin?: string;
  /** When the user last proved who he is, RFC 3339. */
  readonly authenticatedAt?: string;
}

/** A backend in this process with one world: for stories, tests, and pages without a server. */
export interface Backend {
  readonly app: App;
  readonly fetch: InProcessFetch;
  readonly host: WorldHost;
  readonly faults: Faults;
  /** What a partner's server would do: a token for a user, as `fetchToken` of a session wants it. */
  token(request: TokenRequest): Promise<{ token: string; expiresAt: string }>;
  /** The same world behind another router, with faults of its own. */
  beside(): Backend;
  close(): Promise<void>;
}

const noFiles: OpenFile = (name) => {
  throw new Error(`the scenario needs ${name}, and nothing opens files here`);
};

/** Starts a backend that has played a scenario. */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  const scenario = parseScenario(options.scenario, 'scenario');
  const store = options.store ?? new MemoryStore();
  const wall = options.wall ?? Date.now;
  const worlds = new Worlds(() => Promise.resolve(store), { wall });
  const host = await worlds.open(scenario.scenario, seedOf(scenario), false);
  await play(host, scenario, options.openFile ?? noFiles);
  host.setRunning(options.running ?? false);
  const client = apiClient({ id: 'in-process', secret: crypto.randomUUID(), world: host.id });
  const { makePdf, secret, newId, onUnexpected, adminKey } = options;
  const open = (): Backend => {
    const faults = new Faults();
    const app = createApp({
      worlds,
      clients: [client],
      wall,
      faults,
      ...(makePdf === undefined ? {} : { makePdf }),
      ...(secret === undefined ? {} : { secret }),
      ...(adminKey === undefined ? {} : { adminKey }),
      ...(newId === undefined ? {} : { newId }),
      ...(onUnexpected === undefined ? {} : { onUnexpected }),
    });
    return {
      app,
      fetch: createFetch(app, options.network),
      host,
      faults,
      async token(request) {
        const body = JSON.stringify({ ...request, clientId: client.id, clientSecret: client.secret });
        const response = await app.request('/v1/tokens', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body,
        });
        const answer: { token: string; expiresAt: string; detail?: string } = await response.json();
        if (!response.ok) throw new Error(`no token for ${request.user}: ${answer.detail ?? response.status}`);
        return { token: answer.token, expiresAt: answer.expiresAt };
      },
      beside: open,
      close: () => worlds.close(),
    };
  };
  return open();
}
