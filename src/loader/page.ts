import { init, lk } from '../core/session/lk.js';
import type { LkSession, SessionOptions, Token } from '../core/session/types.js';
import type { PageConfig } from './config.js';

/** See `lk.diagnose`. */
export const { diagnose } = lk;

/** Opens the page's session; this module comes with the first widget, not with the loader. */
export function open({ tokenUrl, fetchToken, theme, ...rest }: PageConfig): LkSession {
  const options: SessionOptions = {
    ...rest,
    fetchToken: fetchToken ?? tokenFrom(new URL(tokenUrl ?? '', document.baseURI)),
  };
  if (theme) options.appearance = { ...options.appearance, theme };
  return init(options);
}

/**
 * Asks the host's own server. POST: a token is made, nothing on the way may answer from memory. Cookies go along,
 * because they are how that server knows who is signed in.
 */
function tokenFrom(url: URL): SessionOptions['fetchToken'] {
  return async ({ signal }) => {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'include',
      headers: { Accept: 'application/json' },
      signal,
    });
    // A TypeError is what an unreachable server is to `fetch`: the session waits and asks again. Any other refusal ends it.
    if (response.status >= 500) throw new TypeError(`${url.pathname} answered ${response.status}`);
    if (!response.ok) throw new Error(`${url.pathname} answered ${response.status}`);
    const token: Token = await response.json();
    return token;
  };
}
