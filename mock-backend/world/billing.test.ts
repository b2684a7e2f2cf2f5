import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Catalog, Tariff } from '../engine/catalog.js';
import type { Bill } from '../engine/billing/documents.js';
import { ACCOUNT, call, moment, NUMBER, OTHER, Timeline } from './testing.js';

const voice: Tariff['voice'] = [{ steps: [{ fromSec: 0, price: '1.00', perSec: 60, incrementSec: 1 }] }];
const tariff = (code: string, more: Partial<Tariff> = {}): Tariff => ({ code, name: code, voice, ...more });
const pay = (txn: string, amount: string) => ({ do: 'payment', account: ACCOUNT, txn, amount }) as const;

async function billOf(time: Timeline, month: string, account = ACCOUNT): Promise<Bill> {
  return (await time.ask({ get: 'bill', account, month })) as Bill;
}
const lines = (bill: Bill) => bill.blocks.flatMap((block) => block.lines.map(({ kind, amount }) => [kind, amount]));

describe('minimum spend (SRV-7)', () => {
  it('is that of the tariff at the end of the month, from the day it began, over all usage of the month', async () => {
    const catalog: Catalog = { tariffs: [tariff('a', { minSpend: '300.00' }), tariff('b', { minSpend: '600.00' })] };
    const time = await (await Timeline.begin(catalog)).connect('2026-11-01', 'a');
    await time.at('2026-11-05', call('c', 3000));
    await time.at('2026-11-20T12:00:00', { do: 'tariff.change', number: NUMBER, to: 'b', effective: 'today' });
    await time.at('2026-12-01T07:00:00');
    // 600 × 11/30 − 50
    expect(lines(await billOf(time, '2026-11'))).to.deep.equal([
      ['CALLS', '50.00'],
      ['MIN_SPEND', '170.00'],
    ]);
    await time.at('2027-01-01T07:00:00');
    expect(lines(await billOf(time, '2026-12'))).to.deep.equal([['MIN_SPEND', '600.00']]);
  });

  it('is compared net with net where VAT comes on top', async () => {
    const time = await (
      await Timeline.begin({ tariffs: [tariff('n', { minSpend: '100.00', vatIncluded: false })] })
    ).connect('2026-11-01', 'n');
    await time.at('2026-11-05', call('c', 3600));
    await time.at('2026-12-01T07:00:00');
    // 60.00 + 13.20; 40.00 + 8.80
    const bill = await billOf(time, '2026-11');
    expect(lines(bill)).to.deep.equal([
      ['CALLS', '73.20'],
      ['MIN_SPEND', '48.80'],
    ]);
    expect([bill.net, bill.vat, bill.total]).to.deep.equal(['100.00', '22.00', '122.00']);
  });

  it('is owed by a number that is disconnected with the end of the month, and by none that left before', async () => {
    const catalog: Catalog = { tariffs: [tariff('a', { minSpend: '30.00', fee: { amount: '10.00' } })] };
    const time = await (await Timeline.begin(catalog)).connect('2026-11-01', 'a');
    await time.at('2026-11-01', { do: 'number.add', account: ACCOUNT, number: OTHER, tariff: 'a' });
    await time.at(
      '2026-11-30',
      { do: 'number.disconnect', number: NUMBER },
      { do: 'number.disconnect', number: OTHER, effective: 'today' },
    );
    await time.at('2026-12-01T07:00:00');
    expect((await billOf(time, '2026-11')).blocks.map(({ number, subtotal }) => [number, subtotal])).to.deep.equal([
      [NUMBER, '40.00'],
      [OTHER, '10.00'],
    ]);
    await time.at('2027-01-01T07:00:00');
    expect(await billOf(time, '2026-12')).to.equal(null);
  });
});

