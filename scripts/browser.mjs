/** Finds a Chromium: $CHROMIUM, then a system one, then the one that ships in a package of the lockfile. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './bootstrap.mjs';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
];

/** Arguments for a browser that runs as anybody, without a screen, and asks nothing of the network. */
export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

let found;

/** @returns {Promise<string>} Path of the executable; the same for all who ask. */
export function chromiumPath() {
  found ??= locate();
  return found;
}

async function locate() {
  const fromEnv = process.env.CHROMIUM;
  if (fromEnv) {
    if (!existsSync(fromEnv)) throw new Error(`CHROMIUM names ${fromEnv}, which does not exist.`);
    return fromEnv;
  }
  const system = SYSTEM.find((path) => existsSync(path));
  if (system) return system;
  return packagedChromium();
}

/** @returns {Promise<string>} The browser that ships in a package of the lockfile: the same one on every computer. */
export async function packagedChromium() {
  // The package unpacks to $TMPDIR/chromium with mode 0700: a folder of the project keeps users apart.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = join(cacheDir, 'browser');
  mkdirSync(process.env.TMPDIR, { recursive: true });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
