import { expect } from 'chai';
import { describe, it } from 'node:test';
import type { Command } from '../engine/command.js';
import { MemoryStore } from '../store/memory.js';
import { openShared } from './testing.js';

describe('a key that comes to two servers at once', () => {
  it('is answered the same by both, also where doing it twice would be refused', async () => {
    const store = new MemoryStore();
    const worlds = [await openShared(store), await openShared(store)];
    const both = (command: Command, key: string) =>
      Promise.all(worlds.map((world) => world.perform(command, { key }).catch((error: Error) => error.message)));
    const opened = await both({ do: 'account.open', account: '1', opening: '100.00' }, 'open');
    expect(opened).to.deep.equal([
      { account: '1', balance: '100.00' },
      { account: '1', balance: '100.00' },
    ]);
    const [one, other] = await both({ do: 'number.add', account: '1', number: '+79990000001', tariff: 't' }, 'add');
    expect(one).to.be.an('object');
    expect(other).to.deep.equal(one);
    expect(await worlds[0]?.ask({ get: 'balance', account: '1' })).to.include({ balance: '40.00' });
  });
});
