import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { adminApp } from './admin/app.js';
import { statusOf } from './codes.js';
import { openApiDocument } from './contract/document.js';
import type { ApiClient } from './auth/clients.js';
import { requireAccount, requireScope, requireToken } from './auth/guard.js';
import { DocumentLibrary } from './documents/library.js';
import type { MakePdf } from './documents/pdf.js';
import { demoSeller, type Seller } from './documents/seller.js';
import type { ApiContext, ApiEnv } from './env.js';
import { ApiProblem, documentOf, problemOf } from './errors.js';
import { Faults } from './faults.js';
import { addRoutes } from './handlers/index.js';
import { crossOrigin, privately, trace } from './middleware/basics.js';
import { faulty } from './middleware/faults.js';
import { COMMANDS, IdempotencyKeys } from './middleware/idempotency.js';
import { jsonBody, unlessPart } from './middleware/limits.js';
import { payAutomatically, providerApp, type ProviderParts } from '../provider/app.js';
import { addLinks } from './links.js';
import { type Blobs, MemoryBlobs } from '../store/blobs.js';
import { StoreFailure } from '../store/port.js';
import { Seal } from './seal.js';
import { routesOf } from './table.js';
import { refuseInvalid } from './validation.js';
import { addWebhooks } from './webhooks.js';
import type { WallClock, Worlds } from './worlds.js';

export interface AppOptions {
  readonly worlds: Worlds;
  /** Partners' servers that may ask for tokens. */
  readonly clients: readonly ApiClient[];
  /** Seals tokens and cursors; random unless given, then tokens end with the process. */
  readonly secret?: string;
  /** Wall clock: lives of tokens and of kept answers. The worlds have clocks of their own. */
  readonly wall?: WallClock;
  readonly faults?: Faults;
  /** Key of the routes under `/admin`; without it there are none. */
  readonly adminKey?: string;
  /** Makes the files of documents; without it they fail. */
  readonly makePdf?: MakePdf;
  readonly seller?: Seller;
  /** Where the bytes of uploaded files are kept; in memory unless given. */
  readonly blobs?: Blobs;
  readonly newId?: () => string;
  /** Called for what nobody expected, and for a store that fails; never with personal data. */
  readonly onUnexpected?: (error: unknown, traceId: string) => void;
}

/** What the handlers share. */
export interface AppParts {
  readonly worlds: Worlds;
  /** By id. */
  readonly clients: Map<string, ApiClient>;
  readonly seal: Seal;
  readonly wall: WallClock;
  readonly faults: Faults;
  readonly documents: DocumentLibrary;
  readonly makePdf: MakePdf;
  readonly seller: Seller;
  readonly blobs: Blobs;
}

export type App = OpenAPIHono<ApiEnv>;

function randomSecret(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const noPdf: MakePdf = () => Promise.reject(new ApiProblem('UPSTREAM_UNAVAILABLE'));

function answerProblem(c: ApiContext, problem: ApiProblem): Response {
  const document = documentOf(problem, c.get('traceId') ?? '', c.get('locale') ?? 'ru', c.get('currency') ?? 'RUB');
  return c.json(document, statusOf(problem.code) as ContentfulStatusCode, {
    ...problem.headers,
    'Content-Type': 'application/problem+json',
    'Content-Language': c.get('locale') ?? 'ru',
  });
}

/**
 * The whole API as one fetch-style router: the same in a service worker, in process and behind a Node server.
 *
 * @see domain.md §1.5
 */
export function createApp(options: AppOptions): App {
  const wall = options.wall ?? Date.now;
  const makePdf = options.makePdf ?? noPdf;
  const seller = options.seller ?? demoSeller;
  const secret = options.secret ?? randomSecret();
  const parts: AppParts = {
    worlds: options.worlds,
    clients: new Map(options.clients.map((client) => [client.id, client])),
    seal: new Seal(secret),
    wall,
    faults: options.faults ?? new Faults(),
    documents: new DocumentLibrary(makePdf, seller),
    makePdf,
    seller,
    blobs: options.blobs ?? new MemoryBlobs(),
  };
  const app: App = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid });

  app.onError((error, c) => {
    const known =
      problemOf(error, c.req) ??
      (error instanceof HTTPException && error.status === 400 ? new ApiProblem('BODY_INVALID') : null);
    if (known === null || error instanceof StoreFailure) options.onUnexpected?.(error, c.get('traceId'));
    return answerProblem(c, known ?? new ApiProblem('INTERNAL'));
  });
  app.notFound((c) => {
    const methods = routesOf(c.req.path).map(({ method }) => method);
    const problem =
      methods.length > 0
        ? new ApiProblem('METHOD_NOT_ALLOWED', { headers: { Allow: methods.join(', ') } })
        : new ApiProblem('ROUTE_NOT_FOUND');
    return answerProblem(c, problem);
  });

  app.use(trace(options.newId ?? (() => crypto.randomUUID())));
  app.use('/v1/me', crossOrigin);
  app.use('/v1/accounts/*', crossOrigin);
  app.use('/openapi.json', crossOrigin);
  for (const path of ['/v1/*', '/admin/*', '/links/*', '/provider/*', '/sso/*']) app.use(path, privately);

  const document = openApiDocument();
  app.get('/openapi.json', (c) => c.json(document));

  app.use('/v1/tokens', faulty(parts.faults), jsonBody());

  const openToken = requireToken(parts.seal, parts.worlds, wall);
  const fault = faulty(parts.faults);
  app.use('/v1/*', async (c, next) => {
    if (c.req.path === '/v1/tokens') return next();
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
    const route = routesOf(c.req.path).find((candidate) => candidate.method === method);
    // Nothing has a zero in its name, and no database looks for one.
    if (!route || c.req.path.includes('%00')) return c.notFound();
    await openToken(c);
    return fault(c, () => {
      if (route.scope !== null) requireScope(c, route.scope);
      return next();
    });
  });
  const keys = new IdempotencyKeys(wall);
  app.use('/v1/accounts/:account/*', requireAccount);
  app.on(COMMANDS, '/v1/accounts/:account/*', unlessPart(jsonBody()), unlessPart(keys.middleware));

  addRoutes(app, parts);
  addLinks(app, parts);
  const provider: ProviderParts = {
    worlds: parts.worlds,
    seal: parts.seal,
    wall,
    secret: `webhooks ${secret}`,
    post: async (body, signature) =>
      app.request('/webhooks/payments', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Provider-Signature': signature },
        body,
      }),
  };
  addWebhooks(app, parts.worlds, provider.secret, wall);
  app.route('/provider', providerApp(provider));
  for (const host of parts.worlds.list()) payAutomatically(provider, host);
  if (options.adminKey !== undefined) app.route('/admin', adminApp(parts, options.adminKey));
  return app;
}