describe('what is to pay for a bill (BIL-18)', () => {
  it('falls with payments after the month and becomes overdue after its term', async () => {
    const time = await Timeline.begin({ tariffs: [tariff('t', { fee: { amount: '300.00' } })] });
    await time.at(
      '2026-11-01',
      { do: 'account.open', account: ACCOUNT, creditLimit: null, billingMode: 'POSTPAID' },
      { do: 'number.add', account: ACCOUNT, number: NUMBER, tariff: 't' },
    );
    await time.at('2026-12-01T07:00:00');
    expect(await billOf(time, '2026-11')).to.deep.include({ state: 'ISSUED', toPay: '300.00', closing: '-300.00' });
    await time.at('2026-12-10', pay('p1', '100.00'));
    expect(await billOf(time, '2026-11')).to.deep.include({ state: 'PARTIALLY_PAID', toPay: '200.00' });
    await time.at('2026-12-21T23:59:59');
    expect(await billOf(time, '2026-11')).to.have.property('state', 'PARTIALLY_PAID');
    await time.at('2026-12-22');
    expect(await billOf(time, '2026-11')).to.have.property('state', 'OVERDUE');
    await time.at('2026-12-23', pay('p2', '200.00'));
    expect(await billOf(time, '2026-11')).to.deep.include({ state: 'SETTLED', toPay: '0.00' });
    await time.at('2026-12-24', { do: 'payment.refund', txn: 'p2', amount: '50.00' });
    expect(await billOf(time, '2026-11')).to.deep.include({ state: 'OVERDUE', toPay: '50.00' });
  });

  it('is no more than the bill when the debt is older', async () => {
    const time = await Timeline.begin({ tariffs: [tariff('t', { fee: { amount: '300.00' } })] });
    await time.at(
      '2026-11-01',
      { do: 'account.open', account: ACCOUNT, creditLimit: null, opening: '-100.00', billingMode: 'POSTPAID' },
      { do: 'number.add', account: ACCOUNT, number: NUMBER, tariff: 't' },
    );
    await time.at('2026-12-02', pay('p1', '100.00'));
    expect(await billOf(time, '2026-11')).to.deep.include({ toPay: '300.00', state: 'ISSUED', opening: '-100.00' });
  });
});

describe('the issue of bills', () => {
  it('numbers them without gaps in order of time and account, also where months have no lines', async () => {
    const time = await Timeline.begin({ tariffs: [tariff('t', { fee: { amount: '1.00' } })] });
    for (const [account, number] of [
      ['9', '+79990000009'],
      ['10', '+79990000010'],
      ['11', null],
    ] as const) {
      await time.at('2026-11-01', { do: 'account.open', account, opening: '100.00' });
      if (number) await time.at('2026-11-01', { do: 'number.add', account, number, tariff: 't' });
    }
    await time.at('2027-01-01T07:00:00');
    const numbers = async (account: string) =>
      ((await time.ask({ get: 'bills', account })) as Bill[]).map(({ number }) => number);
    expect(await numbers('10')).to.deep.equal(['202701-0001', '202612-0001']);
    expect(await numbers('9')).to.deep.equal(['202701-0002', '202612-0002']);
    expect(await numbers('11')).to.deep.equal([]);
  });

  it('may be later in the month: until then the month is closing and takes its late records', async () => {
    const time = await Timeline.begin({ tariffs: [tariff('t')], policy: { billIssue: { day: 3, time: '12:00' } } });
    await time.connect('2026-11-01', 't');
    await time.at('2026-12-03T11:59:59', call('in', 60, { start: moment('2026-11-30T23:59:59') }));
    expect(await billOf(time, '2026-11')).to.deep.include({ state: 'CLOSING', number: null, total: '1.00' });
    await time.at('2026-12-03T12:00:00', call('late', 120, { start: moment('2026-11-30T23:59:58') }));
    expect(await billOf(time, '2026-11')).to.deep.include({ state: 'SETTLED', number: '202612-0001', total: '1.00' });
    expect(await time.ask({ get: 'statement', account: ACCOUNT })).to.have.property('total', '0.00');
    await time.at('2026-12-04');
    expect(await time.ask({ get: 'statement', account: ACCOUNT })).to.have.property('total', '2.00');
  });

  it('issues a bill of nothing where the policy wants it', async () => {
    const time = await Timeline.begin({ policy: { zeroBill: true } });
    await time.at('2026-11-01', { do: 'account.open', account: ACCOUNT, opening: '5.00' });
    await time.at('2026-12-01T06:00:00');
    expect(await billOf(time, '2026-11')).to.deep.include({ total: '0.00', opening: '5.00', closing: '5.00' });
  });

  it('carries the payments of a month without a bill into the next opening', async () => {
    const time = await (await Timeline.begin({ tariffs: [tariff('t')] })).connect('2026-11-01', 't', '0.00');
    await time.at('2026-11-10', pay('p1', '40.00'));
    await time.at('2026-12-10', call('c', 600));
    await time.at('2027-01-01T06:00:00');
    expect(await billOf(time, '2026-11')).to.equal(null);
    expect(await billOf(time, '2026-12')).to.deep.include({ opening: '40.00', total: '10.00', closing: '30.00' });
  });
});

