import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Download, FileChooser, Locator, Page } from 'playwright-core';
import type { Visitor } from './browser.js';
import { find, inWords, type Step } from './locate.js';
import { type Exact, type Named, WebKitLocator } from './locator.js';
import { partly, PATIENCE, until } from './partly.js';
import type { Route } from './proxy.js';

type Listener = (value: unknown) => unknown;
interface NamedFile {
  readonly name: string;
  readonly buffer: Buffer;
}
/** What has come of a script: `pending` names what is not done yet. */
interface Done<R> {
  readonly value: Awaited<R>;
  readonly error?: string;
  readonly pending?: string;
}
/** Said by a page that has another number of what is looked for. */
const NOT_ONE = 'elements that are not one but ';
/** Said by the driver when the page was left before a script had answered: the next page is asked. */
const LEFT = 'before the unload event';
/** So long, in milliseconds, the driver waits for a script. */
const SHORT = 300;
type State = 'load' | 'domcontentloaded';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A reference of WebDriver to an element. */
export type Reference = Readonly<Record<typeof ELEMENT, string>>;
export const idOf = (reference: Reference): string => reference[ELEMENT];

/** One window of a visitor, or a frame in it. */
export class WebKitPage {
  readonly #visitor: Visitor;
  readonly #window: string;
  /** Where the frame is in the window. */
  readonly #frame: string | null;
  readonly #listeners: (readonly [name: string, listener: Listener])[] = [];
  #url = 'about:blank';

  readonly keyboard = {
    press: (key: string): Promise<void> => this.driven(({ driver, session }) => driver.type(session, [key])),
    type: async (text: string): Promise<void> => {
      const keys = (await this.evaluate(isDate)) ? text.replace(/^(\d\d)(\d\d)(\d{4})$/, '$1-$2-$3') : text;
      await this.driven(({ driver, session }) => driver.type(session, [...keys]));
    },
  };
  readonly request = { get: (url: string): Promise<Response> => fetch(url) };

  constructor(visitor: Visitor, window: string, frame: string | null = null) {
    this.#visitor = visitor;
    this.#window = window;
    this.#frame = frame;
  }

