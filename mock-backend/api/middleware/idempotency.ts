import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from '../env.js';
import { fail } from '../errors.js';
import { Reader } from '../reader.js';
import { digest } from '../seal.js';
import { KEY_MS } from '../../store/port.js';
import type { WallClock } from '../worlds.js';

interface Kept {
  readonly fingerprint: string;
  readonly until: number;
  /** null: still running. */
  answer: { readonly status: number; readonly headers: [string, string][]; readonly body: string } | null;
}

/** Methods that change things. */
export const COMMANDS: string[] = ['POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Answers a repeated command with what the first one was answered. The engine remembers the key as well, in its journal,
 * so a repeat after a restart changes nothing either.
 */
export class IdempotencyKeys {
  readonly #kept = new Map<string, Kept>();

  constructor(private readonly wall: WallClock) {}

  readonly middleware: MiddlewareHandler<ApiEnv> = async (c, next) => {
    const key = c.req.header('idempotency-key');
    if (key === undefined)
      fail('IDEMPOTENCY_KEY_REQUIRED', { fields: [{ path: 'idempotency-key', in: 'header', fault: 'required' }] });
    if (!/^[\x21-\x7e]{8,128}$/.test(key)) {
      fail('IDEMPOTENCY_KEY_INVALID', { fields: [{ path: 'idempotency-key', in: 'header', fault: 'format' }] });
    }
    this.#forget();
    const { world, user } = c.get('grant');
    const id = JSON.stringify([world, user, key]);
    const body = c.req.method === 'DELETE' ? '' : await c.req.text();
    const fingerprint = await digest(`${c.req.method} ${c.req.path}\n${body}`);
    const kept = this.#kept.get(id);
    if (kept !== undefined) {
      if (kept.fingerprint !== fingerprint) fail('IDEMPOTENCY_KEY_REUSED');
      if (kept.answer === null) fail('REQUEST_IN_PROGRESS', { headers: { 'Retry-After': '1' } });
      // Whoever has lost the account meanwhile is not told again what he was told (ADM-7).
      await Reader.open(c, c.req.param('account') ?? '');
      c.res = new Response(kept.answer.body, { status: kept.answer.status, headers: kept.answer.headers });
      return;
    }
    const entry: Kept = { fingerprint, until: this.wall() + KEY_MS, answer: null };
    this.#kept.set(id, entry);
    c.set('commandKey', `${user}:${key}`);
    try {
      await next();
    } finally {
      if (!(await this.#keep(entry, c.res, c.error))) this.#kept.delete(id);
    }
  };

  /** Answers that say nothing about the command itself are not kept: the same key may try again. */
  async #keep(entry: Kept, response: Response, error: Error | undefined): Promise<boolean> {
    if (response.status >= 500 || response.status === 401 || response.status === 429) return false;
    if (error !== undefined && response.status === 422 && error.message === 'REQUEST_INVALID') return false;
    entry.answer = { status: response.status, headers: [...response.headers], body: await response.clone().text() };
    return true;
  }

  #forget(): void {
    const now = this.wall();
    for (const [id, { until }] of this.#kept) {
      if (until > now) return;
      this.#kept.delete(id);
    }
  }
}
