import { Hono, type MiddlewareHandler } from 'hono';
import { z } from '@hono/zod-openapi';
import { QueryFormat, StepFormat } from '../../scenarios/format/steps.js';
import { CatalogFormat } from '../../scenarios/format/catalog.js';
import { Currency, Instant, Zone } from '../../scenarios/format/values.js';
import type { Catalog } from '../../engine/catalog.js';
import { FaultKind, Fault } from '../faults.js';
import type { AppParts } from '../app.js';
import { apiClient } from '../auth/clients.js';
import { sealToken, TOKEN_SECONDS } from '../auth/token.js';
import { Scope } from '../contract/tokens.js';
import type { ApiContext, ApiEnv } from '../env.js';
import { fail } from '../errors.js';
import { jsonBody } from '../middleware/limits.js';
import { digest } from '../seal.js';
import { checked } from '../validation.js';
import type { WorldHost } from '../worlds.js';
import { outboxView } from '../views/messages.js';
import { importRows } from './usage.js';

/** A scenario with a large catalogue and many steps is larger than what a subscriber sends. */
const MAX_ADMIN_BODY = 8 * 1024 * 1024;
/** Accounts of a world that are named in its view. */
const MAX_LISTED = 1000;

const WorldInput = z.strictObject({
  id: z.string().regex(/^[\w.-]{1,128}$/),
  catalog: CatalogFormat.default({}),
  timezone: Zone.default('Europe/Moscow'),
  currency: Currency.default('RUB'),
  start: Instant,
  running: z.boolean().default(false),
});
const ClockInput = z.strictObject({ to: Instant.optional(), running: z.boolean().optional() });
const TokenRequest = z.strictObject({
  user: z.string().min(1),
  accounts: z.array(z.string()).optional(),
  scopes: z.array(Scope).optional(),
  origin: z.string().optional(),
});
const ClientInput = z.strictObject({
  id: z.string().min(1).max(128),
  secret: z.string().min(16).max(256),
  origins: z.array(z.string()).nullable().default(null),
  scopes: z.array(Scope).default(Scope.options),
  users: z.array(z.string()).nullable().default(null),
});
const LockInput = z.strictObject({ on: z.boolean() });
const OutboxQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

function requireKey(key: string): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const [given, wanted] = await Promise.all([digest(c.req.header('x-admin-key') ?? ''), digest(key)]);
    if (given !== wanted) fail('ADMIN_KEY_INVALID');
    await next();
  };
}

const clockOf = (host: WorldHost) => ({ now: host.world.now, running: host.running });
const worldView = async (host: WorldHost) => ({
  id: host.id,
  timezone: host.seed.timezone,
  currency: host.seed.currency,
  accounts: await host.store.accounts(null, MAX_LISTED),
  ...clockOf(host),
});

/**
 * What an operator's engineer does to a backend under test: worlds, clock, steps and questions in the language of
 * scenarios, usage, faults. Never mounted unless a key is given.
 *
 * @param key - Must come in the header `X-Admin-Key`.
 * @see FORMAT.md
 */
