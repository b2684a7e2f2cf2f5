import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Catalog, Tariff } from '../engine/catalog.js';
import type { BillBlock } from '../engine/state.js';
import { ACCOUNT, call, NUMBER, OTHER, Timeline } from './testing.js';

const voice: Tariff['voice'] = [{ steps: [{ fromSec: 0, price: '1.00', perSec: 60, incrementSec: 1 }] }];
const monthly = (code: string, amount: string, more: Partial<Tariff> = {}): Tariff => ({
  code,
  name: code,
  fee: { amount },
  voice,
  ...more,
});
const daily = (code: string, amount: string, more: Partial<Tariff> = {}): Tariff =>
  monthly(code, amount, { fee: { amount, charge: 'DAILY' }, ...more });

async function fees(time: Timeline, month: string) {
  const bill = (await time.ask({ get: 'bill', account: ACCOUNT, month })) as { blocks: BillBlock[] } | null;
  return (bill?.blocks ?? [])
    .flatMap(({ lines }) => lines)
    .map(({ kind, quantity, amount }) => [kind, quantity, amount]);
}
const pay = (txn: string, amount: string) => ({ do: 'payment', account: ACCOUNT, txn, amount }) as const;
const correct = (amount: string) => ({ do: 'correction', account: ACCOUNT, amount, reason: 'test' }) as const;

describe('a fee that waits for the lock to be lifted (SRV-9)', () => {
  const catalog: Catalog = {
    tariffs: [monthly('m', '300.00', { chargeWhileBlocked: false, packages: ['p'] })],
    packages: [{ code: 'p', kind: 'VOICE', amount: 600 }],
    options: [{ code: 'o', fee: '60.00' }],
  };

  it('grants the packages with it, prorated, and leaves the options of the month out', async () => {
    const time = await (await Timeline.begin(catalog, '2026-10-01')).connect('2026-10-01', 'm', '360.00');
    await time.at('2026-10-01', { do: 'option.on', number: NUMBER, option: 'o' });
    expect(await time.balance()).to.equal('0.00');
    await time.at('2026-10-30', correct('50.00'));
    await time.at('2026-11-19');
    expect(await time.balance()).to.equal('-50.00');
    expect(await time.ask({ get: 'packages', number: NUMBER })).to.deep.equal([]);
    await time.at('2026-11-20T15:00:00', pay('p1', '500.00'));
    // 300 × 11/30; floor(600 × 11/30)
    expect(await time.balance()).to.equal('340.00');
    expect(await time.ask({ get: 'packages', number: NUMBER })).to.deep.equal([
      { package: 'p', kind: 'VOICE', source: 'BASE', remaining: 220, nominal: 220, validTo: '2026-11-30' },
    ]);
    await time.at('2026-12-01');
    // 340 − 300 − 60
    expect(await time.balance()).to.equal('-20.00');
  });

  it('may lock the account again at once, and is charged once', async () => {
    const time = await (await Timeline.begin(catalog, '2026-10-01')).connect('2026-10-01', 'm', '300.00');
    await time.at('2026-10-30', correct('50.00'));
    await time.at('2026-11-20', pay('p1', '60.00'));
    expect(await time.ask({ get: 'balance', account: ACCOUNT })).to.deep.include({
      balance: '-100.00',
      locks: ['FINANCE'],
    });
    await time.at('2026-11-21', pay('p2', '100.00'));
    await time.at('2026-11-30');
    expect(await time.balance()).to.equal('0.00');
  });

  it('of a daily tariff is that of the day of the unlock', async () => {
    const time = await Timeline.begin({ tariffs: [daily('d', '300.00', { chargeWhileBlocked: false })] });
    await time.connect('2026-11-01', 'd', '10.00');
    await time.at('2026-11-01', correct('5.00'));
    await time.at('2026-11-04T12:00:00');
    expect(await time.balance()).to.equal('-5.00');
    await time.at('2026-11-04T13:00:00', pay('p1', '100.00'));
    expect(await time.balance()).to.equal('85.00');
    await time.at('2026-11-06');
    expect(await time.balance()).to.equal('65.00');
  });
});

