import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from '../../testing/properties.js';
import { Zone } from '../calendar.js';
import type { VoiceEntry } from '../catalog.js';
import { round } from '../money.js';
import { CompiledVoice, newCharge } from './compiled.js';
import { PrefixTree } from './prefixes.js';
import { coverable, meter, voicePrice } from './voice.js';

const price = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([whole, part, decimals]) => `${whole}.${String(part).padStart(6, '0').slice(0, decimals)}`.replace(/\.$/, ''));
const step = fc.record({
  price,
  perSec: fc.constantFrom(60, 1, 30, 7, 3600),
  incrementSec: fc.constantFrom(1, 6, 7, 30, 60, 61),
});
const steps = fc
  .tuple(
    fc.array(step, { minLength: 1, maxLength: 3 }),
    fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 2, maxLength: 2 }),
  )
  .map(([list, later]) => {
    const from = [0, ...later.sort((a, b) => a - b)];
    return list.map((one, index) => ({ ...one, fromSec: from[index] ?? 0 }));
  });
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30', '59'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const band = fc.record(
  { days: fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const, { minLength: 1 }), from: time, to: time },
  { requiredKeys: [] },
);
const entry: fc.Arbitrary<VoiceEntry> = fc.record(
  {
    steps,
    setup: price,
    freeBelowSec: fc.integer({ min: 0, max: 10 }),
    cap: price,
    bands: fc.array(band, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['steps'] },
);
/** Around changes of the clock and in plain weeks alike. */
const start = fc.oneof(
  fc.integer({ min: Date.UTC(2026, 0, 1) / 1000, max: Date.UTC(2027, 0, 1) / 1000 }).map((second) => second * 1000),
  fc.integer({ min: -7200, max: 7200 }).map((second) => Date.UTC(2026, 2, 29, 1) + second * 1000),
  fc.integer({ min: -7200, max: 7200 }).map((second) => Date.UTC(2026, 9, 25, 1) + second * 1000),
);

describe('the price in whole numbers', () => {
  it('is the price in decimals, whatever the tariff, the call, the package and the zone', () => {
    const charge = newCharge();
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 3 }),
        start,
        fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 20_000 })),
        fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5000 })),
        fc.constantFrom('Europe/Moscow', 'Europe/Berlin', 'Asia/Kathmandu'),
        fc.constantFrom(0, 2, 3),
        (entries, at, seconds, volume, zoneId, scale) => {
          const zone = Zone.of(zoneId);
          const compiled = CompiledVoice.of(entries, 3, scale);
          if (!compiled) return;
          compiled.price(at, seconds, volume, zone, charge);
          if (charge.outcome === 'ASK_DECIMAL') return;
          const metered = meter(entries, at, seconds, zone, 3);
          expect(charge.outcome).to.equal(metered ? 'RATED' : 'UNRATED');
          if (!metered) return;
          const covered = coverable(metered, volume);
          expect(charge.billedSeconds).to.equal(metered.billedSeconds);
          expect(charge.packaged).to.equal(covered);
          const digits = String(charge.minorUnits).padStart(scale + 1, '0');
          const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
          expect(text).to.equal(round(voicePrice(metered, covered), scale));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('leaves to decimals what does not fit', () => {
    const large = [{ steps: [{ fromSec: 0, price: '999999999.999999', perSec: 1, incrementSec: 60 }] }];
    const compiled = CompiledVoice.of(large, 0, 2);
    const charge = newCharge();
    compiled?.price(0, 86_400, 0, Zone.of('Europe/Moscow'), charge);
    expect(compiled === null || charge.outcome === 'ASK_DECIMAL').to.equal(true);
    expect(
      CompiledVoice.of([{ steps: [{ fromSec: 0, price: '0.1234567', perSec: 60, incrementSec: 1 }] }], 0, 2),
    ).to.equal(null);
  });
});

describe('the longest prefix', () => {
  it('wins, found by digits as by comparing texts (SRV-25)', () => {
    const digits = fc.string({ unit: fc.constantFrom('1', '4', '7', '9'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(digits, { maxLength: 12 }), digits, (prefixes, number) => {
        const tree = new PrefixTree(prefixes.map((prefix) => [`+${prefix}`, prefix] as const));
        const longest = prefixes.filter((prefix) => number.startsWith(prefix)).sort((a, b) => b.length - a.length)[0];
        expect(tree.find(`+${number}`)).to.equal(longest);
      }),
    );
  });
});
