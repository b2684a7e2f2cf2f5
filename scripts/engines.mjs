/**
 * `npm run test:browsers`: the elements' tests and the journeys through the demo on every engine that this computer has. Chromium is
 * always there; Firefox is taken when it is installed (`firefox-esr`, `firefox`, or $FIREFOX), WebKit when its GTK port and driver are.
 * Says first which it found. `--engines firefox,webkit` takes these only. Files of `demo/e2e` run these journeys and nothing else; any
 * other arguments go to the runner of the elements' tests, which then runs alone.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { chromiumPath } from './browser.mjs';
import { filesUnder } from './files.mjs';
import { webkitPath } from './webkit.mjs';

const FIREFOX = [
  process.env.FIREFOX,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];
/** What is about commands, and would be the same on any engine. */
const ABOUT_COMMANDS = /(readme|start)\.test\.ts$/;
/** Milliseconds for a file of journeys; the longest takes a tenth of it. */
const PATIENCE = 1_200_000;

/** @returns {string | undefined} Path of a Firefox of this computer. */
export const firefoxPath = () => FIREFOX.find((path) => path && existsSync(path));

const run = (command, args, env) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('exit', (code) => resolve(code ?? 1));
  });

const elements = (engines, args) => run(join(root, 'node_modules/.bin/wtr'), args, { LK_ENGINES: engines.join() });

const journeys = (engine, files) =>
  run(process.execPath, ['--import', 'tsx', '--test', `--test-timeout=${PATIENCE}`, '--test-reporter=spec', ...files], {
    LK_ENGINE: engine,
  });

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const found = { chromium: await chromiumPath(), firefox: firefoxPath(), webkit: webkitPath() };
  const names = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };
  for (const [engine, path] of Object.entries(found)) console.log(`${names[engine]}: ${path ?? 'not installed'}`);
  const args = process.argv.slice(2);
  const at = args.indexOf('--engines');
  const wanted = at < 0 ? Object.keys(found) : args.splice(at, 2)[1]?.split(',');
  const engines = Object.keys(found).filter((engine) => found[engine] && wanted?.includes(engine));
  if (engines.length === 0) {
    console.error('There is none of these engines.');
    process.exit(1);
  }
  const named = args.filter((arg) => /\bdemo\/e2e\/.*\.test\.ts$/.test(arg));
  const failed = [];
  if (named.length === 0 && (await elements(engines, args)) !== 0) failed.push('the elements');
  if (named.length > 0 || args.length === 0) {
    const files =
      named.length > 0 ? named : filesUnder(['demo/e2e'], '.test.ts').filter((path) => !ABOUT_COMMANDS.test(path));
    for (const engine of engines) {
      console.log(`\nJourneys on ${names[engine]}`);
      if ((await journeys(engine, files)) !== 0) failed.push(`journeys on ${names[engine]}`);
    }
  }
  console.log(
    failed.length === 0
      ? `Passed on ${engines.map((engine) => names[engine]).join(', ')}.`
      : `Failed: ${failed.join(', ')}.`,
  );
  process.exit(failed.length === 0 ? 0 : 1);
}
