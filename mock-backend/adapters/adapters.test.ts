import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import { setupServer } from 'msw/node';
import { createApp } from '../api/app.js';
import { testBackend, type TestBackend } from '../api/testing/world.js';
import { Worlds } from '../api/worlds.js';
import { startServer } from '../server.js';
import { MemoryStore } from '../store/memory.js';
import { createFetch } from './fetch.js';
import { createHandlers } from './msw.js';
import { serveApp, type NodeServer } from './node.js';

const balance = '/v1/accounts/A1/balance';

describe('the router in process', () => {
  let backend: TestBackend;
  let headers: Record<string, string>;
  before(async () => {
    backend = await testBackend();
    headers = { Authorization: `Bearer ${(await backend.token({ user: 'owner' })).token}` };
  });

  it('answers like a server', async () => {
    const response = await backend.fetch(balance, { headers });
    expect(response.status).to.equal(200);
    expect((await backend.fetch(new Request(`http://any.example${balance}`, { headers }))).status).to.equal(200);
  });

  it('fails as a network fails', async () => {
    const fetch = createFetch(backend.app);
    fetch.network.offline = true;
    let failure: unknown;
    await fetch(balance, { headers }).catch((error: unknown) => (failure = error));
    expect(failure).to.be.instanceOf(TypeError);
    fetch.network.offline = false;
    expect((await fetch(balance, { headers })).status).to.equal(200);
  });

  it('stops waiting when the caller does', async () => {
    const fetch = createFetch(backend.app, { latency: 10_000 });
    const controller = new AbortController();
    const waiting = fetch(balance, { headers, signal: controller.signal }).then(
      () => 'answered',
      (error: unknown) => (error instanceof Error ? error.name : ''),
    );
    controller.abort();
    expect(await waiting).to.equal('AbortError');
  });

  it('goes wrong on one route as often as asked', async () => {
    backend.faults.add({ kind: 'error', route: 'GET /v1/accounts/{account}/balance', times: 1 });
    expect((await backend.fetch('/v1/me', { headers })).status).to.equal(200);
    expect((await backend.fetch(balance, { headers })).status).to.equal(500);
    expect((await backend.fetch(balance, { headers })).status).to.equal(200);
    const cases = { unauthorized: 401, forbidden: 403, limited: 429, unavailable: 503 } as const;
    for (const kind of ['unauthorized', 'forbidden', 'limited', 'unavailable'] as const) {
      backend.faults.add({ kind, times: 1 });
      expect((await backend.fetch(balance, { headers })).status, kind).to.equal(cases[kind]);
    }
    const remove = backend.faults.add({ kind: 'stale' });
    expect(await (await backend.fetch(balance, { headers })).json()).to.include({
      stale: true,
      asOf: '2026-12-05T08:35:00+03:00',
    });
    remove();
    expect(await (await backend.fetch(balance, { headers })).json()).to.include({ stale: false });
  });
});

describe('the router as a mock of requests', () => {
  it('answers under its prefix and lets the network fail', async () => {
    const backend = await testBackend();
    const worker = setupServer(...createHandlers(backend.app));
    worker.listen({ onUnhandledRequest: 'error' });
    try {
      const headers = { Authorization: `Bearer ${(await backend.token({ user: 'owner' })).token}` };
      const address = `https://operator.example/api${balance}?x=1`;
      const response = await fetch(address, { headers });
      expect(await response.json()).to.include({ account: 'A1', status: 'ACTIVE' });
      backend.faults.add({ kind: 'offline', times: 1 });
      expect(await fetch(address, { headers }).catch(() => 'no answer')).to.equal('no answer');
    } finally {
      worker.close();
    }
  });
});

describe('the router behind a Node server', () => {
  let backend: TestBackend;
  let server: NodeServer;
  before(async () => {
    backend = await testBackend();
    server = await serveApp(backend.app, { port: 0 });
  });
  after(() => server.close());

  it('serves the contract', async () => {
    const document = await (await fetch(`${server.url}/openapi.json`)).json();
    expect(document.openapi).to.equal('3.1.0');
  });

  it('drops the connection when the network is to fail', async () => {
    const { token } = await backend.token({ user: 'owner' });
    backend.faults.add({ kind: 'offline', times: 1 });
    const outcome = await fetch(`${server.url}${balance}`, { headers: { Authorization: `Bearer ${token}` } }).then(
      (response) => response.status,
      (error: unknown) => (error instanceof TypeError ? 'no answer' : String(error)),
    );
    expect(outcome).to.equal('no answer');
  });

  it('ends when what is being done is done, even if nobody waits for the answer any more', async () => {
    const app = createApp({ worlds: new Worlds(() => Promise.resolve(new MemoryStore())), clients: [] });
    let begin = (): void => undefined;
    let finish = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const happened: string[] = [];
    app.get('/slow', async (c) => {
      begin();
      await finished;
      happened.push('done');
      return c.text('');
    });
    const slow = await serveApp(app, { port: 0 });
    const caller = new AbortController();
    const asked = fetch(`${slow.url}/slow`, { signal: caller.signal }).catch(() => happened.push('gone'));
    await begun;
    caller.abort();
    await asked;
    const ended = slow.close().then(() => happened.push('ended'));
    setTimeout(finish, 20);
    await ended;
    expect(happened).to.deep.equal(['gone', 'done', 'ended']);
  });

  it('takes the next port when one is busy', async () => {
    const busy: number[] = [];
    const second = await serveApp(backend.app, { port: server.port, onBusy: (port) => busy.push(port) });
    expect(busy[0]).to.equal(server.port);
    expect(second.port).to.be.greaterThan(server.port);
    await second.close();
  });
});

