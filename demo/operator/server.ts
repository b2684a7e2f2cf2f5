/**
 * The operator's own site: pages, the built widgets, a token endpoint, and the way through to the backend.
 * An integrator needs two of its routes: the files of `dist/cdn` and something like `/site/token`.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { sendHostPage } from '../hosts.js';
import { cookieOf, formOf, passOn, send, sendFile } from '../http.js';
import { type TokenClient, tokenFor } from '../token.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url)).replace(/[\\/]$/, '');
const SITE = here('./site/');
const CSP_PAGE = here('../csp/');
const CDN = here('../../dist/cdn/');

/** Address → what stands between header and footer. */
const PAGES: Readonly<Record<string, string>> = {
  '/': 'index.html',
  '/cabinet': 'cabinet.html',
  '/outbox': 'outbox.html',
};

/** What of the backend a visitor may reach through this site: the API, the payment page, the links of letters. */
const THROUGH = /^\/(v1|provider|links)\/|^\/openapi\.json$/;

const read = (file: string) => readFile(file, 'utf8');

/** The strictest policy that the widgets promise to work under; the demo lives under it on every page. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** Those who can sign in, by the names that the backend's demo world knows; who was invited signs in by his address. */
const USERS = ['director', 'buhgalter', 'menedzher'];

export interface OperatorOptions {
  client: TokenClient;
  /** Address of the partner's site, for the link in the footer. */
  partner: () => string | null;
  /** SMS and letters that the backend has sent, newest first: a demo shows what others send. The key for it stays on the server. */
  outbox: () => Promise<Outbox>;
  /** Whether the backend's routes for its engineers are reached through this site, by who has their key. */
  admin: boolean;
}

/** As far as the site reads it itself. */
export interface Outbox {
  readonly items: readonly { readonly topic: string; readonly to: string }[];
}

export function operatorSite(options: OperatorOptions): Server {
  return createServer((incoming, response) => {
    answer(incoming, response, options).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else send(response, 500, 'Something went wrong; see the log of the server.');
    });
  });
}

async function answer(incoming: IncomingMessage, response: ServerResponse, options: OperatorOptions): Promise<void> {
  const { pathname } = new URL(incoming.url ?? '/', 'http://localhost');
  const call = `${incoming.method ?? 'GET'} ${pathname}`;

  if (THROUGH.test(pathname) || (options.admin && pathname.startsWith('/admin/')))
    return passOn(incoming, response, options.client.api);
  if (call === 'POST /site/token') {
    // A real site looks its session up here, and answers 401 if nobody is signed in.
    try {
      return send(response, 200, await tokenFor(options.client, await userOf(incoming, options)));
    } catch (error) {
      console.error(error);
      return send(response, 502, 'The backend gave no token.');
    }
  }
  if (call === 'POST /site/login') {
    const user = (await formOf(incoming)).get('user') ?? '';
    if (!(await mayEnter(user, options))) return send(response, 400, 'There is no such user.');
    const cookie = `site_user=${encodeURIComponent(user)}; Path=/; HttpOnly; SameSite=Lax`;
    response.writeHead(303, { Location: '/', 'Set-Cookie': cookie });
    response.end();
    return;
  }
  if (incoming.method !== 'GET' && incoming.method !== 'HEAD')
    return send(response, 405, 'This address only answers GET.');
  if (pathname === '/site/outbox') return send(response, 200, await options.outbox());
  if (pathname === '/site/me') {
    const [user, guests] = await Promise.all([userOf(incoming, options), guestsOf(options)]);
    return send(response, 200, { user, guests, partner: options.partner() });
  }

  const page = Object.hasOwn(PAGES, pathname) ? PAGES[pathname] : undefined;
  if (page) {
    const [layout, content] = await Promise.all([read(`${SITE}/layout.html`), read(`${SITE}/${page}`)]);
    return send(
      response,
      200,
      layout.replace('<!-- page -->', () => content),
      {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': POLICY,
      },
    );
  }
  if (pathname === '/csp') {
    if (await sendFile(response, CSP_PAGE, 'index.html', { 'Content-Security-Policy': POLICY })) return;
  }
  if (pathname.startsWith('/site/') && (await sendFile(response, SITE, pathname.slice(6)))) return;
  if (pathname.startsWith('/csp/') && (await sendFile(response, CSP_PAGE, pathname.slice(5)))) return;
  if (pathname.startsWith('/cdn/') && (await sendFile(response, CDN, pathname.slice(5), cdnHeaders(pathname)))) return;
  if (await sendHostPage(response, { pathname, host: incoming.headers.host }, POLICY)) return;
  send(response, 404, 'There is no such page.');
}

/** Partners' pages load the widgets from here; a chunk's name is its content, so it may be kept for ever. */
const cdnHeaders = (path: string) => ({
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': path.includes('/chunks/') ? 'public, max-age=31536000, immutable' : 'no-cache',
});

/** Whom the users of the demo have invited: each signs in by the address that the invitation went to. */
async function guestsOf({ outbox }: OperatorOptions): Promise<string[]> {
  const { items } = await outbox();
  return [...new Set(items.filter(({ topic }) => topic === 'INVITE').map(({ to }) => to))];
}

async function mayEnter(user: string, options: OperatorOptions): Promise<boolean> {
  return USERS.includes(user) || (await guestsOf(options)).includes(user);
}

/** Whose cookie it is; a demo asks for no password, and who has no access gets no token from the backend. */
async function userOf(incoming: IncomingMessage, options: OperatorOptions): Promise<string> {
  const user = cookieOf(incoming, 'site_user');
  return user !== null && (await mayEnter(user, options)) ? user : 'director';
}
