import type { Client } from '../../api/client.js';
import type { LkError } from '../../api/errors.js';
import type { Strings } from '../../i18n/messages.js';
import type { ResourceStore } from '../resource/store.js';

/** Why a token is asked for: there is none, the one we have is about to expire, or the backend refused it. */
export type TokenReason = 'initial' | 'expiring' | 'rejected';

export interface Token {
  token: string;
  /** When it expires: RFC 3339, epoch milliseconds or a `Date`. */
  expiresAt: string | number | Date;
}

/** The host's look: a theme and documented custom properties. */
export interface Appearance {
  /** `auto` follows the device. Without a theme the element follows the page's `color-scheme`. */
  theme?: 'auto' | 'light' | 'dark';
  /** Values of `--lk-<name>`; what is not valid is left out with a warning. */
  variables?: Partial<Record<AppearanceVariable, string>>;
}
export type AppearanceVariable =
  'accent' | 'text' | 'surface' | 'border' | 'danger' | 'radius' | 'font' | 'font-size' | 'space' | 'density';

/** Something that happened, told to the host without personal data: no ids of accounts, no numbers, no amounts. */
export interface TelemetryEvent {
  readonly name: 'loaded' | 'refreshed' | 'failed' | 'command' | 'expired' | 'logout';
  /** Tag of the element, if an element is concerned. */
  readonly element?: string;
  /** What was read or changed, such as `bills`; never an id. */
  readonly subject?: string;
  readonly code?: string;
  readonly status?: number | null;
  readonly traceId?: string | null;
  /** Milliseconds it took. */
  readonly duration?: number;
}

export interface SessionOptions {
  /** Address of the backend, absolute or relative to the page. The API's paths (`/v1/…`) are appended. */
  apiUrl: string | URL;
  /** Asks the host's server for a token. Called once at a time, whatever the number of widgets. */
  fetchToken: (request: { signal: AbortSignal; reason: TokenReason }) => Promise<Token>;
  /** Account to show; the user's first one unless given. */
  account?: string;
  /** BCP 47 tag of `ru`, `en`, `kk`, `de`, `hu` or `ar`, such as `de-AT`; the nearest `lang` of the page unless given. */
  locale?: string;
  appearance?: Appearance;
  /** Replaces texts of the widgets. */
  strings?: Strings;
  /** Replaces `fetch`, for tests and hosts with a transport of their own. */
  fetch?: typeof fetch;
  /** Name for `session="id"`. */
  id?: string;
  /** Whether changes on the server are shown as they happen, by one stream for an account; they are unless `false`. */
  live?: boolean;
  /** Tabs with the same group end their sessions together; the page's origin and `apiUrl` unless given, `false` for never. */
  logoutGroup?: string | false;
  /** Called with what happened, see {@link TelemetryEvent}; nothing is sent anywhere unless the host does. */
  onEvent?: (event: TelemetryEvent) => void;
  /** Called with each error that a widget met: its kind, code and trace id, without sentences, sums and numbers. */
  onError?: (error: LkError, context: { element?: string; subject?: string }) => void;
}

/** `active`: works. `expired`: the token could not be renewed, data stay on screen, see {@link LkSession.renew}. `closed`: logged out, for good. */
export type SessionState = 'active' | 'expired' | 'closed';

export type SessionChange = 'state' | 'account' | 'locale' | 'appearance' | 'strings';

/**
 * Access of one user to one backend, shared by the widgets of a page.
 * Another copy of the SDK may use it, therefore this interface only grows.
 */
export interface LkSession {
  readonly id: string | null;
  readonly apiUrl: string;
  readonly state: SessionState;
  account: string | undefined;
  locale: string | undefined;
  appearance: Appearance | undefined;
  strings: Strings | undefined;
  readonly client: Client;
  readonly resources: ResourceStore;
  /** Aborted at logout. */
  readonly signal: AbortSignal;
  /** `false`: nothing is followed. An older copy of the SDK has no such thing. */
  readonly live?: boolean;
  /** Calls back after each change. @returns Ends it. */
  subscribe(listener: (change: SessionChange) => void): () => void;
  /** Continues after `expired`, when the host has signed the user in again: every widget asks anew. */
  renew(): void;
  /** Ends everything under way and forgets all data, here and in the other tabs of the group. */
  logout(): void;
  /** Ends it on this page only, without a word to other tabs: its part of the page goes away. */
  dispose(): void;
  /** Reports to the host; for the widgets. */
  report(event: TelemetryEvent): void;
  reportError(error: LkError, context: { element?: string; subject?: string }): void;
}
