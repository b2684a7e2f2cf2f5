import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { ForwardingType } from '../command.js';
import {
  checkTarget,
  closesLoop,
  type ForwardingRule,
  forwardingView,
  makeRule,
  withoutRule,
  withRule,
} from './forwarding.js';

const A = '+79990000001';
const B = '+79990000002';
const C = '+79990000003';
const rule = (type: ForwardingType, target: string, active = true): ForwardingRule => ({
  type,
  target,
  active,
  noReplySec: type === 'CFNRY' ? 20 : null,
});
const none = () => [];

describe('a target of forwarding', () => {
  it('is stored in E.164 (EX-72)', () => {
    expect(checkTarget(A, '8 (495) 000-00-02')).to.deep.equal({ target: '+74950000002' });
  });

  it('is not the number itself, however it is written', () => {
    expect(checkTarget(A, A)).to.deep.equal({ refused: 'FORWARD_SELF' });
    expect(checkTarget(A, '8 999 000-00-01')).to.deep.equal({ refused: 'FORWARD_SELF' });
  });

  it('is a whole number', () => {
    for (const bad of ['+7', '', 'mother', '+749500000', '1234567', '+112']) {
      expect(checkTarget(A, bad), bad).to.deep.equal({ refused: 'FORWARD_TARGET_INVALID' });
    }
  });

  it('is no emergency, short or premium number', () => {
    for (const bad of ['101', '102', '103', '104', '112', '0890', '+78091234567']) {
      expect(checkTarget(A, bad), bad).to.deep.equal({ refused: 'FORWARD_FORBIDDEN' });
    }
  });

  it('is abroad or toll-free only where the operator allows it', () => {
    expect(checkTarget(A, '+49301234567')).to.deep.equal({ target: '+49301234567' });
    expect(checkTarget(A, '8-800-000-01-30')).to.deep.equal({ target: '+78000000130' });
    const strict = { international: false, tollFree: false };
    expect(checkTarget(A, '+49301234567', strict)).to.deep.equal({ refused: 'FORWARD_FORBIDDEN' });
    expect(checkTarget(A, '88000000130', strict)).to.deep.equal({ refused: 'FORWARD_FORBIDDEN' });
    expect(checkTarget(A, '+74950000002', strict)).to.deep.equal({ target: '+74950000002' });
  });
});

describe('a rule of forwarding', () => {
  it('is active at once and rings 20 s unless told otherwise (FWD-4)', () => {
    expect(makeRule(A, { type: 'CFNRY', target: B }, none)).to.deep.equal({ rule: rule('CFNRY', B) });
    expect(makeRule(A, { type: 'CFU', target: B, active: false }, none)).to.deep.equal({
      rule: rule('CFU', B, false),
    });
  });

  it('rings 5, 10, 15, 20, 25 or 30 s (EX-69)', () => {
    for (const noReplySec of [5, 10, 15, 20, 25, 30]) {
      expect(makeRule(A, { type: 'CFNRY', target: B, noReplySec }, none)).to.have.nested.property(
        'rule.noReplySec',
        noReplySec,
      );
    }
    for (const noReplySec of [0, 4, 23, 35, 7.5, -5]) {
      expect(makeRule(A, { type: 'CFNRY', target: B, noReplySec }, none)).to.deep.equal({
        refused: 'NO_REPLY_INVALID',
      });
    }
  });

  it('has no time to ring unless it waits for an answer', () => {
    expect(makeRule(A, { type: 'CFB', target: B, noReplySec: 23 }, none)).to.deep.equal({ rule: rule('CFB', B) });
  });

  it('never closes a circle over own numbers (EX-67)', () => {
    const rules: Record<string, readonly ForwardingRule[]> = {
      [A]: [rule('CFU', B)],
      [B]: [rule('CFNRC', C)],
      [C]: [],
    };
    const rulesOf = (number: string) => rules[number];
    expect(makeRule(B, { type: 'CFU', target: A }, rulesOf)).to.deep.equal({ refused: 'FORWARD_LOOP' });
    expect(makeRule(C, { type: 'CFB', target: A }, rulesOf)).to.deep.equal({ refused: 'FORWARD_LOOP' });
    expect(makeRule(C, { type: 'CFB', target: '+74950000099' }, rulesOf)).to.have.property('rule');
  });

  it('may point back while it, or the other, is switched off', () => {
    const off = (number: string) => (number === A ? [rule('CFU', B, false)] : []);
    expect(makeRule(B, { type: 'CFU', target: A }, off)).to.have.property('rule');
    const on = (number: string) => (number === A ? [rule('CFU', B)] : []);
    expect(makeRule(B, { type: 'CFU', target: A, active: false }, on)).to.have.property('rule');
    expect(closesLoop(B, A, on)).to.equal(true);
  });

  it('is looked for once on each number, whatever circles there are besides', () => {
    const rules: Record<string, readonly ForwardingRule[]> = { [A]: [rule('CFU', B)], [B]: [rule('CFU', A)] };
    expect(closesLoop(C, A, (number) => rules[number])).to.equal(false);
  });

  it('rests while the unconditional one is active and keeps its values (EX-65, I-16)', () => {
    const rules = [rule('CFB', C), rule('CFU', B)];
    expect(forwardingView(rules)).to.deep.equal([
      { ...rule('CFU', B), operative: true },
      { ...rule('CFB', C), operative: false },
    ]);
    expect(forwardingView(withRule(rules, rule('CFU', B, false)))).to.deep.equal([
      { ...rule('CFU', B, false), operative: false },
      { ...rule('CFB', C), operative: true },
    ]);
  });

  it('takes the place of the one of its type', () => {
    const rules = withRule(withRule([], rule('CFNRY', B)), rule('CFU', B));
    expect(rules.map(({ type }) => type)).to.deep.equal(['CFU', 'CFNRY']);
    expect(withRule(rules, rule('CFU', C))).to.deep.equal([rule('CFU', C), rule('CFNRY', B)]);
    expect(withoutRule(rules, 'CFU')).to.deep.equal([rule('CFNRY', B)]);
  });
});
