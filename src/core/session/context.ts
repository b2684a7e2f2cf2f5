import { ContextRoot, createContext } from '@lit/context';
import { page } from '../registry/page.js';
import type { LkSession } from './types.js';

/** The session of the nearest `lk-session`. The key is the same in every copy of the SDK. */
export const sessionContext = createContext<LkSession | undefined>(Symbol.for('lk:session@1'));

/** Keeps the requests of widgets that stand in an `lk-session` which is not yet upgraded. Once a page. */
export function ensureContextRoot(): void {
  if (page.rooted) return;
  page.rooted = true;
  new ContextRoot().attach(document.documentElement);
}