describe('a statement', () => {
  it('has a block for every number that was active in its complete days (BIL-10)', async () => {
    const time = await (await Timeline.begin({ tariffs: [tariff('t')] })).connect('2026-11-01', 't');
    await time.at('2026-11-05', call('c', 60));
    await time.at('2026-11-05', { do: 'number.add', account: ACCOUNT, number: OTHER, tariff: 't' });
    expect((await time.ask({ get: 'statement', account: ACCOUNT })) as Bill).to.have.deep.property('blocks', [
      { number: NUMBER, lines: [], subtotal: '0.00' },
    ]);
    await time.at('2026-11-06');
    const { blocks } = (await time.ask({ get: 'statement', account: ACCOUNT })) as Bill;
    expect(blocks.map(({ number, subtotal }) => [number, subtotal])).to.deep.equal([
      [NUMBER, '1.00'],
      [OTHER, '0.00'],
    ]);
  });

  it('keeps a line of nothing that packages paid for, and leaves out lines of nothing at all', async () => {
    const catalog: Catalog = {
      tariffs: [tariff('t', { packages: ['p'] })],
      packages: [{ code: 'p', kind: 'VOICE', amount: 600 }],
    };
    const time = await (await Timeline.begin(catalog)).connect('2026-11-01', 't');
    await time.at('2026-11-05', call('c', 60), call('busy', 0, { outcome: 'BUSY' }));
    await time.at('2026-11-05', { do: 'usage', number: NUMBER, service: 'SMS', direction: 'IN', id: 's' });
    await time.at('2026-11-06');
    expect(lines((await time.ask({ get: 'statement', account: ACCOUNT })) as Bill)).to.deep.equal([['CALLS', '0.00']]);
    expect(await time.ask({ get: 'detail', account: ACCOUNT, from: '2026-11-05', to: '2026-11-05' })).to.deep.include({
      count: 3,
      total: '0.00',
      byService: { CALL: '0.00', SMS: '0.00' },
    });
  });

  it('keeps apart the lines of two VAT rates, of late months and of corrections by their month', async () => {
    const time = await (await Timeline.begin({ tariffs: [tariff('t')] }, '2025-11-01')).connect('2025-11-01', 't');
    await time.at(
      '2026-01-10',
      call('jan', 600),
      call('dec', 1200, { start: moment('2025-12-31T23:00:00') }),
      call('nov', 1800, { start: moment('2025-11-30') }),
      { do: 'correction', account: ACCOUNT, number: NUMBER, amount: '12.00', reason: 'x' },
      { do: 'correction', account: ACCOUNT, number: NUMBER, amount: '-12.00', reason: 'x', period: '2025-12' },
    );
    await time.at('2026-01-11');
    const { blocks } = (await time.ask({ get: 'statement', account: ACCOUNT })) as Bill;
    expect(blocks[0]?.lines.map(({ kind, amount, vat, vatRate }) => [kind, amount, vat, vatRate])).to.deep.equal([
      ['CALLS', '30.00', '5.00', '20'],
      ['CALLS', '20.00', '3.33', '20'],
      ['CALLS', '10.00', '1.80', '22'],
      ['CORRECTION', '-12.00', '-2.00', '20'],
      ['CORRECTION', '12.00', '2.16', '22'],
    ]);
  });

  it('ends the period of a daily fee with the last day that it counts: a statement leaves out today (BIL-5)', async () => {
    const catalog: Catalog = {
      tariffs: [
        tariff('day', { fee: { amount: '600.00', charge: 'DAILY' } }),
        tariff('m', { fee: { amount: '300.00' } }),
      ],
    };
    const time = await (await Timeline.begin(catalog)).connect('2026-11-01', 'day');
    await time.at('2026-11-01', { do: 'number.add', account: ACCOUNT, number: OTHER, tariff: 'm' });
    await time.at('2026-11-23T09:00:00');
    const { blocks } = (await time.ask({ get: 'statement', account: ACCOUNT })) as Bill;
    expect(
      blocks.flatMap((block) => block.lines.map(({ quantity, amount, period }) => [quantity, amount, period])),
    ).to.deep.equal([
      [22, '440.00', { from: '2026-11-01', to: '2026-11-22' }],
      [30, '300.00', { from: '2026-11-01', to: '2026-11-30' }],
    ]);
  });
});
