/**
 * WebKitGTK over its own WebDriver: Safari's engine on Linux, for the test runner and for the journeys. It wants `webkit2gtk-driver` and,
 * where there is no screen, `xvfb`. Pages of the tests follow one another, each in a browser of its own.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { cacheDir } from './bootstrap.mjs';

const DRIVER = '/usr/bin/WebKitWebDriver';
const LIBRARIES = '/usr/lib';
/** For the driver and the screen to be there, and for each answer, milliseconds: who does not answer is replaced before a test gives up. */
const PATIENCE = 20_000;

/** @returns {string | undefined} Path of the browser that the driver drives, if both are installed. */
export function webkitPath() {
  if (!existsSync(DRIVER) || !(process.env.DISPLAY || existsSync('/usr/bin/Xvfb'))) return undefined;
  const places = ['.', ...readdirSync(LIBRARIES)].flatMap((folder) =>
    ['4.1', '4.0'].map((version) => join(LIBRARIES, folder, `webkit2gtk-${version}`, 'MiniBrowser')),
  );
  return places.find((path) => existsSync(path));
}

/**
 * A driver of its own, with a screen where there is none. It has one session at a time.
 *
 * @param {string} folder - Of its settings. @param {string} [downloads] - Where its browser puts what a page saves.
 * @returns {import('./webkit.d.mts').Driver}
 */
export function webkitDriver(folder = join(cacheDir, 'webkit'), downloads = undefined) {
  const children = new Set();
  let address = '';
  let env = null;
  let driver = null;

  const ask = async (method, path, body) => {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      signal: AbortSignal.timeout(PATIENCE),
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`WebKit: ${value?.error}: ${value?.message}`);
    return value;
  };
  const keep = (child) => {
    children.add(child);
    child.on('exit', () => children.delete(child));
    child.on('error', (error) => console.error(error.message));
    return child;
  };
  const stop = () => {
    process.off('exit', stop);
    for (const child of children) child.kill();
  };
  process.once('exit', stop);
  const start = async () => {
    const display = env?.DISPLAY ?? process.env.DISPLAY ?? (await screen(keep));
    env = { ...process.env, DISPLAY: display, XDG_CONFIG_HOME: folder };
    settle(folder, downloads);
    driver?.kill();
    const port = await freePort();
    driver = keep(spawn(DRIVER, [`--port=${port}`], { stdio: 'ignore', env }));
    address = `http://127.0.0.1:${port}`;
    const limit = Date.now() + PATIENCE;
    const ready = () => ask('GET', '/status').then(({ ready }) => ready);
    while (!(await ready().catch(() => false))) {
      if (Date.now() > limit) throw new Error('WebKitWebDriver does not answer.');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  return {
    ask,
    start,
    stop,
    async begin(capabilities = {}) {
      const browser = { binary: webkitPath(), args: ['--automation'] };
      const alwaysMatch = { pageLoadStrategy: 'none', 'webkitgtk:browserOptions': browser, ...capabilities };
      return (await ask('POST', '/session', { capabilities: { alwaysMatch } })).sessionId;
    },
    async resize(session, { width, height }) {
      const rect = (size) => ask('POST', `/session/${session}/window/rect`, size);
      const { width: outer, height: high } = await rect({ width, height });
      const script = 'return [innerWidth, innerHeight]';
      const [inner, low] = await ask('POST', `/session/${session}/execute/sync`, { script, args: [] });
      await rect({ width: width + outer - inner, height: height + high - low });
    },
    async type(session, keys) {
      const actions = keys.flatMap((key) => {
        const parts = key.length > 1 ? key.split('+').map((part) => KEYS[part] ?? part) : [key];
        return [
          ...parts.map((value) => ({ type: 'keyDown', value })),
          ...parts.toReversed().map((value) => ({ type: 'keyUp', value })),
        ];
      });
      await ask('POST', `/session/${session}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] });
    },
  };
}

/** @returns {import('@web/test-runner').BrowserLauncher} */
export function webkitLauncher() {
  /** Session of the runner → session of the driver. */
  const sessions = new Map();
  const { ask, begin, resize, start, stop, type } = webkitDriver();
  const open = async (id, url) => {
    const session = await begin().catch(() => start().then(() => begin()));
    sessions.set(id, session);
    await resize(session, { width: 800, height: 600 });
    await ask('POST', `/session/${session}/url`, { url });
  };

  return {
    name: 'WebKit',
    // Commands know the pages of this one.
    type: 'playwright',
    // The driver has one session at a time.
    concurrency: 1,
    initialize: start,
    async stop() {
      stop();
    },
    startSession: open,
    startDebugSession: open,
    isActive: (id) => sessions.has(id),
    getBrowserUrl: (id) => ask('GET', `/session/${sessions.get(id)}/url`),
    async stopSession(id) {
      const session = sessions.get(id);
      sessions.delete(id);
      await ask('DELETE', `/session/${session}`).catch(start);
      return {};
    },
    /** What commands of @web/test-runner-commands ask of a page; there is no emulation of media. */
    getPage: (id) => ({
      setViewportSize: (size) => resize(sessions.get(id), size),
      keyboard: {
        press: (key) => type(sessions.get(id), [key]),
        type: (text) => type(sessions.get(id), [...text]),
      },
    }),
  };
}

/** Names of keys as WebDriver writes them. @see https://www.w3.org/TR/webdriver/#keyboard-actions */
const KEYS = {
  Space: ' ',
  Shift: '\uE008',
  Control: '\uE009',
  ControlOrMeta: '\uE009',
  Alt: '\uE00A',
  Backspace: '\uE003',
  Delete: '\uE017',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** Without motion axe never reads a colour that is half way between two. */
function settle(folder, downloads) {
  mkdirSync(join(folder, 'gtk-3.0'), { recursive: true });
  writeFileSync(join(folder, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  if (downloads) writeFileSync(join(folder, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
}

/** A screen that nobody sees. @returns {Promise<string>} Its name for `DISPLAY`. */
function screen(keep) {
  const child = keep(
    spawn('/usr/bin/Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    }),
  );
  return new Promise((resolve, reject) => {
    child.stdio[3].once('data', (data) => resolve(`:${String(data).trim()}`));
    child.once('exit', () => reject(new Error('Xvfb did not start.')));
  });
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
