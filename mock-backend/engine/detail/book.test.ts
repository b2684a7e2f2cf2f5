import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from '../../testing/properties.js';
import type { Entry } from '../events.js';
import { DetailBook } from './book.js';
import { fromMinor, toMinor } from './sums.js';

let made = 0;
function row(day: string, amount: string, more: Partial<Entry> = {}): Entry {
  made += 1;
  return {
    id: `e${String(made).padStart(6, '0')}`,
    kind: 'CALLS',
    service: 'CALL',
    number: '+79990000101',
    at: Date.parse(`${day}T09:00:00Z`) + made,
    day,
    month: day.slice(0, 7),
    statementDay: day,
    period: { from: day, to: day },
    quantity: 60,
    amount,
    net: amount,
    vat: '0.00',
    vatRate: null,
    vatIncluded: true,
    line: 'calls',
    order: 0,
    subject: 'start',
    usage: {
      direction: 'OUT',
      seconds: 61,
      bytes: 0,
      peer: '+79000000010',
      forwarded: false,
      outcome: 'ANSWERED',
      destination: 'ru-mob',
      tariff: 'start',
      billedSeconds: 120,
      segments: 0,
      billedKB: 0,
      packaged: 0,
      draws: [],
    },
    ...more,
  };
}

const october = { from: '2026-10-01', to: '2026-10-31' };

describe('detail of an account', () => {
  it('lists newest first and slices anywhere', () => {
    const book = new DetailBook([row('2026-10-01', '1.00'), row('2026-10-03', '3.00'), row('2026-10-02', '2.00')], 2);
    expect(book.page(october, 0, 2).entries.map(({ amount }) => amount)).to.deep.equal(['3.00', '2.00']);
    expect(book.page(october, 2, 2).entries.map(({ amount }) => amount)).to.deep.equal(['1.00']);
    expect(book.page(october, 9, 2)).to.deep.equal({ count: 3, entries: [] });
  });

  it('takes both days of the range and nothing beside them (EX-14)', () => {
    const book = new DetailBook(
      ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'].map((day) => row(day, '1.00')),
      2,
    );
    expect(book.totals(october)).to.include({ count: 2, total: '2.00' });
  });

  it('says charges, accruals and net apart, a bonus being a service of its own (DET-5)', () => {
    const bonus = row('2026-10-05', '-200.00', { service: 'BONUS', kind: 'BONUS' });
    const totals = new DetailBook([row('2026-10-05', '100.00'), bonus], 2).totals(october);
    expect(totals).to.deep.include({ charges: '100.00', accruals: '-200.00', total: '-100.00', seconds: 122 });
    expect(totals.byService).to.deep.equal([
      { service: 'CALL', count: 1, amount: '100.00' },
      { service: 'BONUS', count: 1, amount: '-200.00' },
    ]);
  });

  it('filters by number, service, direction, destination and price', () => {
    const free = row('2026-10-02', '0.00');
    const other = row('2026-10-02', '5.00', { number: '+74950000110' });
    const { usage: _, ...fee } = row('2026-10-01', '300.00', { service: 'FEE', kind: 'FEE', number: null });
    const book = new DetailBook([free, other, fee], 2);
    const count = (more: object) => book.page({ ...october, ...more }, 0, 10).count;
    expect(count({ number: '+74950000110' })).to.equal(1);
    expect(count({ number: null })).to.equal(1);
    expect(count({ services: ['FEE'] })).to.equal(1);
    expect(count({ direction: 'OUT' })).to.equal(2);
    expect(count({ destination: 'ru-mob' })).to.equal(2);
    expect(count({ paid: true })).to.equal(2);
    expect(count({ scope: ['+79990000101'] })).to.equal(1);
  });

  it('counts a late record where it was posted, or on its own day, as asked (DET-7)', () => {
    const late = row('2026-10-28', '5.00', { month: '2026-11', statementDay: '2026-11-22' });
    const book = new DetailBook([row('2026-10-28', '1.00'), late], 2);
    expect(book.totals(october).total).to.equal('6.00');
    expect(book.totals({ ...october, basis: 'POSTED' }).total).to.equal('1.00');
    const groups = book.groups({ ...october, basis: 'POSTED' }, 'DAY', '2026-11-23');
    expect(groups.elsewhere).to.deep.equal({ count: 1, total: '5.00', month: '2026-11' });
    expect(book.totals({ from: '2026-11-01', to: '2026-11-30', basis: 'POSTED' }).total).to.equal('5.00');
  });

  it('keeps today out of the totals and beside them (DET-6)', () => {
    const book = new DetailBook([row('2026-11-22', '4.00'), row('2026-11-23', '12.00')], 2);
    const month = { from: '2026-11-01', to: '2026-11-30' };
    const { groups, totals, preliminary } = book.groups(month, 'DAY', '2026-11-23');
    expect(groups.map(({ key, total }) => [key, total])).to.deep.equal([
      ['2026-11-23', '12.00'],
      ['2026-11-22', '4.00'],
    ]);
    expect([totals.total, preliminary.total]).to.deep.equal(['4.00', '12.00']);
  });

  it('adds up to the same sum however it is grouped (I-4)', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            day: fc.integer({ min: 1, max: 30 }),
            minor: fc.bigInt({ min: -99_999n, max: 99_999n }),
            destination: fc.constantFrom('ru-mob', 'msk', null),
          }),
          { maxLength: 60 },
        ),
        (cases) => {
          const entries = cases.map(({ day, minor, destination }) => {
            const entry = row(`2026-11-${String(day).padStart(2, '0')}`, fromMinor(minor, 2));
            return entry.usage ? { ...entry, usage: { ...entry.usage, destination } } : entry;
          });
          const book = new DetailBook(entries, 2);
          const month = { from: '2026-11-01', to: '2026-11-30' };
          const total = cases.reduce((sum, { minor }) => sum + minor, 0n);
          expect(book.totals(month).total).to.equal(fromMinor(total, 2));
          for (const by of ['DAY', 'MONTH', 'DESTINATION'] as const) {
            const { groups } = book.groups(month, by, '2026-12-01');
            expect(groups.reduce((sum, group) => sum + toMinor(group.total), 0n)).to.equal(total);
            expect(groups.reduce((sum, group) => sum + group.count, 0)).to.equal(cases.length);
          }
        },
      ),
    ));

  it('writes whole kopecks without a sign on zero (CC-4)', () => {
    expect(['0.00', '-0.05', '12.50', '-1000.00'].map((amount) => fromMinor(toMinor(amount), 2))).to.deep.equal([
      '0.00',
      '-0.05',
      '12.50',
      '-1000.00',
    ]);
    expect(fromMinor(7n, 0)).to.equal('7');
  });
});
