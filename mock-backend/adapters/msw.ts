import { http, HttpResponse, type HttpHandler } from 'msw';
import type { App } from '../api/app.js';
import { DROPPED } from '../api/faults.js';

/**
 * The router as a request handler of a service worker, or of an intercepted `fetch` in Node.
 *
 * @param app - Asked for at each request: a story may play another world meanwhile.
 * @param prefix - Path that the API is found under, on any origin; it is taken off before the router sees it.
 */
export function createHandlers(app: () => App | Promise<App>, prefix = '/api'): HttpHandler[] {
  return [
    http.all(`*${prefix}/*`, async ({ request }) => {
      const url = new URL(request.url);
      url.pathname = url.pathname.slice(url.pathname.indexOf(prefix) + prefix.length);
      const router = await app();
      const response = await router.fetch(new Request(url, request));
      return response.headers.has(DROPPED) ? HttpResponse.error() : response;
    }),
  ];
}
