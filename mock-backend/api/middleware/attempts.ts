import { fail } from '../errors.js';
import type { WallClock } from '../worlds.js';

const WINDOW_MS = 60_000;
const LIMIT = 10;
const REMEMBERED = 1000;

/** Counts wrong secrets, so that nobody can try them one after another. */
export class Attempts {
  readonly #failed = new Map<string, { readonly since: number; readonly count: number }>();

  constructor(private readonly wall: WallClock) {}

  /** @throws {ApiProblem} RATE_LIMITED when too many were wrong within a minute. */
  check(name: string): void {
    const entry = this.#failed.get(name);
    if (entry === undefined) return;
    const left = entry.since + WINDOW_MS - this.wall();
    if (left <= 0) this.#failed.delete(name);
    else if (entry.count >= LIMIT) {
      const sec = String(Math.ceil(left / 1000));
      fail('RATE_LIMITED', { params: { sec }, headers: { 'Retry-After': sec } });
    }
  }

  failed(name: string): void {
    const entry = this.#failed.get(name);
    this.#failed.set(name, { since: entry?.since ?? this.wall(), count: (entry?.count ?? 0) + 1 });
    for (const oldest of this.#failed.keys()) {
      if (this.#failed.size <= REMEMBERED) break;
      this.#failed.delete(oldest);
    }
  }
}
