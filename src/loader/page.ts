import { init, lk } from '../core/session/lk.js';
import type { LkSession, SessionOptions } from '../core/session/types.js';
import { tokenFrom } from '../widgets/session/token-endpoint.js';
import type { PageConfig } from './config.js';

/** See `lk.diagnose`. */
export const { diagnose } = lk;

/** Opens the page's session; this module comes with the first widget, not with the loader. */
export function open({ tokenUrl, fetchToken, theme, ...rest }: PageConfig): LkSession {
  const address = new URL(tokenUrl ?? '', document.baseURI).href;
  const options: SessionOptions = {
    ...rest,
    fetchToken: fetchToken ?? ((request) => tokenFrom(address, rest.account, request)),
  };
  if (theme) options.appearance = { ...options.appearance, theme };
  return init(options);
}
