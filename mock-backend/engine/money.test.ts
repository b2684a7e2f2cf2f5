import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { Exact, minus, negate, parseAmount, plus, round, scaleOf, sumFractions } from './money.js';

describe('money', () => {
  it('is rounded half away from zero (CC-3)', () => {
    expect(round(new Exact('0.125'), 2)).to.equal('0.13');
    expect(round(new Exact('-0.125'), 2)).to.equal('-0.13');
    expect(round(new Exact('0.1249999999'), 2)).to.equal('0.12');
  });

  it('has no sign when it is zero (CC-4)', () => {
    expect(round(new Exact('-0.004'), 2)).to.equal('0.00');
    expect(negate('0.00')).to.equal('0.00');
    expect(minus('1.10', '1.10')).to.equal('0.00');
  });

  it('has the scale of its currency', () => {
    expect(scaleOf('RUB')).to.equal(2);
    expect(scaleOf('JPY')).to.equal(0);
    expect(scaleOf('KWD')).to.equal(3);
    expect(parseAmount('10.00', 0)).to.equal('10');
    expect(parseAmount('10.5', 2)).to.equal('10.50');
  });

  it('is not read from what is finer than the currency or no number', () => {
    for (const bad of ['0.001', '', '1,00', '1e3', ' 1', '.5', '1.', 'NaN', '--1'])
      expect(parseAmount(bad, 2)).to.equal(null);
  });

  it('adds up exactly whatever the sums', () => {
    const amount = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n });
    const text = (units: bigint) => round(new Exact(units.toString()).div(100), 2);
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(plus(text(a), text(b))).to.equal(text(a + b));
      }),
    );
  });

  it('divides a sum of shares once', () => {
    const third = { amount: new Exact('0.01'), per: 3 };
    expect(sumFractions([third, third, third]).toFixed()).to.equal('0.01');
  });
});
