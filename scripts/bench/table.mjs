/**
 * `npm run bench:table`: how the list of the detail scrolls beside one written by hand and one of a library (where it is installed),
 * in headless Chromium, in the same run and in turn. Prints a table, or JSON with `--json`; `--check` fails when a target is missed.
 *
 *   --rows 100000   --rounds 3   --json   --check
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { root } from '../bootstrap.mjs';
import { browserArgs, chromiumPath } from '../browser.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const rows = option('rows', 100_000);
const rounds = option('rounds', 3);
const STEP = 120;
const FRAMES = 240;
/** Takes part when it is among the packages of the project: a line in `devDependencies`, nothing here. */
const LIBRARY = '@lit-labs/virtualizer';
const withLibrary = installed(LIBRARY);
const CONTENDERS = ['widget', 'by hand', ...(withLibrary ? ['library'] : [])];
/** Most that the widget may take (issue "Services and detail", Speed). */
const TARGETS = { first: 40, cpu: 6, p95: 17, throttled: 34, blank: 0, jump: 60, filter: 60, heap: 25 };

const folder = mkdtempSync(join(tmpdir(), 'lk-bench-'));
await build({
  entryPoints: {
    page: join(root, 'scripts/bench/table-page.ts'),
    ...(withLibrary && { library: join(root, 'scripts/bench/table-library.mjs') }),
  },
  external: ['/library.js'],
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  outdir: folder,
  chunkNames: '[hash]',
  ignoreAnnotations: true,
  define: { 'process.env.NODE_ENV': '"production"' },
  conditions: ['browser', 'production'],
  tsconfig: join(root, 'tsconfig.json'),
  logLevel: 'error',
});

const server = spawn(process.execPath, ['--import', 'tsx', 'scripts/bench/table-server.ts', String(rows), folder], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const port = await new Promise((resolve, reject) => {
  createInterface(server.stdout).once('line', resolve);
  server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
});
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: browserArgs });
try {
  const results = Object.fromEntries(CONTENDERS.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // In turn, and each round begins with another one: what the computer does meanwhile meets both.
    for (const name of round % 2 === 0 ? CONTENDERS : [...CONTENDERS].reverse())
      results[name].push(await measure(name));
  }
  const summary = Object.fromEntries(CONTENDERS.map((name) => [name, middle(results[name])]));
  const missed = Object.keys(TARGETS).filter((name) => summary.widget[name] > TARGETS[name]);
  if (process.argv.includes('--json'))
    console.log(JSON.stringify({ rows, rounds, targets: TARGETS, summary, results, missed }, null, 2));
  else print(summary);
  if (process.argv.includes('--check') && missed.length > 0) process.exitCode = 1;
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

function installed(name) {
  try {
    return Boolean(import.meta.resolve(name));
  } catch {
    return false;
  }
}

/** One contender on a page of its own. */
async function measure(name) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const devtools = await page.context().newCDPSession(page);
  // Time of the thread itself: what else the computer does is left out.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction(() => 'bench' in window);
  const heap = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    return (await devtools.send('Runtime.getHeapUsage')).usedSize / 1e6;
  };
  const busy = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const run = (method, ...args) => page.evaluate(([what, given]) => window.bench[what](...given), [method, args]);
  const empty = await heap();
  const first = await run('mount', name, rows);
  await run('scroll', 30, STEP);
  const before = await busy();
  const frames = await run('scroll', FRAMES, STEP);
  const cpu = ((await busy()) - before) / FRAMES;
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const slow = await run('scroll', FRAMES / 2, STEP);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const blank = await run('blanks', 60, STEP);
  const jumps = await run('jumps', [0.5, 0.1, 0.9, 0.33, 1, 0.02, 0.77]);
  const grown = (await heap()) - empty;
  // Answers that are made up by a formula know no filters, see table-server.ts.
  const filter = rows > 300_000 ? null : await run('filter');
  await page.close();
  return {
    first,
    cpu,
    p95: quantile(frames, 0.95),
    throttled: Math.max(...slow),
    blank,
    jump: quantile(jumps, 0.5),
    filter,
    heap: grown,
  };
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

/** The middle one of the rounds, number by number. */
function middle(all) {
  return Object.fromEntries(
    Object.keys(all[0]).map((name) => {
      const values = all.map((one) => one[name]).filter((value) => value !== null);
      return [name, values.length === 0 ? null : quantile(values, 0.5)];
    }),
  );
}

function print(summary) {
  const what = {
    first: 'first rows after the data, ms',
    cpu: 'main thread per frame, ms',
    p95: 'frame while scrolling, p95, ms',
    throttled: 'longest frame, CPU 4× slower, ms',
    blank: 'blank places seen in 60 frames',
    jump: 'jump anywhere, ms',
    filter: 'another filter, ms',
    heap: 'heap grown, MB',
  };
  const shown = (value) => (value === null ? '–' : value.toFixed(1)).padStart(10);
  if (!withLibrary) console.log(`Without ${LIBRARY}: not installed.`);
  console.log(`${rows} rows, ${rounds} rounds in turn, middle of each`);
  console.log(`${''.padEnd(36)}${CONTENDERS.map((name) => name.padStart(10)).join('')}   at most`);
  for (const [name, text] of Object.entries(what)) {
    const numbers = CONTENDERS.map((contender) => shown(summary[contender][name])).join('');
    console.log(`${text.padEnd(36)}${numbers}${String(TARGETS[name]).padStart(10)}`);
  }
}
