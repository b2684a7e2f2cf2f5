/**
 * `npm run test:browsers`: the browser tests on every engine that this computer has. Chromium is always there; Firefox is taken when
 * it is installed (`firefox-esr`, `firefox`, or $FIREFOX). Says first which it found. Arguments go to the test runner.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { chromiumPath } from './browser.mjs';

const FIREFOX = [
  process.env.FIREFOX,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** @returns {string | undefined} Path of a Firefox of this computer. */
export const firefoxPath = () => FIREFOX.find((path) => path && existsSync(path));

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const firefox = firefoxPath();
  console.log(`Chromium: ${await chromiumPath()}`);
  console.log(`Firefox: ${firefox ?? 'not installed'}`);
  console.log('WebKit: not driven by this runner; see README, "Browsers"');
  const child = spawn(join(root, 'node_modules/.bin/wtr'), process.argv.slice(2), {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, LK_ENGINES: firefox ? 'chromium,firefox' : 'chromium' },
  });
  child.on('exit', (code) => process.exit(code ?? 1));
}
