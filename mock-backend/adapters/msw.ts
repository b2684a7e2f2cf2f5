import { http, HttpResponse, type HttpHandler } from 'msw';
import { DROPPED } from '../api/faults.js';

/** What answers the requests: the router, or something that looks at them first. */
export interface Answering {
  fetch(request: Request): Response | Promise<Response>;
}

/**
 * The router as a request handler of a service worker, or of an intercepted `fetch` in Node.
 *
 * @param router - The app, or what hands each request to the app of its world.
 * @param prefix - Path that the API is found under, on any origin; it is taken off before the router sees it.
 */
export function createHandlers(router: Answering, prefix = '/api'): HttpHandler[] {
  return [
    http.all(`*${prefix}/*`, async ({ request }) => {
      const url = new URL(request.url);
      url.pathname = url.pathname.slice(url.pathname.indexOf(prefix) + prefix.length);
      const response = await router.fetch(new Request(url, request));
      return response.headers.has(DROPPED) ? HttpResponse.error() : response;
    }),
  ];
}
