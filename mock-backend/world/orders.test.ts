import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Tariff } from '../engine/catalog.js';
import { ACCOUNT, call, NUMBER, OTHER, STRANGER, Timeline } from './testing.js';

const voice: Tariff['voice'] = [{ steps: [{ fromSec: 0, price: '1.00', perSec: 60, incrementSec: 60 }] }];
const tariff = (code: string, more: Partial<Tariff> = {}): Tariff => ({ code, name: code, voice, ...more });
const add = (number: string, code: string, more: object = {}) =>
  ({ do: 'number.add', account: ACCOUNT, number, tariff: code, ...more }) as const;

describe('a number that is disconnected', () => {
  const catalog = { tariffs: [tariff('t', { setupFee: '100.00', fee: { amount: '30.00' } })] };

  it('is held for its account, comes back without set-up, and is free for others after the hold (SRV-57)', async () => {
    const time = await (await Timeline.begin(catalog)).connect('2026-11-01', 't');
    await time.at('2026-11-01', { do: 'account.open', account: '2', opening: '1000.00' });
    await time.at('2026-11-10', { do: 'number.disconnect', number: NUMBER, effective: 'today' });
    const other = { do: 'number.add', account: '2', number: NUMBER, tariff: 't' } as const;
    expect(await time.refusal(other)).to.equal('NUMBER_TAKEN');
    expect(await time.balance()).to.equal('870.00');
    await time.at('2026-11-16', add(NUMBER, 't', { price: '500.00' }));
    expect(await time.balance()).to.equal('855.00');
    await time.at('2026-11-20', { do: 'number.disconnect', number: NUMBER, effective: 'today' });
    await time.world.advance('2027-01-18T23:59:59+03:00');
    expect(await time.refusal(other)).to.equal('NUMBER_TAKEN');
    await time.at('2027-01-19', other);
    // 100 + 30 × 13/31
    expect(await time.balance('2')).to.equal('887.42');
  });

  it('loses forwarding, SIM, options and packages, and keeps its late records', async () => {
    const time = await Timeline.begin({
      tariffs: [tariff('t', { packages: ['p'] })],
      packages: [{ code: 'p', kind: 'VOICE', amount: 60 }],
      options: [{ code: 'o', fee: '1.00' }],
    });
    await time.connect('2026-11-01', 't');
    await time.at(
      '2026-11-02',
      { do: 'sim.add', account: ACCOUNT, iccid: '8970100000000000013' },
      { do: 'sim.bind', number: NUMBER, iccid: '8970100000000000013' },
      { do: 'forwarding.set', number: NUMBER, type: 'CFU', target: STRANGER },
      { do: 'option.on', number: NUMBER, option: 'o' },
      add(OTHER, 't'),
    );
    await time.at('2026-11-10', { do: 'number.disconnect', number: NUMBER, effective: 'today' });
    for (const get of ['forwarding', 'packages'] as const)
      expect(await time.ask({ get, number: NUMBER })).to.deep.equal([]);
    expect(await time.ask({ get: 'sim', number: NUMBER })).to.equal(null);
    await time.at('2026-11-11', { do: 'sim.bind', number: OTHER, iccid: '8970100000000000013' });
    await time.at('2026-11-11', call('late', 60, { start: '2026-11-09T20:00:00Z' }));
    expect(await time.ask({ get: 'rated', id: 'late' })).to.deep.include({ packaged: 60, amount: '0.00' });
    expect(await time.refusal({ do: 'option.on', number: NUMBER, option: 'o' })).to.equal('SERVICE_CLOSED');
  });

  it('at the end of the paid period is closed at that midnight, before the fees', async () => {
    const time = await (await Timeline.begin(catalog)).connect('2026-11-01', 't');
    await time.at('2026-11-10', { do: 'number.disconnect', number: NUMBER });
    await time.at('2026-12-02');
    expect(await time.balance()).to.equal('870.00');
    expect(await time.refusal({ do: 'tariff.change', number: NUMBER, to: 't' })).to.equal('SERVICE_CLOSED');
  });
});

