import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import { type ReferenceServer, startServer } from './server.js';

const key = 'key-of-two-servers';
const at = '2026-11-01T10:00:00+03:00';
const mobile = '+79990000001';

describe('two servers on one database', () => {
  let folder: string;
  let servers: readonly [ReferenceServer, ReferenceServer];

  const send = async (server: ReferenceServer, path: string, body: object): Promise<unknown> => {
    const response = await fetch(new URL(`/admin/worlds${path}`, server.url), {
      method: 'POST',
      headers: { 'X-Admin-Key': key, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.ok, await response.clone().text()).to.equal(true);
    return response.json();
  };
  const step = (server: ReferenceServer, body: object) => send(server, '/shared/steps', { at, ...body });
  const ask = async (server: ReferenceServer, query: object) =>
    (await send(server, '/shared/queries', query)) as { answer: Record<string, unknown> };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lk-servers-'));
    const options = { port: 0, dataDir: folder, adminKey: key, world: null };
    const first = await startServer(options);
    await send(first, '', {
      id: 'shared',
      start: at,
      timezone: 'Europe/Moscow',
      currency: 'RUB',
      catalog: { tariffs: [{ code: 'plain', name: 'Plain', voice: [] }] },
    });
    servers = [first, await startServer(options)];
  });
  after(async () => {
    for (const server of servers) await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('show at once what the other has written: an account, money, a number', async () => {
    const [one, other] = servers;
    await step(one, { do: 'account.open', account: '1' });
    expect((await ask(other, { get: 'balance', account: '1' })).answer).to.include({ balance: '0.00' });
    await step(one, { do: 'payment', account: '1', amount: '100.00', txn: 't1' });
    await step(other, { do: 'payment', account: '1', amount: '20.00', txn: 't2' });
    await step(one, { do: 'number.add', account: '1', number: mobile, tariff: 'plain' });
    for (const server of servers) {
      expect((await ask(server, { get: 'balance', account: '1' })).answer).to.include({ balance: '120.00' });
      expect((await ask(server, { get: 'change', number: mobile })).answer).to.equal(null);
    }
  });
});