export function adminApp(parts: AppParts, key: string): Hono<ApiEnv> {
  const { worlds, faults, clients, seal, wall } = parts;
  const app = new Hono<ApiEnv>();
  const hostOf = (c: ApiContext): WorldHost => worlds.get(c.req.param('world') ?? '') ?? fail('NOT_FOUND');
  const body = async <T>(c: ApiContext, schema: z.ZodType<T>): Promise<T> =>
    checked(schema, await c.req.json(), 'body');
  const limited = jsonBody(MAX_ADMIN_BODY);

  app.use(requireKey(key));

  app.get('/worlds', async (c) => c.json({ items: await Promise.all(worlds.list().map(worldView)) }));

  app.post('/worlds', limited, async (c) => {
    const { id, running, catalog, ...seed } = await body(c, WorldInput);
    if (worlds.get(id) !== undefined) fail('WORLD_EXISTS');
    const host = await worlds.create(id, { ...seed, catalog: catalog satisfies Catalog }, running);
    return c.json(await worldView(host), 201);
  });

  app.get('/worlds/:world', async (c) => c.json(await worldView(hostOf(c))));

  app.delete('/worlds/:world', async (c) => {
    await worlds.remove(hostOf(c).id);
    return c.body(null, 204);
  });

  app.get('/worlds/:world/clock', async (c) => {
    const host = hostOf(c);
    await host.present();
    return c.json(clockOf(host));
  });

  app.put('/worlds/:world/clock', limited, async (c) => {
    const host = hostOf(c);
    const { to, running } = await body(c, ClockInput);
    if (to !== undefined) await host.advance(to);
    if (running !== undefined) host.setRunning(running);
    return c.json(clockOf(host));
  });

  app.post('/worlds/:world/steps', limited, async (c) => {
    const host = hostOf(c);
    const { at, key: stepKey, as, error: _error, expect: _expect, ...command } = await body(c, StepFormat);
    if (command.do === 'usage.import')
      fail('REQUEST_INVALID', { fields: [{ path: 'do', in: 'body', fault: 'value' }] });
    await host.advance(at);
    const receipt = await host.world.perform(command, {
      ...(stepKey === undefined ? {} : { key: stepKey }),
      ...(as === undefined ? {} : { as }),
    });
    host.touched();
    return c.json({ receipt });
  });

  app.post('/worlds/:world/queries', limited, async (c) => {
    const host = hostOf(c);
    const answer = await host.world.ask(await body(c, QueryFormat));
    return c.json({ answer });
  });

  app.post('/worlds/:world/usage', async (c) => {
    const host = hostOf(c);
    const receipt = await importRows(host, c.req.raw, c.req.query('as'));
    host.touched();
    return c.json(receipt);
  });

  app.put('/worlds/:world/accounts/:account/lock', limited, async (c) => {
    const host = hostOf(c);
    const { on } = await body(c, LockInput);
    const world = await host.present();
    const receipt = await world.perform({ do: 'account.lock', account: c.req.param('account'), on });
    host.touched();
    return c.json({ receipt });
  });

  app.get('/worlds/:world/outbox', async (c) => {
    const { after, limit } = checked(OutboxQuery, c.req.query(), 'query');
    const items = await hostOf(c).store.outbox(after, limit);
    return c.json({ items, next: items.at(-1)?.position ?? after });
  });

  app.get('/worlds/:world/messages', async (c) => {
    const host = hostOf(c);
    await host.present();
    return c.json({ items: await outboxView(host, seal) });
  });

  app.post('/worlds/:world/tokens', limited, async (c) => {
    const host = hostOf(c);
    const { user, accounts = null, scopes = Scope.options, origin = null } = await body(c, TokenRequest);
    const expires = (Math.floor(wall() / 1000) + TOKEN_SECONDS) * 1000;
    const token = await sealToken(seal, {
      world: host.id,
      user,
      accounts,
      scopes,
      origin,
      expires,
      // Who has the key of this server needs no code.
      authenticated: wall(),
    });
    return c.json({ token, expiresAt: new Date(expires).toISOString() }, 201);
  });

  app.post('/worlds/:world/clients', limited, async (c) => {
    const host = hostOf(c);
    const client = apiClient({ ...(await body(c, ClientInput)), world: host.id });
    clients.set(client.id, client);
    return c.json({ id: client.id, world: client.world }, 201);
  });

  app.get('/faults', (c) => c.json({ kinds: FaultKind.options, items: faults.list() }));
  app.post('/faults', limited, async (c) => {
    faults.add(await body(c, Fault));
    return c.json({ items: faults.list() }, 201);
  });
  app.delete('/faults', (c) => {
    faults.clear();
    return c.body(null, 204);
  });

  return app;
}
