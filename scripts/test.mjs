/** `npm test`: every check of the project; the last line is `N passed, N failed`. */
import { ensureModules } from './bootstrap.mjs';

ensureModules();
const { runTask } = await import('./tasks.mjs');

const plan = [
  ['types'],
  ['lint'],
  ['format'],
  ['openapi', '--check'],
  ['test:node'],
  ['build'],
  ['size'],
  ['manifest', '--check'],
  ['pack:check'],
  ['test:browser'],
  ['test:e2e'],
  ['storybook:build'],
  ['test:stories'],
];

const rows = [];
for (const [name, ...args] of plan) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  rows.push({ name, ...(await runTask(name, args)) });
}

for (const { name, failures = [], again = [] } of rows) {
  for (const file of again) console.log(`\nRUN TWICE ${name}: ${file} ran out of time when it ran beside others`);
  for (const failure of failures) console.log(`\nFAILED ${name}: ${failure.slice(0, 1200)}`);
}

console.log('');
for (const { name, passed, failed, seconds } of rows) {
  console.log(
    `${failed ? 'FAILED' : 'ok    '} ${name.padEnd(14)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s`,
  );
}
const passed = rows.reduce((sum, row) => sum + row.passed, 0);
const failed = rows.reduce((sum, row) => sum + row.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
