import type { MiddlewareHandler } from 'hono';
import type { Scope } from '../contract/tokens.js';
import type { ApiContext, ApiEnv } from '../env.js';
import { fail } from '../errors.js';
import type { Seal } from '../seal.js';
import type { WallClock, Worlds } from '../worlds.js';
import { challenge, comesFrom, type Grant, openToken } from './token.js';

/** Says whose a request is and which world it is for. @throws {ApiProblem} Without a valid token. */
export function requireToken(seal: Seal, worlds: Worlds, wall: WallClock): (c: ApiContext) => Promise<void> {
  const open = remembering((token) => openToken(seal, token, wall()), wall);
  return async (c) => {
    const header = c.req.header('authorization');
    if (header === undefined) fail('TOKEN_REQUIRED', { headers: challenge });
    const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
    if (token === undefined) fail('TOKEN_INVALID', { headers: challenge });
    const grant = await open(token);
    if (grant.origin !== null && !comesFrom(grant.origin, c.req.raw)) fail('ORIGIN_FORBIDDEN');
    const host = worlds.get(grant.world);
    if (host === undefined) fail('TOKEN_INVALID', { headers: challenge });
    c.set('grant', grant);
    c.set('host', host);
    c.set('currency', host.seed.currency);
  };
}

/** Tokens that are remembered: a page asks many things with one. */
const REMEMBERED = 1000;

/** Opens a token once; what it says is true until its time is over. */
function remembering(openNew: (token: string) => Promise<Grant>, wall: WallClock): (token: string) => Promise<Grant> {
  const known = new Map<string, Grant>();
  return async (token) => {
    const grant = known.get(token);
    if (grant && grant.expires > wall()) return grant;
    known.delete(token);
    const opened = await openNew(token);
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= REMEMBERED) known.delete(oldest);
    known.set(token, opened);
    return opened;
  };
}

/**
 * Refuses an account that the token was not issued for as if it did not exist.
 *
 * @see domain.md MUL-2
 */
export const requireAccount: MiddlewareHandler<ApiEnv> = (c, next) => {
  const account = c.req.param('account');
  const { accounts } = c.get('grant');
  if (account === undefined || (accounts !== null && !accounts.includes(account))) fail('NOT_FOUND');
  return next();
};

const productOf: Readonly<Record<string, string>> = {
  Session: 'core',
  Users: 'core',
  Balance: 'billing',
  Bills: 'billing',
  Payments: 'billing',
  Alerts: 'billing',
  Usage: 'telephony',
  Services: 'telephony',
  Forwarding: 'telephony',
  SIM: 'telephony',
  SIP: 'telephony',
  Products: 'vpbx',
  Documents: 'docs',
};

/** Refuses what the token was not issued for. */
export function requireScope(c: ApiContext, scope: Scope): void {
  if (!c.get('grant').scopes.includes(scope)) fail('SCOPE_MISSING', { params: { scope } });
}

/** The scope that a route needs, by its tag and method: `billing:read`, `telephony:write` … */
export function scopeOf(tag: string | undefined, method: string): string | null {
  const product = productOf[tag ?? ''];
  if (product === undefined || tag === 'Session') return null;
  return `${product}:${method.toLowerCase() === 'get' ? 'read' : 'write'}`;
}
