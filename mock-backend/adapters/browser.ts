import { makePdf } from '../api/documents/pdf.browser.js';
import { createBackend, type Backend, type BackendOptions } from './backend.js';

async function* linesOf(url: URL): AsyncIterable<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok || response.body === null) throw new Error(`${url.pathname}: ${response.status}`);
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/**
 * A backend in the page that has played the scenario at an address; its files are fetched from beside it.
 *
 * @param url - Of the scenario's JSON, absolute or relative to the page.
 */
export async function createBrowserBackend(
  url: string | URL,
  options: Omit<BackendOptions, 'scenario' | 'openFile'> = {},
): Promise<Backend> {
  const address = new URL(url, document.baseURI);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
  const scenario = await response.text();
  return createBackend({ makePdf, ...options, scenario, openFile: (name) => linesOf(new URL(name, address)) });
}

export { fingerprintOf } from '../world/fingerprint.js';
