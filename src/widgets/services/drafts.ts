import { digestOf } from '../../api/idempotency.js';
import { PENDING } from '../../api/pending.js';
import type { LkSession } from '../../core/session/types.js';
import { accountOf, type ServicesHost } from './host.js';

/**
 * What was typed, by subject. It belongs to one element; when that is taken off the page, the next one that is put there goes on
 * with it, as when a cabinet shows another section for a while. Two elements on a page at once share nothing.
 */
export interface Drafts<T> {
  get(subject: string): T;
  set(subject: string, draft: T): void;
}

/** What of a draft outlives a reload, in this tab only: choices, nothing about a person and no sums. */
export interface Kept<T> {
  write(draft: T): unknown;
  /** @param stored - As it was written, or what somebody else has put there. */
  read(stored: unknown): T;
}

type Typed = Map<string, unknown>;

/** Of elements that are on the page. */
const held = new WeakMap<ServicesHost, { readonly session: LkSession; readonly typed: Typed }>();
/** Of the element that was taken off last. */
const left = new WeakMap<LkSession, Typed>();

/** Names under which a session has looked for what was kept: after that its elements know better. */
const looked = new WeakMap<LkSession, Set<string>>();

/**
 * Drafts of one kind for the account of a host. Without `kept` nothing leaves the memory of the page; after a logout all is gone.
 *
 * @param kind - Names the form, such as `change`.
 * @param empty - The draft of a form nobody has touched.
 */
export function draftsOf<T>(host: ServicesHost, kind: string, empty: T, kept?: Kept<T>): Drafts<T> {
  host.addController({ hostDisconnected: () => leave(host) });
  const key = (subject: string) => `${kind} ${accountOf(host)} ${subject}`;
  // Begins as keys of unfinished commands do, and is forgotten with them.
  const place = (subject: string) => `${PENDING}draft:${digestOf(key(subject))}`;
  const isNew = (subject: string): boolean => {
    const { session } = host.scoped;
    if (session === null || accountOf(host) === null) return false;
    const names = looked.get(session) ?? new Set<string>();
    looked.set(session, names);
    return !names.has(key(subject)) && names.add(key(subject)) !== null;
  };
  const restored = (subject: string): T | null => {
    if (!kept || !isNew(subject)) return null;
    const stored = attempt(() => JSON.parse(sessionStorage.getItem(place(subject)) ?? 'null'));
    if (stored === null || stored === undefined) return null;
    const draft = kept.read(stored);
    typedIn(host)?.set(key(subject), draft);
    return draft;
  };
  return {
    get: (subject) => typed<T>(typedIn(host)?.get(key(subject))) ?? restored(subject) ?? empty,
    set: (subject, draft) => {
      typedIn(host)?.set(key(subject), draft);
      if (!kept) return;
      isNew(subject);
      attempt(() =>
        draft === empty
          ? sessionStorage.removeItem(place(subject))
          : sessionStorage.setItem(place(subject), JSON.stringify(kept.write(draft))),
      );
    },
  };
}

/** Storage may be forbidden, or hold what is no JSON. */
function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch {
    return null;
  }
}

function typedIn(host: ServicesHost): Typed | null {
  const session = host.scoped.session;
  if (session === null || !host.isConnected) return null;
  const own = held.get(host);
  if (own?.session === session) return own.typed;
  const taken = left.get(session) ?? new Map<string, unknown>();
  left.delete(session);
  held.set(host, { session, typed: taken });
  return taken;
}

function leave(host: ServicesHost): void {
  const own = held.get(host);
  if (own === undefined) return;
  held.delete(host);
  left.set(own.session, own.typed);
}

/** Under a kind's key only drafts of that kind are stored, see {@link draftsOf}. */
function typed<T>(draft: unknown): T | undefined {
  return draft as T | undefined;
}
