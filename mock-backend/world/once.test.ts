import { expect } from 'chai';
import { describe, it } from 'node:test';
import type { Command } from '../engine/command.js';
import { closeInProcess } from '../close/close.js';
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

/** Tells when keys were looked through. */
class Walked extends MemoryStore {
  onWalk = (): void => undefined;

  override async forgetKeys(until: number): Promise<null> {
    await super.forgetKeys(until);
    this.onWalk();
    return null;
  }
}

describe('an answer by key', () => {
  it('holds for a day, and is forgotten by the close an hour after; a payment stays the same by its transaction', async () => {
    const store = new Walked();
    const world = await openShared(store);
    const failures: unknown[] = [];
    const onFailure = (error: unknown) => void failures.push(error);
    const closeAt = async (to: string) => {
      await world.tick(to);
      const close = closeInProcess({ id: 'shared', world, onPage: () => undefined, onFailure });
      const walked = new Promise<void>((resolve) => (store.onWalk = resolve));
      close.kick();
      await walked;
      await close.stop();
    };
    const perform = (command: Command, key: string) =>
      world.perform(command, { key }).catch((error: Error) => error.message);
    const pay: Command = { do: 'payment', account: '1', amount: '10.00', txn: 'p1' };
    const open: Command = { do: 'account.open', account: '1', opening: '100.00' };
    await world.perform(open, { key: 'open' });
    const paid = await world.perform(pay, { key: 'pay' });

    await closeAt('2026-11-02T09:59:59+03:00');
    expect(await perform(open, 'open')).to.deep.equal({ account: '1', balance: '100.00' });
    expect(await perform({ ...pay, amount: '11.00' }, 'pay')).to.match(/IDEMPOTENCY_KEY_REUSED/);
    expect(await perform(pay, 'pay')).to.deep.equal(paid);

    await closeAt('2026-11-02T11:00:00+03:00');
    expect([await store.key('open'), await store.key('pay')]).to.deep.equal([null, null]);
    expect(await perform(open, 'open')).to.match(/ACCOUNT_EXISTS/);
    await perform(pay, 'pay');
    await perform({ ...pay, amount: '11.00' }, 'another');
    expect(await world.ask({ get: 'balance', account: '1' })).to.include({ balance: '110.00' });
    expect(failures).to.deep.equal([]);
  });
});
