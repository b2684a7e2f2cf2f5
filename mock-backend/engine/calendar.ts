/**
 * Days and months in the zone of an account. A day is `YYYY-MM-DD`, a month `YYYY-MM`, an instant a whole number of milliseconds
 * since the epoch.
 *
 * @see domain.md CC-10 … CC-12; FORMAT.md §3
 */
import { Temporal } from 'temporal-polyfill';
import type { WeekDay } from './catalog.js';

const DAY_MS = 86_400_000;
const WEEK: readonly WeekDay[] = ['TH', 'FR', 'SA', 'SU', 'MO', 'TU', 'WE'];

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Math.round(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS);
}

const days = new Map<number, string>();

/** The day that is `number` days after 1970-01-01. */
export function dayFromNumber(number: number): string {
  let day = days.get(number);
  if (day === undefined) {
    day = new Date(number * DAY_MS).toISOString().slice(0, 10);
    if (days.size > 10_000) days.clear();
    days.set(number, day);
  }
  return day;
}

export function addDays(day: string, days: number): string {
  return dayFromNumber(dayNumber(day) + days);
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

export function dayOfMonth(day: string): number {
  return Number(day.slice(8, 10));
}

export function addMonths(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

export function firstDay(month: string): string {
  return `${month}-01`;
}

export function lastDay(month: string): string {
  return addDays(firstDay(addMonths(month, 1)), -1);
}

export function daysInMonth(month: string): number {
  return dayOfMonth(lastDay(month));
}

/** Days from `day` to the end of its month, both counted. */
export function daysLeft(day: string): number {
  return daysInMonth(monthOf(day)) - dayOfMonth(day) + 1;
}

/** Whether the text is a day of the calendar. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayFromNumber(dayNumber(text)) === text;
}

/** What the platform parses fast and right: days that every month has. */
const PLAIN_INSTANT =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Milliseconds of an RFC 3339 instant. @throws {RangeError} If it is none. */
export function instant(text: string): number {
  if (PLAIN_INSTANT.test(text)) return Date.parse(text);
  return Temporal.Instant.from(text).epochMilliseconds;
}

/** The instant in UTC, RFC 3339. */
export function utc(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

interface Span {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/** An IANA zone. Offsets are looked up once for each span between two changes of the clock: asking Temporal is slow. */
export class Zone {
  static readonly #zones = new Map<string, Zone>();
  readonly #spans: Span[] = [];
  #last: Span = { from: 0, until: 0, offset: 0 };
  /** Instants of local midnights, and of local times of days. */
  readonly #instants = new Map<string, number>();
  #dayNumber = Number.NaN;
  #day = '';

  private constructor(readonly id: string) {}

  /** @throws {RangeError} If there is no such zone. */
  static of(id: string): Zone {
    let zone = Zone.#zones.get(id);
    if (!zone) {
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(id);
      zone = new Zone(id);
      Zone.#zones.set(id, zone);
    }
    return zone;
  }

  /** Milliseconds to add to UTC for local time. */
  offsetAt(at: number): number {
    if (at < this.#last.from || at >= this.#last.until) this.#last = this.#spanAt(at);
    return this.#last.offset;
  }

  /** Local wall-clock time as if it were UTC, in milliseconds. */
  localAt(at: number): number {
    return at + this.offsetAt(at);
  }

  dayAt(at: number): string {
    const number = Math.floor(this.localAt(at) / DAY_MS);
    if (number !== this.#dayNumber) {
      this.#dayNumber = number;
      this.#day = dayFromNumber(number);
    }
    return this.#day;
  }

  monthAt(at: number): string {
    return monthOf(this.dayAt(at));
  }

  weekDayAt(at: number): WeekDay {
    const number = Math.floor(this.localAt(at) / DAY_MS);
    return WEEK[((number % 7) + 7) % 7] ?? 'MO';
  }

  /** Whole minutes since local midnight by the clock on the wall. */
  minuteAt(at: number): number {
    const local = this.localAt(at);
    return Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / 60_000);
  }

  /** First instant of the local day: its midnight, or what comes in its place where the zone skips it. */
  startOf(day: string): number {
    return this.#once(day, () => Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: this.id }).epochMilliseconds);
  }

  /** The instant of a local time `HH:MM` of a day; a time that does not exist is moved forward by the gap. */
  at(day: string, time: string): number {
    const local = `${day}T${time}`;
    return this.#once(local, () => Temporal.PlainDateTime.from(local).toZonedDateTime(this.id).epochMilliseconds);
  }

  /** RFC 3339 with the zone's offset. */
  format(at: number): string {
    const offset = this.offsetAt(at);
    const minutes = Math.abs(Math.round(offset / 60_000));
    const pad = (value: number) => String(value).padStart(2, '0');
    const zone = `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
    return new Date(at + offset).toISOString().replace(/(\.000)?Z$/, zone);
  }

  #once(local: string, ask: () => number): number {
    let at = this.#instants.get(local);
    if (at === undefined) {
      at = ask();
      if (this.#instants.size > 4000) this.#instants.clear();
      this.#instants.set(local, at);
    }
    return at;
  }

  #spanAt(at: number): Span {
    const known = this.#spans.find((span) => at >= span.from && at < span.until);
    if (known) return known;
    const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(this.id);
    const exactly = moment.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
    const next = moment.getTimeZoneTransition('next');
    const span: Span = {
      from: exactly?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
      until: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
      offset: moment.offsetNanoseconds / 1_000_000,
    };
    this.#spans.push(span);
    return span;
  }
}
