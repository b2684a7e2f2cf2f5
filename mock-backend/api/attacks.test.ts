import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Command } from '../engine/command.js';

import { sign } from '../provider/signature.js';
import { type Answer, type CallOptions, newKey, scenario, testBackend, type TestBackend } from './testing/world.js';

/** What somebody with bad intentions tries, who has a session of his own, or a stolen one. */

const HOUR = 3_600_000;
const DISCONNECT = '/v1/accounts/A1/numbers/%2B79990000002/disconnection';
const rub = (value: string) => ({ value, currency: 'RUB' });
/** Somebody whose sign-in is long ago. */
const stale = { fresh: false } as const;

async function withContacts(...contacts: readonly (readonly [account: string, value: string])[]): Promise<TestBackend> {
  const backend = await testBackend();
  for (const [account, value] of contacts) await backend.host.world.perform({ do: 'alert.contact', account, value });
  return backend;
}
const operator = async ({ host }: TestBackend, ...commands: readonly Command[]): Promise<void> => {
  for (const command of commands) await host.world.perform(command);
};
const grant = (
  account: string,
  user: string,
  product: 'CORE' | 'BILLING' | 'TELEPHONY',
  level: 'NONE' | 'USER' | 'ADMIN',
) => ({ do: 'user.grant', account, user, product, level }) as const;
const disconnect = (backend: TestBackend, key: string, more: CallOptions = {}): Promise<Answer> =>
  backend.call('POST', DISCONNECT, { ...stale, key, body: { effective: 'period-end' }, ...more });
const challengeOf = ({ body }: Answer): string => String(Object(body['params'])['challenge']);
const lastCode = ({ host }: TestBackend, account: string): string =>
  host.world.peek(account)?.messages.items.at(-1)?.params['code'] ?? expect.fail('no code was sent');

describe('the step before a sensitive action', () => {
  it('is not taken by a code to a contact of another account', async () => {
    const backend = await withContacts(['A1', 'owner@example.org'], ['B2', 'thief@example.org']);
    await operator(backend, grant('B2', 'owner', 'CORE', 'USER'));
    const challenge = challengeOf(await disconnect(backend, newKey()));
    const sent = await backend.call('POST', '/v1/accounts/B2/step-up/code', {
      ...stale,
      body: { challenge, contact: 'c1' },
    });
    expect([sent.status, sent.body.code]).to.deep.equal([410, 'CODE_EXPIRED']);
    const asked = await backend.call('GET', `/v1/accounts/B2/step-up?challenge=${challenge}`, stale);
    expect([asked.status, asked.body.code]).to.deep.equal([410, 'CODE_EXPIRED']);
    await backend.close();
  });

  it('is not taken by a code to another user of the account', async () => {
    const backend = await withContacts(['A1', 'owner@example.org']);
    await operator(backend, grant('A1', 'thief@example.org', 'CORE', 'USER'));
    const challenge = challengeOf(await disconnect(backend, newKey()));
    const body = { challenge, contact: 'login' };
    const sent = await backend.call('POST', '/v1/accounts/A1/step-up/code', {
      ...stale,
      user: 'thief@example.org',
      body,
    });
    expect([sent.status, sent.body.code]).to.deep.equal([410, 'CODE_EXPIRED']);
    await backend.close();
  });

  it('is not left out for a key that another command was done with, however long ago', async () => {
    let wall = Date.now();
    const backend = await testBackend({ wall: () => wall });
    await operator(backend, { do: 'alert.contact', account: 'A1', value: 'owner@example.org' });
    const key = newKey();
    const body = { lowBalance: rub('100.00'), dayLimit: null };
    expect((await backend.call('PUT', '/v1/accounts/A1/alerts', { ...stale, key, body })).status).to.equal(200);
    const beside = backend.beside();
    for (const hours of [0, 25]) {
      wall += hours * HOUR;
      await backend.host.advance(new Date(backend.host.world.instant + hours * HOUR).toISOString());
      // Behind another router nothing is remembered but what the store has.
      const { token } = await beside.token({ user: 'owner' });
      const response = await beside.app.request(DISCONNECT, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': key, 'Content-Type': 'application/json' },
        body: JSON.stringify({ effective: 'period-end' }),
      });
      const { code } = await response.json();
      expect([hours, response.status, code]).to.deep.equal([
        hours,
        ...(hours < 24 ? [422, 'IDEMPOTENCY_KEY_REUSED'] : [401, 'OTP_REQUIRED']),
      ]);
    }
    await backend.close();
  });
});

