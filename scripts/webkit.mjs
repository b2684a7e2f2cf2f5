/**
 * WebKitGTK for the test runner, over its own WebDriver: Safari's engine on Linux. It wants `webkit2gtk-driver` and, where there is no
 * screen, `xvfb`. Pages of the tests follow one another, each in a browser of its own.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { cacheDir } from './bootstrap.mjs';

const DRIVER = '/usr/bin/WebKitWebDriver';
const LIBRARIES = '/usr/lib';
/** For the driver and the screen to be there, milliseconds. */
const PATIENCE = 20_000;

/** @returns {string | undefined} Path of the browser that the driver drives, if both are installed. */
export function webkitPath() {
  if (!existsSync(DRIVER) || !(process.env.DISPLAY || existsSync('/usr/bin/Xvfb'))) return undefined;
  const places = ['.', ...readdirSync(LIBRARIES)].flatMap((folder) =>
    ['4.1', '4.0'].map((version) => join(LIBRARIES, folder, `webkit2gtk-${version}`, 'MiniBrowser')),
  );
  return places.find((path) => existsSync(path));
}

/** @returns {import('@web/test-runner').BrowserLauncher} */
export function webkitLauncher() {
  /** Session of the runner → session of the driver. */
  const sessions = new Map();
  const children = new Set();
  let address = '';
  let env = process.env;
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
  /** A driver, in place of one that answers no more. */
  const drive = async () => {
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

  const type = (session, keys) => {
    const actions = keys.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    return ask('POST', `/session/${session}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] });
  };
  /** The window as large as makes its content so. */
  const resize = async (session, { width, height }) => {
    const rect = (size) => ask('POST', `/session/${session}/window/rect`, size);
    const { width: outer, height: high } = await rect({ width, height });
    const script = 'return [innerWidth, innerHeight]';
    const [inner, low] = await ask('POST', `/session/${session}/execute/sync`, { script, args: [] });
    await rect({ width: width + outer - inner, height: height + high - low });
  };
  const begin = () =>
    ask('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          pageLoadStrategy: 'none',
          'webkitgtk:browserOptions': { binary: webkitPath(), args: ['--automation'] },
        },
      },
    });
  const open = async (id, url) => {
    const { sessionId } = await begin().catch(() => drive().then(begin));
    sessions.set(id, sessionId);
    await resize(sessionId, { width: 800, height: 600 });
    await ask('POST', `/session/${sessionId}/url`, { url });
  };

  return {
    name: 'WebKit',
    // Commands know the pages of this one.
    type: 'playwright',
    // The driver has one session at a time.
    concurrency: 1,
    async initialize() {
      const display = process.env.DISPLAY ?? (await screen(keep));
      env = { ...process.env, DISPLAY: display, XDG_CONFIG_HOME: withoutMotion() };
      await drive();
    },
    async stop() {
      for (const child of children) child.kill();
    },
    startSession: open,
    startDebugSession: open,
    isActive: (id) => sessions.has(id),
    getBrowserUrl: (id) => ask('GET', `/session/${sessions.get(id)}/url`),
    async stopSession(id) {
      const session = sessions.get(id);
      sessions.delete(id);
      await ask('DELETE', `/session/${session}`).catch(drive);
      return {};
    },
    /** What commands of @web/test-runner-commands ask of a page; there is no emulation of media. */
    getPage: (id) => ({
      setViewportSize: (size) => resize(sessions.get(id), size),
      keyboard: {
        press: (key) => type(sessions.get(id), [KEYS[key] ?? key]),
        type: (text) => type(sessions.get(id), [...text]),
      },
    }),
  };
}

/** Names of keys as WebDriver writes them. @see https://www.w3.org/TR/webdriver/#keyboard-actions */
const KEYS = {
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

/** Without motion axe never reads a colour that is half way between two. @returns {string} Folder of settings that say so. */
function withoutMotion() {
  const folder = join(cacheDir, 'webkit');
  mkdirSync(join(folder, 'gtk-3.0'), { recursive: true });
  writeFileSync(join(folder, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  return folder;
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
