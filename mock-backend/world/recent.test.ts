import { expect } from 'chai';
import { describe, it } from 'node:test';
import type { Command } from '../engine/command.js';
import { MemoryStore } from '../store/memory.js';
import { openShared } from './testing.js';
import type { World } from './world.js';

const NUMBER = '+79990000001';

describe('a server that saw an account before another one changed it', () => {
  const grant = async (world: World, user: string, level: 'ADMIN' | 'NONE'): Promise<void> => {
    for (const product of ['CORE', 'BILLING'] as const) {
      await world.perform({ do: 'user.grant', account: '1', user, product, level });
    }
  };
  /** Two servers, of which the second has the account in work as it was at first. */
  const two = async (opening: string): Promise<readonly [World, World]> => {
    const store = new MemoryStore();
    const [one, other] = [await openShared(store), await openShared(store)];
    await one.perform({ do: 'account.open', account: '1', opening });
    await grant(one, 'anna', 'ADMIN');
    await other.ask({ get: 'balance', account: '1' });
    return [one, other];
  };
  const balance = (world: World) => world.ask({ get: 'balance', account: '1' });
  const add: Command = { do: 'number.add', account: '1', number: NUMBER, tariff: 't' };
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: Error) => error.message,
    );

  it('does not refuse for want of money that has come meanwhile', async () => {
    const [one, other] = await two('50.00');
    await one.perform({ do: 'payment', account: '1', amount: '20.00', txn: 't1' });
    await other.perform(add, { key: 'k' });
    expect(await balance(one)).to.include({ balance: '10.00' });
  });

  it('does not spend what has been spent meanwhile', async () => {
    const [one, other] = await two('100.00');
    await one.perform({ do: 'number.add', account: '1', number: '+79990000002', tariff: 't' });
    expect(await refusal(other.perform(add, { key: 'k' }))).to.equal('INSUFFICIENT_FUNDS');
    expect(await refusal(one.perform(add, { key: 'k' }))).to.equal('INSUFFICIENT_FUNDS');
    expect(await balance(other)).to.include({ balance: '40.00' });
  });

  it('does not follow a user who has meanwhile lost the right, and follows one who has got it', async () => {
    const [one, other] = await two('0.00');
    const settings: Command = { do: 'alert.settings', account: '1', lowBalance: '5.00' };
    await grant(one, 'boris', 'ADMIN');
    await other.perform(settings, { user: 'boris', key: 'b' });
    await grant(one, 'anna', 'NONE');
    expect(await refusal(other.perform({ ...settings, lowBalance: '6.00' }, { user: 'anna', key: 'a' }))).to.equal(
      'NOT_FOUND',
    );
  });

  it('takes a payment once, and sets what was set otherwise meanwhile', async () => {
    const [one, other] = await two('0.00');
    const pay: Command = { do: 'payment', account: '1', amount: '20.00', txn: 't1' };
    await one.perform(pay);
    await other.perform(pay, { key: 'p' });
    expect(await balance(other)).to.include({ balance: '20.00' });
    const settings = (lowBalance: string): Command => ({ do: 'alert.settings', account: '1', lowBalance });
    await other.perform(settings('5.00'));
    await one.perform(settings('6.00'));
    await other.perform(settings('5.00'), { key: 's' });
    expect((await one.account('1'))?.alerts).to.include({ lowBalance: '5.00' });
  });

  it('answers a key as the other has, whatever it would decide now', async () => {
    const [one, other] = await two('100.00');
    const first = await one.perform(add, { key: 'k' });
    expect(await other.perform(add, { key: 'k' })).to.deep.equal(first);
    expect(await refusal(other.perform({ ...add, number: '+79990000003' }, { key: 'k' }))).to.equal(
      'IDEMPOTENCY_KEY_REUSED',
    );
    const refused: Command = { do: 'number.add', account: '1', number: '+79990000004', tariff: 't' };
    expect(await refusal(one.perform(refused, { key: 'r' }))).to.equal('INSUFFICIENT_FUNDS');
    await one.perform({ do: 'payment', account: '1', amount: '100.00', txn: 't9' });
    expect(await refusal(other.perform(refused, { key: 'r' }))).to.equal('INSUFFICIENT_FUNDS');
    expect(await balance(other)).to.include({ balance: '140.00' });
  });
});
