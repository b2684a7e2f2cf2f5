/**
 * `npm run bench:start`: what the built files cost a page. Main-thread time of a page with `lk-balance` and `lk-bills` until the data
 * are shown, on a CPU slowed down four times, beside an empty page and one with a bare Lit element, in turn in the same run; how
 * far the layout moves meanwhile; and what 200 mounts and unmounts leave behind.
 *
 *   --rounds 7   --json   --check (fails when a target is missed)
 *
 * `npm run build` comes first.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { root } from '../bootstrap.mjs';
import { browserArgs, chromiumPath } from '../browser.mjs';

const at = process.argv.indexOf('--rounds');
const rounds = at < 0 ? 7 : Number(process.argv[at + 1]);
const PAGES = ['empty', 'lit', 'widgets'];
/** Milliseconds more than an empty page; share of the viewport moved; what is left after 200 mounts (issue "Embedding and shipping"). */
const TARGETS = { cpu: 150, cls: 0, listeners: 0, timers: 0, nodes: 0, heap: 1 };
const MOUNTS = 200;
const BARE = `import { html, LitElement } from 'lit';
customElements.define('bare-element', class extends LitElement {
  render() { return html\`<p>shown</p>\`; }
  firstUpdated() { window.seen = 2; }
});`;

if (!existsSync(join(root, 'dist/cdn/lk.js'))) {
  console.error('There are no built files: run `npm run build` first.');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'lk-bench-'));
await build({
  stdin: { contents: BARE, resolveDir: root },
  bundle: true,
  minify: true,
  format: 'esm',
  conditions: ['browser', 'production'],
  outfile: join(folder, 'lit.js'),
  logLevel: 'error',
});
const server = spawn(process.execPath, ['--import', 'tsx', 'scripts/bench/start-server.ts', folder], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const port = await new Promise((resolve, reject) => {
  createInterface(server.stdout).once('line', resolve);
  server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
});
const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  args: [...browserArgs, '--js-flags=--expose-gc'],
});
try {
  const results = Object.fromEntries(PAGES.map((name) => [name, []]));
  for (const name of PAGES) await load(name); // what the first page of a browser pays, none of them pays
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? PAGES : [...PAGES].reverse()) results[name].push(await load(name));
  }
  const cpu = Object.fromEntries(PAGES.map((name) => [name, median(results[name].map(({ busy }) => busy))]));
  const found = {
    cpu: cpu.widgets - cpu.empty,
    bare: cpu.lit - cpu.empty,
    cls: Math.max(...results.widgets.map(({ cls }) => cls)),
    ...(await leftovers()),
  };
  const missed = Object.keys(TARGETS).filter((name) => found[name] > TARGETS[name]);
  if (process.argv.includes('--json'))
    console.log(JSON.stringify({ rounds, targets: TARGETS, cpu, found, results, missed }, null, 2));
  else print(found);
  if (process.argv.includes('--check') && missed.length > 0) process.exitCode = 1;
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

/** One page in a context of its own: nothing is in its cache. */
async function load(name) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  // Time of the thread itself: what else the computer does is left out.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(`http://127.0.0.1:${port}/${name}`);
  await page.waitForFunction(() => window.seen >= 2);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  const { metrics } = await devtools.send('Performance.getMetrics');
  const busy = (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1000;
  await new Promise((resolve) => setTimeout(resolve, 300));
  const cls = await page.evaluate(() => window.cls);
  await context.close();
  return { busy, cls };
}

/** What stays of widgets that came and went, against what stays of the first ones. */
async function leftovers() {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(countTimers);
  const devtools = await context.newCDPSession(page);
  await page.goto(`http://127.0.0.1:${port}/widgets`);
  await page.waitForFunction(() => window.seen >= 2);
  const count = async () => {
    await page.evaluate(settled);
    for (let turn = 0; turn < 3; turn++) await devtools.send('HeapProfiler.collectGarbage');
    const { jsEventListeners, nodes } = await devtools.send('Memory.getDOMCounters');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    return {
      listeners: jsEventListeners,
      nodes,
      heap: usedSize / 1e6,
      timers: await page.evaluate(() => window.timers.size),
    };
  };
  await page.evaluate(mounts, 40);
  const before = await count();
  await page.evaluate(mounts, MOUNTS);
  const after = await count();
  await context.close();
  return Object.fromEntries(Object.keys(before).map((name) => [name, after[name] - before[name]]));
}

/** In the page: puts widgets in and takes them out, some before and some after their data are there. */
async function mounts(times) {
  for (let count = 0; count < times; count++) {
    const widget = document.createElement(count % 2 ? 'lk-bills' : 'lk-balance');
    document.body.append(widget);
    await new Promise((resolve) => (count % 10 === 0 ? setTimeout(resolve, 30) : queueMicrotask(resolve)));
    widget.remove();
  }
}

/** In the page: until nothing that is under way ends any more; a request of a widget that has gone takes its timer along when it ends. */
async function settled() {
  for (let same = 0, last = -1, turn = 0; same < 4 && turn < 80; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    same = window.timers.size === last ? same + 1 : 0;
    last = window.timers.size;
  }
}

/** In the page, before all else: the set of timers that are waiting. */
function countTimers() {
  const timers = new Set();
  window.timers = timers;
  const { setTimeout: set, clearTimeout: clear } = window;
  window.setTimeout = (work, wait, ...args) => {
    const id = set(() => {
      timers.delete(id);
      work(...args);
    }, wait);
    timers.add(id);
    return id;
  };
  window.clearTimeout = (id) => {
    timers.delete(id);
    clear(id);
  };
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function print(found) {
  const rows = {
    cpu: ['main thread more than an empty page, CPU 4× slower, ms', 0],
    bare: ['  the same of a bare Lit element', 0],
    cls: ['layout shift while loading (CLS)', 4],
    listeners: [`listeners left after ${MOUNTS} mounts`, 0],
    timers: ['timers left', 0],
    nodes: ['nodes left', 0],
    heap: ['heap grown, MB', 2],
  };
  console.log(`${rounds} rounds in turn, medians${' '.repeat(29)}found   at most`);
  for (const [name, [text, digits]] of Object.entries(rows)) {
    const limit = TARGETS[name] === undefined ? '' : String(TARGETS[name]);
    console.log(`${text.padEnd(50)}${found[name].toFixed(digits).padStart(10)}${limit.padStart(10)}`);
  }
}
