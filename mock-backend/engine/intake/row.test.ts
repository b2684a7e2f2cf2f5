import { describe, it } from 'node:test';
import { expect } from 'chai';
import { isInstant, readRow } from './row.js';

const KNOWN = '+79990000001';
const isKnown = (number: string) => number === KNOWN;
const row = (text: string) => readRow(text.split(','), isKnown);
const good = `a,${KNOWN},CALL,OUT,2026-11-05T10:00:00+03:00,61,,,+79160000001,ANSWERED,`;

describe('a row of usage', () => {
  it('becomes a record', () => {
    expect(row(good)).to.deep.equal({
      usage: {
        do: 'usage',
        id: 'a',
        number: KNOWN,
        service: 'CALL',
        direction: 'OUT',
        start: '2026-11-05T10:00:00+03:00',
        seconds: 61,
        peer: '+79160000001',
        outcome: 'ANSWERED',
        forwarded: false,
      },
    });
    expect(row(`b,${KNOWN},SMS,,2026-11-05T10:00:00Z,,2,,+79160000001,,true`)).to.deep.equal({
      usage: {
        do: 'usage',
        id: 'b',
        number: KNOWN,
        service: 'SMS',
        direction: 'OUT',
        start: '2026-11-05T10:00:00Z',
        segments: 2,
        peer: '+79160000001',
        outcome: 'ANSWERED',
        forwarded: true,
      },
    });
  });

  it('of a message without segments has one; without an id and a peer it has none', () => {
    const result = row(`,${KNOWN},SMS,IN,2026-11-05T10:00:00Z,,,,,,`);
    expect(result).to.have.nested.property('usage.segments', 1);
    expect(result).not.to.have.nested.property('usage.id');
    expect(result).not.to.have.nested.property('usage.peer');
  });

  it('of an unanswered call may leave its seconds out', () => {
    expect(row(`c,${KNOWN},CALL,OUT,2026-11-05T10:00:00Z,,,,112,BUSY,`)).to.have.nested.property('usage.seconds', 0);
  });

  const cases: readonly (readonly [string, string, string])[] = [
    ['too few columns', 'COLUMNS', 'g,+79990000001,CALL,OUT,2026-11-05T10:00:00+03:00,60'],
    ['too many columns', 'COLUMNS', `${good},`],
    ['another direction', 'COLUMNS', good.replace('OUT', 'UP')],
    ['another outcome', 'COLUMNS', good.replace('ANSWERED', 'PERHAPS')],
    ['a flag that is none', 'COLUMNS', `${good}yes`],
    ['a number without the plus', 'NUMBER_INVALID', good.replace(KNOWN, '79990000001')],
    ['no number', 'NUMBER_INVALID', good.replace(KNOWN, '')],
    ['a peer that is no number', 'NUMBER_INVALID', good.replace('+79160000001', '89160000001')],
    ['the number of nobody', 'NUMBER_UNKNOWN', good.replace(KNOWN, '+79990000077')],
    ['another service', 'SERVICE_UNKNOWN', good.replace('CALL', 'TELEX')],
    ['a service in small letters', 'SERVICE_UNKNOWN', good.replace('CALL', 'call')],
    ['a time without an offset', 'TIME_INVALID', good.replace('+03:00', '')],
    ['no time', 'TIME_INVALID', good.replace('2026-11-05T10:00:00+03:00', '')],
    ['a negative duration', 'QUANTITY_INVALID', good.replace(',61,', ',-61,')],
    ['half a second', 'QUANTITY_INVALID', good.replace(',61,', ',61.5,')],
    ['an answered call of no length', 'QUANTITY_INVALID', good.replace(',61,', ',,')],
    ['a negative number of bytes beside', 'QUANTITY_INVALID', good.replace(',61,,,', ',61,,-1,')],
    ['a session of unknown size', 'QUANTITY_INVALID', good.replace('CALL', 'DATA')],
  ];
  for (const [what, reason, text] of cases) {
    it(`with ${what} is rejected: ${reason}`, () => {
      expect(row(text)).to.deep.equal({ reason });
    });
  }

  it('with several faults is rejected for the first in the order of the format', () => {
    expect(row('z,799,TELEX,UP,never,-1,,,x,?,!')).to.deep.equal({ reason: 'COLUMNS' });
    expect(row('z,799,TELEX,OUT,never,-1,,,,,')).to.deep.equal({ reason: 'NUMBER_INVALID' });
    expect(row('z,+79990000077,TELEX,OUT,never,-1,,,,,')).to.deep.equal({ reason: 'NUMBER_UNKNOWN' });
    expect(row(`z,${KNOWN},TELEX,OUT,never,-1,,,,,`)).to.deep.equal({ reason: 'SERVICE_UNKNOWN' });
    expect(row(`z,${KNOWN},CALL,OUT,never,-1,,,,,`)).to.deep.equal({ reason: 'TIME_INVALID' });
  });
});

describe('an instant', () => {
  it('has an offset and a day that exists', () => {
    for (const text of ['2026-11-05T10:00:00Z', '2024-02-29T23:59:59.5+14:00', '2026-11-05t10:00:00z']) {
      expect(isInstant(text), text).to.equal(true);
    }
    for (const text of [
      '2026-02-29T10:00:00Z',
      '2026-13-01T10:00:00Z',
      '2026-00-10T10:00:00Z',
      '2026-11-31T10:00:00Z',
      '2026-11-05T24:00:00Z',
      '2026-11-05T10:60:00Z',
      '2026-11-05T10:00:60Z',
      '2026-11-05 10:00:00Z',
      '2026-11-05T10:00Z',
      '2026-11-05T10:00:00+3',
      '2026-11-05',
      '05.11.2026 11:00',
      '',
    ]) {
      expect(isInstant(text), text).to.equal(false);
    }
  });
});
