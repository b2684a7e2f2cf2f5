import type { WallClock } from './worlds.js';

/** How far the wall clock may be from the monotonic one without having been set, milliseconds: what it drifts and is corrected by. */
const LIMIT_MS = 5 * 60_000;

export interface SteadyParts {
  readonly wall: WallClock;
  /** Milliseconds since any moment, by a clock that nobody sets. */
  readonly monotonic: WallClock;
  /** Told once of each jump, in milliseconds; below zero: back. */
  readonly onJump: (ms: number) => void;
}

/**
 * The wall clock without its jumps: when somebody sets it, or the machine slept, it goes on from where it stood. Whoever counts time by
 * it neither lives through a year at once nor stands still until the old time has come again.
 */
export function steadyClock({ wall, monotonic, onJump }: SteadyParts): WallClock {
  let last = { wall: wall(), monotonic: monotonic() };
  let jumped = 0;
  return () => {
    const now = { wall: wall(), monotonic: monotonic() };
    const jump = now.wall - last.wall - (now.monotonic - last.monotonic);
    last = now;
    if (Math.abs(jump) > LIMIT_MS) {
      jumped += jump;
      onJump(jump);
    }
    return now.wall - jumped;
  };
}
