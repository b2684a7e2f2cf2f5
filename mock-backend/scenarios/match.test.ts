import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Expected } from './format.js';
import { match } from './match.js';

const ok = (expected: Expected, actual: unknown, scale: number | null = 2) =>
  expect(match(expected, actual, scale)).to.deep.equal([]);
const wrong = (expected: Expected, actual: unknown, ...paths: string[]) =>
  expect(match(expected, actual, 2).map(({ path }) => path)).to.deep.equal(paths);

describe('an expectation', () => {
  it('looks only at the keys it names', () => {
    ok({ balance: '1.00' }, { balance: '1.00', locks: [] });
    ok({}, { balance: '1.00' });
    wrong({ balance: '1.00', status: 'ACTIVE' }, { balance: '2.00' }, '.balance', '.status');
  });

  it('compares amounts as decimals that carry the scale of the currency', () => {
    ok({ balance: '-7.5' }, { balance: '-7.50' });
    ok({ amount: '0' }, { amount: '0.00' });
    ok({ amount: '0.125' }, { amount: '0.125' }, null);
    ok({ byService: { CALL: '5' } }, { byService: { CALL: '5.00' } });
    wrong({ balance: '7.50' }, { balance: '7.5' }, '.balance');
    wrong({ balance: '7.50' }, { balance: '7.500' }, '.balance');
    wrong({ balance: '0.00' }, { balance: '-0.00' }, '.balance');
    wrong({ balance: '7.50' }, { balance: 7.5 }, '.balance');
    wrong({ balance: '7.50' }, { balance: '7.51' }, '.balance');
  });

  it('compares other strings letter by letter', () => {
    ok({ vatRate: '22' }, { vatRate: '22' });
    wrong({ vatRate: '22' }, { vatRate: '22.00' }, '.vatRate');
    wrong({ txn: '1.0' }, { txn: '1.00' }, '.txn');
  });

  it('tells null from nothing and from zero', () => {
    ok(null, null);
    wrong(null, undefined, '');
    wrong(null, {}, '');
    wrong({ available: null }, { available: '0.00' }, '.available');
    wrong({ available: '0.00' }, { available: null }, '.available');
    wrong({ sim: null }, {}, '.sim');
  });

  it('wants lists of the same length and order', () => {
    ok([], []);
    ok([{ line: 3 }, { line: 4 }], [{ line: 3, reason: 'x' }, { line: 4 }]);
    wrong([{ line: 3 }], [{ line: 3 }, { line: 4 }], '');
    wrong([1, 2], [2, 1], '[0]', '[1]');
    wrong([], {}, '');
  });

  it('may ask for parts of a list or its length', () => {
    ok({ contains: [{ type: 'CFB' }] }, [{ type: 'CFU' }, { type: 'CFB', active: true }]);
    ok({ length: 2 }, [1, 2]);
    ok({ contains: [1], length: 2 }, [2, 1]);
    wrong({ contains: [1, 1] }, [1, 2], '.contains');
    wrong({ length: 1 }, [1, 2], '');
    wrong({ type: 'CFB' }, [{ type: 'CFB' }], '');
    ok({ length: 3 }, { length: 3 });
  });

  it('names the place in the answer', () => {
    wrong(
      { blocks: [{ lines: [{ amount: '1.00' }] }] },
      { blocks: [{ lines: [{ amount: '2.00' }] }] },
      '.blocks[0].lines[0].amount',
    );
  });
});
