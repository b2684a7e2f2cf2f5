import { cors } from 'hono/cors';
import type { MiddlewareHandler } from 'hono';
import { isWhole } from '../answer.js';
import type { ApiEnv } from '../env.js';
import { localeOf } from '../messages/index.js';

/**
 * Names the request for logs and problem documents: the caller's trace if it sends one. Puts the headers that are noted on the way in
 * on whatever comes out, unless it was made with them.
 */
export function trace(newId: () => string): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const parent = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(c.req.header('traceparent') ?? '')?.[1];
    c.set('traceId', parent ?? newId());
    c.set('locale', localeOf(c.req.header('accept-language')));
    c.set('currency', 'RUB');
    c.set('faults', NONE);
    const headers = { 'X-Trace-Id': c.get('traceId') };
    c.set('headers', headers);
    await next();
    if (isWhole(c.res)) return;
    // `c.header` would make a new answer for each of them.
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  };
}

const NONE: ApiEnv['Variables']['faults'] = new Set();

const EXPOSED = ['ETag', 'Retry-After', 'X-Trace-Id', 'Last-Event-ID', 'Content-Disposition', 'Content-Language'];
const SHARED = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': EXPOSED.join(',') };
const ofAnyOrigin = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowHeaders: [
    'Authorization',
    'Content-Type',
    'Accept-Language',
    'Idempotency-Key',
    'If-Match',
    'If-None-Match',
    'Last-Event-ID',
    'Step-Up-Proof',
    'traceparent',
  ],
  exposeHeaders: EXPOSED,
  maxAge: 600,
});

/**
 * Pages of any origin may call: there are no cookies to steal, and a token names the origin it works on.
 * The route that takes a client's secret and `/admin` are left out: they are no business of a page.
 */
export const crossOrigin: MiddlewareHandler<ApiEnv> = (c, next) => {
  if (c.req.method === 'OPTIONS') return ofAnyOrigin(c, next);
  // The library would begin an answer of its own before ours, and then join the two.
  Object.assign(c.get('headers'), SHARED);
  return next();
};

const PRIVATE = {
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
  Vary: 'Authorization, Accept-Language, Origin',
};

/** Answers about money are nobody's to keep. */
export const privately: MiddlewareHandler<ApiEnv> = (c, next) => {
  Object.assign(c.get('headers'), PRIVATE);
  return next();
};
