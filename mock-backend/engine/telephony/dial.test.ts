import { describe, it } from 'node:test';
import { expect } from 'chai';
import { dial } from './dial.js';
import type { ForwardingRule } from './forwarding.js';

const A = '+79990000001';
const B = '+79990000002';
const cfnry: ForwardingRule = { type: 'CFNRY', target: '+74950000002', active: true, noReplySec: 25 };
const has =
  (...rules: ForwardingRule[]) =>
  (number: string) =>
    number === A ? rules : [];

describe('forwarding set from the phone', () => {
  it('registers, rests, wakes up and goes, as in the cabinet (EX-68)', () => {
    expect(dial(A, '**61*+74950000002*11*25#', has())).to.deep.equal({ rules: [cfnry] });
    expect(dial(A, '#61#', has(cfnry))).to.deep.equal({ rules: [{ ...cfnry, active: false }] });
    expect(dial(A, '*61#', has({ ...cfnry, active: false }))).to.deep.equal({ rules: [cfnry] });
    expect(dial(A, '##002#', has(cfnry))).to.deep.equal({ rules: [] });
    expect(dial(A, '*#61#', has(cfnry))).to.deep.equal({ rules: [cfnry] });
  });

  it('checks the number and the time like one typed in the cabinet', () => {
    expect(dial(A, `**21*${A}#`, has())).to.deep.equal({ refused: 'FORWARD_SELF' });
    expect(dial(A, '**21*112#', has())).to.deep.equal({ refused: 'FORWARD_FORBIDDEN' });
    expect(dial(A, '**61*+74950000002*11*23#', has())).to.deep.equal({ refused: 'NO_REPLY_INVALID' });
    expect(dial(A, '**21#', has())).to.deep.equal({ refused: 'MMI_INVALID' });
  });

  it('cannot switch on what is not registered; switching it off changes nothing', () => {
    expect(dial(A, '*21#', has(cfnry))).to.deep.equal({ refused: 'NOT_FOUND' });
    expect(dial(A, '*004#', has())).to.deep.equal({ refused: 'NOT_FOUND' });
    expect(dial(A, '#21#', has(cfnry))).to.deep.equal({ rules: [cfnry] });
    expect(dial(A, '*004#', has({ ...cfnry, active: false }))).to.deep.equal({ rules: [cfnry] });
  });

  it('never wakes up a circle', () => {
    const sleeping: ForwardingRule = { type: 'CFU', target: B, active: false, noReplySec: null };
    const rulesOf = (number: string): readonly ForwardingRule[] =>
      number === A ? [sleeping] : [{ type: 'CFU', target: A, active: true, noReplySec: null }];
    expect(dial(A, '*21#', rulesOf)).to.deep.equal({ refused: 'FORWARD_LOOP' });
  });

  it('of a group is all or nothing', () => {
    const result = dial(A, '**002*+74950000002**15#', has());
    expect('rules' in result && result.rules.map(({ type, noReplySec }) => [type, noReplySec])).to.deep.equal([
      ['CFU', null],
      ['CFB', null],
      ['CFNRY', 15],
      ['CFNRC', null],
    ]);
    expect(dial(A, '**002*+74950000002**16#', has(cfnry))).to.deep.equal({ refused: 'NO_REPLY_INVALID' });
  });
});
