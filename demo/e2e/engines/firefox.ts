/** Firefox as it is installed, driven by playwright over WebDriver BiDi. */
import { type Browser, firefox } from 'playwright-core';
import { firefoxPath } from '../../../scripts/engines.mjs';

interface Event {
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}
/** What playwright says to a browser and hears of it; nothing of it is documented. */
interface Session {
  send(method: string, params?: unknown): Promise<unknown>;
}
interface Inside {
  readonly _connection: {
    toImpl(browser: Browser): {
      readonly _browserSession: Session;
      readonly _connection: { readonly _transport: { onmessage?: (event: Event) => void } };
    };
  };
}

/** @throws {Error} If there is no Firefox on this computer. */
export async function openFirefox(): Promise<Browser> {
  const executablePath = firefoxPath();
  if (!executablePath) throw new Error('There is no Firefox: install it, or name it by $FIREFOX.');
  const firefoxUserPrefs = { 'ui.systemUsesDarkTheme': 0, 'ui.prefersReducedMotion': 1 };
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath, firefoxUserPrefs });
  const { _browserSession: session, _connection } = (browser as unknown as Inside)._connection.toImpl(browser);
  // Every new visitor is told his colours and screen; a Firefox that knows no such command goes on without.
  const send = session.send.bind(session);
  session.send = (method, params) =>
    send(method, params).catch((error: unknown) => {
      if (method.startsWith('emulation.set') && String(error).includes('unknown command')) return {};
      throw error;
    });
  // Playwright knows downloads by a name that this Firefox does not give them yet.
  const hear = _connection._transport.onmessage;
  _connection._transport.onmessage = ({ method, params, ...rest }) => {
    const named = method?.startsWith('browsingContext.download') ? { ...params, download: params?.['url'] } : params;
    hear?.({ ...rest, ...(method && { method }), ...(named && { params: named }) });
  };
  return browser;
}