describe('a change that waits for money (SRV-14)', () => {
  const catalog: Catalog = { tariffs: [monthly('a', '310.00'), monthly('b', '620.00')] };

  it('is charged by the day for the old tariff, one line for the stay, and applies when there is money', async () => {
    const time = await (await Timeline.begin(catalog)).connect('2026-11-01', 'a', '360.00');
    await time.at('2026-11-10', { do: 'tariff.change', number: NUMBER, to: 'b' });
    await time.at('2026-12-03T10:00:00');
    // 50 − 3 × 10
    expect(await time.balance()).to.equal('20.00');
    expect(await time.ask({ get: 'change', number: NUMBER })).to.deep.equal({
      state: 'POSTPONED',
      to: 'b',
      effective: '2026-12-04',
    });
    await time.at('2026-12-03T11:00:00', pay('p1', '1000.00'));
    await time.at('2026-12-05');
    // 620 × 28/31
    expect(await time.balance()).to.equal('460.00');
    await time.at('2027-01-01T07:00:00');
    expect(await fees(time, '2026-12')).to.deep.equal([
      ['FEE', 3, '30.00'],
      ['FEE', 28, '560.00'],
    ]);
  });

  it('may be cancelled, and then the rest of the month goes by the day', async () => {
    const time = await (await Timeline.begin(catalog)).connect('2026-11-01', 'a', '360.00');
    await time.at('2026-11-10', { do: 'tariff.change', number: NUMBER, to: 'b' });
    await time.at('2026-12-02T10:00:00', { do: 'tariff.cancel', number: NUMBER });
    expect(await time.ask({ get: 'change', number: NUMBER })).to.equal(null);
    await time.at('2026-12-31');
    expect(await time.balance()).to.equal('-260.00');
    await time.at('2027-01-01');
    expect(await time.balance()).to.equal('-570.00');
    expect(await time.refusal({ do: 'tariff.cancel', number: NUMBER })).to.equal('NOT_FOUND');
  });

  it('to the middle of a paid month costs nothing of the old tariff while it waits', async () => {
    const time = await (await Timeline.begin(catalog)).connect('2026-11-01', 'a', '360.00');
    await time.at('2026-11-10', { do: 'tariff.change', number: NUMBER, to: 'b', effective: '2026-11-16' });
    await time.at('2026-11-20');
    expect(await time.balance()).to.equal('50.00');
    await time.at('2026-11-20T10:00:00', pay('p1', '1000.00'));
    await time.at('2026-11-21');
    // 620 × 10/30 = 206.666…
    expect(await time.balance()).to.equal('843.33');
    expect(await time.refusal({ do: 'tariff.cancel', number: NUMBER })).to.equal('CHANGE_NOT_CANCELLABLE');
  });
});

