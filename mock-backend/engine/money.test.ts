import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from '../testing/properties.js';
import {
  compare,
  Exact,
  isZero,
  minus,
  negate,
  parseAmount,
  plus,
  round,
  scaleOf,
  share,
  sign,
  sumOf,
  sumFractions,
} from './money.js';

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
    expect(['007.50', '+7.50', '-0.00', '0.00', '-7.50', '7.5000'].map((text) => parseAmount(text, 2))).to.deep.equal([
      '7.50',
      '7.50',
      '0.00',
      '0.00',
      '-7.50',
      '7.50',
    ]);
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

  it('is summed and shared as decimals are', () => {
    const scale = fc.integer({ min: 0, max: 3 });
    const units = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
    fc.assert(
      fc.property(scale, fc.array(units, { maxLength: 8 }), fc.integer({ min: 0, max: 60 }), (digits, all, rate) => {
        const amounts = all.map((one) => round(new Exact(one.toString()).div(10 ** digits), digits));
        const exact = amounts.reduce((sum, amount) => sum.plus(amount), new Exact(0));
        const sum = sumOf(amounts, round(new Exact(0), digits));
        expect(sum).to.equal(round(exact, digits));
        const net = round(exact.times(100).div(100 + rate), digits);
        expect(share(sum, 100n, 100n + BigInt(rate))).to.equal(net);
      }),
    );
    expect(sumOf(['0.10', '0.2', '3'], '0.00')).to.equal('3.30');
    // Ties go away from zero.
    expect([share('0.01', 1n, 2n), share('-0.01', 1n, 2n), share('0.05', 1n, 3n)]).to.deep.equal([
      '0.01',
      '-0.01',
      '0.02',
    ]);
    expect([share('-0.01', 1n, 3n), sumOf([], '0')]).to.deep.equal(['0.00', '0']);
  });

  it('is added, compared and negated as decimals are', () => {
    const text = fc
      .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 3 }))
      .map(([units, scale]) => round(new Exact(units.toString()).div(10 ** scale), scale));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [x, y] = [new Exact(a), new Exact(b)];
        expect(x.plus(y).equals(plus(a, b))).to.equal(true);
        expect(x.minus(y).equals(minus(a, b))).to.equal(true);
        expect(x.negated().equals(negate(a))).to.equal(true);
        expect([compare(a, b), sign(a), isZero(a)]).to.deep.equal([x.comparedTo(y), x.comparedTo(0), x.isZero()]);
        expect(plus(a, negate(a))).to.match(/^0(\.0+)?$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('divides a sum of shares once', () => {
    const third = { amount: new Exact('0.01'), per: 3 };
    expect(sumFractions([third, third, third]).toFixed()).to.equal('0.01');
  });
});
