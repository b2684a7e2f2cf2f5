import { cors } from 'hono/cors';
import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from '../env.js';
import { localeOf } from '../messages/index.js';

/** Names the request for logs and problem documents: the caller's trace if it sends one. */
export function trace(newId: () => string): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const parent = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(c.req.header('traceparent') ?? '')?.[1];
    c.set('traceId', parent ?? newId());
    c.set('locale', localeOf(c.req.header('accept-language')));
    c.set('currency', 'RUB');
    c.set('faults', new Set());
    await next();
    c.header('X-Trace-Id', c.var.traceId);
  };
}

/**
 * Pages of any origin may call: there are no cookies to steal, and a token names the origin it works on.
 * The route that takes a client's secret and `/admin` are left out: they are no business of a page.
 */
export const crossOrigin: MiddlewareHandler = cors({
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
  exposeHeaders: ['ETag', 'Retry-After', 'X-Trace-Id', 'Content-Disposition', 'Content-Language'],
  maxAge: 600,
});

/** Answers about money are nobody's to keep. */
export const privately: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Cache-Control', 'private, no-store');
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Vary', 'Authorization, Accept-Language, Origin');
};
