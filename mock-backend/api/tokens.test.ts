import { before, describe, it } from 'node:test';
import { expect } from 'chai';
import { createBackend } from '../adapters/backend.js';
import { createApp, type App } from './app.js';
import { apiClient } from './auth/clients.js';
import { scenario, testBackend, type TestBackend } from './testing/world.js';
import { Worlds } from './worlds.js';

const secret = 'a-secret-of-the-partner';

describe('tokens', () => {
  let backend: TestBackend;
  let app: App;
  let now = Date.parse('2026-11-24T12:00:00Z');

  before(async () => {
    backend = await testBackend();
    const worlds = new Worlds(() => Promise.resolve(backend.host.store));
    const host = await worlds.open('api-tests', backend.host.seed, false);
    expect(await host.store.accounts(null, 10)).to.deep.equal(['A1', 'B2']);
    app = createApp({
      worlds,
      wall: () => now,
      clients: [
        apiClient({
          id: 'partner',
          secret,
          world: 'api-tests',
          origins: ['https://partner.example', 'https://two.example'],
        }),
        apiClient({ id: 'reader', secret, world: 'api-tests', scopes: ['billing:read'], users: ['owner'] }),
      ],
    });
  });

  const ask = async (body: object) => {
    const response = await app.request('/v1/tokens', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ clientSecret: secret, user: 'owner', ...body }),
    });
    return { status: response.status, body: await response.json() };
  };
  const get = async (path: string, token: string, headers: Record<string, string> = {}) => {
    const response = await app.request(path, { headers: { Authorization: `Bearer ${token}`, ...headers } });
    return { status: response.status, body: await response.json(), headers: response.headers };
  };
  const reader = async () => (await ask({ clientId: 'reader' })).body.token as string;

  it('live fifteen minutes by the wall clock, whatever the clock of the world', async () => {
    const { status, body } = await ask({ clientId: 'reader' });
    expect(status).to.equal(201);
    expect(body.expiresAt).to.equal('2026-11-24T12:15:00.000Z');
    expect((await get('/v1/accounts/A1/balance', body.token)).status).to.equal(200);
    now += 15 * 60_000;
    const late = await get('/v1/accounts/A1/balance', body.token);
    expect(late.status).to.equal(401);
    expect(late.body.code).to.equal('TOKEN_EXPIRED');
    expect(late.headers.get('www-authenticate')).to.equal('Bearer');
  });

  it('are refused when missing, forged or malformed', async () => {
    const token = await reader();
    const [claims = '', signature = ''] = token.split('.');
    const flipped = `${claims.slice(0, -2)}${claims.endsWith('A') ? 'B' : 'A'}x.${signature}`;
    for (const bad of [flipped, `${claims}.${signature.slice(0, -3)}abc`, claims, 'x', `${token}.x`, '..', 'é.é']) {
      const answer = await get('/v1/me', encodeURI(bad));
      expect([answer.status, answer.body.code], bad).to.deep.equal([401, 'TOKEN_INVALID']);
    }
    const none = await app.request('/v1/me');
    expect([none.status, (await none.json()).code]).to.deep.equal([401, 'TOKEN_REQUIRED']);
    const basic = await app.request('/v1/me', { headers: { Authorization: 'Basic abc' } });
    expect((await basic.json()).code).to.equal('TOKEN_INVALID');
  });

  it('of another server do not open this one', async () => {
    const other = await createBackend({ scenario: JSON.stringify(scenario) });
    const { token } = await other.token({ user: 'owner' });
    expect((await get('/v1/me', token)).body.code).to.equal('TOKEN_INVALID');
  });

  it('work only on the page they were issued for', async () => {
    const { body } = await ask({ clientId: 'partner', origin: 'https://partner.example' });
    const path = '/v1/accounts/A1/balance';
    expect((await get(path, body.token, { Origin: 'https://partner.example' })).status).to.equal(200);
    const stolen = await get(path, body.token, { Origin: 'https://evil.example' });
    expect([stolen.status, stolen.body.code]).to.deep.equal([403, 'ORIGIN_FORBIDDEN']);
    expect((await get(path, body.token)).body.code, 'not from a page at all').to.equal('ORIGIN_FORBIDDEN');
    const same = await get(path, body.token, { Host: 'partner.example' });
    expect(same.status, 'a page of the same host sends no Origin with GET').to.equal(200);
  });

  it('are issued only for origins, scopes and users of the client', async () => {
    expect((await ask({ clientId: 'partner', origin: 'https://evil.example' })).body.code).to.equal('ORIGIN_FORBIDDEN');
    const unnamed = await ask({ clientId: 'partner' });
    expect([unnamed.status, unnamed.body.fields[0].path]).to.deep.equal([422, 'origin']);
    expect((await ask({ clientId: 'reader', scopes: ['billing:write'] })).body.code).to.equal('SCOPE_MISSING');
    expect((await ask({ clientId: 'reader', user: 'clerk' })).status).to.equal(404);
    expect((await ask({ clientId: 'partner', origin: 'https://two.example', user: 'nobody' })).body.code).to.equal(
      'NOT_FOUND',
    );
  });

  it('do nothing outside their scopes', async () => {
    const token = await reader();
    const answer = await get('/v1/accounts/A1/numbers', token);
    expect([answer.status, answer.body.code]).to.deep.equal([403, 'SCOPE_MISSING']);
    expect(answer.body.params.scope).to.equal('telephony:read');
    const me = await get('/v1/me', token);
    expect(me.body.accounts[0].permissions).to.include({
      'bills.read': true,
      'topup.create': false,
      'numbers.read': false,
    });
  });

  it('open only the accounts they were narrowed to; others do not exist', async () => {
    const foreign = await ask({ clientId: 'partner', origin: 'https://two.example', accounts: ['A1', 'B2'] });
    expect([foreign.status, foreign.body.fields[0].path]).to.deep.equal([404, 'accounts.1']);
    for (const account of ['B2', 'no-such', '%20']) {
      const answer = await get(`/v1/accounts/${account}/balance`, await reader());
      expect([answer.status, answer.body.code], account).to.deep.equal([404, 'NOT_FOUND']);
    }
  });

  it('cannot be fished for by trying secrets', async () => {
    for (let i = 0; i < 10; i += 1) {
      const { status, body } = await ask({ clientId: 'victim', clientSecret: `wrong-${i}` });
      expect([status, body.code]).to.deep.equal([401, 'CLIENT_UNKNOWN']);
    }
    const limited = await ask({ clientId: 'victim', clientSecret: 'wrong' });
    expect([limited.status, limited.body.code]).to.deep.equal([429, 'RATE_LIMITED']);
    now += 61_000;
    expect((await ask({ clientId: 'victim', clientSecret: 'wrong' })).status).to.equal(401);
  });

  it('are not given to pages: the route that takes a secret answers no other origin', async () => {
    const response = await app.request('/v1/tokens', {
      method: 'OPTIONS',
      headers: { Origin: 'https://partner.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(response.headers.get('access-control-allow-origin')).to.equal(null);
  });
});
