/**
 * `npm run test:stories`: opens every story of the built Storybook twice, as a Russian reader on a light desk and as an English one on
 * a dark phone, and fails on an error of the story or in the console, on what axe finds, on what leaves a phone's width, and on a story
 * that does not look as in stories/pictures: light, forced colours, right to left; dark at 320 px. Letters are bars in these pictures.
 *
 *   --only EXPR  stories whose id matches it
 *   --update     writes the pictures that changed instead; look at them before you commit
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { root } from './bootstrap.mjs';
import { browserArgs, chromiumPath, packagedChromium } from './browser.mjs';
import { filesUnder } from './files.mjs';
import { Pictures } from './stories/pictures.mjs';
import { Reader } from './stories/reader.mjs';
import { serve } from './stories/serve.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    update: { type: 'boolean', default: false },
  },
});
const only = new RegExp(values.only);
const SAME_PIXELS = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'];
const folder = join(root, 'storybook-static');
if (!existsSync(join(folder, 'index.json'))) {
  console.error('There is no built Storybook: run `npm run storybook:build` first.');
  process.exit(1);
}

const READERS = [
  { name: 'ru light wide', language: 'ru-RU', width: 1280, height: 1000, globals: { locale: 'ru', theme: 'light' } },
  { name: 'en dark 320', language: 'en-GB', width: 320, height: 1600, globals: { locale: 'en', theme: 'dark' } },
];

const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
const stories = Object.values(entries).filter(({ type, id }) => type === 'story' && only.test(id));
const { address, close } = await serve(folder);
// Another browser draws other edges: pictures are of the one that the lockfile names, which runs on Linux only.
const isPackaged = process.platform === 'linux' && process.arch === 'x64';
const browser = await chromium.launch({
  executablePath: await (isPackaged ? packagedChromium() : chromiumPath()),
  args: [...browserArgs, ...SAME_PIXELS],
});
const pictures = isPackaged ? new Pictures(values.update, browser.version()) : null;
if (!pictures) console.log(`Pictures are not compared: Chromium ${browser.version()} is not the packaged one.`);
const started = Date.now();
const total = stories.length * READERS.length;
const failures = [];
const unlike = pictures?.unlike();
if (unlike) failures.push(unlike);
if (!values.only) failures.push(...deadLinks());
let done = 0;

// Each reader has a page of its own; they go through the stories at the same time.
await Promise.all(
  READERS.map(async (options) => {
    const reader = new Reader(browser, address, options);
    for (const { id, title, name } of stories) {
      const problems = await reader.visit(id);
      // A story that failed is not what its picture shows.
      if (pictures && !unlike && problems.length === 0) {
        problems.push(...(await pictures.take(reader, id).catch((error) => [error.message.split('\n')[0]])));
      }
      done += 1;
      if (problems.length > 0) {
        failures.push(`${title} · ${name} (${options.name}): ${problems.join('\n    ')}`);
        console.log(`✖ ${failures.at(-1)}`);
      }
      if (done % 20 === 0) console.log(`  ${done} of ${total}, ${Math.round((Date.now() - started) / 1000)} s`);
    }
    await reader.close();
  }),
);
await browser.close();
close();
if (pictures) failures.push(...pictures.finish(values.only ? null : stories.map(({ id }) => id)));

const passed = Math.max(0, total - failures.length);
console.log(`${stories.length} stories, ${READERS.length} readers: ${passed} passed, ${failures.length} failed`);
if (process.env.LK_COUNTS) {
  writeFileSync(process.env.LK_COUNTS, JSON.stringify([{ file: 'stories', passed, failures }]));
}
process.exit(failures.length === 0 && passed > 0 ? 0 : 1);

/** Links of the pages of documentation that lead nowhere. */
function deadLinks() {
  return filesUnder(['stories/docs'], '.mdx').flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\?path=\/(?:docs|story)\/([\w-]+)/g)]
      .filter(([, id]) => !(id in entries))
      .map(([, id]) => `${file} links to ${id}, which is nowhere.`),
  );
}
