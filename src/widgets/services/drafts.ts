import type { LkSession } from '../../core/session/types.js';
import { accountOf, type ServicesHost } from './host.js';

/** What was typed, by subject; as long as the session and the page live, also when the widget is taken off and put back. */
export interface Drafts<T> {
  get(subject: string): T;
  set(subject: string, draft: T): void;
}

const store = new WeakMap<LkSession, Map<string, unknown>>();

/**
 * Drafts of one kind for the account of a host. Nothing leaves the memory of the page: after a logout they are gone with the session.
 *
 * @param kind - Names the form, such as `change`.
 * @param empty - The draft of a form nobody has touched.
 */
export function draftsOf<T>(host: ServicesHost, kind: string, empty: T): Drafts<T> {
  const own = (): Map<string, unknown> | null => {
    const session = host.scoped.session;
    if (session === null) return null;
    const found = store.get(session) ?? new Map<string, unknown>();
    store.set(session, found);
    return found;
  };
  const key = (subject: string) => `${kind} ${accountOf(host)} ${subject}`;
  return {
    get: (subject) => typed<T>(own()?.get(key(subject))) ?? empty,
    set: (subject, draft) => own()?.set(key(subject), draft),
  };
}

/** Under a kind's key only drafts of that kind are stored, see {@link draftsOf}. */
function typed<T>(draft: unknown): T | undefined {
  return draft as T | undefined;
}
