import { expect } from 'chai';
import { after, before, describe, it, mock } from 'node:test';
import { type ReferenceServer, startServer } from './server.js';
import { emptyDatabase, onPostgres } from './testing/postgres.js';

const key = 'key-of-a-lost-database';
const at = '2026-11-01T10:00:00+03:00';

await onPostgres('a server whose database goes away', (database) => {
  const { server: postgres } = database;
  // A server that others use is not stopped.
  if (!postgres) return;

  describe('a server whose database goes away', () => {
    let server: ReferenceServer;
    const log: string[] = [];

    const call = async (method: string, path: string, body?: object) => {
      const response = await fetch(new URL(path, server.url), {
        method,
        headers: { 'X-Admin-Key': key, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer = (await response.json()) as Record<string, unknown>;
      return { status: response.status, retry: response.headers.get('Retry-After'), body: answer };
    };
    const step = (body: object) => call('POST', '/admin/worlds/w/steps', { at, ...body });
    const pay = (txn: string) => step({ do: 'payment', account: '1', amount: '1.00', txn, key: `key-${txn}` });

    before(async () => {
      server = await startServer({
        port: 0,
        dataDir: null,
        database: await emptyDatabase(database),
        adminKey: key,
        world: null,
      });
      const seed = { id: 'w', start: at, timezone: 'Europe/Moscow', currency: 'RUB' };
      expect((await call('POST', '/admin/worlds', seed)).status).to.equal(201);
      expect((await step({ do: 'account.open', account: '1', opening: '10.00' })).status).to.equal(200);
      mock.method(console, 'error', (...words: unknown[]) => log.push(words.join(' ')));
    });
    after(async () => {
      mock.restoreAll();
      await server.close();
    });

    it('does not know of commands, says so in a line, and goes on without a restart when it is back', async () => {
      expect((await pay('before')).status).to.equal(200);
      await postgres.stop();
      const lost = await pay('during');
      expect([lost.status, lost.retry, lost.body['code']]).to.deep.equal([504, '5', 'OUTCOME_UNKNOWN']);
      const read = await call('GET', '/admin/worlds/w');
      expect([read.status, read.retry, read.body['code']]).to.deep.equal([503, '5', 'UPSTREAM_UNAVAILABLE']);
      for (const { body } of [lost, read]) {
        const lines = log.filter((line) => line.startsWith(`${String(body['traceId'])} `));
        expect(lines).to.have.length(1);
        expect(lines[0]).to.match(/^\S+ StoreFailure: the database postgres:\/\/postgres@.* does not answer: [^\n]+$/);
      }
      await postgres.start();
      expect((await pay('during')).status).to.equal(200);
      expect((await pay('during')).status).to.equal(200);
      const asked = await call('POST', '/admin/worlds/w/queries', { get: 'balance', account: '1' });
      expect(asked.body['answer']).to.include({ balance: '12.00' });
      const whole = await call('POST', '/admin/worlds/w/queries', { get: 'invariants' });
      expect(whole.body['answer']).to.deep.equal({ ok: true, broken: [] });
    });
  });
});