describe('an order', () => {
  it('that costs something is refused for a lock before it is refused for money', async () => {
    const time = await (
      await Timeline.begin({
        tariffs: [tariff('t'), tariff('paid', { setupFee: '1.00' }), tariff('min', { minSpend: '10.00' })],
      })
    ).connect('2026-11-01', 't', '0.00');
    await time.at('2026-11-02', { do: 'correction', account: ACCOUNT, amount: '1.00', reason: 'x' });
    expect(await time.refusal(add(OTHER, 'paid'))).to.equal('ACCOUNT_BLOCKED_FINANCE');
    expect(await time.refusal(add(OTHER, 'min'))).to.equal('ACCOUNT_BLOCKED_FINANCE');
    expect(await time.refusal(add(OTHER, 't'))).to.equal(null);
  });

  it('that costs something is refused while the day limit is exceeded', async () => {
    const time = await Timeline.begin({ tariffs: [tariff('t'), tariff('paid', { setupFee: '1.00' })] });
    await time.at(
      '2026-11-01',
      { do: 'account.open', account: ACCOUNT, opening: '100.00', dayLimit: '5.00' },
      add(NUMBER, 't'),
    );
    await time.at('2026-11-02', call('a', 300));
    expect(await time.refusal(add(OTHER, 'paid'))).to.equal(null);
    await time.at('2026-11-02', call('b', 1));
    expect(await time.refusal(add('+79990000003', 'paid'))).to.equal('ACCOUNT_BLOCKED_LIMIT');
    await time.at('2026-11-03');
    expect(await time.refusal(add('+79990000003', 'paid'))).to.equal(null);
  });

  it('leaves everything as it was when it is refused', async () => {
    const time = await (
      await Timeline.begin({ tariffs: [tariff('t'), tariff('dear', { setupFee: '5000.00' })] })
    ).connect('2026-11-01', 't');
    const before = JSON.stringify(time.world.peek(ACCOUNT));
    expect(await time.refusal(add(OTHER, 'dear'))).to.equal('INSUFFICIENT_FUNDS');
    expect(JSON.stringify(time.world.peek(ACCOUNT))).to.equal(before);
  });

  it('names the sum that is missing', async () => {
    const time = await Timeline.begin({ tariffs: [tariff('dear', { setupFee: '100.00', vatIncluded: false })] });
    await time.at('2026-11-01', { do: 'account.open', account: ACCOUNT, opening: '100.00' });
    await time.world.perform(add(NUMBER, 'dear')).then(
      () => expect.fail('was not refused'),
      (error: unknown) =>
        expect(error).to.deep.include({
          code: 'INSUFFICIENT_FUNDS',
          params: { need: '122.00', available: '100.00', short: '22.00' },
        }),
    );
  });
});