  /** Asks the driver while this window, or frame, is the one that it asks. */
  driven<T>(work: (visitor: Visitor, path: string) => Promise<T>): Promise<T> {
    const { driver } = this.#visitor;
    return this.#visitor.in(this.#window, async (path) => {
      if (this.#frame === null) return work(this.#visitor, path);
      const id = await driver.ask('POST', `${path}/element`, { using: 'css selector', value: this.#frame });
      await driver.ask('POST', `${path}/frame`, { id });
      return work(this.#visitor, path).finally(() => driver.ask('POST', `${path}/frame`, { id: null }));
    });
  }

  frameLocator = (css: string): Page => new WebKitPage(this.#visitor, this.#window, css).asPlaywright;

  /** Runs a function in the page on what steps lead to. @throws {Error} What it throws. */
  async run<A, R>(
    work: (found: Element[], argument: A) => R,
    steps: readonly Step[],
    argument: A,
  ): Promise<Awaited<R>> {
    const call = `(steps, argument) => (${String(work)})((${String(find)})(steps), argument)`;
    for (;;) {
      try {
        return await this.#execute<R>(call, steps, argument);
      } catch (error) {
        if (!String(error).includes(LEFT)) throw error;
      }
    }
  }

  /** Runs a function in the page on the one element that steps lead to, as soon as there is one. @throws {Error} What it throws. */
  async runOnOne<A, R>(
    work: (one: Element, argument: A) => R,
    steps: readonly Step[],
    argument?: A,
  ): Promise<Awaited<R>> {
    const one = `((found) => { if (found.length !== 1) throw '${NOT_ONE}' + found.length; return found[0]; })`;
    const call = `(steps, argument) => (${String(work)})(${one}((${String(find)})(steps)), argument)`;
    const limit = Date.now() + PATIENCE;
    for (;;) {
      try {
        return await this.#execute<R>(call, steps, argument ?? null);
      } catch (error) {
        if (!String(error).includes(NOT_ONE) && !String(error).includes(LEFT)) throw error;
        if (Date.now() > limit) throw new Error(`${inWords(steps)}: ${String(error)}`, { cause: error });
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  evaluate = <A, R>(work: (argument: A) => R, argument?: A): Promise<Awaited<R>> =>
    this.#execute(String(work), argument ?? null);

  goto = async (url: string, { waitUntil = 'load' }: { waitUntil?: State } = {}): Promise<void> => {
    await this.#leave(`open ${url}`, (path) => this.#visitor.driver.ask('POST', `${path}/url`, { url }), waitUntil);
  };

  reload = (): Promise<void> =>
    this.#leave('load again', (path) => this.#visitor.driver.ask('POST', `${path}/refresh`, {}), 'load');

  goBack = async (): Promise<void> => {
    await this.driven(({ driver }, path) => driver.ask('POST', `${path}/back`, {}));
  };

  waitForLoadState = async (state: State = 'load'): Promise<void> => {
    await until(`the ${state} of ${this.#url}`, () => this.#is(state));
  };

  waitForURL = (wanted: RegExp): Promise<void> =>
    until(String(wanted), async () => wanted.test(await this.evaluate(() => location.href)));

  waitForFunction = (holds: () => boolean): Promise<void> => until(String(holds), () => this.evaluate(holds));

  waitForTimeout = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  url = (): string => this.#url;

  /** Windows lie beside one another: none is behind. */
  bringToFront = (): Promise<void> => this.driven(() => Promise.resolve());

  route = async (wanted: string | RegExp, handle: (route: Route) => unknown): Promise<void> => {
    const pattern = typeof wanted === 'string' ? fromGlob(wanted) : wanted;
    this.#visitor.proxy.routes.unshift({ name: String(wanted), matches: (url) => pattern.test(url), handle });
  };

  unroute = async (wanted: string | RegExp): Promise<void> => {
    const { routes } = this.#visitor.proxy;
    routes.splice(0, routes.length, ...routes.filter(({ name }) => name !== String(wanted)));
  };

  addInitScript = (script: () => void): Promise<void> => this.#visitor.addInitScript(script);

  on = (name: string, listener: Listener): void => void this.#listeners.push([name, listener]);

  emit(name: string, value: unknown): void {
    for (const [wanted, listener] of this.#listeners) if (wanted === name) listener(value);
  }

  waitForEvent = (name: string): Promise<Page | FileChooser | Download> => {
    if (name === 'popup') return this.#visitor.nextPage();
    if (name === 'download') return this.#visitor.nextDownload();
    if (name === 'filechooser') return this.#chooser();
    return Promise.reject(new Error(`WebKit is not asked for ${name}.`));
  };

  context = () => this.#visitor.asPlaywright;

  close = async (): Promise<void> => {
    await this.driven(({ driver }, path) => driver.ask('DELETE', `${path}/window`));
    this.#visitor.forget(this);
    this.emit('close', this);
  };

  locator = (css: string): Locator => this.#start.locator(css);
  getByRole = (role: string, options?: Named): Locator => this.#start.getByRole(role, options);
  getByLabel = (text: string | RegExp, options?: Exact): Locator => this.#start.getByLabel(text, options);
  getByText = (text: string | RegExp, options?: Exact): Locator => this.#start.getByText(text, options);

  get asPlaywright(): Page {
    return partly<Page>(this, 'page');
  }

  get #start(): WebKitLocator {
    return new WebKitLocator(this, []);
  }

  async #execute<R>(work: string, ...args: readonly unknown[]): Promise<Awaited<R>> {
    // What compiles the tests wraps named functions into a call of this helper.
    let answer = await this.#script<R>(`const __name = (named) => named; return (${work})(...args)`, args);
    while (answer.pending) {
      const key = `lk:${answer.pending}`;
      answer = await this.#script<R>(`const work = globalThis[args[0]]; delete globalThis[args[0]]; return work;`, [
        key,
      ]);
    }
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  }

  /** Runs it in the page. What takes long is left there to be asked for again: meanwhile the driver would hear nothing else. */
  async #script<R>(body: string, args: readonly unknown[]): Promise<Done<R>> {
    const script = `const args = [...arguments];
      const done = args.pop();
      const answer = (async () => { ${body} })().then((value) => ({ value }), (error) => ({ error: String(error) }));
      const later = setTimeout(() => {
        const pending = crypto.randomUUID();
        globalThis['lk:' + pending] = answer.then((known) => { if ('error' in known) throw known.error; return known.value; });
        done({ pending, href: location.href });
      }, ${SHORT});
      answer.then((known) => { clearTimeout(later); done({ ...known, href: location.href }); });`;
    const answer = await this.driven(({ driver }, path) =>
      driver.ask('POST', `${path}/execute/async`, { script, args }),
    );
    const { href, ...known } = answer as Done<R> & { href: string };
    this.#url = href;
    return known;
  }

  async #is(state: State): Promise<boolean> {
    const ready = await this.evaluate(() => ('leaving' in globalThis ? 'loading' : document.readyState));
    return ready === 'complete' || (state === 'domcontentloaded' && ready === 'interactive');
  }

  /** Goes elsewhere, and waits for what comes then: the page that is left is told apart by a mark. */
  async #leave(where: string, go: (path: string) => Promise<unknown>, state: State): Promise<void> {
    await this.evaluate(() => void Reflect.set(globalThis, 'leaving', true));
    await this.driven((_, path) => go(path));
    await until(where, () => this.#is(state));
  }

  /** There is no dialog that a driver could fill in: the press that would open it is caught. */
  async #chooser(): Promise<FileChooser> {
    await this.evaluate(() => {
      const caught = (event: Event): void => {
        const [field] = event.composedPath();
        if (!(field instanceof HTMLInputElement) || field.type !== 'file') return;
        removeEventListener('click', caught, true);
        event.preventDefault();
        Reflect.set(globalThis, 'chooser', field);
      };
      addEventListener('click', caught, true);
    });
    const chosen = (): Promise<unknown> => this.evaluate(() => Reflect.get(globalThis, 'chooser') ?? null);
    await until('a dialog for files', async () => (await chosen()) !== null);
    const field = await this.evaluate(() => {
      const found: unknown = Reflect.get(globalThis, 'chooser');
      Reflect.deleteProperty(globalThis, 'chooser');
      return found;
    });
    return partly<FileChooser>({ setFiles: (file: NamedFile) => this.#upload(field as Reference, file) }, 'dialog');
  }

  async #upload(field: Reference, { name, buffer }: NamedFile): Promise<void> {
    const text = join(this.#visitor.folder, name);
    await writeFile(text, buffer);
    await this.driven(({ driver }, path) => driver.ask('POST', `${path}/element/${idOf(field)}/value`, { text }));
  }
}

/** Whether what has the focus is a field for a date: WebKitGTK goes on from day to month by a dash only. */
function isDate(): boolean {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLInputElement && active.type === 'date';
}

/** As playwright reads addresses: two stars are anything, one stays between slashes. */
function fromGlob(glob: string): RegExp {
  const parts = glob.split('**').map((part) => part.replace(/[.?+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*'));
  return new RegExp(`^${parts.join('.*')}$`);
}
