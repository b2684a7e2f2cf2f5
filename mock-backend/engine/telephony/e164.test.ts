import { describe, it } from 'node:test';
import { expect } from 'chai';
import { fitsNumberingPlan, isE164, isShortNumber, parsePhone } from './e164.js';

describe('a telephone number', () => {
  it('is read the way it is typed in Russia (CC-14, EX-72)', () => {
    for (const typed of [
      '8 (495) 000-00-02',
      '84950000002',
      '74950000002',
      '+7 495 000 00 02',
      '+7(495)000-00-02',
      '4950000002',
      '495 000–00–02',
      '8\u00a0495\u00a0000\u00a000\u00a002',
    ]) {
      expect(parsePhone(typed), typed).to.deep.equal({ kind: 'E164', value: '+74950000002' });
    }
  });

  it('keeps the code of another country', () => {
    expect(parsePhone('+49 30 1234567')).to.deep.equal({ kind: 'E164', value: '+49301234567' });
  });

  it('is short when it has at most six digits and no plus', () => {
    for (const short of ['1', '112', '0890', '900900']) {
      expect(parsePhone(short), short).to.deep.equal({ kind: 'SHORT', value: short });
    }
    expect(isShortNumber('1234567')).to.equal(false);
    expect(isShortNumber('+112')).to.equal(false);
  });

  it('is refused when it has a wrong length, letters or nothing', () => {
    for (const bad of [
      '',
      ' ',
      '+',
      '+7',
      '+0123456789',
      '1234567',
      '849500000021',
      '+749500000',
      'phone',
      '495000000x',
    ]) {
      expect(parsePhone(bad), bad).to.equal(null);
    }
  });

  it('in the formats is E.164 and nothing else', () => {
    expect(isE164('+79990000001')).to.equal(true);
    expect(isE164('+1234567')).to.equal(true);
    for (const bad of ['79990000001', '+0990000001', '+123456', '+1234567890123456', '+7999000 0001', '+7999000000a']) {
      expect(isE164(bad), bad).to.equal(false);
    }
  });

  it('with the code +7 has ten digits more', () => {
    expect(fitsNumberingPlan('+79990000001')).to.equal(true);
    expect(fitsNumberingPlan('+7999000000')).to.equal(false);
    expect(fitsNumberingPlan('+49301234567')).to.equal(true);
  });
});
