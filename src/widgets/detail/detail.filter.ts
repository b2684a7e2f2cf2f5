import type { paths } from '../../api/schema.js';
import { lastDayOf } from './detail.place.js';

type Asked = paths['/v1/accounts/{account}/usage-groups']['get']['parameters']['query'];

/** Periods to choose from; `own`: two days that the reader typed. @see domain.md DET-3 */
export const presets = ['today', 'yesterday', 'week', 'month', 'before', 'own'] as const;
export type Preset = (typeof presets)[number];

/** Kinds of service as they are filtered by; each stands for some services of the API. */
export const kinds = {
  calls: ['CALL'],
  sms: ['SMS'],
  data: ['DATA'],
  fees: ['FEE', 'OPTION', 'SETUP', 'PACKAGE', 'MIN_SPEND', 'CORRECTION'],
  bonuses: ['BONUS'],
} as const;
export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds).filter((name): name is Kind => name in kinds);

/** Single events, or sums by day, month or destination. */
export const granularities = ['EVENT', 'DAY', 'MONTH', 'DESTINATION'] as const;
export type Granularity = (typeof granularities)[number];

/** What the reader asks for. Days are of the account's zone. */
export interface Filter {
  readonly preset: Preset;
  /** As typed, for the preset `own`. */
  readonly from: string;
  readonly to: string;
  /** E.164; empty: all; `none`: what belongs to no number. */
  readonly number: string;
  readonly kinds: ReadonlySet<Kind>;
  readonly direction: '' | 'IN' | 'OUT';
  /** Code of a destination group; empty: all. */
  readonly destination: string;
  readonly paid: boolean;
  readonly by: Granularity;
}

export const everything: Filter = {
  preset: 'month',
  from: '',
  to: '',
  number: '',
  kinds: new Set(kindNames),
  direction: '',
  destination: '',
  paid: false,
  by: 'EVENT',
};

/** Days that may be looked at at once; longer periods go into a file. @see domain.md DET-3 */
export const MAX_DAYS = 93;

export interface Period {
  /** Both included. */
  readonly from: string;
  readonly to: string;
}
export type PeriodProblem = 'DATE_INVALID' | 'RANGE_INVALID' | 'RANGE_FUTURE' | 'RANGE_TOO_LONG';

/** @param today - Local day of the account, by the server's clock. */
export function periodOf(filter: Pick<Filter, 'preset' | 'from' | 'to'>, today: string): Period {
  const month = today.slice(0, 7);
  switch (filter.preset) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: plusDays(today, -1), to: plusDays(today, -1) };
    case 'week':
      return { from: plusDays(today, -7), to: plusDays(today, -1) };
    case 'month':
      return { from: `${month}-01`, to: lastDayOf(month) };
    case 'before':
      return { from: `${monthBefore(month)}-01`, to: lastDayOf(monthBefore(month)) };
    case 'own':
      return { from: filter.from, to: filter.to };
  }
}

/**
 * What is wrong with a period that was typed, and at which end. Nothing is asked of the backend while there is a problem.
 *
 * @see domain.md §4.3
 */
export function problemOf(
  { from, to }: Period,
  today: string,
): { readonly code: PeriodProblem; readonly at: 'from' | 'to' } | null {
  if (!isDay(from)) return { code: 'DATE_INVALID', at: 'from' };
  if (!isDay(to)) return { code: 'DATE_INVALID', at: 'to' };
  if (from > to) return { code: 'RANGE_INVALID', at: 'from' };
  if (from > today) return { code: 'RANGE_FUTURE', at: 'from' };
  return daysBetween(from, to) > MAX_DAYS ? { code: 'RANGE_TOO_LONG', at: 'to' } : null;
}

/** The preset that stands for a month, or the month as a period of one's own. */
export function monthFilter(period: Period, today: string): Pick<Filter, 'preset' | 'from' | 'to'> {
  const preset = (['month', 'before', 'yesterday', 'today'] as const).find((name) => {
    const known = periodOf({ preset: name, from: '', to: '' }, today);
    return known.from === period.from && known.to === period.to;
  });
  return { preset: preset ?? 'own', from: period.from, to: period.to };
}

/** The filter as the backend takes it. By the day of posting a month adds up to its bill (DET-7). */
export function askedOf(filter: Filter, { from, to }: Period): Omit<Asked, 'by'> {
  const all = filter.kinds.size === kindNames.length;
  return {
    from,
    to,
    basis: 'POSTED',
    ...(filter.number && { number: filter.number }),
    ...(!all && { service: kindNames.flatMap((kind) => (filter.kinds.has(kind) ? [...kinds[kind]] : [])).join(',') }),
    ...(filter.direction && { direction: filter.direction }),
    ...(filter.destination && { destination: filter.destination }),
    ...(filter.paid && { paid: 'true' as const }),
  };
}

export function plusDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Days of the period, both ends counted. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

function monthBefore(month: string): string {
  return plusDays(`${month}-01`, -1).slice(0, 7);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && plusDays(text, 0) === text;
}