describe('a request with a key', () => {
  it('is answered once for a day: a refusal too', async () => {
    const time = await (
      await Timeline.begin({ tariffs: [tariff('t'), tariff('paid', { setupFee: '50.00' })] })
    ).connect('2026-11-01', 't', '0.00');
    expect(await time.refusal(add(OTHER, 'paid'), { key: 'k' })).to.equal('INSUFFICIENT_FUNDS');
    await time.at('2026-11-01T12:00:00', { do: 'payment', account: ACCOUNT, txn: 'p', amount: '100.00' });
    expect(await time.refusal(add(OTHER, 'paid'), { key: 'k' })).to.equal('INSUFFICIENT_FUNDS');
    expect(await time.refusal(add(OTHER, 't'), { key: 'k' })).to.equal('IDEMPOTENCY_KEY_REUSED');
    await time.world.advance('2026-11-02T00:00:00+03:00');
    expect(await time.refusal(add(OTHER, 'paid'), { key: 'k' })).to.equal(null);
    expect(await time.balance()).to.equal('50.00');
  });

  it('that is still running is not run twice', async () => {
    const time = await (await Timeline.begin({ tariffs: [tariff('t')] })).connect('2026-11-01', 't');
    const pay = { do: 'payment', account: ACCOUNT, txn: 'p', amount: '10.00' } as const;
    const [first, second, third] = await Promise.allSettled([
      time.world.perform(pay, { key: 'k' }),
      time.world.perform(pay, { key: 'k' }),
      time.world.perform({ ...pay, amount: '11.00' }, { key: 'k' }),
    ]);
    expect(first.status).to.equal('fulfilled');
    expect(second).to.have.nested.property('reason.code', 'REQUEST_IN_PROGRESS');
    expect(third).to.have.nested.property('reason.code', 'IDEMPOTENCY_KEY_REUSED');
    expect(await time.world.perform(pay, { key: 'k' })).to.deep.equal(first.status === 'fulfilled' && first.value);
  });

  it('does not mind the order of its fields', async () => {
    const time = await Timeline.begin({});
    await time.at('2026-11-01', { do: 'account.open', account: ACCOUNT });
    await time.world.perform({ do: 'payment', account: ACCOUNT, txn: 'p', amount: '10.00' }, { key: 'k' });
    const again = { amount: '10.00', txn: 'p', account: ACCOUNT, do: 'payment' } as const;
    expect(await time.refusal(again, { key: 'k' })).to.equal(null);
  });
});

describe('a call', () => {
  it('is forwarded by a locked account only where that costs nothing (FWD-8)', async () => {
    const time = await Timeline.begin({
      tariffs: [tariff('t', { packages: ['p'] })],
      packages: [{ code: 'p', kind: 'VOICE', amount: 60 }],
    });
    await time.connect('2026-11-01', 't', '0.00');
    await time.at(
      '2026-11-02',
      { do: 'forwarding.set', number: NUMBER, type: 'CFU', target: STRANGER },
      { do: 'correction', account: ACCOUNT, amount: '1.00', reason: 'x' },
    );
    const ring = (seconds: number) =>
      ({ do: 'call', from: '+79160000002', to: NUMBER, seconds, state: 'FREE' }) as const;
    expect(await time.world.perform(ring(60), { as: 'a' })).to.deep.include({ reaches: STRANGER, by: 'CFU' });
    expect(await time.ask({ get: 'rated', id: 'a:fwd1' })).to.deep.include({ packaged: 60, amount: '0.00' });
    expect(await time.world.perform(ring(60), { as: 'b' })).to.deep.include({ reaches: null });
    expect(await time.ask({ get: 'rated', id: 'b:in' })).to.deep.include({ outcome: 'FAILED', amount: '0.00' });
  });

  it('between subscribers is rated on both sides, and over own numbers to the phone that rings', async () => {
    const bonus = { pricePerMin: '0.50' };
    const time = await (
      await Timeline.begin({ tariffs: [tariff('t', { bonus })] })
    ).connect('2026-11-01', 't', '10.00');
    await time.at(
      '2026-11-01',
      { do: 'account.open', account: '2', opening: '10.00' },
      { do: 'number.add', account: '2', number: OTHER, tariff: 't' },
      add('+79990000003', 't'),
      { do: 'forwarding.set', number: NUMBER, type: 'CFB', target: '+79990000003' },
    );
    const ring = { do: 'call', from: OTHER, to: NUMBER, seconds: 61 } as const;
    await time.world.perform({ ...ring, state: 'FREE' }, { as: 'x' });
    // the caller pays two minutes, the called earns 61 × 0.50 / 60
    expect([await time.balance('2'), await time.balance()]).to.deep.equal(['8.00', '10.51']);
    await time.world.perform({ ...ring, state: 'BUSY' }, { as: 'y' });
    expect([await time.balance('2'), await time.balance()]).to.deep.equal(['6.00', '8.51']);
    expect(await time.ask({ get: 'rated', id: 'y:fwd1' })).to.deep.include({ amount: '2.00' });
  });
});
