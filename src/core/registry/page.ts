import type { LkSession } from '../session/types.js';

/** What all copies of the SDK on one page share. Its shape may only grow: copies of other versions read it. */
export interface Page {
  /** Sessions that can be named by `session="id"`. */
  readonly sessions: Map<string, LkSession>;
  /** Session of elements that stand in no `lk-session`, see `lk.init()`. */
  fallback: LkSession | null;
  /** Elements registered by any copy. */
  readonly definitions: Map<string, Definition>;
  /** Called when a session or the default appears or goes. */
  readonly listeners: Set<() => void>;
  /** Warnings already given. */
  readonly warned: Set<string>;
  /** A context root listens on the document. */
  rooted: boolean;
}

export interface Definition {
  readonly tag: string;
  readonly version: string;
  /** Versions that tried to define the same tag later and were not needed. */
  readonly refused: string[];
}

const KEY = Symbol.for('lk:page@1');
const shared: typeof globalThis & { [KEY]?: Page } = globalThis;

/** State of the page, shared by every copy of the SDK on it. */
export const page: Page = (shared[KEY] ??= {
  sessions: new Map(),
  fallback: null,
  definitions: new Map(),
  listeners: new Set(),
  warned: new Set(),
  rooted: false,
});

/** Tells everybody who waits for a session that something changed. */
export function announce(): void {
  for (const listener of [...page.listeners]) listener();
}

/** Calls back when a session appears or goes. @returns Ends it. */
export function onPageChange(listener: () => void): () => void {
  page.listeners.add(listener);
  return () => page.listeners.delete(listener);
}

/** Chapters of the README that say how it is meant. */
export type Chapter = 'elements' | 'languages' | 'theming';

/** Warns in the console once for each text, and says where to read on: a host's mistake must be seen, and never break or flood a page. */
export function warnOnce(text: string, chapter: Chapter = 'elements'): void {
  if (page.warned.has(text)) return;
  page.warned.add(text);
  console.warn(`[lk] ${text} See lk-widgets/README.md#${chapter}`);
}
