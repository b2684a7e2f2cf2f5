import { describe, it } from 'node:test';
import { expect } from 'chai';
import { MemoryStore } from '../../store/memory.js';
import { World } from '../../world/world.js';
import type { Refusal } from '../errors.js';

const OF = { account: '1' } as const;

async function world(opening = '100.00'): Promise<World> {
  const made = await World.open({
    id: 'topup',
    catalog: {},
    timezone: 'Europe/Moscow',
    currency: 'RUB',
    start: '2026-11-10T12:00:00+03:00',
    store: new MemoryStore(),
  });
  await made.perform({ do: 'account.open', ...OF, opening });
  return made;
}

const begin = async (made: World, amount = '500.00'): Promise<string> =>
  String((await made.perform({ do: 'topup.create', ...OF, amount, method: 'CARD' }))['topup']);
const settle = (made: World, topup: string, change: object = {}) =>
  made.perform({
    do: 'topup.settle',
    ...OF,
    topup,
    provider: 'acquirer',
    txn: 'x1',
    amount: '500.00',
    currency: 'RUB',
    outcome: 'SUCCEEDED',
    ...change,
  });
const balance = (made: World) => made.peek('1')?.balance;
const order = (made: World, topup: string) => made.peek('1')?.topups.orders.find(({ id }) => id === topup);
const refused = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Refusal) => error.code,
  );

describe('a top-up', () => {
  it('changes the balance once, however often the provider tells of it (PAY-2)', async () => {
    const made = await world();
    const topup = await begin(made);
    expect(balance(made)).to.equal('100.00');
    for (let count = 0; count < 3; count += 1) await settle(made, topup);
    expect(balance(made)).to.equal('600.00');
    expect(order(made, topup)?.state).to.equal('SUCCEEDED');
  });

  it('of another sum or currency is held for review and never posted', async () => {
    const made = await world();
    const topup = await begin(made);
    expect(await settle(made, topup, { amount: '5000.00' })).to.include({ held: true });
    expect(await settle(made, topup, { txn: 'x2', currency: 'USD' })).to.include({ held: true });
    expect(balance(made)).to.equal('100.00');
    expect(made.peek('1')?.topups.held.map(({ txn }) => txn)).to.deep.equal(['x1', 'x2']);
    await settle(made, topup, { txn: 'x3', amount: '500' });
    expect(balance(made)).to.equal('600.00');
  });

  it('paid a second time by another transaction is held, not posted', async () => {
    const made = await world();
    const topup = await begin(made);
    await settle(made, topup);
    expect(await settle(made, topup, { txn: 'x2' })).to.include({ held: true });
    expect(balance(made)).to.equal('600.00');
  });

  it('ends after twenty minutes, and money that comes late is posted all the same (PAY-1)', async () => {
    const made = await world();
    const topup = await begin(made);
    await made.advance('2026-11-10T12:20:00+03:00');
    expect(order(made, topup)).to.include({ state: 'EXPIRED', reason: 'TIMEOUT' });
    await settle(made, topup);
    expect(order(made, topup)?.state).to.equal('SUCCEEDED');
    expect(balance(made)).to.equal('600.00');
  });

  it('that is paid is not undone by a late refusal', async () => {
    const made = await world();
    const topup = await begin(made);
    await settle(made, topup);
    await settle(made, topup, { txn: 'x2', outcome: 'FAILED' });
    expect(order(made, topup)?.state).to.equal('SUCCEEDED');
  });

  it('of an order that the account does not have is refused', async () => {
    expect(await refused(settle(await world(), '1-T9'))).to.equal('NOT_FOUND');
  });

  it('is between the least and the greatest sum (TOP-1)', async () => {
    const made = await world();
    expect(await refused(begin(made, '0.99'))).to.equal('AMOUNT_OUT_OF_RANGE');
    expect(await refused(begin(made, '1000000.01'))).to.equal('AMOUNT_OUT_OF_RANGE');
    expect(await refused(begin(made, '1.001'))).to.equal('AMOUNT_INVALID');
  });
});

describe('an invoice', () => {
  const ask = (made: World, amount: string) => made.perform({ do: 'invoice.create', ...OF, amount });

  it('is given again for the same sum until it is paid (EX-59)', async () => {
    const made = await world();
    expect(await ask(made, '1500.00')).to.deep.equal({ invoice: '1-P1', existing: false });
    expect(await ask(made, '1500.00')).to.deep.equal({ invoice: '1-P1', existing: true });
    expect(await ask(made, '1500.01')).to.deep.equal({ invoice: '1-P2', existing: false });
    await made.perform({ do: 'payment', ...OF, amount: '1500.00', txn: 'b1', method: 'BANK' });
    expect(await ask(made, '1500.00')).to.deep.equal({ invoice: '1-P3', existing: false });
  });
});

describe('auto-payment', () => {
  const terms = {
    trigger: 'THRESHOLD',
    threshold: '50.00',
    day: null,
    amount: '300.00',
    monthlyCap: '600.00',
  } as const;
  const spend = (made: World, amount: string) => made.perform({ do: 'correction', ...OF, amount, reason: 'test' });
  const autos = (made: World) => made.peek('1')?.topups.orders.filter(({ auto }) => auto) ?? [];
  const paid = async (made: World, txn: string) => {
    const last = autos(made).at(-1) ?? expect.fail('no order');
    await settle(made, last.id, { txn, amount: '300.00' });
  };

  it('begins one payment when the balance falls below the threshold, and no second one meanwhile', async () => {
    const made = await world();
    await made.perform({ do: 'autopay.set', ...OF, terms });
    await spend(made, '50.00');
    expect(autos(made).length, 'equal is not below').to.equal(0);
    await spend(made, '0.01');
    await spend(made, '10.00');
    expect(autos(made).map(({ amount, state }) => `${amount} ${state}`)).to.deep.equal(['300.00 PENDING']);
  });

  it('stops at its monthly cap', async () => {
    const made = await world('0.00');
    await made.perform({ do: 'autopay.set', ...OF, terms });
    await paid(made, 'a1');
    await spend(made, '300.00');
    await paid(made, 'a2');
    await spend(made, '300.00');
    expect(autos(made).length).to.equal(2);
    await made.advance('2026-12-01T00:00:00+03:00');
    expect(autos(made).length, 'a new month').to.equal(3);
  });

  it('that was declined tries again on the next day only', async () => {
    const made = await world('0.00');
    await made.perform({ do: 'autopay.set', ...OF, terms });
    await settle(made, autos(made)[0]?.id ?? '', { outcome: 'FAILED' });
    await spend(made, '1.00');
    expect(autos(made).length).to.equal(1);
    await made.advance('2026-11-11T00:00:00+03:00');
    expect(autos(made).length).to.equal(2);
  });

  it('on a day of the month comes at that midnight', async () => {
    const made = await world();
    const monthly = { ...terms, trigger: 'DAY_OF_MONTH', threshold: null, day: 12 } as const;
    await made.perform({ do: 'autopay.set', ...OF, terms: monthly });
    await made.advance('2026-11-11T23:59:59+03:00');
    expect(autos(made).length).to.equal(0);
    await made.advance('2026-11-12T00:00:00+03:00');
    expect(autos(made).length).to.equal(1);
  });
});
