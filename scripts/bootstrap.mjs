/**
 * Set-up that every command of this project begins with: installs the pinned packages when they are missing or stale.
 * Plain Node, no dependencies: it runs before there are any.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const cacheDir = join(root, '.cache');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.bootstrap-stamp');
const lockDir = join(cacheDir, 'install.lock');
const LOCK_TIMEOUT_MS = 10 * 60 * 1000;
const LOCK_STALE_MS = 15 * 60 * 1000;

/** Fingerprint of what an installation depends on. */
function wantedStamp() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256')
    .update(lock)
    .update(`${process.platform} ${process.arch} ${process.versions.modules}`)
    .digest('hex');
}

function isFresh(stamp) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
}

/** The environment of the child: what npm set for this script would mislead the npm that we start. */
function cleanEnv() {
  const env = {};
  for (const [key, value] of Object.entries(process.env)) {
    if (!/^npm_(lifecycle|package|command|config_ignore_scripts)/.test(key)) env[key] = value;
  }
  return env;
}

function npm(args) {
  const path = process.env.npm_execpath;
  const [command, first] = path && /\.[cm]?js$/.test(path) ? [process.execPath, [path]] : ['npm', []];
  // Output of npm goes to stderr: stdout of a command stays parseable.
  return spawnSync(command, [...first, ...args], { cwd: root, env: cleanEnv(), stdio: ['ignore', 2, 2] }).status ?? 1;
}

const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

function withLock(work) {
  mkdirSync(cacheDir, { recursive: true });
  const started = Date.now();
  for (;;) {
    try {
      mkdirSync(lockDir);
      break;
    } catch {
      const age = Date.now() - (statSync(lockDir, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > LOCK_STALE_MS) rmSync(lockDir, { recursive: true, force: true });
      else if (Date.now() - started > LOCK_TIMEOUT_MS) {
        throw new Error(`Another installation seems to run. If none does, remove ${lockDir} and try again.`);
      } else pause(250);
    }
  }
  const release = () => rmSync(lockDir, { recursive: true, force: true });
  process.once('exit', release);
  const stop = () => {
    release();
    process.exit(130);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    work();
  } finally {
    release();
    process.off('exit', release);
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

/** `npx lk-scenario` works in the checkout as it does where the package is installed. */
export function linkOwnCommands() {
  const link = join(modules, '.bin', 'lk-scenario');
  if (!existsSync(link)) {
    mkdirSync(dirname(link), { recursive: true });
    rmSync(link, { force: true });
    symlinkSync('../../mock-backend/scenarios/cli.mjs', link);
  }
}

/** Installs when `node_modules` is missing or was made from another lockfile, platform or Node. */
export function ensureModules() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node ${process.versions.node} is too old: this project needs 20.19 or newer.`);
    process.exit(1);
  }
  const stamp = wantedStamp();
  if (!isFresh(stamp)) {
    withLock(() => {
      if (isFresh(stamp)) return; // somebody else installed while we waited
      console.error('Installing packages (the first time, or after a change of the lockfile)…');
      const status = npm(['ci', '--include=dev', '--no-audit', '--no-fund']);
      if (status !== 0) {
        console.error('npm ci failed; see above. Nothing was started.');
        process.exit(status);
      }
      writeFileSync(stampFile, stamp);
    });
  }
  linkOwnCommands();
}
