import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Temporal } from 'temporal-polyfill';
import fc from '../testing/properties.js';
import { addDays, addMonths, daysInMonth, daysLeft, instant, isDay, lastDay, Zone } from './calendar.js';

describe('the calendar', () => {
  it('knows months and leap years', () => {
    expect(lastDay('2027-02')).to.equal('2027-02-28');
    expect(lastDay('2028-02')).to.equal('2028-02-29');
    expect(daysInMonth('2026-11')).to.equal(30);
    expect(daysLeft('2026-11-16')).to.equal(15);
    expect(addMonths('2026-11', 3)).to.equal('2027-02');
    expect(addMonths('2026-01', -1)).to.equal('2025-12');
    expect(addDays('2026-12-31', 1)).to.equal('2027-01-01');
    expect(isDay('2026-02-29')).to.equal(false);
    expect(isDay('2026-2-9')).to.equal(false);
  });

  it('begins a day at its first instant where the zone skips midnight', () => {
    const zone = Zone.of('America/Sao_Paulo');
    expect(zone.format(zone.startOf('2018-11-04'))).to.equal('2018-11-04T01:00:00-02:00');
    expect(zone.dayAt(zone.startOf('2018-11-04') - 1)).to.equal('2018-11-03');
  });

  it('writes instants with the offset of the zone', () => {
    const zone = Zone.of('Europe/Berlin');
    expect(zone.format(instant('2026-10-25T00:30:00Z'))).to.equal('2026-10-25T02:30:00+02:00');
    expect(zone.format(instant('2026-10-25T01:30:00Z'))).to.equal('2026-10-25T02:30:00+01:00');
    expect(Zone.of('America/St_Johns').format(instant('2026-01-01T12:00:00Z'))).to.equal('2026-01-01T08:30:00-03:30');
  });

  it('agrees with Temporal at any instant of any zone', () => {
    const zones = [
      'Europe/Moscow',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 4_102_444_800 }), (id, second) => {
        const at = second * 1000;
        const zone = Zone.of(id);
        const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(id);
        expect(zone.dayAt(at)).to.equal(moment.toPlainDate().toString());
        expect(zone.minuteAt(at)).to.equal(moment.hour * 60 + moment.minute);
        expect(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].indexOf(zone.weekDayAt(at)) + 1).to.equal(moment.dayOfWeek);
        expect(instant(zone.format(at))).to.equal(at);
      }),
      { numRuns: 300 },
    );
  });

  it('knows the offset at the very instant of a change of the clock', () => {
    const zone = Zone.of('Europe/Berlin');
    const change = instant('2026-10-25T01:00:00Z');
    expect([zone.offsetAt(change - 1), zone.offsetAt(change)]).to.deep.equal([7_200_000, 3_600_000]);
    expect([zone.offsetAt(change), zone.offsetAt(change - 1)]).to.deep.equal([3_600_000, 7_200_000]);
  });

  it('reads instants with any offset and refuses what is none', () => {
    expect(instant('2026-11-05T10:00:00+03:00')).to.equal(instant('2026-11-05T07:00:00.000Z'));
    expect(instant('2028-02-29T23:59:59.5-11:30')).to.equal(Date.UTC(2028, 2, 1, 11, 29, 59, 500));
    expect(() => instant('2026-02-29T00:00:00Z')).to.throw(RangeError);
    expect(() => instant('2026-11-05T10:00:00')).to.throw(RangeError);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => Zone.of('Mars/Olympus')).to.throw(RangeError);
  });
});
