import { expect } from '@open-wc/testing';
import { askedOf, everything, monthFilter, periodOf, problemOf } from './detail.filter.js';
import { isNarrowed } from './more/empty.view.js';
import { placeOf } from './detail.place.js';
import { partsOf } from './export/export.js';

const today = '2026-11-23';
const period = (preset: 'today' | 'yesterday' | 'week' | 'month' | 'before') =>
  Object.values(periodOf({ preset, from: '', to: '' }, today)).join(' ');

describe('filter of the detail', () => {
  it('knows the presets by the day of the account (DET-3)', () => {
    expect(period('today')).to.equal('2026-11-23 2026-11-23');
    expect(period('yesterday')).to.equal('2026-11-22 2026-11-22');
    expect(period('week')).to.equal('2026-11-16 2026-11-22');
    expect(period('month')).to.equal('2026-11-01 2026-11-30');
    expect(period('before')).to.equal('2026-10-01 2026-10-31');
  });

  it('goes back over the turn of the year', () => {
    expect(periodOf({ preset: 'before', from: '', to: '' }, '2027-01-05')).to.deep.equal({
      from: '2026-12-01',
      to: '2026-12-31',
    });
  });

  it('says what is wrong with a period, and at which end', () => {
    const problem = (from: string, to: string) => problemOf({ from, to }, today);
    expect(problem('', '2026-11-01')).to.deep.equal({ code: 'DATE_INVALID', at: 'from' });
    expect(problem('2026-11-01', '2026-02-30')).to.deep.equal({ code: 'DATE_INVALID', at: 'to' });
    expect(problem('2026-11-02', '2026-11-01')).to.deep.equal({ code: 'RANGE_INVALID', at: 'from' });
    expect(problem('2026-11-24', '2026-11-25')).to.deep.equal({ code: 'RANGE_FUTURE', at: 'from' });
    expect(problem('2026-08-22', '2026-11-22')).to.equal(null);
    expect(problem('2026-08-21', '2026-11-22')).to.deep.equal({ code: 'RANGE_TOO_LONG', at: 'to' });
  });

  it('asks only for what narrows', () => {
    expect(askedOf(everything, { from: '2026-11-01', to: '2026-11-30' })).to.deep.equal({
      from: '2026-11-01',
      to: '2026-11-30',
      basis: 'POSTED',
    });
    const narrow = { ...everything, kinds: new Set(['sms', 'bonuses'] as const), paid: true, destination: 'msk' };
    expect(askedOf(narrow, { from: '2026-11-01', to: '2026-11-30' })).to.include({
      service: 'SMS,BONUS',
      paid: 'true',
      destination: 'msk',
    });
    expect([isNarrowed(everything), isNarrowed(narrow)]).to.deep.equal([false, true]);
  });

  it('reads the view', () => {
    expect(placeOf('summary')).to.deep.equal({ tab: 'summary' });
    expect(placeOf('detail:2026-02')).to.deep.equal({ tab: 'detail', from: '2026-02-01', to: '2026-02-28' });
    expect(placeOf('detail:2026-10-28')).to.deep.equal({ tab: 'detail', from: '2026-10-28', to: '2026-10-28' });
    expect(placeOf('nonsense')).to.equal(null);
    expect(monthFilter({ from: '2026-10-01', to: '2026-10-31' }, today).preset).to.equal('before');
    expect(monthFilter({ from: '2026-08-01', to: '2026-08-31' }, today).preset).to.equal('own');
  });

  it('writes a long period piece by piece, without a gap', () => {
    expect(partsOf({ from: '2026-05-01', to: '2026-11-22' })).to.deep.equal([
      { from: '2026-08-22', to: '2026-11-22' },
      { from: '2026-05-21', to: '2026-08-21' },
      { from: '2026-05-01', to: '2026-05-20' },
    ]);
  });
});
