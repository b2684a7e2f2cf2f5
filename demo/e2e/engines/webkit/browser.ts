/** WebKit as it is installed, driven over plain WebDriver, by as much of playwright's interface as the journeys use. */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import { type Driver, webkitDriver, webkitPath } from '../../../../scripts/webkit.mjs';
import { partly, until } from './partly.js';
import { WebKitPage } from './page.js';
import { BrowserProxy } from './proxy.js';

interface Options {
  readonly viewport?: { readonly width: number; readonly height: number };
}
interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly url: string;
}
type Script = (() => void) | { readonly content: string };

/** A visitor: a driver and a browser of his own, whose network goes through us. */
export class Visitor {
  readonly #pages: WebKitPage[] = [];
  #site: string | null = null;
  #used = false;
  #last: Promise<unknown> = Promise.resolve();
  #current = '';

  private constructor(
    readonly driver: Driver,
    readonly session: string,
    readonly proxy: BrowserProxy,
    readonly options: Options,
    /** Of this visitor's files. */
    readonly folder: string,
  ) {
    proxy.onRequest = (request) => this.#emit('request', request);
    proxy.onSaid = ({ type, text }) =>
      type === 'pageerror'
        ? this.#emit(type, new Error(text))
        : this.#emit('console', { type: () => type, text: () => text });
  }

  static async open(options: Options): Promise<Visitor> {
    const folder = await mkdtemp(join(tmpdir(), 'lk-webkit-'));
    const saved = join(folder, 'saved');
    await mkdir(saved);
    const driver = webkitDriver(join(folder, 'settings'), saved);
    const [proxy] = await Promise.all([BrowserProxy.open(), driver.start()]);
    const session = await driver.begin({ proxy: { proxyType: 'manual', httpProxy: proxy.address } });
    return new Visitor(driver, session, proxy, options, folder);
  }

  /** Asks the driver of one window; all wait for one another. */
  in<T>(window: string, work: (path: string) => Promise<T>): Promise<T> {
    const path = `/session/${this.session}`;
    const turn = this.#last.then(async () => {
      if (this.#current !== window) await this.driver.ask('POST', `${path}/window`, { handle: window });
      this.#current = window;
      return work(path);
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #windows(): Promise<readonly string[]> {
    const turn = this.#last.then(() => this.driver.ask('GET', `/session/${this.session}/window/handles`));
    this.#last = turn.catch(() => undefined);
    return (await turn) as readonly string[];
  }

  /** The next window that a page opens. */
  async nextPage(): Promise<Page> {
    const before = new Set(await this.#windows());
    let fresh: string | undefined;
    await until(
      'a new window',
      async () => (fresh = (await this.#windows()).find((one) => !before.has(one))) !== undefined,
    );
    return this.#page(fresh ?? '');
  }

  /** The next file that a page saves: its browser puts it into a folder when it is whole. */
  async nextDownload(): Promise<Download> {
    const saved = join(this.folder, 'saved');
    const before = new Set(await readdir(saved));
    let name = '';
    await until('a saved file', async () => {
      name = (await readdir(saved)).find((one) => !before.has(one) && !one.endsWith('.wkdownload')) ?? '';
      return name !== '';
    });
    return partly<Download>({ suggestedFilename: () => name, path: async () => join(saved, name) }, 'download');
  }

  newPage = async (): Promise<Page> => {
    const [first = ''] = await this.#windows();
    if (!this.#used) {
      this.#used = true;
      await this.in(first, () =>
        this.driver.resize(this.session, this.options.viewport ?? { width: 1280, height: 900 }),
      );
      const page = this.#page(first);
      if (this.#site) await page.goto(BrowserProxy.begin(this.#site));
      return page;
    }
    const made = await this.in(first, (path) => this.driver.ask('POST', `${path}/window/new`, { type: 'window' }));
    return this.#page((made as { handle: string }).handle);
  };

  addCookies = async (cookies: readonly Cookie[]): Promise<void> => {
    for (const { name, value, url } of cookies) {
      this.#site = url;
      this.proxy.cookies.push(`${name}=${value}; Path=/`);
    }
  };

  addInitScript = async (script: Script): Promise<void> => {
    this.proxy.scripts.push(typeof script === 'function' ? `(${String(script)})();` : script.content);
  };

  /** As a browser is told by its system: what is under way ends, and pages hear of it. */
  setOffline = async (offline: boolean): Promise<void> => {
    this.proxy.offline = offline;
    for (const page of this.#pages) {
      await page.evaluate((is) => {
        Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !is });
        dispatchEvent(new Event(is ? 'offline' : 'online'));
      }, offline);
    }
  };

  waitForEvent = (name: string): Promise<Page> =>
    name === 'page' ? this.nextPage() : Promise.reject(new Error(`WebKit is not asked for ${name}.`));

  setDefaultTimeout = (): void => undefined;

  close = async (): Promise<void> => {
    await this.driver.ask('DELETE', `/session/${this.session}`).catch(() => undefined);
    this.driver.stop();
    this.proxy.close();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  };

  forget(page: WebKitPage): void {
    this.#pages.splice(this.#pages.indexOf(page), 1);
    this.#current = '';
  }

  get asPlaywright(): BrowserContext {
    return partly<BrowserContext>(this, 'context');
  }

  #page(window: string): Page {
    const page = new WebKitPage(this, window);
    this.#pages.push(page);
    return page.asPlaywright;
  }

  #emit(name: string, value: unknown): void {
    for (const page of this.#pages) page.emit(name, value);
  }
}

/** @throws {Error} If there is no WebKit on this computer. */
export function openWebKit(): Browser {
  if (!webkitPath())
    throw new Error('There is no WebKit: install webkit2gtk-driver, and xvfb where there is no screen.');
  const visitors: Visitor[] = [];
  const open = async (options: Options = {}): Promise<Visitor> => {
    const visitor = await Visitor.open(options);
    visitors.push(visitor);
    return visitor;
  };
  const browser = {
    newContext: async (options?: Options) => (await open(options)).asPlaywright,
    /** Its visitor leaves with it. */
    async newPage(options?: Options) {
      const visitor = await open(options);
      const page = await visitor.newPage();
      page.on('close', () => visitor.close());
      return page;
    },
    async close() {
      await Promise.all(visitors.map((visitor) => visitor.close()));
    },
  };
  return partly<Browser>(browser, 'browser');
}
