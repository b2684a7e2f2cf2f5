/** What every journey needs: one demo with its engineer's door open, one browser, visitors who are listened to. */
import { after, before } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { emptyFolder, type RunningDemo, startDemo } from '../demo.js';
import { openBrowser, soon } from '../pages.js';
import { listenTo } from './reader.js';

const KEY = 'engineer of the journeys';
export const ACCOUNT = '200417';

/** What an engineer may switch on; see `mock-backend/api/faults.ts`. */
export interface Fault {
  readonly kind: string;
  readonly route: string;
  readonly times?: number;
  readonly delay?: number;
}

export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly topic: string;
  readonly text: string;
  readonly link: string | null;
}

export type Api = (path: string, init?: RequestInit) => Promise<Response>;

/** A page and all that it has sent to change something: `POST /v1/accounts/200417/topups`, with its key. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly writes: { readonly what: string; readonly key: string }[];
}

export interface Stage {
  /** Opens the cabinet at a place, as the user who is signed in on the site. */
  visit(view: string, user?: string): Promise<Visit>;
  /** Another page of the same visitor. @param path - On the demo's site. */
  open(path: string): Promise<Page>;
  /** The API as this user's page sees it. */
  api(user?: string): Promise<Api>;
  engineer(path: string, init?: RequestInit): Promise<Response>;
  fault(fault: Fault): Promise<void>;
  letters(): Promise<readonly Letter[]>;
  /** The newest message to somebody that has come since, on this topic if one is named. @throws {Error} if none comes */
  letterTo(to: string, since: readonly Letter[], topic?: string): Promise<Letter>;
  /** Records of calls that have just ended. */
  calls(...records: readonly Readonly<Record<string, string | number | boolean>>[]): Promise<void>;
  balance(): Promise<string>;
  /** Lets time pass in the demo's world. */
  wait(minutes: number): Promise<void>;
}

/** Call it once in a file: its demo starts before the first test and ends after the last. */
export function stage(): Stage {
  let begun: { browser?: Browser; demo?: RunningDemo; folder?: Awaited<ReturnType<typeof emptyFolder>> } = {};
  const opened: BrowserContext[] = [];
  const urlOf = (path: string): string => {
    if (!begun.demo) throw new Error('The demo has not started.');
    return new URL(path, begun.demo.url).href;
  };

  before(async () => {
    begun.folder = await emptyFolder();
    begun.demo = await startDemo('--port', '0', '--data', begun.folder.path, '--admin-key', KEY);
    begun.browser = await openBrowser();
  });
  // Also when one of them did not come: a browser that is left behind keeps the tests from ending.
  after(async () => {
    const { browser, demo, folder } = begun;
    begun = {};
    await browser?.close();
    await demo?.interrupt();
    await folder?.remove();
  });

  const engineer: Stage['engineer'] = async (path, init = {}) => {
    const headers = { 'X-Admin-Key': KEY, ...(init.body ? { 'Content-Type': 'application/json' } : {}) };
    const response = await fetch(urlOf(`/admin/${path}`), { ...init, headers });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };

  const letters: Stage['letters'] = async () => {
    const { items }: { items: Letter[] } = await (await engineer('worlds/demo/messages')).json();
    return items.map((letter) => ({ ...letter, text: letter.text.replace(/\s/g, ' ') }));
  };

  const api: Stage['api'] = async (user = 'director') => {
    const cookie = { Cookie: `site_user=${encodeURIComponent(user)}` };
    const response = await fetch(urlOf('/site/token'), { method: 'POST', headers: cookie });
    const { token }: { token: string } = await response.json();
    return (path, init = {}) =>
      fetch(urlOf(path), { ...init, headers: { ...init.headers, Authorization: `Bearer ${token}` } });
  };

  return {
    engineer,
    letters,
    api,
    async visit(view, user = 'director') {
      await engineer('faults', { method: 'DELETE' });
      await Promise.all(opened.splice(0).map((context) => context.close()));
      if (!begun.browser) throw new Error('There is no browser.');
      const context = await begun.browser.newContext({ locale: 'ru-RU', viewport: { width: 1280, height: 900 } });
      context.setDefaultTimeout(20_000);
      opened.push(context);
      await context.addCookies([{ name: 'site_user', value: encodeURIComponent(user), url: urlOf('/') }]);
      await listenTo(context);
      const page = await context.newPage();
      // Somebody who listens from the start keeps the browser from ever showing a dialog of its own.
      page.on('filechooser', () => undefined);
      const writes: { what: string; key: string }[] = [];
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (request.method() === 'GET' || !pathname.startsWith('/v1/')) return;
        writes.push({
          what: `${request.method()} ${decodeURIComponent(pathname)}`,
          key: request.headers()['idempotency-key'] ?? '',
        });
      });
      await page.goto(urlOf(`/cabinet?view=${encodeURIComponent(view)}`));
      await page.locator('lk-cabinet nav').waitFor();
      return { page, context, writes };
    },
    async open(path) {
      const [context] = opened;
      if (!context) throw new Error('Nobody visits the demo.');
      const page = await context.newPage();
      await page.goto(urlOf(path));
      return page;
    },
    async fault(fault) {
      await engineer('faults', { method: 'POST', body: JSON.stringify(fault) });
    },
    async letterTo(to, since, topic) {
      const known = new Set(since.map(({ id }) => id));
      let found: Letter | undefined;
      await soon(`a message to ${to}`, async () => {
        const fresh = (await letters()).filter(({ id }) => !known.has(id));
        found = fresh.find((letter) => letter.to === to && letter.topic === (topic ?? letter.topic));
        return found !== undefined;
      });
      if (!found) throw new Error(`No message to ${to}`);
      return found;
    },
    async calls(...records) {
      const answer = await engineer('worlds/demo/usage', { method: 'POST', body: JSON.stringify({ items: records }) });
      const { accepted, rejected }: { accepted: number; rejected: unknown[] } = await answer.json();
      if (accepted !== records.length) throw new Error(`Records refused: ${JSON.stringify(rejected)}`);
    },
    async wait(minutes) {
      const { now }: { now: string } = await (await engineer('worlds/demo/clock')).json();
      const to = new Date(Date.parse(now) + minutes * 60_000).toISOString();
      await engineer('worlds/demo/clock', { method: 'PUT', body: JSON.stringify({ to }) });
    },
    async balance() {
      const answer = await (await api())(`/v1/accounts/${ACCOUNT}/balance`);
      const { balance }: { balance: { value: string } } = await answer.json();
      return balance.value;
    },
  };
}
