import { http, HttpResponse, type HttpHandler } from 'msw';
import type { App } from '../api/app.js';
import { DROPPED } from '../api/faults.js';

/**
 * The router as a request handler of a service worker, in a browser or in Node.
 *
 * @param prefix - Path that the API is found under on the page's origin; it is taken off before the router sees it.
 */
export function createHandlers(app: () => App, prefix = '/api'): HttpHandler[] {
  return [
    http.all(`${prefix}/*`, async ({ request }) => {
      const url = new URL(request.url);
      url.pathname = url.pathname.slice(prefix.length);
      const response = await app().fetch(new Request(url, request));
      return response.headers.has(DROPPED) ? HttpResponse.error() : response;
    }),
  ];
}