describe('the reference server', () => {
  const key = 'a-key-for-tests';
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lk-server-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const start = (fresh = false) => startServer({ port: 0, dataDir: folder, adminKey: key, world: 'empty', fresh });
  const token = async ({ url, client }: Awaited<ReturnType<typeof start>>) => {
    const body = JSON.stringify({ clientId: client.id, clientSecret: client.secret, user: 'director' });
    const response = await fetch(`${url}/v1/tokens`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    return { status: response.status, body: await response.json() };
  };
  const admin = async (url: string, method: string, path: string, body?: unknown) => {
    const response = await fetch(`${url}/admin${path}`, {
      method,
      headers: { 'X-Admin-Key': key, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: response.status === 204 ? null : await response.json() };
  };

  it('keeps data, tokens and worlds through a restart, until told to begin anew', async () => {
    const first = await start();
    const { body: issued } = await token(first);
    const created = await admin(first.url, 'POST', '/worlds', { id: 'mine', start: '2026-11-01T00:00:00+03:00' });
    expect(created.status).to.equal(201);
    const opened = await admin(first.url, 'POST', '/worlds/mine/steps', {
      at: '2026-11-01T00:00:00+03:00',
      do: 'account.open',
      account: 'kept',
    });
    expect(opened.status).to.equal(200);
    await first.close();

    const second = await start();
    const me = await fetch(`${second.url}/v1/me`, { headers: { Authorization: `Bearer ${issued.token}` } });
    expect(me.status).to.equal(200);
    const world = await admin(second.url, 'GET', '/worlds/mine');
    expect(world.body.accounts).to.deep.equal(['kept']);
    await second.close();

    const third = await start(true);
    expect((await admin(third.url, 'GET', '/worlds/mine')).status).to.equal(404);
    await third.close();
  });

  it('shows nothing under /admin without the key', async () => {
    const closed = await startServer({ port: 0, dataDir: null, world: 'empty' });
    expect((await fetch(`${closed.url}/admin/worlds`)).status).to.equal(404);
    await closed.close();
    const open = await startServer({ port: 0, dataDir: null, world: 'empty', adminKey: key });
    expect((await fetch(`${open.url}/admin/worlds`)).status).to.equal(401);
    await open.close();
  });

  it('takes usage as CSV and as JSON, and says which rows it could not take', async () => {
    const { url, close } = await startServer({ port: 0, dataDir: null, world: null, adminKey: key });
    const at = '2026-11-02T10:00:00+03:00';
    const catalog = {
      tariffs: [
        {
          code: 'start',
          name: 'Start',
          voice: [{ steps: [{ fromSec: 0, price: '1.00', perSec: 60, incrementSec: 60 }] }],
        },
      ],
    };
    await admin(url, 'POST', '/worlds', { id: 'w', start: '2026-11-01T00:00:00+03:00', catalog });
    await admin(url, 'POST', '/worlds/w/steps', { at, do: 'account.open', account: 'A' });
    await admin(url, 'POST', '/worlds/w/steps', {
      at,
      do: 'number.add',
      account: 'A',
      number: '+79990000001',
      tariff: 'start',
    });
    const csv =
      'id,number,service,direction,start,seconds,segments,bytes,peer,outcome,forwarded\n' +
      `a,+79990000001,CALL,OUT,${at},60,,,+79160000001,ANSWERED,\n` +
      'b,nonsense,CALL,OUT,2026-11-02T10:00:00+03:00,60,,,+79160000001,ANSWERED,\n';
    const imported = await fetch(`${url}/admin/worlds/w/usage?as=day`, {
      method: 'POST',
      headers: { 'X-Admin-Key': key, 'Content-Type': 'text/csv' },
      body: csv,
    });
    expect(await imported.json()).to.deep.include({
      accepted: 1,
      duplicates: 0,
      rejected: [{ line: 3, reason: 'NUMBER_INVALID' }],
    });
    const batch = {
      items: [
        { id: 'a', number: '+79990000001', service: 'CALL', start: at, seconds: 60, peer: '+79160000001' },
        { id: 'c', number: '+79990000001', service: 'FAX', start: at },
      ],
    };
    const posted = await admin(url, 'POST', '/worlds/w/usage', batch);
    expect(posted.body).to.deep.include({
      accepted: 0,
      duplicates: 1,
      rejected: [{ line: 3, reason: 'SERVICE_UNKNOWN' }],
    });
    const asked = await admin(url, 'POST', '/worlds/w/queries', { get: 'rated', id: 'a' });
    expect(asked.body.answer.amount).to.equal('1.00');
    const outbox = await admin(url, 'GET', '/worlds/w/outbox?limit=2');
    expect(outbox.body.items.length).to.equal(2);
    const wrong = await admin(url, 'POST', '/worlds/w/steps', { at, do: 'fly' });
    expect([wrong.status, wrong.body.fields[0].path]).to.deep.equal([422, 'do']);
    await close();
  });
});
