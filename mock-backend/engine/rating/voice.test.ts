import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from '../../testing/properties.js';
import { Zone } from '../calendar.js';
import type { VoiceEntry, VoiceStep } from '../catalog.js';
import { round } from '../money.js';
import { coverable, meter, voicePrice } from './voice.js';

const zone = Zone.of('Europe/Moscow');
const at = (local: string) => Date.parse(`${local}+03:00`);
const NOON = at('2026-11-03T12:00:00');
const perMinute = (price: string, incrementSec: number, fromSec = 0): VoiceStep => ({
  fromSec,
  price,
  perSec: 60,
  incrementSec,
});

function cost(entries: readonly VoiceEntry[], seconds: number, start = NOON, volume = 0) {
  const metered = meter(entries, start, seconds, zone, 0);
  if (!metered) return 'UNRATED' as const;
  const packaged = coverable(metered, volume);
  return { billed: metered.billedSeconds, packaged, amount: round(voicePrice(metered, packaged), 2) };
}

describe('the price of a call', () => {
  it('takes an increment that runs into the next step whole and uses up that part of the step', () => {
    const entry = { steps: [perMinute('3.00', 60), perMinute('1.20', 1, 90)] };
    expect(cost([entry], 100)).to.deep.equal({ billed: 120, packaged: 0, amount: '6.00' });
    expect(cost([entry], 121)).to.deep.equal({ billed: 121, packaged: 0, amount: '6.02' });
  });

  it('sums shares of different units exactly before it rounds', () => {
    const entry = {
      steps: [
        { fromSec: 0, price: '1.00', perSec: 3, incrementSec: 1 },
        { fromSec: 1, price: '1.01', perSec: 6, incrementSec: 1 },
        { fromSec: 2, price: '0.99', perSec: 6, incrementSec: 1 },
      ],
    };
    // 1/3 + 1.01/6 + 0.99/6 = 2/3
    expect(cost([entry], 3)).to.have.property('amount', '0.67');
    const tie = {
      steps: [
        { fromSec: 0, price: '0.02', perSec: 3, incrementSec: 1 },
        { fromSec: 1, price: '0.05', perSec: 6, incrementSec: 1 },
      ],
    };
    // 0.04/6 + 0.05/6 = 0.015 exactly
    expect(cost([tie], 2)).to.have.property('amount', '0.02');
  });

  it('charges the set-up once and never more than the cap', () => {
    const steps = [perMinute('2.50', 1)];
    expect(cost([{ setup: '0.10', steps }], 61)).to.have.property('amount', '2.64');
    expect(cost([{ setup: '1.00', cap: '10.00', steps }], 600)).to.have.property('amount', '10.00');
    expect(cost([{ setup: '1.00', steps }], 0)).to.have.property('amount', '0.00');
    expect(cost([{ setup: '1.00', freeBelowSec: 3, steps }], 2)).to.have.property('amount', '0.00');
  });

  it('charges the set-up when any part is paid with money, not when packages cover all', () => {
    const entry = { setup: '1.00', steps: [perMinute('2.00', 60)] };
    expect(cost([entry], 120, NOON, 120)).to.deep.equal({ billed: 120, packaged: 120, amount: '0.00' });
    expect(cost([entry], 121, NOON, 130)).to.deep.equal({ billed: 180, packaged: 120, amount: '3.00' });
  });

  it('prices what is left as if the covered seconds had passed', () => {
    const entry = { steps: [perMinute('6.00', 60), perMinute('1.20', 60, 60)] };
    expect(cost([entry], 120, NOON, 60)).to.deep.equal({ billed: 120, packaged: 60, amount: '1.20' });
  });

  it('ends the cover at the first increment that is not covered whole', () => {
    const entry = { steps: [perMinute('6.00', 60), perMinute('1.20', 1, 60)] };
    expect(cost([entry], 90, NOON, 59)).to.deep.equal({ billed: 90, packaged: 0, amount: '6.60' });
  });
});

describe('time bands', () => {
  const day: VoiceEntry = { bands: [{ from: '08:00', to: '20:00' }], steps: [perMinute('2.00', 60)] };
  const night: VoiceEntry = { steps: [perMinute('1.00', 1)] };

  it('put a started increment into the band in which it starts', () => {
    // 60 s by day from 19:59:30, then 30 s by night
    expect(cost([day, night], 90, at('2026-11-03T19:59:30'))).to.deep.equal({
      billed: 90,
      packaged: 0,
      amount: '2.50',
    });
    expect(cost([day, night], 61, at('2026-11-03T20:00:00'))).to.have.property('amount', '1.02');
  });

  it('over midnight have the days of the moment', () => {
    const friday: VoiceEntry = {
      bands: [{ days: ['FR'], from: '22:00', to: '06:00' }],
      steps: [perMinute('1.00', 60)],
    };
    expect(cost([friday], 60, at('2026-11-06T23:00:00'))).to.have.property('amount', '1.00');
    expect(cost([friday], 60, at('2026-11-06T05:59:00'))).to.have.property('amount', '1.00');
    expect(cost([friday], 60, at('2026-11-07T01:00:00'))).to.equal('UNRATED');
  });

  it('that leave an increment uncovered make the call unrated', () => {
    expect(cost([day], 120, at('2026-11-03T19:59:00'))).to.equal('UNRATED');
    expect(cost([day], 60, at('2026-11-03T19:59:59'))).to.have.property('amount', '2.00');
  });

  it('follow the clock on the wall through the end of summer time', () => {
    const berlin = Zone.of('Europe/Berlin');
    const early: VoiceEntry = { bands: [{ from: '02:00', to: '03:00' }], steps: [perMinute('1.00', 60)] };
    const rest: VoiceEntry = { steps: [perMinute('5.00', 60)] };
    // 02:59 summer time, then an hour of 02:00 … 02:59 winter time, then 03:00
    const metered = meter([early, rest], Date.parse('2026-10-25T00:59:00Z'), 62 * 60, berlin, 0);
    expect(metered && round(voicePrice(metered, 0), 2)).to.equal('66.00');
  });
});

describe('the cost of a call', () => {
  it('never falls as the call grows longer', () => {
    const step = fc.record({
      fromSec: fc.integer({ min: 0, max: 300 }),
      price: fc.integer({ min: 0, max: 999 }).map((price) => (price / 100).toFixed(2)),
      perSec: fc.constantFrom(1, 6, 60),
      incrementSec: fc.constantFrom(1, 6, 30, 60),
    });
    const band = fc.record({ from: fc.constantFrom('00:00', '11:58'), to: fc.constantFrom('12:01', '24:00') });
    const entry = fc.record({
      bands: fc.array(band, { minLength: 1, maxLength: 2 }),
      setup: fc.constantFrom('0.00', '0.35'),
      freeBelowSec: fc.integer({ min: 0, max: 5 }),
      steps: fc.array(step, { minLength: 1, maxLength: 3 }),
      cap: fc.constantFrom(null, '3.00'),
    });
    const property = fc.property(
      fc.array(entry, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 0, max: 600 }),
      fc.integer({ min: 0, max: 200 }),
      (entries, seconds, more) => {
        const all: VoiceEntry[] = [...entries, { steps: [perMinute('1.00', 1)], cap: '3.00' }];
        const [shorter, longer] = [cost(all, seconds), cost(all, seconds + more)];
        if (shorter === 'UNRATED' || longer === 'UNRATED') return;
        expect(Number(longer.amount)).to.be.at.least(Number(shorter.amount));
        expect(longer.billed).to.be.at.least(shorter.billed);
      },
    );
    fc.assert(property, { numRuns: 500 });
  });
});
