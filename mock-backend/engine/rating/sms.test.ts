import { describe, it } from 'node:test';
import { expect } from 'chai';
import { segmentsOf } from './sms.js';

describe('segments of a message', () => {
  it('hold 160 septets alone and 153 each together, 70 and 67 characters of other alphabets (EX-21)', () => {
    const lengths = (character: string, counts: readonly number[]) =>
      counts.map((count) => segmentsOf(character.repeat(count)));
    expect(lengths('a', [0, 160, 161, 306, 307])).to.deep.equal([1, 1, 2, 2, 3]);
    expect(lengths('ж', [70, 71, 134, 135])).to.deep.equal([1, 2, 2, 3]);
  });

  it('count characters of the extension table twice and never cut one', () => {
    expect(segmentsOf('€'.repeat(80))).to.equal(1);
    expect(segmentsOf('€'.repeat(81))).to.equal(2);
    // 152 septets, then a pair that does not fit into the 153rd
    expect(segmentsOf(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).to.equal(3);
    expect(segmentsOf('[]{}\\^~|€')).to.equal(1);
  });

  it('never cut a surrogate pair', () => {
    expect(segmentsOf('😀'.repeat(35))).to.equal(1);
    expect(segmentsOf('😀'.repeat(66))).to.equal(2);
    expect(segmentsOf('😀'.repeat(67))).to.equal(3);
  });
});
