import { z } from '@hono/zod-openapi';
import { Scope } from '../contract/tokens.js';
import type { Seal } from '../seal.js';
import { ApiProblem } from '../errors.js';

/** How long a token lives. */
export const TOKEN_SECONDS = 15 * 60;

const Claims = z.object({
  /** World the token opens. */
  w: z.string(),
  /** User it acts for. */
  u: z.string(),
  /** Accounts it is narrowed to; null: every account of the user. */
  a: z.array(z.string()).nullable(),
  s: z.array(Scope),
  /** The only page origin it works on; null: any. */
  o: z.string().nullable(),
  /** Expiry, seconds since 1970 by the wall clock. */
  e: z.int(),
  /** When the user last proved who he is, seconds since 1970; absent: not said. */
  p: z.int().optional(),
});

/** What a token says. */
export interface Grant {
  readonly world: string;
  readonly user: string;
  readonly accounts: readonly string[] | null;
  readonly scopes: readonly Scope[];
  readonly origin: string | null;
  /** Milliseconds since 1970, wall clock. */
  readonly expires: number;
  /** When the user last proved who he is, milliseconds since 1970; null: not said. */
  readonly authenticated: number | null;
}

const purpose = 'token';
/** What a refused token is answered with, beside the problem. */
export const challenge = { 'WWW-Authenticate': 'Bearer' };

export function sealToken(seal: Seal, grant: Grant): Promise<string> {
  const claims: z.infer<typeof Claims> = {
    w: grant.world,
    u: grant.user,
    a: grant.accounts === null ? null : [...grant.accounts],
    s: [...grant.scopes],
    o: grant.origin,
    e: Math.floor(grant.expires / 1000),
    ...(grant.authenticated === null ? {} : { p: Math.floor(grant.authenticated / 1000) }),
  };
  return seal.close(purpose, claims);
}

/**
 * Reads a token.
 *
 * @param now - Milliseconds since 1970 by the wall clock.
 * @throws {ApiProblem} TOKEN_INVALID when it was not issued here, TOKEN_EXPIRED when its time is over.
 */
export async function openToken(seal: Seal, token: string, now: number): Promise<Grant> {
  const claims = Claims.safeParse(await seal.open(purpose, token));
  if (!claims.success) throw new ApiProblem('TOKEN_INVALID', { headers: challenge });
  const { w, u, a, s, o, e, p } = claims.data;
  if (e * 1000 <= now) throw new ApiProblem('TOKEN_EXPIRED', { headers: challenge });
  const authenticated = p === undefined ? null : p * 1000;
  return { world: w, user: u, accounts: a, scopes: s, origin: o, expires: e * 1000, authenticated };
}

/**
 * Whether a request comes from the page the token was issued for. A browser sends `Origin` with every request that
 * leaves the page's site; one that stays on it is known by its host.
 */
export function comesFrom(origin: string, request: Request): boolean {
  const header = request.headers.get('origin');
  if (header !== null) return header === origin;
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return host === new URL(origin).host;
}
