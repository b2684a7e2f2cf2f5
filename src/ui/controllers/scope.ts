import { ContextEvent } from '@lit/context';
import type { ReactiveController } from 'lit';
import { LkError } from '../../api/errors.js';
import { onPageChange, page, warnOnce } from '../../core/registry/page.js';
import type { Observation } from '../../core/resource/store.js';
import { type Accounts, accountsQuery } from '../../core/session/accounts.js';
import { sessionContext } from '../../core/session/context.js';
import type { LkSession } from '../../core/session/types.js';
import { nearestLang, onPageLanguage, parentOf, resolveLocale, usableLocale } from '../../i18n/locale.js';
import type { WidgetHost } from './host.js';

/** Whose data an element shows, and in which language. */
export interface Scope {
  readonly session: LkSession;
  readonly account: string;
  readonly locale: string;
}

/** After so long without a session the developer is told; the element goes on waiting. */
const PATIENCE = 3_000;

/**
 * Finds the session of an element: property → `session="id"` → nearest `lk-session`, also one that is not upgraded yet
 * → the page's default. It never guesses: inside an `lk-session` it waits for that one.
 */
export class ScopeController implements ReactiveController {
  /** `null` = still pending. */
  scope: Scope | null = null;
  /** Why there will be no scope: logged out, or the accounts could not be read. */
  error: LkError | null = null;
  /** Language of the element, known also without a session. */
  locale = 'ru';

  readonly #host: WidgetHost;
  #session: LkSession | null = null;
  #inside = false;
  #provided: LkSession | undefined;
  #leaveProvider: (() => void) | undefined;
  #leaveSession: (() => void) | undefined;
  #accounts: Observation<Accounts> | null = null;
  #leavePage: (() => void)[] = [];
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(host: WidgetHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const update = () => this.#host.requestUpdate();
    this.#leavePage = [onPageChange(update), onPageLanguage(update)];
    const around = sessionAround(this.#host);
    this.#inside = around !== null;
    this.#ask(this.#inside);
    // One that is not defined yet cannot answer; it is asked again when it is.
    if (around !== null && customElements.get(around) === undefined) {
      void customElements.whenDefined(around).then(() => this.#host.isConnected && this.#ask(true));
    }
    this.#patience = setTimeout(() => this.#warnIfPending(), PATIENCE);
    update();
  }

  hostDisconnected(): void {
    for (const leave of this.#leavePage) leave();
    clearTimeout(this.#patience);
    this.#leaveProvider?.();
    this.#leaveProvider = undefined;
    this.#provided = undefined;
    this.#use(null);
    this.scope = null;
  }

  /** Looks anew whose data are to be shown. */
  follow(): void {
    if (!this.#host.isConnected) return;
    const found = this.#find();
    // A session that was logged out is shown as ended until another one comes.
    this.#use(found ?? (this.#session?.state === 'closed' ? this.#session : null));
    this.#resolve();
  }

  /** The session found, known before the account is. */
  get session(): LkSession | null {
    return this.#session;
  }

  /** Asks again for what kept the scope from being known. */
  retry(): void {
    this.#accounts?.refresh();
  }

  #find(): LkSession | null {
    const named = this.#host.session;
    if (typeof named === 'object') return named;
    if (named) return page.sessions.get(named) ?? null;
    return this.#provided ?? (this.#inside ? null : page.fallback);
  }

  #ask(subscribe: boolean): void {
    this.#host.dispatchEvent(new ContextEvent(sessionContext, this.#host, this.#receive, subscribe));
  }

  #receive = (session: LkSession | undefined, leave?: () => void): void => {
    if (this.#leaveProvider !== leave) this.#leaveProvider?.();
    this.#leaveProvider = leave;
    this.#provided = session;
    this.#host.requestUpdate();
    // A provider that is no `lk-session`, of a host's framework: now that it is known to be there, follow it.
    if (!leave && !this.#inside) {
      this.#inside = true;
      this.#ask(true);
    }
  };

  #use(session: LkSession | null): void {
    if (session === this.#session) return;
    this.#leaveSession?.();
    this.#accounts?.release();
    this.#accounts = null;
    this.#session = session;
    this.#leaveSession = session?.subscribe(() => this.#host.requestUpdate());
  }

  #resolve(): void {
    const session = this.#session;
    const { locale: wanted, lang, texts } = this.#host;
    if (wanted && usableLocale(wanted) === null)
      warnOnce(`<${this.#host.localName} locale="${wanted}"> is not known.`, 'languages');
    this.locale = resolveLocale(wanted, session?.locale, lang === texts.marked ? null : lang, nearestLang(this.#host));
    const account = session === null || session.state === 'closed' ? null : this.#account(session);
    this.error = session?.state === 'closed' ? ended() : account === null ? this.#accountError() : null;
    if (session === null || account === null) {
      this.scope = null;
      return;
    }
    const { scope, locale } = this;
    if (scope?.session === session && scope.account === account && scope.locale === locale) return;
    this.scope = { session, account, locale };
  }

  /** The account asked for, or the user's first one. */
  #account(session: LkSession): string | null {
    const wanted = this.#host.account || session.account;
    if (wanted) {
      this.#accounts?.release();
      this.#accounts = null;
      return wanted;
    }
    this.#accounts ??= session.resources.observe(accountsQuery, () => this.#host.requestUpdate());
    return this.#accounts.snapshot.value?.[0]?.id ?? null;
  }

  #accountError(): LkError | null {
    const snapshot = this.#accounts?.snapshot;
    if (snapshot?.value?.length === 0) return new LkError({ kind: 'problem', code: 'NOT_FOUND', status: 404 });
    return snapshot?.value === undefined ? (snapshot?.error ?? null) : null;
  }

  #warnIfPending(): void {
    if (this.#session !== null) return;
    const { localName, session } = this.#host;
    import('../../core/session/hints.js').then(
      ({ hintOfPending }) => warnOnce(hintOfPending(localName, session, this.#inside)),
      () => warnOnce(`<${localName}> found no session.`),
    );
  }
}

function ended(): LkError {
  return new LkError({ kind: 'expired', code: 'EXPIRED' });
}

/** Name of the session element that an element stands in: `lk-session`, perhaps with the suffix of another copy of the SDK. */
function sessionAround(element: Element): string | null {
  for (let node = parentOf(element); node !== null; node = parentOf(node)) {
    if (node instanceof Element && /^lk-session(-|$)/.test(node.localName)) return node.localName;
  }
  return null;
}
