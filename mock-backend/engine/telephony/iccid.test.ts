import { describe, it } from 'node:test';
import { expect } from 'chai';
import { isIccid, normaliseIccid } from './iccid.js';

describe('the number of a SIM card', () => {
  it('is taken with a right check digit (EX-71)', () => {
    expect(isIccid('8970100000000000120')).to.equal(true);
    expect(isIccid('8970100000000000013')).to.equal(true);
  });

  it('is refused with a wrong check digit, even by one', () => {
    expect(isIccid('8970100000000000121')).to.equal(false);
    for (let digit = 1; digit <= 9; digit += 1) expect(isIccid(`897010000000000012${digit}`)).to.equal(false);
  });

  it('is refused when two neighbouring digits changed places', () => {
    expect(isIccid('8970100000000000102')).to.equal(false);
  });

  it('starts with 89 and has 18 to 22 digits', () => {
    expect(isIccid('4970100000000000000')).to.equal(false);
    expect(isIccid('8900000000000000')).to.equal(false);
    expect(isIccid('')).to.equal(false);
    expect(isIccid('89701000000000001 20')).to.equal(false);
  });

  it('may be typed in groups', () => {
    expect(normaliseIccid('8970 1000-0000 0000 120')).to.equal('8970100000000000120');
  });
});
