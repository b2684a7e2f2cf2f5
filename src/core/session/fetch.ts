import { LkError, STEP_CODES } from '../../api/errors.js';
import { abortable, type TokenSource } from './token.js';

/**
 * A `fetch` that sends the session's token. A refused token is replaced and the request sent once more; refused again,
 * the session has expired.
 *
 * @param send - The transport, asked for at every call so that a page may replace `fetch` late.
 * @param told - Called when the host's token cannot be renewed, and with `null` when one was accepted.
 */
export function authorisedFetch(
  tokens: TokenSource,
  send: () => typeof fetch,
  told: (error: LkError | null) => void,
): typeof fetch {
  const attempt = (request: Request, token: string) => {
    // What has no body can be sent again as it is.
    const copy = request.body === null ? request : request.clone();
    copy.headers.set('Authorization', `Bearer ${token}`);
    return send()(copy);
  };

  return async (input, init) => {
    const request = new Request(input, init);
    try {
      const token = await abortable(tokens.get(), request.signal);
      const first = await attempt(request, token);
      if (first.status !== 401 || (await asksForStep(first))) {
        told(null);
        return first;
      }
      const next = await abortable(tokens.replace(token), request.signal);
      const second = await attempt(request, next);
      if (second.status !== 401 || (await asksForStep(second))) {
        told(null);
        return second;
      }
      throw new LkError({ kind: 'expired', code: 'EXPIRED', status: 401 });
    } catch (reason) {
      if (reason instanceof LkError && reason.kind === 'expired') told(reason);
      throw reason;
    }
  };
}

async function asksForStep(response: Response): Promise<boolean> {
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) return false;
  try {
    const body: unknown = await response.clone().json();
    return typeof body === 'object' && body !== null && 'code' in body && STEP_CODES.has(String(body.code));
  } catch {
    return false;
  }
}
