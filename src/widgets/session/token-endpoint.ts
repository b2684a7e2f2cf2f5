import { LkError } from '../../api/errors.js';
import type { Token, TokenReason } from '../../core/session/types.js';

/**
 * Asks the host's own server for a token.
 *
 * @throws {LkError} `expired` if the server says that nobody is signed in (401, 403), `problem` for other refusals.
 */
export async function tokenFrom(
  url: string,
  account: string | undefined,
  { signal, reason }: { signal: AbortSignal; reason: TokenReason },
): Promise<Token> {
  const response = await fetch(url, {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(account === undefined ? { reason } : { reason, account }),
    signal,
  });
  if (response.status === 401 || response.status === 403) {
    throw new LkError({ kind: 'expired', code: 'EXPIRED', status: response.status });
  }
  // Out of order, or an address that answers with a page: neither says that the user is signed out.
  const body: unknown = response.ok ? await response.json().catch(() => null) : null;
  if (isToken(body)) return body;
  throw new LkError({ kind: 'problem', code: 'TOKEN_ENDPOINT', status: response.status });
}

function isToken(body: unknown): body is Token {
  return typeof body === 'object' && body !== null && 'token' in body && 'expiresAt' in body;
}
