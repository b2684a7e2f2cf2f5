import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from '../env.js';
import { fail, unavailable } from '../errors.js';
import { DROPPED, type FaultKind, type Faults } from '../faults.js';

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const dropped = () => new Response(null, { status: 503, headers: { [DROPPED]: '1' } });

/** Lets the faults that are switched on happen. */
export function faulty(faults: Faults): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const world = c.get('grant')?.world ?? null;
    const met = faults.take(c.req.method, c.req.path, world);
    if (met.length === 0) return next();
    const kinds = new Set<FaultKind>(met.map(({ kind }) => kind));
    c.set('faults', kinds);
    await pause(met.reduce((sum, { kind, delay }) => (kind === 'slow' ? sum + delay : sum), 0));
    if (kinds.has('offline')) return dropped();
    if (kinds.has('error')) fail('INTERNAL');
    if (kinds.has('unavailable')) throw unavailable(c.req.path);
    if (kinds.has('unconfirmed')) fail('NETWORK_TIMEOUT');
    if (kinds.has('unauthorized')) fail('TOKEN_EXPIRED', { headers: { 'WWW-Authenticate': 'Bearer' } });
    if (kinds.has('forbidden')) fail('FORBIDDEN');
    if (kinds.has('limited')) fail('RATE_LIMITED', { headers: { 'Retry-After': '1' } });
    await next();
    if (kinds.has('lost')) c.res = dropped();
    if (kinds.has('unknown')) fail('OUTCOME_UNKNOWN');
    return undefined;
  };
}
