import type { WallClock } from './worlds.js';

/** How long a link to a product works. @see domain.md PRD-5 */
const LIFE_MS = 60_000;

export interface Ticket {
  readonly account: string;
  readonly user: string;
  readonly type: string;
}

/** One-time tickets by which a product knows who opens it. They live in this process, and not for long. */
export class Tickets {
  readonly #tickets = new Map<string, Ticket & { readonly until: number }>();

  constructor(private readonly wall: WallClock) {}

  issue(ticket: Ticket): { readonly id: string; readonly until: number } {
    this.#forget();
    const id = crypto.randomUUID();
    const until = this.wall() + LIFE_MS;
    this.#tickets.set(id, { ...ticket, until });
    return { id, until };
  }

  /** Whose ticket it is; `null` when it was used, is over, or never was. */
  redeem(id: string): Ticket | null {
    this.#forget();
    const found = this.#tickets.get(id) ?? null;
    this.#tickets.delete(id);
    return found;
  }

  #forget(): void {
    const now = this.wall();
    for (const [id, { until }] of this.#tickets) if (until <= now) this.#tickets.delete(id);
  }
}
