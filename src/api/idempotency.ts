import { PENDING } from './pending.js';

/** A new `Idempotency-Key`. @see domain.md CC-17 */
export function newKey(): string {
  // `randomUUID` is missing on pages served over plain http from another host than localhost.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, i) => {
    const fixed = i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte;
    return fixed.toString(16).padStart(2, '0');
  });
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * Keys of commands whose result is not known yet. They outlive a reload: stored is the key under the command's name and
 * a 32-bit digest of what was confirmed, never the input. Storage may be forbidden (private mode, sandboxed frames):
 * then a key lives as long as the session.
 */
export class PendingKeys {
  readonly #known = new Map<string, string>();

  /** The key under which this very thing was sent before without a known result, or `null`. */
  find(command: string, digest: string): string | null {
    const place = placeOf(command, digest);
    return this.#known.get(place) ?? attempt(() => sessionStorage.getItem(place)) ?? null;
  }

  /** Before the request is sent. */
  start(command: string, digest: string, key: string): void {
    const place = placeOf(command, digest);
    this.#known.set(place, key);
    attempt(() => sessionStorage.setItem(place, key));
  }

  /** The result is known. */
  finish(command: string, digest: string): void {
    const place = placeOf(command, digest);
    this.#known.delete(place);
    attempt(() => sessionStorage.removeItem(place));
  }
}

const ofSession = new WeakMap<object, PendingKeys>();

/** The keys of a session; only pages with commands have any. */
export function pendingKeysOf(session: object): PendingKeys {
  let keys = ofSession.get(session);
  if (keys === undefined) ofSession.set(session, (keys = new PendingKeys()));
  return keys;
}

function placeOf(command: string, digest: string): string {
  return `${PENDING}${command}:${digest}`;
}

/** A 32-bit FNV-1a digest of what is being confirmed: equal for equal input, of no use for anything else. */
export function digestOf(input: unknown): string {
  let hash = 0x811c9dc5;
  for (const char of JSON.stringify(input) ?? '') {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
