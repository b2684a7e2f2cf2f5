import type { Appearance, SessionOptions } from '../core/session/types.js';

/** What a page may say about its session without writing a program. */
export interface PageConfig extends Partial<Omit<SessionOptions, 'apiUrl' | 'fetchToken'>> {
  /** Address of the backend; the API's paths (`/v1/…`) are appended. */
  apiUrl: string | URL;
  /** Address on the host's own server that answers a POST with `{ "token", "expiresAt" }` for whoever is signed in there. */
  tokenUrl?: string | URL;
  /** Takes the place of `tokenUrl` where a program gives the configuration. */
  fetchToken?: SessionOptions['fetchToken'];
  /** Short for `appearance.theme`. */
  theme?: Appearance['theme'];
}

const ATTRIBUTES = {
  api: 'apiUrl',
  tokenUrl: 'tokenUrl',
  account: 'account',
  locale: 'locale',
  theme: 'theme',
} as const;
const KEYS = new Set<string>([...Object.values(ATTRIBUTES), 'appearance', 'strings', 'id', 'logoutGroup']);

/** The loader's own script element: the running one, or, for a module, the one that carries the configuration. */
export function ownScript(): HTMLOrSVGElement | null {
  return document.currentScript ?? document.querySelector<HTMLScriptElement>('script[data-api]');
}

/**
 * What the page's markup says: `<script type="application/json" data-lk>` first, the attributes of the loader's tag over it.
 *
 * @returns `null` if the markup says nothing, or what it says cannot be used; then it has been said in the console.
 */
export function configOfPage(script: HTMLOrSVGElement | null): Readonly<Record<string, unknown>> | null {
  const found: Record<string, unknown> = {};
  for (const block of document.querySelectorAll('script[type="application/json"][data-lk]')) {
    try {
      const value: unknown = JSON.parse(block.textContent ?? '');
      if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not an object');
      Object.assign(found, value);
    } catch (error) {
      console.error('[lk] <script data-lk> does not hold a JSON object, see lk-widgets/README.md#script-tag:', error);
    }
  }
  for (const [attribute, key] of Object.entries(ATTRIBUTES)) {
    const value = script?.dataset[attribute];
    if (value !== undefined) found[key] = value;
  }
  for (const key of Object.keys(found)) {
    if (KEYS.has(key)) continue;
    console.warn(
      `[lk] Unknown setting «${key}» is left out; there are: ${[...KEYS].join(', ')}. See lk-widgets/README.md#script-tag`,
    );
    delete found[key];
  }
  return Object.keys(found).length > 0 ? found : null;
}

/** Tells a usable configuration from a mistake; the sentence names what is missing. */
export function problemOf(config: unknown): string | null {
  if (typeof config !== 'object' || config === null) return 'The configuration is not an object.';
  const { apiUrl, tokenUrl, fetchToken } = { apiUrl: null, tokenUrl: null, fetchToken: null, ...config };
  if (!isAddress(apiUrl)) return 'The address of the backend is missing or no address (data-api, apiUrl).';
  if (typeof fetchToken === 'function' || isAddress(tokenUrl)) return null;
  return 'Where tokens come from is missing or no address (data-token-url, tokenUrl, or the function fetchToken).';
}

export const isConfig = (config: unknown): config is PageConfig => problemOf(config) === null;

function isAddress(value: unknown): boolean {
  return (typeof value === 'string' || value instanceof URL) && URL.canParse(value, document.baseURI);
}
