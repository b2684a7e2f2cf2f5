import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { ForwardingType } from '../command.js';
import type { ForwardingRule } from './forwarding.js';
import { callLegs, route } from './route.js';

const A = '+79990000001';
const B = '+79990000002';
const OUTSIDE = '+74950000099';

const rule = (type: ForwardingType, target: string, active = true): ForwardingRule => ({
  type,
  target,
  active,
  noReplySec: type === 'CFNRY' ? 20 : null,
});
const rulesOf =
  (rules: Record<string, readonly ForwardingRule[]>) =>
  (number: string): readonly ForwardingRule[] | undefined =>
    rules[number];

describe('the way of a call', () => {
  it('ends at the number itself when its phone is free', () => {
    expect(route(A, 'FREE', rulesOf({ [A]: [] }))).to.deep.equal({ reaches: A, by: 'DIRECT', hops: [] });
  });

  it('follows the rule for the state of the phone (FWD-3)', () => {
    const rules = rulesOf({
      [A]: [rule('CFB', '+79160000011'), rule('CFNRY', '+79160000012'), rule('CFNRC', '+79160000013')],
    });
    expect(route(A, 'BUSY', rules)).to.include({ reaches: '+79160000011', by: 'CFB' });
    expect(route(A, 'NO_ANSWER', rules)).to.include({ reaches: '+79160000012', by: 'CFNRY' });
    expect(route(A, 'UNREACHABLE', rules)).to.include({ reaches: '+79160000013', by: 'CFNRC' });
    expect(route(A, 'FREE', rules)).to.include({ reaches: A, by: 'DIRECT' });
  });

  it('ends nowhere when no rule helps (EX-66)', () => {
    const rules = rulesOf({ [A]: [rule('CFNRY', OUTSIDE)] });
    expect(route(A, 'UNREACHABLE', rules)).to.deep.equal({ reaches: null, by: null, hops: [] });
    expect(route(A, 'BUSY', rules).reaches).to.equal(null);
  });

  it('follows the unconditional rule in every state, and none that is switched off (EX-65)', () => {
    const rules = rulesOf({ [A]: [rule('CFU', '+79160000001'), rule('CFB', OUTSIDE)] });
    for (const state of ['FREE', 'BUSY', 'NO_ANSWER', 'UNREACHABLE'] as const) {
      expect(route(A, state, rules)).to.include({ reaches: '+79160000001', by: 'CFU' });
    }
    const off = rulesOf({ [A]: [rule('CFU', '+79160000001', false), rule('CFB', OUTSIDE)] });
    expect(route(A, 'BUSY', off)).to.include({ reaches: OUTSIDE, by: 'CFB' });
    expect(route(A, 'FREE', off)).to.include({ reaches: A, by: 'DIRECT' });
  });

  it('goes on over own numbers, which count as free, and names the first rule', () => {
    const rules = rulesOf({ [A]: [rule('CFB', B)], [B]: [rule('CFU', OUTSIDE), rule('CFB', '+79160000011')] });
    expect(route(A, 'BUSY', rules)).to.deep.equal({
      reaches: OUTSIDE,
      by: 'CFB',
      hops: [
        { from: A, to: B, type: 'CFB' },
        { from: B, to: OUTSIDE, type: 'CFU' },
      ],
    });
    const plain = rulesOf({ [A]: [rule('CFB', B)], [B]: [rule('CFB', OUTSIDE)] });
    expect(route(A, 'BUSY', plain)).to.include({ reaches: B, by: 'CFB' });
  });

  it('has at most five diversions (FWD-6)', () => {
    const chain = (length: number) =>
      rulesOf(
        Object.fromEntries(
          Array.from({ length }, (_, index) => [
            `+7999000000${index}`,
            [rule('CFU', index === length - 1 ? OUTSIDE : `+7999000000${index + 1}`)],
          ]),
        ),
      );
    expect(route('+79990000000', 'FREE', chain(5)).reaches).to.equal(OUTSIDE);
    expect(route('+79990000000', 'FREE', chain(6))).to.deep.equal({ reaches: null, by: null, hops: [] });
  });

  it('ends nowhere when a diversion may not be paid for (FWD-8)', () => {
    const rules = rulesOf({ [A]: [rule('CFB', OUTSIDE)] });
    expect(route(A, 'BUSY', rules, () => false)).to.deep.equal({ reaches: null, by: null, hops: [] });
    expect(route(A, 'FREE', rules, () => false)).to.include({ reaches: A, by: 'DIRECT' });
  });
});

describe('the records of a call', () => {
  const call = { from: '+79160000055', to: A, seconds: 125, state: 'BUSY' } as const;

  it('are the called number’s and the diversion’s, which is charged to the one who forwards (FWD-7)', () => {
    const legs = callLegs(call, route(A, 'BUSY', rulesOf({ [A]: [rule('CFB', OUTSIDE)] })), false);
    expect(legs).to.deep.equal([
      {
        suffix: 'in',
        number: A,
        direction: 'IN',
        peer: '+79160000055',
        seconds: 125,
        outcome: 'ANSWERED',
        forwarded: true,
      },
      {
        suffix: 'fwd1',
        number: A,
        direction: 'OUT',
        peer: OUTSIDE,
        seconds: 125,
        outcome: 'ANSWERED',
        forwarded: true,
      },
    ]);
  });

  it('include the caller’s when he is a subscriber too; he pays to the number he dialled', () => {
    const rules = rulesOf({ [A]: [rule('CFB', B)], [B]: [rule('CFU', OUTSIDE)] });
    const legs = callLegs(call, route(A, 'BUSY', rules), true);
    expect(legs.map(({ suffix, number, peer }) => [suffix, number, peer])).to.deep.equal([
      ['out', '+79160000055', A],
      ['in', A, '+79160000055'],
      ['fwd1', A, B],
      ['fwd2', B, OUTSIDE],
    ]);
  });

  it('of an unanswered call last no time and tell why (SRV-24)', () => {
    const nobody = route(A, 'BUSY', rulesOf({ [A]: [] }));
    expect(callLegs(call, nobody, false)).to.deep.equal([
      {
        suffix: 'in',
        number: A,
        direction: 'IN',
        peer: '+79160000055',
        seconds: 0,
        outcome: 'BUSY',
        forwarded: false,
      },
    ]);
    expect(callLegs({ ...call, state: 'UNREACHABLE' }, nobody, false)[0]?.outcome).to.equal('FAILED');
    expect(callLegs({ ...call, state: 'NO_ANSWER' }, nobody, false)[0]?.outcome).to.equal('NO_ANSWER');
  });
});