describe('a change of tariff today', () => {
  it('returns the day of a daily fee when both are prorated', async () => {
    const catalog: Catalog = {
      tariffs: [daily('d', '300.00'), monthly('m', '600.00')],
      policy: { oldFeeOnChange: 'PRORATE_BOTH' },
    };
    const time = await (await Timeline.begin(catalog)).connect('2026-11-01', 'd');
    await time.at('2026-11-16T12:00:00', {
      do: 'tariff.change',
      number: NUMBER,
      to: 'm',
      effective: 'today',
    });
    // 16 × 10 − 10 + 600 × 15/30
    expect(await time.balance()).to.equal('550.00');
    await time.at('2026-12-01T07:00:00');
    expect(await fees(time, '2026-11')).to.deep.equal([
      ['FEE', 16, '160.00'],
      ['FEE', 1, '-10.00'],
      ['FEE', 15, '300.00'],
    ]);
  });

  it('from a daily tariff takes effect tomorrow by default', async () => {
    const time = await (
      await Timeline.begin({ tariffs: [daily('d', '300.00'), monthly('m', '600.00')] })
    ).connect('2026-11-01', 'd');
    await time.at('2026-11-16T12:00:00', { do: 'tariff.change', number: NUMBER, to: 'm' });
    await time.at('2026-11-17');
    // 1000 − 16 × 10 − 600 × 14/30
    expect(await time.balance()).to.equal('560.00');
  });

  it('is refused where the policy does not allow it', async () => {
    const time = await Timeline.begin({
      tariffs: [monthly('a', '1.00'), monthly('b', '2.00')],
      policy: { allowToday: false },
    });
    await time.connect('2026-11-01', 'a');
    const change = { do: 'tariff.change', number: NUMBER, to: 'b' } as const;
    expect(await time.refusal({ ...change, effective: 'today' })).to.equal('DATE_INVALID');
    expect(await time.refusal({ ...change, effective: '2026-11-01' })).to.equal('DATE_INVALID');
    expect(await time.refusal({ ...change, effective: '2026-11-31' })).to.equal('DATE_INVALID');
    expect(await time.refusal({ ...change, effective: '2026-11-02' })).to.equal(null);
  });

  it('never costs anything else than its quote', async () => {
    const catalog: Catalog = {
      tariffs: [monthly('a', '333.33'), monthly('b', '777.77', { vatIncluded: false })],
      policy: { oldFeeOnChange: 'PRORATE_BOTH' },
    };
    const time = await (await Timeline.begin(catalog)).connect('2026-11-07', 'a', '5000.00');
    await time.world.advance('2026-11-18T12:00:00+03:00');
    const quote = { do: 'tariff.quote', number: NUMBER, to: 'b', effective: 'today' } as const;
    await time.world.perform(quote, { as: 'q' });
    const before = await time.balance();
    const receipt = await time.at('2026-11-18T12:00:00', { ...quote, do: 'tariff.change', quote: 'q' });
    const answer = (await time.world.ask({ get: 'quote', as: 'q' })) as { now: string };
    expect((Number(before) - Number(await time.balance())).toFixed(2)).to.equal(answer.now);
    expect(receipt).to.have.property('now', answer.now);
    // −333.33 × 13/30 = −144.443; 777.77 × 13/30 = 337.0336…, VAT 74.147…
    expect(answer.now).to.equal('266.74');
  });

  it('refuses a quote that has expired', async () => {
    const time = await (
      await Timeline.begin({ tariffs: [monthly('a', '1.00'), monthly('b', '2.00')] })
    ).connect('2026-11-01', 'a');
    await time.world.perform({ do: 'tariff.quote', number: NUMBER, to: 'b' }, { as: 'q' });
    await time.world.advance('2026-11-01T00:10:00+03:00');
    const change = { do: 'tariff.change', number: NUMBER, to: 'b', quote: 'q' } as const;
    expect(await time.refusal(change)).to.equal('QUOTE_EXPIRED');
  });
});

describe('fees of several numbers', () => {
  it('go in order of connection, the tariff of a number before its options, and locks are looked at after each', async () => {
    const time = await Timeline.begin({
      tariffs: [monthly('a', '100.00'), monthly('w', '50.00', { chargeWhileBlocked: false })],
      options: [
        { code: 'late', fee: '5.00' },
        { code: 'o', fee: '7.00' },
      ],
    });
    await time.connect('2026-11-01', 'a', '300.00');
    await time.at(
      '2026-11-01',
      { do: 'number.add', account: ACCOUNT, number: OTHER, tariff: 'w' },
      { do: 'option.on', number: NUMBER, option: 'o' },
      { do: 'option.on', number: NUMBER, option: 'late' },
      { do: 'option.off', number: NUMBER, option: 'o' },
      { do: 'option.on', number: NUMBER, option: 'o' },
    );
    expect(await time.balance()).to.equal('131.00');
    await time.at('2026-11-02', correct('25.00'));
    await time.at('2026-12-01');
    // 106 − 100 − 7 (locked by it) − 5; the second number waits
    const postings = (await time.ask({ get: 'postings', account: ACCOUNT, from: '2026-12-01' })) as {
      amount: string;
    }[];
    expect(postings.map(({ amount }) => amount)).to.deep.equal(['-100.00', '-7.00', '-5.00']);
    expect(await time.balance()).to.equal('-6.00');
  });

  it('of a test tariff are nothing, and neither is its set-up (SRV-5)', async () => {
    const time = await Timeline.begin({
      tariffs: [monthly('test', '100.00', { status: 'TEST', setupFee: '50.00', minSpend: '500.00' })],
    });
    await time.at(
      '2026-11-01',
      { do: 'account.open', account: ACCOUNT },
      { do: 'number.add', account: ACCOUNT, number: NUMBER, tariff: 'test', price: '900.00' },
    );
    await time.at('2027-01-02', call('c', 60));
    expect(await time.balance()).to.equal('-1.00');
  });
});
