import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outOfTime, replaced, sum } from './counts.mjs';

const COUNTS = [
  { file: 'a.test.ts', passed: 2, failures: [] },
  { file: 'b.test.ts', passed: 1, failures: ['b > frames: Timeout of 60000ms exceeded.'] },
  {
    file: 'c.test.ts',
    passed: 4,
    failures: ['c > waits: waited in vain for: the sum', 'c > sum: expected 12.00 to equal 12.01'],
  },
];

test('only a file that failed by the clock alone is run again', () => {
  assert.deepEqual(outOfTime(COUNTS), ['b.test.ts']);
});

test('the second run counts instead of the first', () => {
  const again = [{ file: 'b.test.ts', passed: 2, failures: [] }];
  assert.deepEqual(sum(replaced(COUNTS, again)), {
    passed: 8,
    failed: 2,
    failures: ['c > waits: waited in vain for: the sum', 'c > sum: expected 12.00 to equal 12.01'],
  });
});