describe('a code', () => {
  it('is another one for another contact, even under a key that has come before', async () => {
    let wall = Date.now();
    const backend = await testBackend({ wall: () => wall });
    const key = newKey();
    const codeFor = async (value: string): Promise<string> => {
      const { token } = await backend.token({ user: 'owner' });
      expect(
        (await backend.call('POST', '/v1/accounts/A1/alerts/contacts', { token, key, body: { value } })).status,
      ).to.equal(200);
      return backend.host.world.peek('A1')?.contacts.items.at(-1)?.asked?.code ?? expect.fail('no code');
    };
    const mine = await codeFor('mine@example.org');
    wall += 25 * HOUR;
    await backend.host.advance(new Date(backend.host.world.instant + 25 * HOUR).toISOString());
    expect(await codeFor('+79161112233')).not.to.equal(mine);
    await backend.close();
  });

  it('is another one in another world, whoever has its accounts named alike', async () => {
    const secret = 'one secret for both of these worlds';
    const codes = await Promise.all(
      ['one', 'other'].map(async (name) => {
        const backend = await testBackend({ secret, scenario: JSON.stringify({ ...scenario, scenario: name }) });
        const body = { value: 'mine@example.org' };
        await backend.call('POST', '/v1/accounts/A1/alerts/contacts', { key: 'the-same-key', body });
        const code = lastCode(backend, 'A1');
        await backend.close();
        return code;
      }),
    );
    expect(codes[0]).not.to.equal(codes[1]);
  });
});

describe('who has lost his rights', () => {
  it('is not answered again what he was answered before', async () => {
    const backend = await testBackend();
    const body = { amount: rub('100.00'), method: 'CARD', receipt: 'a@example.org' };
    const pay = { user: 'clerk', key: newKey(), body };
    expect((await backend.call('POST', '/v1/accounts/A1/topups', pay)).status).to.equal(200);
    expect((await backend.call('POST', '/v1/accounts/A1/topups', pay)).status).to.equal(200);
    await operator(backend, grant('A1', 'clerk', 'CORE', 'NONE'));
    expect((await backend.call('POST', '/v1/accounts/A1/topups', pay)).status).to.equal(404);
    await backend.close();
  });
});

describe('rights', () => {
  it('are not given to a name that every object has', async () => {
    const backend = await testBackend();
    for (const user of ['__proto__', 'constructor', 'toString']) {
      const path = `/v1/accounts/A1/users/${user}`;
      const level = { level: 'ADMIN' };
      for (const [method, to, body] of [
        ['PUT', `${path}/grants/BILLING`, level],
        ['PATCH', path, { levels: { BILLING: 'ADMIN' } }],
        ['DELETE', path, undefined],
      ] as const)
        expect((await backend.call(method, to, { body })).status, `${method} ${to}`).to.equal(404);
    }
    const taken = operator(backend, grant('A1', '__proto__', 'CORE', 'ADMIN'));
    expect(await taken.catch(String)).to.equal('Refusal: NOT_FOUND');
    await backend.close();
  });

  it('do not grow beyond the numbers of who gives them', async () => {
    const backend = await testBackend();
    const levels = { CORE: 'ADMIN', BILLING: 'ADMIN', TELEPHONY: 'ADMIN' } as const;
    await operator(backend, { do: 'user.change', account: 'A1', user: 'clerk', levels, numbers: ['+79990000002'] });
    const invite = (contact: string, numbers: readonly string[] | null) =>
      backend.call('POST', '/v1/accounts/A1/invitations', {
        user: 'clerk',
        body: { contact, name: null, levels: { CORE: 'USER', BILLING: 'USER' }, numbers },
      });
    const all = await invite('alias@example.org', null);
    expect([all.status, all.body.code]).to.deep.equal([403, 'LEVEL_EXCEEDED']);
    expect((await invite('alias@example.org', ['+79990000001'])).status).to.equal(404);
    expect((await invite('alias@example.org', ['+79990000002'])).status).to.equal(200);
    const change = (numbers: readonly string[] | null) =>
      backend.call('PATCH', '/v1/accounts/A1/users/techie', { user: 'clerk', body: { levels: {}, numbers } });
    expect((await change(['+79990000002'])).status).to.equal(200);
    expect((await change(null)).body.code).to.equal('LEVEL_EXCEEDED');
    await backend.close();
  });
});

