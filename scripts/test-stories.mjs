/**
 * `npm run test:stories`: opens every story of the built Storybook twice, as a Russian reader on a light desk and as an English one on
 * a dark phone, and fails on an error of the story or in the console, on what axe finds, and on what leaves a phone's width.
 *
 *   --only TEXT   stories whose id contains it
 *   --shots DIR   keeps a picture of each
 */
import { createReadStream, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { root } from './bootstrap.mjs';
import { browserArgs, chromiumPath } from './browser.mjs';

const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, shots: { type: 'string' } } });
const folder = join(root, 'storybook-static');
if (!existsSync(join(folder, 'index.json'))) {
  console.error('There is no built Storybook: run `npm run storybook:build` first.');
  process.exit(1);
}

const READERS = [
  { name: 'ru light wide', globals: { locale: 'ru', theme: 'light', width: 'full' }, width: 1280 },
  { name: 'en dark 320', globals: { locale: 'en', theme: 'dark', width: 'full' }, width: 320 },
];
/** A story is a part of a page: what concerns whole pages does not concern it. */
const OF_PAGES = ['region', 'page-has-heading-one', 'landmark-one-main', 'html-has-lang', 'document-title', 'bypass'];
/** What a story about a failing backend prints, by nature. */
const EXPECTED = /Failed to load resource|Lit is in dev mode/;

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  if (!file.startsWith(folder + sep) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const address = `http://127.0.0.1:${server.address().port}`;

const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
const stories = Object.values(entries).filter(({ type, id }) => type === 'story' && id.includes(values.only));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: browserArgs });
let passed = 0;
let failed = 0;

for (const reader of READERS) {
  const page = await browser.newPage({ viewport: { width: reader.width, height: 900 } });
  let complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const globals = Object.entries(reader.globals)
    .map(([key, value]) => `${key}:${value}`)
    .join(';');
  await page.goto(`${address}/iframe.html?viewMode=story&id=${stories[0]?.id}&globals=${globals}`);
  await page.evaluate(axe);

  for (const { id, title, name } of stories) {
    complaints = [];
    const problems = await visit(page, id, reader).catch((error) => [error.message]);
    problems.push(...complaints);
    if (values.shots) {
      mkdirSync(resolve(values.shots), { recursive: true });
      const file = join(resolve(values.shots), `${id}-${reader.name.replaceAll(' ', '-')}.png`);
      await page.screenshot({ path: file, fullPage: true });
    }
    if (problems.length === 0) passed += 1;
    else {
      failed += 1;
      console.log(`✖ ${title} · ${name} (${reader.name})\n    ${[...new Set(problems)].join('\n    ')}`);
    }
  }
  await page.close();
}
await browser.close();
server.close();

console.log(`${stories.length} stories, ${READERS.length} readers: ${passed} passed, ${failed} failed`);
if (process.env.LK_COUNTS) writeFileSync(process.env.LK_COUNTS, JSON.stringify({ passed, failed }));
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** Shows a story without loading the page anew, as a click in the sidebar does. @returns What is wrong with it. */
async function visit(page, id, reader) {
  const verdict = await page.evaluate(
    (storyId) =>
      new Promise((done, fail) => {
        const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
        const current = () => channel.last('storyFinished')?.[0];
        const limit = setTimeout(() => fail(new Error('The story did not finish in 30 s.')), 30_000);
        const look = () => {
          if (current()?.storyId !== storyId) return setTimeout(look, 20);
          clearTimeout(limit);
          return done(current().status);
        };
        channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
        look();
      }),
    id,
  );
  // Data have come, unless the story is about data that never do.
  await page
    .waitForFunction(
      () => [...document.querySelectorAll('.stage *')].every((element) => element.status !== 'pending'),
      undefined,
      { timeout: 4000, polling: 50 },
    )
    .catch(() => undefined);
  const problems = verdict === 'error' ? ['The story failed.'] : [];
  const unknown = await page.evaluate(() =>
    [...document.querySelectorAll('.stage :not(:defined)')].map(({ localName }) => localName),
  );
  if (unknown.length > 0) problems.push(`Not registered: ${unknown.join(', ')}.`);
  const { violations } = await page.evaluate(
    (disabled) =>
      globalThis.axe.run(document.querySelector('#storybook-root'), {
        rules: Object.fromEntries(disabled.map((rule) => [rule, { enabled: false }])),
        resultTypes: ['violations'],
      }),
    OF_PAGES,
  );
  for (const { id: rule, nodes } of violations) {
    problems.push(
      `${rule}: ${nodes
        .map(({ target, failureSummary }) => `${target.flat().join(' ')} (${failureSummary?.split('\n')[1]?.trim()})`)
        .slice(0, 3)
        .join('; ')}`,
    );
  }
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (beyond > 0) problems.push(`Leaves ${reader.width} px by ${beyond} px.`);
  return problems;
}
