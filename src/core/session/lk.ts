import { announce, page, warnOnce } from '../registry/page.js';
import { version } from '../version.js';
import { createSession } from './session.js';
import type { LkSession, SessionOptions } from './types.js';

/**
 * Opens the session of the page: elements that stand in no `lk-session` and name no session use it.
 * A second call replaces it.
 */
export function init(options: SessionOptions): LkSession {
  if (page.fallback !== null) warnOnce('lk.init() was called again: the new session replaces the first one.');
  const session = createSession(options);
  page.fallback = session;
  announce();
  return session;
}

/** What a page can do without importing anything else. */
export const lk = {
  version,
  init,
  createSession,
  /** What is on the page and in which state, for support and bug reports; without personal data. */
  diagnose: async () => (await import('../diagnose.js')).diagnose(),
};
