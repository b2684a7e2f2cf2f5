import { Hono } from 'hono';
import { createSession } from '../core/session/session.js';
import type { LkSession, SessionOptions } from '../core/session/types.js';

/** A few routes in process, for tests of the base itself; widgets are tested on the real router, see `mountWithBackend`. */
export interface TinyBackend {
  readonly app: Hono;
  /** Every request that came, as `GET /v1/…`. */
  readonly requests: string[];
  /** Tokens that are accepted. */
  readonly valid: Set<string>;
  /** Times the host's token endpoint was asked, with the reason. */
  readonly tokens: string[];
  readonly fetch: typeof fetch;
  session(options?: Partial<SessionOptions>): LkSession;
}

/** A backend that accepts the tokens it gave, answers `/v1/accounts`, and whatever the test adds to `app`. */
export function tinyBackend(): TinyBackend {
  const app = new Hono();
  const requests: string[] = [];
  const valid = new Set<string>();
  const tokens: string[] = [];
  app.use(async (c, next) => {
    requests.push(`${c.req.method} ${new URL(c.req.url).pathname}`);
    const token = (c.req.header('Authorization') ?? '').replace('Bearer ', '');
    if (!valid.has(token)) return c.json({ code: 'UNAUTHENTICATED', status: 401 }, 401);
    return next();
  });
  app.get('/v1/accounts', (c) => c.json({ items: [{ id: '100001' }, { id: '100002' }], nextCursor: null }));
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const aborted = new Promise<never>((_, reject) =>
      request.signal.addEventListener('abort', () => reject(request.signal.reason), { once: true }),
    );
    return Promise.race([app.fetch(request), aborted]);
  };
  return {
    app,
    requests,
    valid,
    tokens,
    fetch: send,
    session: (options) =>
      createSession({
        apiUrl: 'http://backend.test',
        locale: 'ru',
        logoutGroup: false,
        live: false,
        fetch: send,
        fetchToken: async ({ reason }) => {
          tokens.push(reason);
          const token = `token-${tokens.length}`;
          valid.add(token);
          return { token, expiresAt: Date.now() + 900_000 };
        },
        ...options,
      }),
  };
}

/** An answer as a problem document. */
export function problem(status: number, code: string, extra: Record<string, unknown> = {}): Response {
  return Response.json(
    { type: 'about:blank', title: code, status, code, ...extra },
    {
      status,
      headers: { 'Content-Type': 'application/problem+json' },
    },
  );
}

/** Waits until `check` holds; fails after twenty seconds with what was awaited. */
export async function until(check: () => boolean, what = 'condition'): Promise<void> {
  const end = performance.now() + 20_000;
  while (!check()) {
    if (performance.now() > end) throw new Error(`waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
