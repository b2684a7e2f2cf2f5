/**
 * `npm run test:browsers`: the browser tests on every engine that this computer has. Chromium is always there; Firefox is taken when
 * it is installed (`firefox-esr`, `firefox`, or $FIREFOX), WebKit when its GTK port and driver are. Says first which it found.
 * `--engines firefox,webkit` takes these only; other arguments go to the test runner.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { chromiumPath } from './browser.mjs';
import { webkitPath } from './webkit.mjs';

const FIREFOX = [
  process.env.FIREFOX,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** @returns {string | undefined} Path of a Firefox of this computer. */
export const firefoxPath = () => FIREFOX.find((path) => path && existsSync(path));

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
  const child = spawn(join(root, 'node_modules/.bin/wtr'), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, LK_ENGINES: engines.join() },
  });
  child.on('exit', (code) => process.exit(code ?? 1));
}
