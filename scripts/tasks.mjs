/** The tasks behind the npm scripts; each is a list of commands that run in the project's root, one after another. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, root } from './bootstrap.mjs';
import { outOfTime, replaced, sum, takeCounts } from './counts.mjs';
import { filesUnder } from './files.mjs';

const bin = (name) => join(root, 'node_modules', '.bin', name);
const node = process.execPath;

const nodeTests = (files, ...options) => [
  node,
  '--import',
  'tsx',
  '--test',
  ...options,
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  '--test-reporter=./scripts/count-reporter.mjs',
  `--test-reporter-destination=${countsFile()}`,
  ...files,
];

/** Of a browser that never answers; the longest file takes a fifth of it. */
const inTime = (files) => nodeTests(files, '--test-timeout=300000');

const bench = (part) => [node, '--import', 'tsx', `mock-backend/bench/${part}.ts`, ...extra()];

let counts = 0;
const countsFile = () => join(cacheDir, `counts-${process.pid}-${counts}.json`);

/**
 * Name → command line; `counted` tasks report how many tests passed and failed, others count as one check; files that only
 * ran out of time are run once more, by themselves, with the command of `again`.
 */
export const tasks = {
  types: () => ({ run: [[bin('tsc'), '--noEmit', '-p', 'tsconfig.json']] }),
  lint: () => ({ run: [[bin('eslint'), '--max-warnings', '0', '.']] }),
  format: () => ({ run: [[bin('prettier'), '--check', '--log-level', 'warn', '.']] }),
  openapi: () => ({ run: [[node, '--import', 'tsx', 'mock-backend/api/generate.ts', ...extra()]] }),
  'test:node': () => ({
    counted: true,
    run: [
      nodeTests(
        extra().length > 0
          ? extra()
          : [
              ...filesUnder(['mock-backend', 'scripts', 'demo/csp', 'demo/operator', 'demo/partner'], '.test.ts'),
              ...filesUnder(['scripts'], '.test.mjs'),
            ],
      ),
    ],
  }),
  'test:browser': () => ({
    counted: true,
    run: [[bin('wtr'), ...extra()]],
    again: (files) => [bin('wtr'), '--concurrency', '1', ...files.flatMap((file) => ['--files', file])],
  }),
  'test:browsers': () => ({ run: [[node, 'scripts/engines.mjs', ...extra()]] }),
  'test:e2e': () => ({
    counted: true,
    run: [inTime(extra().length > 0 ? extra() : filesUnder(['demo/e2e'], '.test.ts'))],
    again: inTime,
  }),
  // Part of test:node as well, on a server that the tests start; LK_TEST_POSTGRES names another.
  'test:postgres': () => ({
    counted: true,
    run: [nodeTests(extra().length > 0 ? extra() : filesUnder(['mock-backend'], 'postgres.test.ts'))],
  }),
  build: () => ({ run: [[node, 'scripts/build.mjs', ...extra()]] }),
  bench: () => ({ run: [[node, 'scripts/bench/store.mjs', ...extra()]] }),
  'bench:close': () => ({ run: [bench('close')] }),
  'bench:commands': () => ({ run: [bench('commands')] }),
  'bench:requests': () => ({ run: [bench('requests')] }),
  'bench:rating': () => ({ run: [[node, '--import', 'tsx', 'mock-backend/bench/rating.ts', ...extra()]] }),
  'bench:start': () => ({ run: [[node, 'scripts/bench/start.mjs', ...extra()]] }),
  'bench:table': () => ({ run: [[node, 'scripts/bench/table.mjs', ...extra()]] }),
  size: () => ({ run: [[node, 'scripts/size.mjs', ...extra()]] }),
  manifest: () => ({ run: [[node, 'scripts/manifest.mjs', ...extra()]] }),
  'demo:hosts': () => ({ run: [[node, 'scripts/hosts.mjs', ...extra()]] }),
  'pack:check': () => ({ run: [[node, 'scripts/pack-check.mjs', ...extra()]] }),
  storybook: () => ({
    run: [[bin('storybook'), 'dev', '-c', 'stories/.storybook', '-p', '6006', '--ci', '--no-open', ...extra()]],
  }),
  'storybook:build': () => ({
    run: [[bin('storybook'), 'build', '-c', 'stories/.storybook', '-o', 'storybook-static', '--quiet', ...extra()]],
  }),
  'test:stories': () => ({ counted: true, run: [[node, 'scripts/test-stories.mjs', ...extra()]] }),
};

let extraArgs = [];
const extra = () => extraArgs;

function spawnAll(commands, env) {
  return commands.reduce(
    (before, [command, ...args]) =>
      before.then(
        (status) =>
          status ||
          new Promise((resolve) => {
            const child = spawn(command, args, { cwd: root, stdio: 'inherit', env });
            child.on('error', (error) => {
              console.error(error.message);
              resolve(1);
            });
            child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
          }),
      ),
    Promise.resolve(0),
  );
}

/**
 * Runs one task.
 *
 * @returns {Promise<{status: number, passed: number, failed: number, failures?: string[], again?: string[], seconds: number}>}
 */
export async function runTask(name, args = []) {
  const make = tasks[name];
  if (!make) throw new Error(`There is no task «${name}»; there are: ${Object.keys(tasks).join(', ')}.`);
  mkdirSync(cacheDir, { recursive: true });
  extraArgs = args;
  counts += 1;
  const { run, counted, again } = make();
  const file = countsFile();
  rmSync(file, { force: true });
  const started = Date.now();
  const env = { ...process.env, LK_COUNTS: file };
  let status = await spawnAll(run, env);
  if (!counted) return { status, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, seconds: since(started) };
  let found = takeCounts(file);
  const late = again && found ? outOfTime(found) : [];
  if (late.length > 0) {
    console.log(`\nOut of time, run again by themselves: ${late.join(', ')}`);
    const second = await spawnAll([again(late)], env);
    found = replaced(found, takeCounts(file) ?? []);
    if (sum(found).failed === 0) status = second;
  }
  if (!found) return { status: status || 1, passed: 0, failed: 1, seconds: since(started) };
  const { passed, failed, failures } = sum(found);
  // A runner that fails without naming a failed test (a crash, a file without tests) is a failure all the same.
  return {
    status,
    passed,
    failed: status !== 0 && failed === 0 ? 1 : failed,
    failures,
    again: late,
    seconds: since(started),
  };
}

const since = (started) => (Date.now() - started) / 1000;