describe('live events', () => {
  it('say nothing of money to a token that is not for money', async () => {
    const backend = await testBackend();
    const { token } = await backend.token({ user: 'owner', scopes: ['telephony:read'] });
    const response = await backend.app.request('/v1/accounts/A1/events', {
      headers: { Authorization: `Bearer ${token}` },
    });
    const reader = response.body?.getReader() ?? expect.fail('no stream');
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await next()).to.contain('event: open');
    await operator(
      backend,
      { do: 'payment', account: 'A1', amount: '5.00', txn: 'live' },
      { do: 'forwarding.set', number: '+79990000001', type: 'CFU', target: '+79990000002', active: true },
    );
    backend.host.touched();
    expect(await next()).to.contain('event: forwarding');
    await reader.cancel();
    await backend.close();
  });
});

describe('webhooks of the payment provider', () => {
  const SECRET = 'secret of these attacks';

  it('post one payment of an order, whatever comes, how often and in which order', async () => {
    const backend = await testBackend({ secret: SECRET });
    const topUp = async (): Promise<string> => {
      const body = { amount: rub('100.00'), method: 'CARD', receipt: 'a@example.org' };
      return String((await backend.call('POST', '/v1/accounts/A1/topups', { body })).body['id']);
    };
    const balance = async () => Object((await backend.call('GET', '/v1/accounts/A1/balance')).body['balance'])['value'];
    const send = async (webhook: object): Promise<unknown> => {
      const all = { world: backend.host.id, account: 'A1', amount: '100.00', currency: 'RUB', status: 'SUCCEEDED' };
      const body = JSON.stringify({ ...all, ...webhook });
      const headers = { 'Provider-Signature': await sign(`webhooks ${SECRET}`, body, Date.now()) };
      const response = await backend.app.request('/webhooks/payments', { method: 'POST', headers, body });
      const { state, held, code } = await response.json();
      return [code ?? state, held, await balance()].filter((part) => part !== undefined);
    };
    const order = await topUp();
    const begin = await balance();
    const paid = '337.00';
    expect(begin).to.equal('237.00');
    expect(await send({ order, transaction: 'a', amount: '9100.00' })).to.deep.equal(['PENDING', true, begin]);
    expect(await send({ order, transaction: 'b', amount: '-100.00' })).to.deep.equal(['PENDING', true, begin]);
    expect(await send({ order, transaction: 'c', currency: 'USD' })).to.deep.equal(['PENDING', true, begin]);
    expect(await send({ order, transaction: 'd', account: 'B2' })).to.deep.equal(['NOT_FOUND', begin]);
    expect(await send({ order, transaction: 'e', status: 'REVERSED' })).to.deep.equal(['NOT_FOUND', begin]);
    expect(await send({ order, transaction: 'f', status: 'FAILED' })).to.deep.equal(['FAILED', false, begin]);
    expect(await send({ order, transaction: 'e' })).to.deep.equal(['SUCCEEDED', false, paid]);
    expect(await send({ order, transaction: 'e' })).to.deep.equal(['SUCCEEDED', false, paid]);
    expect(await send({ order, transaction: 'g' })).to.deep.equal(['SUCCEEDED', true, paid]);
    expect(await send({ order, transaction: 'e', status: 'FAILED' })).to.deep.equal(['SUCCEEDED', false, paid]);
    expect(await send({ order: await topUp(), transaction: 'e' })).to.deep.equal(['SUCCEEDED', false, paid]);
    expect(await send({ order, transaction: 'e', status: 'REVERSED' })).to.deep.equal(['REVERSED', false, begin]);
    expect(await send({ order, transaction: 'e', status: 'REVERSED' })).to.deep.equal(['REVERSED', false, begin]);
    expect(await send({ order, transaction: 'e' })).to.deep.equal(['SUCCEEDED', false, begin]);
    await backend.close();
  });
});
