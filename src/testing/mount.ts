import type { FaultInput } from '../../mock-backend/api/faults.js';
import type { Backend } from '../../mock-backend/adapters/backend.js';
import { createBrowserBackend } from '../../mock-backend/adapters/browser.js';
import { createSession } from '../core/session/session.js';
import type { LkSession, SessionOptions } from '../core/session/types.js';

/** Worlds under `mock-backend/scenarios/worlds`; every file there is played by its folder's name. */
export type WorldName =
  'demo' | 'empty' | 'first-of-month' | 'blocked' | 'negative' | 'huge' | 'postpaid' | 'years' | (string & {});

export interface MountOptions extends Partial<Omit<SessionOptions, 'apiUrl' | 'fetchToken' | 'fetch'>> {
  /** World to play; `demo` unless given. */
  world?: WorldName;
  /** A scenario of your own instead, in the format of FORMAT.md. */
  scenario?: object;
  /** User to sign in; the first owner the world names unless given. */
  user?: string;
  /** What goes wrong from the start, such as `{ kind: 'unavailable', route: 'GET /v1/accounts/{account}/bills' }`. */
  faults?: readonly FaultInput[];
  /** Milliseconds that every request takes. */
  latency?: number;
  /** Whether the user has just signed in, as he has unless told; else sensitive actions ask for a code (ADM-8). */
  fresh?: boolean;
}

export interface Mounted {
  /** For `.session=${session}`. */
  readonly session: LkSession;
  /** The router in this page: `backend.host.world`, `backend.faults.add(…)`, `backend.fetch.network.offline = true`. */
  readonly backend: Backend;
  /** What the host was told, in order. */
  readonly events: readonly unknown[];
  /** Every request, as `GET /v1/accounts`. */
  readonly requests: readonly string[];
  /** A session of another user of the same world. */
  as(user: string, options?: Partial<SessionOptions>): LkSession;
  /** Moves the world's clock. @param to - RFC 3339. */
  advance(to: string): Promise<void>;
  /** Ends sessions and backend; call it in `afterEach`. */
  close(): Promise<void>;
}

/**
 * Plays a world on the real router in this page and signs a user in: widgets are tested against what the server does, not
 * against answers made by hand. Nothing leaves the page.
 *
 * ```ts
 * const { session, close } = await mountWithBackend({ world: 'demo', user: 'buhgalter' });
 * const bills = await fixture(html`<lk-bills .session=${session}></lk-bills>`);
 * ```
 */
export async function mountWithBackend(options: MountOptions = {}): Promise<Mounted> {
  const { world = 'demo', scenario, user, faults = [], latency = 0, fresh = true, ...sessionOptions } = options;
  const address = scenario === undefined ? worldAddress(world) : urlOf(scenario);
  const backend = await createBrowserBackend(address, { network: { latency } });
  for (const fault of faults) backend.faults.add(fault);
  const events: unknown[] = [];
  const requests: string[] = [];
  const sessions: LkSession[] = [];
  const signIn = (who: string, more: Partial<SessionOptions>): LkSession => {
    const session = createSession({
      apiUrl: location.origin,
      locale: 'ru',
      logoutGroup: false,
      // A stream is one request more; tests of it ask for it.
      live: false,
      onEvent: (event) => events.push(event),
      ...more,
      fetchToken: () => backend.token({ user: who, ...(fresh ? { authenticatedAt: new Date().toISOString() } : {}) }),
      fetch: (input, init) => {
        const request = new Request(input, init);
        requests.push(`${request.method} ${new URL(request.url).pathname}`);
        return backend.fetch(request);
      },
    });
    sessions.push(session);
    return session;
  };
  return {
    session: signIn(user ?? (await firstOwner(address)), sessionOptions),
    backend,
    events,
    requests,
    as: (who, more = {}) => signIn(who, more),
    advance: (to) => backend.host.advance(to),
    close: async () => {
      for (const session of sessions) session.dispose();
      await backend.close();
    },
  };
}

function worldAddress(world: string): URL {
  return new URL(`../../mock-backend/scenarios/worlds/${world}/world-${world}.json`, import.meta.url);
}

function urlOf(scenario: object): URL {
  return new URL(URL.createObjectURL(new Blob([JSON.stringify(scenario)], { type: 'application/json' })));
}

interface Step {
  readonly do?: string;
  readonly user?: string;
  readonly level?: string;
}

async function firstOwner(address: URL): Promise<string> {
  const { steps }: { steps: readonly Step[] } = await (await fetch(address)).json();
  const owner = steps.find((step) => step.do === 'user.grant' && step.level === 'OWNER');
  if (owner?.user === undefined) throw new Error('the world names no owner: give the option "user"');
  return owner.user;
}
