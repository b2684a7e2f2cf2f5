/** A partner's portal: another company, another origin, no build. It has a page and a token endpoint, and that is all. */
import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { send, sendFile } from '../http.js';
import { type TokenClient, tokenFor } from '../token.js';

const SITE = fileURLToPath(new URL('./site/', import.meta.url)).replace(/[\\/]$/, '');

export interface PartnerOptions {
  client: TokenClient;
  /** Origin of the operator, where the widgets and the API are. */
  operator: () => string;
  /** Origin of this site: its tokens work nowhere else. */
  self: () => string;
  /** The subscriber whose accountant is signed in here. */
  user: string;
  account: string;
}

export function partnerSite(options: PartnerOptions): Server {
  return createServer((incoming, response) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://localhost');
    const done = async () => {
      if (incoming.method === 'POST' && pathname === '/token') {
        const only = { accounts: [options.account], scopes: ['core:read', 'billing:read'], origin: options.self() };
        return send(response, 200, await tokenFor(options.client, options.user, only));
      }
      if (pathname === '/') {
        const page = await readFile(`${SITE}/index.html`, 'utf8');
        const origin = options.operator();
        response.writeHead(200, {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': `default-src 'none'; script-src ${origin}; style-src 'self'; connect-src 'self' ${origin}; img-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html`,
        });
        return response.end(page.replaceAll('{{operator}}', origin));
      }
      if (!(await sendFile(response, SITE, pathname.slice(1)))) send(response, 404, 'There is no such page.');
    };
    done().catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else send(response, 502, 'The operator gave no token.');
    });
  });
}
