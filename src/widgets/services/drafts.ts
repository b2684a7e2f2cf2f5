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

type Typed = Map<string, unknown>;

/** Of elements that are on the page. */
const held = new WeakMap<ServicesHost, { readonly session: LkSession; readonly typed: Typed }>();
/** Of the element that was taken off last. */
const left = new WeakMap<LkSession, Typed>();

/**
 * Drafts of one kind for the account of a host. Nothing leaves the memory of the page: after a logout they are gone with the session.
 *
 * @param kind - Names the form, such as `change`.
 * @param empty - The draft of a form nobody has touched.
 */
export function draftsOf<T>(host: ServicesHost, kind: string, empty: T): Drafts<T> {
  host.addController({ hostDisconnected: () => leave(host) });
  const key = (subject: string) => `${kind} ${accountOf(host)} ${subject}`;
  return {
    get: (subject) => typed<T>(typedIn(host)?.get(key(subject))) ?? empty,
    set: (subject, draft) => typedIn(host)?.set(key(subject), draft),
  };
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
