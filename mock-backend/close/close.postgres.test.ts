import { expect } from 'chai';
import { after, it } from 'node:test';
import { MemoryStore } from '../store/memory.js';
import { CLOSED, openWorld, testClosing } from '../testing/closing.js';
import { onPostgres } from '../testing/postgres.js';
import { seeds } from '../testing/chance.js';
import { CloseQueue } from './queue.js';

await onPostgres('the close of a month', ({ url }) => {
  testClosing('in PostgreSQL, by two processes at once', () => Promise.resolve(url), {
    seeds: seeds([1, 2]),
    together: 2,
  });

  it('begins in new worlds by several servers at once, none of which fails', async () => {
    const failures: unknown[] = [];
    const onFailure = (error: unknown) => void failures.push(error);
    const queues: CloseQueue[] = [];
    after(() => Promise.all(queues.map((queue) => queue.end())));
    for (let index = 0; index < 3; index += 1) {
      queues.push(await CloseQueue.open(url, { schema: 'lk_close_new', onFailure }));
    }
    for (let index = 0; index < 12; index += 1) {
      const id = `new-${index}`;
      const world = await openWorld(id, new MemoryStore());
      await world.perform({ do: 'account.open', account: 'A1', billingMode: 'POSTPAID', opening: '0.00' });
      await world.tick(CLOSED);
      const closes = queues.map((queue) => queue.makeClose({ id, world, onPage: () => undefined, onFailure }));
      for (const close of closes) close.kick();
      await Promise.all(closes.map((close) => close.stop()));
    }
    expect(failures).to.deep.equal([]);
  });
});
