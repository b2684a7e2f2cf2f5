import { describe, it } from 'node:test';
import { expect } from 'chai';
import { PostgresStore } from '../store/postgres.js';
import { onPostgres } from '../testing/postgres.js';
import { World } from '../world/world.js';
import { makeDriver } from './drivers/choose.js';
import { testVectors } from './vectors.js';

await onPostgres('the vectors', ({ url }) => {
  testVectors('on the engine, in PostgreSQL', () => makeDriver({ store: url, via: 'engine' }));
  describe('two servers on one database', () => twoServers(url));
});

function twoServers(database: string): void {
  const at = '2026-11-16T10:00:00+03:00';
  const catalog = { tariffs: [{ code: 't', name: 'T', setupFee: '60.00' }] };
  const open = async (id: string) =>
    World.open({
      id,
      catalog,
      timezone: 'Europe/Moscow',
      currency: 'RUB',
      start: at,
      store: await PostgresStore.open(database, id),
    });

  it('do each command once, never overdraw, and lose nothing, whoever is first', async () => {
    const id = crypto.randomUUID();
    const one = await open(id);
    await one.perform({ do: 'account.open', account: 'a', opening: '300.00' });
    const other = await open(id);
    const order = (number: string, key: string) =>
      [one, other].map((world) =>
        world.perform({ do: 'number.add', account: 'a', number, tariff: 't' }, { key }).catch((error: Error) => error),
      );
    // Seven orders of 60.00 each on 300.00, every one sent to both servers at once.
    const numbers = Array.from({ length: 7 }, (_, index) => `+7999000000${index}`);
    await Promise.all(numbers.flatMap((number, index) => order(number, `order-${index}`)));
    const third = await open(id);
    const state = await third.account('a');
    expect(state?.balance).to.equal('0.00');
    expect(state?.numbers).to.have.length(5);
    expect(await third.ask({ get: 'invariants' })).to.deep.equal({ ok: true, broken: [] });
    await Promise.all([one, other, third].map((world) => world.store.close()));
  });
}
