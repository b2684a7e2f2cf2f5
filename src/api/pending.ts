/** Begins the names under which keys of unfinished commands are kept in `sessionStorage`, see `idempotency.ts`. */
export const PENDING = 'lk:pending:';

/** Forgets them: after a logout another user may come. */
export function forgetPendingKeys(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(PENDING)) sessionStorage.removeItem(name);
  } catch {
    // Storage may be forbidden: then nothing was kept.
  }
}
