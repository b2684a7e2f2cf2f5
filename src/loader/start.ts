import type { LkSession } from '../core/session/types.js';
import { type Language, languageOf } from '../i18n/locale.js';
import { Autoload, type Root, type Widgets } from './autoload.js';
import { configOfPage, isConfig, type PageConfig, problemOf } from './config.js';
import type * as PageModule from './page.js';

/** A call by name, as a page may queue it before the script has come: `lk.push(['init', { … }])`. */
export type QueuedCall =
  | readonly ['init', PageConfig]
  | readonly ['observe', Root]
  | readonly ['load', ...tags: string[]]
  | readonly ['logout']
  | ((lk: LkLoader) => void);

/** What `window.lk` is once the script has come. */
export interface LkLoader {
  readonly version: string;
  /** Opens the page's session. Elements that came before it are waiting for it. @throws {TypeError} names what is missing */
  init(config: PageConfig): Promise<LkSession>;
  /** Also loads for tags inside this shadow root; the document needs no call. */
  observe(root: Root): void;
  /** Loads widgets before their tags are there; `false` if one did not come. */
  load(...tags: string[]): Promise<boolean>;
  /** Ends the page's session, here and in the visitor's other tabs. */
  logout(): Promise<void>;
  /** State of what is on the page, for support; without personal data. */
  diagnose(): ReturnType<typeof PageModule.diagnose>;
  push(...calls: QueuedCall[]): void;
}

declare global {
  interface Window {
    lk?: LkLoader | QueuedCall[];
  }
  interface DocumentEventMap {
    /** A widget's script did not come; it is asked for again when its tag appears next, or the network is back. */
    'lk-load-error': CustomEvent<{ tag: string; error: unknown }>;
  }
}

export interface LoaderParts {
  version: string;
  widgets: Widgets;
  page(): Promise<typeof PageModule>;
  /** Asks for the texts of a tag, which its element would ask for only when it is here itself. */
  texts?(tag: string, language: Language): void;
  script: HTMLOrSVGElement | null;
}

/**
 * Reads the configuration, answers the queue and loads widgets as their tags appear.
 * A second copy on the page leaves everything to the first.
 */
export function start({ version, widgets, page, texts, script }: LoaderParts): void {
  const queue = window.lk;
  if (queue && !Array.isArray(queue)) {
    console.warn(`[lk] The loader ${queue.version} is on the page already; this one, ${version}, does nothing.`);
    return;
  }

  let config: PageConfig | null = null;
  let session: Promise<LkSession> | null = null;
  /** A chunk that did not come is asked for again at the next need. */
  const opened = (): Promise<LkSession | null> => {
    if (!config) return Promise.resolve(null);
    const wanted = config;
    session ??= page()
      .then(({ open }) => open(wanted))
      .catch((error: unknown) => {
        session = null;
        throw error;
      });
    return session;
  };
  const configure = (wanted: unknown): PageConfig => {
    if (!isConfig(wanted)) throw new TypeError(`[lk] ${problemOf(wanted)}`);
    session = null;
    return (config = wanted);
  };
  /** The language that a widget will most likely speak, as far as it can be known before the widget is there. */
  const language = (): Language =>
    languageOf(config?.locale) ?? languageOf(document.documentElement.lang) ?? languageOf(navigator.language) ?? 'ru';
  const autoload = new Autoload({
    widgets,
    besides: (tag) => {
      texts?.(tag, language());
      return opened();
    },
    define: async (tag, module) => (await page()).define(tag, module, language()),
    failed: (tag, error) => {
      console.error(`[lk] <${tag}> could not be loaded; it is tried again when the tag appears next.`, error);
      document.dispatchEvent(new CustomEvent('lk-load-error', { detail: { tag, error } }));
    },
  });

  const lk: LkLoader = {
    version,
    init: async (wanted) => {
      const { open } = (configure(wanted), await page());
      return (session ??= Promise.resolve(open(wanted)));
    },
    observe: (root) => autoload.observe(root),
    load: async (...tags) => (await Promise.all(tags.map((tag) => autoload.load(tag)))).every(Boolean),
    logout: async () => (await session)?.logout(),
    diagnose: async () => (await page()).diagnose(),
    push: (...calls) => calls.forEach((call) => quietly(() => run(call))),
  };
  const run = (call: QueuedCall): unknown => {
    if (typeof call === 'function') return call(lk);
    switch (call[0]) {
      case 'init':
        return lk.init(call[1]);
      case 'observe':
        return lk.observe(call[1]);
      case 'load':
        return lk.load(...call.slice(1).map(String));
      case 'logout':
        return lk.logout();
      default:
        throw new TypeError(`[lk] There is no call «${String(call[0])}».`);
    }
  };

  window.lk = lk;
  const ofPage = configOfPage(script);
  if (ofPage) quietly(() => configure(ofPage));
  for (const call of queue ?? []) {
    // The page has nobody waiting for this session yet: it is opened when the first widget needs it.
    quietly(() => (Array.isArray(call) && call[0] === 'init' ? configure(call[1]) : run(call)));
  }
  autoload.observe(document);
}

/** A page's mistake is said once in the console and breaks nothing else. */
function quietly(work: () => unknown): void {
  const say = (error: unknown) => console.error(error instanceof Error ? error.message : error);
  try {
    Promise.resolve(work()).catch(say);
  } catch (error) {
    say(error);
  }
}
