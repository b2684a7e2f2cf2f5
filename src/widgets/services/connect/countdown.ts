import type { WidgetHost } from '../../../ui/controllers/host.js';

interface Clock {
  /** The server's instant at which the ends were told. */
  readonly asOf: string;
  readonly ends: readonly string[];
}

/**
 * Counts down to instants of the server's clock. The visitor's clock is used only to measure how much time has passed since the answer
 * came: one that is wrong, or is changed meanwhile, does no harm.
 */
export class Countdown {
  readonly #read: () => Clock | null;
  readonly #over: () => void;
  #asOf: string | null = null;
  #since = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #told = false;

  /**
   * @param read - What is counted down to now; `null`: nothing.
   * @param over - Called once when the first of the ends has passed.
   */
  constructor(host: WidgetHost, read: () => Clock | null, over: () => void) {
    this.#read = read;
    this.#over = over;
    host.addController({
      hostUpdate: () => this.#follow(host),
      hostDisconnected: () => this.#stop(),
    });
  }

  /** Whole seconds left until an instant, never below zero. */
  left(end: string): number {
    const asOf = Date.parse(this.#asOf ?? end);
    return Math.max(0, Math.ceil((Date.parse(end) - asOf - (performance.now() - this.#since)) / 1000));
  }

  #follow(host: WidgetHost): void {
    const clock = this.#read();
    if (clock === null || clock.ends.length === 0) return this.#stop();
    if (clock.asOf !== this.#asOf) {
      this.#asOf = clock.asOf;
      this.#since = performance.now();
      this.#told = false;
    }
    this.#timer ??= setInterval(() => {
      host.requestUpdate();
      if (this.#told || !clockOver(this, this.#read())) return;
      this.#told = true;
      this.#over();
    }, 1000);
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#asOf = null;
  }
}

function clockOver(countdown: Countdown, clock: Clock | null): boolean {
  return clock !== null && clock.ends.some((end) => countdown.left(end) === 0);
}

/** `29:04`. @param seconds - Whole, ≥ 0. */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
