/** Sensitive actions wait for a step: a fresh sign-in told by the host, or a code to another contact. @see domain.md ADM-8 */
import { z } from '@hono/zod-openapi';
import type { AccountCommand } from '../../engine/decide.js';
import { stepUpContacts } from '../../engine/stepup/commands.js';
import type { ApiContext } from '../env.js';
import { fail } from '../errors.js';
import { isDone } from '../known.js';
import type { Reader } from '../reader.js';
import { digest, type Seal } from '../seal.js';
import type { WallClock } from '../worlds.js';

/** After signing in a user need not prove himself again for so long. */
export const FRESH_MS = 10 * 60_000;
/** How long a request may wait for its code, and how long a proof serves. */
const CHALLENGE_MS = 15 * 60_000;
const PROOF_MS = 5 * 60_000;
const CHALLENGE = 'step-up';
const PROOF = 'step-up-proof';

const Claims = z.object({
  /** Digest of the request that waits. */
  mark: z.string(),
  /** Whose it is: nobody else, and no contact of another account, can confirm it. */
  world: z.string(),
  account: z.string(),
  user: z.string(),
  action: z.string(),
  target: z.string().nullable(),
  /** Milliseconds since 1970, wall clock. */
  until: z.int(),
});

/** What a request waits for, as its challenge says. */
export type Challenge = z.infer<typeof Claims>;

export interface SensitiveParts {
  readonly seal: Seal;
  readonly wall: WallClock;
}

/**
 * The request, as what is confirmed: who sends it, under which key, where and with what. Another sum, another number or another
 * repetition is another mark.
 */
async function markOf(c: ApiContext): Promise<string> {
  const body = c.req.method === 'DELETE' ? '' : await c.req.text();
  return digest(`${c.get('host').id} ${c.get('commandKey')}\n${c.req.method} ${c.req.path}\n${body}`);
}

/**
 * Lets a sensitive command through if its user has just signed in or has confirmed this very request. What would be refused anyway is
 * refused before anybody types a code.
 *
 * @throws {ApiProblem} OTP_REQUIRED with a `challenge`; REAUTH_REQUIRED when there is nowhere to send a code to.
 * @throws {Refusal} As the command itself.
 */
export async function requireConfirmation(
  c: ApiContext,
  { seal, wall }: SensitiveParts,
  reader: Reader,
  command: AccountCommand,
): Promise<void> {
  const grant = c.get('grant');
  const isFresh = grant.authenticated !== null && wall() - grant.authenticated < FRESH_MS;
  if (isFresh || (await isDone(c, command))) return;
  const mark = await markOf(c);
  const proof = Claims.safeParse(await seal.open(PROOF, c.req.header('step-up-proof') ?? ''));
  if (proof.success && proof.data.mark === mark && proof.data.until > wall()) return;
  await reader.world.rehearse(command, grant.user);
  const target = 'number' in command && typeof command.number === 'string' ? command.number : null;
  const params = { action: command.do };
  if (stepUpContacts(reader.state, grant.user, target).length === 0) {
    const headers = {
      'WWW-Authenticate': `Bearer error="insufficient_user_authentication", max_age=${FRESH_MS / 1000}`,
    };
    fail('REAUTH_REQUIRED', { params, headers });
  }
  const whose = { world: c.get('host').id, account: reader.state.id, user: reader.user };
  const claims: Challenge = { mark, ...whose, target, action: command.do, until: wall() + CHALLENGE_MS };
  fail('OTP_REQUIRED', { params: { ...params, challenge: await seal.close(CHALLENGE, claims) } });
}

/** @throws {ApiProblem} CODE_EXPIRED when it was not made here for this user of this account, or too long ago. */
export async function openChallenge(
  { seal, wall }: SensitiveParts,
  sealed: string,
  reader: Reader,
): Promise<Challenge> {
  const { data } = Claims.safeParse(await seal.open(CHALLENGE, sealed));
  const isHis = data?.world === reader.host.id && data.account === reader.state.id && data.user === reader.user;
  return data && isHis && data.until > wall() ? data : fail('CODE_EXPIRED');
}

export async function proofOf(
  { seal, wall }: SensitiveParts,
  challenge: Challenge,
): Promise<{ proof: string; until: string }> {
  const claims: Challenge = { ...challenge, until: wall() + PROOF_MS };
  return { proof: await seal.close(PROOF, claims), until: new Date(claims.until).toISOString() };
}
