import { Client } from '../../api/client.js';
import { LkError } from '../../api/errors.js';
import { forgetPendingKeys } from '../../api/pending.js';
import { resolveLocale } from '../../i18n/locale.js';
import type { Strings } from '../../i18n/messages.js';
import { announce, page } from '../registry/page.js';
import { ResourceStore } from '../resource/store.js';
import { authorisedFetch } from './fetch.js';
import { TokenSource } from './token.js';
import type { Appearance, LkSession, SessionChange, SessionOptions, SessionState, TelemetryEvent } from './types.js';

/**
 * Opens a session. Nothing is sent until a widget needs something.
 *
 * @throws {TypeError} If `apiUrl` is no address or `fetchToken` no function: a mistake of the program, not of the page.
 */
export function createSession(options: SessionOptions): LkSession {
  return new Session(options);
}

class Session implements LkSession {
  readonly id: string | null;
  readonly apiUrl: string;
  readonly client: Client;
  readonly resources: ResourceStore;
  readonly live: boolean;

  readonly #options: SessionOptions;
  readonly #tokens: TokenSource;
  readonly #end = new AbortController();
  readonly #listeners = new Set<(change: SessionChange) => void>();
  #channel: BroadcastChannel | null = null;
  #state: SessionState = 'active';
  #account: string | undefined;
  #locale: string | undefined;
  #appearance: Appearance | undefined;
  #strings: Strings | undefined;

  constructor(options: SessionOptions) {
    if (typeof options.fetchToken !== 'function') throw new TypeError('createSession: fetchToken must be a function');
    this.apiUrl = new URL(options.apiUrl, document.baseURI).href.replace(/\/$/, '');
    this.#options = options;
    this.id = options.id ?? null;
    this.live = options.live ?? true;
    this.#account = options.account;
    this.#locale = options.locale;
    this.#appearance = options.appearance;
    this.#strings = options.strings;
    this.#tokens = new TokenSource(options.fetchToken, this.#end.signal);
    this.client = new Client({
      apiUrl: this.apiUrl,
      fetch: authorisedFetch(
        this.#tokens,
        () => options.fetch ?? globalThis.fetch.bind(globalThis),
        (error) => this.#told(error),
      ),
      locale: () => resolveLocale(this.#locale, document.documentElement.lang),
      signal: this.#end.signal,
    });
    this.resources = new ResourceStore(this.client);
    this.#joinGroup();
    if (this.id !== null) {
      page.sessions.set(this.id, this);
      announce();
    }
  }

  get state(): SessionState {
    return this.#state;
  }
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  get account(): string | undefined {
    return this.#account;
  }
  set account(account: string | undefined) {
    if (account === this.#account) return;
    this.#account = account;
    this.#notify('account');
  }

  get locale(): string | undefined {
    return this.#locale;
  }
  set locale(locale: string | undefined) {
    if (locale === this.#locale) return;
    this.#locale = locale;
    this.#notify('locale');
  }

  get appearance(): Appearance | undefined {
    return this.#appearance;
  }
  set appearance(appearance: Appearance | undefined) {
    this.#appearance = appearance;
    this.#notify('appearance');
  }

  get strings(): Strings | undefined {
    return this.#strings;
  }
  set strings(strings: Strings | undefined) {
    this.#strings = strings;
    this.#notify('strings');
  }

  subscribe(listener: (change: SessionChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  renew(): void {
    if (this.#state === 'closed') return;
    this.#tokens.clear();
    this.#state = 'active';
    this.#notify('state');
    this.resources.refreshAll();
  }

  logout(): void {
    if (this.#state === 'closed') return;
    this.#channel?.postMessage('logout');
    this.#loggedOut();
  }

  report(event: TelemetryEvent): void {
    guard(() => this.#options.onEvent?.(event));
  }

  reportError(error: LkError, context: { element?: string; subject?: string }): void {
    const { onError } = this.#options;
    if (error.kind === 'aborted' || onError === undefined) return;
    // Sentences and their parameters hold sums and numbers: a host that keeps its errors must not keep those.
    const { kind, code, status, traceId, retryAfter, fields } = error;
    const bare = fields.map((one) => ({ field: one.field, code: one.code }));
    guard(() => onError(new LkError({ kind, code, status, traceId, retryAfter, fields: bare }), context));
  }

  #loggedOut(): void {
    forgetPendingKeys();
    this.report({ name: 'logout' });
    this.dispose();
  }

  /** A refused token expires the session; one that is accepted again, after a sign-in in another tab, revives it. */
  #told(error: LkError | null): void {
    const next = error === null ? 'active' : 'expired';
    if (this.#state === 'closed' || this.#state === next) return;
    this.#state = next;
    if (error !== null) {
      this.#tokens.clear();
      this.report({ name: 'expired' });
    }
    this.#notify('state');
  }

  dispose(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#end.abort();
    this.#tokens.clear();
    this.client.clear();
    this.resources.clear();
    this.#account = undefined;
    this.#channel?.close();
    if (this.id !== null && page.sessions.get(this.id) === this) page.sessions.delete(this.id);
    if (page.fallback === this) page.fallback = null;
    this.#notify('state');
    announce();
  }

  /** A logout in one tab is a logout in all tabs that show the same backend to the same visitor. */
  #joinGroup(): void {
    const group = this.#options.logoutGroup ?? this.apiUrl;
    if (group === false || typeof BroadcastChannel === 'undefined') return;
    this.#channel = new BroadcastChannel(`lk:logout@1:${group}`);
    this.#channel.onmessage = ({ data }) => {
      if (data === 'logout' && this.#state !== 'closed') this.#loggedOut();
    };
  }

  #notify(change: SessionChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}

/** A host's callback that throws must not break a widget; the host sees its error where errors are seen. */
function guard(call: () => void): void {
  try {
    call();
  } catch (error) {
    reportError(error);
  }
}
