import { page } from './registry/page.js';
import { version } from './version.js';

/** What is on the page, for support and bug reports. Without personal data: no ids of accounts, tokens or texts. */
export interface Diagnosis {
  readonly version: string;
  readonly sessions: readonly {
    id: string | null;
    fallback: boolean;
    apiUrl: string;
    state: string;
    locale: string | null;
  }[];
  readonly definitions: readonly { tag: string; version: string; refused: readonly string[] }[];
  readonly elements: readonly { tag: string; status: string; session: boolean; locale: string | null }[];
  readonly warnings: readonly string[];
  readonly online: boolean;
}

/** Looks at the page as it is now, shadow roots included. */
export function diagnose(): Diagnosis {
  const sessions = new Set([...page.sessions.values(), ...(page.fallback ? [page.fallback] : [])]);
  return {
    version,
    sessions: [...sessions].map((session) => ({
      id: session.id,
      fallback: session === page.fallback,
      apiUrl: session.apiUrl,
      state: session.state,
      locale: session.locale ?? null,
    })),
    definitions: [...page.definitions.values()].map((one) => ({ ...one, refused: [...one.refused] })),
    elements: [...elementsIn(document)].map((element) => ({
      tag: element.localName,
      status: 'status' in element ? String(element.status) : customElements.get(element.localName) ? '' : 'undefined',
      session: 'scoped' in element && hasSession(element.scoped),
      locale: element.getAttribute('locale'),
    })),
    warnings: [...page.warned],
    online: navigator.onLine,
  };
}

function* elementsIn(root: Document | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    if (element.localName.startsWith('lk-')) yield element;
    if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
  }
}

function hasSession(scoped: unknown): boolean {
  return typeof scoped === 'object' && scoped !== null && 'session' in scoped && scoped.session !== null;
}
