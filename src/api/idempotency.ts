const PREFIX = 'lk:pending:';

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

/** A key that was sent and whose result is not known yet. */
export interface PendingKey {
  readonly key: string;
  /** Tells whether the same thing is being confirmed again; 32 bits, so nothing can be read back from it. */
  readonly digest: string;
}

/**
 * Keeps the keys of unfinished commands over a reload. Only the key and a 32-bit digest are stored, never the input.
 * Storage may be forbidden (private mode, sandboxed frames): then the key lives as long as the page.
 */
export class PendingKeys {
  readonly #memory = new Map<string, string>();

  get(command: string): PendingKey | null {
    const stored = this.#memory.get(command) ?? attempt(() => sessionStorage.getItem(PREFIX + command)) ?? '';
    const [key, digest] = stored.split(' ');
    return key !== undefined && digest !== undefined ? { key, digest } : null;
  }

  set(command: string, { key, digest }: PendingKey): void {
    this.#memory.set(command, `${key} ${digest}`);
    attempt(() => sessionStorage.setItem(PREFIX + command, `${key} ${digest}`));
  }

  delete(command: string): void {
    this.#memory.delete(command);
    attempt(() => sessionStorage.removeItem(PREFIX + command));
  }

  /** Forgets all of them: at logout another user may come. */
  clear(): void {
    this.#memory.clear();
    attempt(() => {
      for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
    });
  }
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
