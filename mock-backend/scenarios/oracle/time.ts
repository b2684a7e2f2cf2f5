/**
 * Calendar of the second calculation: one zone, three hours ahead of UTC the whole year, so that a local time is plain arithmetic.
 */
export const ZONE = 'Europe/Moscow';
const AHEAD = 3 * 3_600_000;
export const DAY_MS = 86_400_000;

const WEEK = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

export interface Local {
  readonly day: string;
  readonly month: string;
  readonly date: number;
  /** Days of the month. */
  readonly length: number;
  readonly weekday: (typeof WEEK)[number];
  /** Seconds since midnight. */
  readonly seconds: number;
}

export function local(at: number): Local {
  const shifted = new Date(at + AHEAD);
  const day = shifted.toISOString().slice(0, 10);
  return {
    day,
    month: day.slice(0, 7),
    date: shifted.getUTCDate(),
    length: new Date(Date.UTC(shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, 0)).getUTCDate(),
    weekday: WEEK[shifted.getUTCDay()] ?? 'SU',
    seconds: Math.floor(((at + AHEAD) % DAY_MS) / 1000),
  };
}

/** Local midnight at which the day begins. */
export function midnightOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - AHEAD;
}

export function nextMidnight(at: number): number {
  return midnightOf(local(at).day) + DAY_MS;
}

export function firstOfNext(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return Date.UTC(year, number, 1) - AHEAD;
}

export function dayAfter(day: string, days: number): string {
  return local(midnightOf(day) + days * DAY_MS).day;
}

export function instant(at: number): string {
  return `${new Date(at + AHEAD).toISOString().slice(0, 19)}+03:00`;
}
