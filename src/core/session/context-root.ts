import { ContextRoot } from '@lit/context';
import { page } from '../registry/page.js';

/**
 * Keeps requests of a host's own consumers, and of widgets of other versions, that stand in an `lk-session` which has no session
 * yet. Once a page.
 */
export function ensureContextRoot(): void {
  if (page.rooted) return;
  page.rooted = true;
  new ContextRoot().attach(document.documentElement);
}
