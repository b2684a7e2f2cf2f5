import { whileOnline } from '../api/online.js';
import { reserve } from './reserve.js';

/** A place in which tags may appear. */
export type Root = Document | ShadowRoot;

/** Tag → import of the module of its element, or of one that registers it by itself. */
export type Widgets = Readonly<Record<string, () => Promise<unknown>>>;

export interface AutoloadOptions {
  /** Nothing outside this list is ever loaded. */
  widgets: Widgets;
  /** What a tag needs besides, asked for at the same time: the page's session, and its texts. */
  besides(tag: string): Promise<unknown>;
  /** Registers the element of a module that has come. */
  define(tag: string, module: unknown): Promise<unknown>;
  /** A chunk did not come; called once for a tag, until it has come after all. */
  failed(tag: string, error: unknown): void;
}

/**
 * Loads the module of a tag when the tag first appears in a root that is watched.
 *
 * A module that did not come is asked for once more at once, then at the tag's next appearance, and when the network is back.
 */
export class Autoload {
  readonly #options: AutoloadOptions;
  readonly #missing: Set<string>;
  readonly #running = new Map<string, Promise<boolean>>();
  readonly #reported = new Set<string>();
  readonly #roots = new Set<Root>();
  readonly #observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) this.#scan(node);
  });

  constructor(options: AutoloadOptions) {
    this.#options = options;
    this.#missing = new Set(Object.keys(options.widgets));
    addEventListener('online', () => this.#roots.forEach((root) => this.#scan(root)));
  }

  /** Watches a root from now on, and loads for what it holds already. Watching it twice is watching it once. */
  observe(root: Root): void {
    if (this.#missing.size > 0 && !this.#roots.has(root)) {
      this.#roots.add(root);
      reserve(root);
      this.#observer.observe(root, { childList: true, subtree: true });
    }
    this.#scan(root);
  }

  /** Loads a tag's module before the tag is there; `false` when it did not come, or is not of the list. */
  load(tag: string): Promise<boolean> {
    if (!Object.hasOwn(this.#options.widgets, tag)) return Promise.resolve(false);
    if (!this.#missing.has(tag)) return Promise.resolve(true);
    let run = this.#running.get(tag);
    if (!run) {
      run = this.#fetch(tag);
      this.#running.set(tag, run);
    }
    return run;
  }

  async #fetch(tag: string): Promise<boolean> {
    try {
      const { besides, define, widgets } = this.#options;
      const load = widgets[tag];
      const [module] = await Promise.all([load && whileOnline(load), whileOnline(() => besides(tag))]);
      await define(tag, module);
      this.#missing.delete(tag);
      this.#reported.delete(tag);
      if (this.#missing.size === 0) this.#observer.disconnect();
      return true;
    } catch (error) {
      if (!this.#reported.has(tag)) {
        this.#reported.add(tag);
        this.#options.failed(tag, error);
      }
      return false;
    } finally {
      this.#running.delete(tag);
    }
  }

  #scan(node: Node): void {
    // One question for all tags first: a busy page adds thousands of nodes that hold none of ours.
    const any = [...this.#missing].join();
    if (!any || !(node instanceof Element || node instanceof Document || node instanceof DocumentFragment)) return;
    const found = new Set(Array.from(node.querySelectorAll(any), ({ localName }) => localName));
    if (node instanceof Element && node.matches(any)) found.add(node.localName);
    for (const tag of found) void this.load(tag);
  }
}
