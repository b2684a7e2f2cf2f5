/** node:test reporter: one JSON object {passed, failed, failures} for scripts/test.mjs. */
export default async function* countReporter(source) {
  let passed = 0;
  const failures = [];
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    if (event.data.details?.type === 'suite') continue;
    if (event.type === 'test:pass') passed += 1;
    else failures.push(`${event.data.file ?? ''} > ${event.data.name}: ${reason(event.data.details?.error)}`);
  }
  yield JSON.stringify({ passed, failed: failures.length, failures });
}

/** @param {Error & {cause?: unknown} | undefined} error */
function reason(error) {
  const cause = error?.cause ?? error;
  return cause instanceof Error ? cause.message : String(cause ?? 'no reason given');
}
