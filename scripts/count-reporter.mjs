/** node:test reporter: a list of `{file, passed, failures}` for scripts/tasks.mjs. */
import { relative } from 'node:path';

export default async function* countReporter(source) {
  const counts = new Map();
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    if (event.data.details?.type === 'suite') continue;
    const file = relative(process.cwd(), event.data.file ?? '');
    const count = counts.get(file) ?? { file, passed: 0, failures: [] };
    counts.set(file, count);
    if (event.type === 'test:pass') count.passed += 1;
    else count.failures.push(`${file} > ${event.data.name}: ${reason(event.data.details?.error)}`);
  }
  yield JSON.stringify([...counts.values()]);
}

/** @param {Error & {cause?: unknown} | undefined} error */
function reason(error) {
  const cause = error?.cause ?? error;
  return cause instanceof Error ? cause.message : String(cause ?? 'no reason given');
}
