import * as routes from '../contract/session.routes.js';
import { isEmail } from '../../engine/contacts/state.js';
import type { App, AppParts } from '../app.js';
import { identify, type ApiClient } from '../auth/clients.js';
import { sealToken, TOKEN_SECONDS, type Grant } from '../auth/token.js';
import type { z } from '@hono/zod-openapi';
import type { TokenInput } from '../contract/tokens.js';
import { fail } from '../errors.js';
import { Attempts } from '../middleware/attempts.js';
import { accessible, Reader } from '../reader.js';
import { accountView } from '../views/account.js';
import { loginFact } from '../views/people.js';
import type { WorldHost } from '../worlds.js';
import { answer, open } from './serve.js';
import { streamAccount } from './events.js';

type Input = z.infer<typeof TokenInput>;

/** Who was invited signs in by his address or number; other ids are the operator's own. */
const isLogin = (user: string): boolean => isEmail(user) || user.startsWith('+');

/** The page origin a token is bound to: the one asked for, or the client's only one. */
function originOf(client: ApiClient, { origin }: Input): string | null {
  if (client.origins === null) return origin ?? null;
  if (origin === undefined) {
    if (client.origins.length === 1) return client.origins[0] ?? null;
    fail('REQUEST_INVALID', { fields: [{ path: 'origin', in: 'body', fault: 'required' }] });
  }
  return client.origins.includes(origin) ? origin : fail('ORIGIN_FORBIDDEN');
}

/** @throws {ApiProblem} NOT_FOUND when there is no such user, or one of the accounts is not his. */
async function accountsOf(host: WorldHost, input: Input): Promise<string[]> {
  const own = (await accessible(host, input.user)).map(({ state }) => state.id);
  const index = (input.accounts ?? []).findIndex((account) => !own.includes(account));
  if (index >= 0) fail('NOT_FOUND', { fields: [{ path: `accounts.${index}`, in: 'body', fault: 'value' }] });
  if (own.length === 0) fail('NOT_FOUND', { fields: [{ path: 'user', in: 'body', fault: 'value' }] });
  return input.accounts ?? own;
}

export function addSession(app: App, { worlds, clients, seal, wall }: AppParts): void {
  const attempts = new Attempts(wall);

  app.openapi(routes.issueToken, async (c) => {
    const input = c.req.valid('json');
    attempts.check(input.clientId);
    const client = await identify(clients, input.clientId, input.clientSecret);
    if (client === null) {
      attempts.failed(input.clientId);
      return fail('CLIENT_UNKNOWN');
    }
    const host = worlds.get(client.world) ?? fail('UPSTREAM_UNAVAILABLE');
    const origin = originOf(client, input);
    const scope = (input.scopes ?? []).find((wanted) => !client.scopes.includes(wanted));
    if (scope !== undefined) fail('SCOPE_MISSING', { params: { scope } });
    if (client.users !== null && !client.users.includes(input.user)) fail('NOT_FOUND');
    await host.present();
    const accounts = await accountsOf(host, input);
    const grant: Grant = {
      world: client.world,
      user: input.user,
      accounts: input.accounts === undefined ? null : accounts,
      scopes: input.scopes ?? client.scopes,
      origin,
      expires: (Math.floor(wall() / 1000) + TOKEN_SECONDS) * 1000,
      // Nobody has proved anything in the future.
      authenticated: input.authenticatedAt === undefined ? null : Math.min(Date.parse(input.authenticatedAt), wall()),
    };
    await host.store.putFact(loginFact(input.user), host.world.now);
    const token = await sealToken(seal, grant);
    const expiresAt = new Date(grant.expires).toISOString();
    return c.json({ token, expiresAt, accounts, scopes: [...grant.scopes], origin }, 201);
  });

  app.openapi(routes.getMe, async (c) => {
    const [grant, host] = [c.get('grant'), c.get('host')];
    const world = await host.present();
    const readers = await accessible(host, grant.user, grant.accounts);
    return answer(c, {
      user: {
        id: grant.user,
        login: isLogin(grant.user) ? grant.user : null,
        name: readers.map(({ state }) => state.access.people[grant.user]?.name).find(Boolean) ?? null,
      },
      scopes: [...grant.scopes],
      expiresAt: new Date(grant.expires).toISOString(),
      now: world.now,
      accounts: readers.map((reader) => accountView(reader, grant.scopes)),
    });
  });

  app.openapi(routes.listAccounts, async (c) => {
    const [grant, host] = [c.get('grant'), c.get('host')];
    await host.present();
    const readers = await accessible(host, grant.user, grant.accounts);
    return answer(c, { items: readers.map((reader) => accountView(reader, grant.scopes)) });
  });

  app.openapi(routes.getAccount, async (c) => {
    const reader = await open(c, c.req.valid('param').account);
    return answer(c, accountView(reader, c.get('grant').scopes));
  });

  app.openapi(routes.streamEvents, async (c) => {
    const { account } = c.req.valid('param');
    await Reader.open(c, account);
    return streamAccount(c, account, wall);
  });
}
