import type { Band, VoiceEntry, WeekDay } from '../catalog.js';
import type { Zone } from '../calendar.js';

/**
 * The price of calls in whole numbers: the entries of a tariff for one destination, made ready once, so that a call costs a few
 * multiplications and no object of decimal.js. Exact: amounts are counted in a unit so small that every increment is a whole number of it;
 * what would not fit into 53 bits is not answered but left to {@link voicePrice}.
 *
 * A property test holds it equal to `voice.ts`, which is the meaning.
 *
 * @see domain.md SRV-20, SRV-21; FORMAT.md §4
 */
export class CompiledVoice {
  readonly #entries: readonly CompiledEntry[];
  /** Index of the entry for every minute of the local week, Monday first; absent when no entry has bands. */
  readonly #week: Uint8Array | null;
  /** Minutes for which the entry goes on unchanged. */
  readonly #lasting: Uint16Array | null;
  /** Units in a half of the currency's minor unit. */
  readonly #half: number;

  private constructor(entries: readonly CompiledEntry[], week: Week | null, half: number) {
    this.#entries = entries;
    this.#week = week?.entry ?? null;
    this.#lasting = week?.lasting ?? null;
    this.#half = half;
  }

  /**
   * @param entries - The tariff's entries for the destination, in their order.
   * @param freeBelowSec - What entries without a value of their own take for it.
   * @param scale - Decimals of the currency, at most 6.
   * @returns `null` if the prices do not fit into whole numbers, or an entry does not begin at second 0.
   */
  static of(entries: readonly VoiceEntry[], freeBelowSec: number, scale: number): CompiledVoice | null {
    if (scale > PRICE_DECIMALS || entries.length >= NO_ENTRY) return null;
    if (entries.some(({ steps }) => !steps.some(({ fromSec }) => fromSec === 0))) return null;
    let denominator = 2;
    for (const { steps } of entries) {
      for (const { perSec } of steps) denominator = (denominator / gcd(denominator, perSec)) * perSec;
      if (denominator > 1e6) return null;
    }
    const compiled = entries.map((entry) => compile(entry, freeBelowSec, denominator));
    const week = entries.some(({ bands }) => bands !== undefined) ? weekOf(entries) : null;
    const half = (10 ** (PRICE_DECIMALS - scale) * denominator) / 2;
    return compiled.every((entry) => entry.fits) ? new CompiledVoice(compiled, week, half) : null;
  }

  /**
   * Prices one call.
   *
   * @param start - Instant of the start, milliseconds.
   * @param seconds - Length in whole seconds, ≥ 0.
   * @param volume - Seconds that packages can cover.
   * @param into - Where the outcome is written: a call makes no garbage.
   */
  price(start: number, seconds: number, volume: number, zone: Zone, into: VoiceCharge): void {
    into.billedSeconds = 0;
    into.packaged = 0;
    into.minorUnits = 0;
    into.outcome = 'RATED';
    const banded = this.#week !== null && this.#lasting !== null;
    const local = banded ? zone.localAt(start) : 0;
    const index = this.#week === null ? 0 : (this.#week[minuteOfWeek(local)] ?? NO_ENTRY);
    const first = this.#entries[index];
    if (first === undefined) {
      into.outcome = 'UNRATED';
      return;
    }
    if (seconds < first.freeBelowSec) return;
    // The plain sum below knows no change of the clocks within a call.
    if (banded && zone.localAt(start + seconds * 1000) - local !== seconds * 1000) {
      into.outcome = 'ASK_DECIMAL';
      return;
    }

    let entry = first;
    let at = 0;
    let units = 0;
    let covering = true;
    let packaged = 0;
    while (at < seconds) {
      let end = seconds;
      if (this.#week !== null && this.#lasting !== null) {
        const moment = local + at * 1000;
        const minute = minuteOfWeek(moment);
        const next = this.#entries[this.#week[minute] ?? NO_ENTRY];
        if (next === undefined) {
          into.billedSeconds = 0;
          into.packaged = 0;
          into.outcome = 'UNRATED';
          return;
        }
        entry = next;
        const left = (this.#lasting[minute] ?? 1) * 60_000 - modulo(moment, 60_000);
        end = Math.min(end, at + Math.ceil(left / 1000));
      }
      const { from, increment, cost } = entry;
      let step = from.length - 1;
      while (step > 0 && (from[step] ?? 0) > at) step -= 1;
      const until = Math.min(end, from[step + 1] ?? Infinity);
      const size = increment[step] ?? 1;
      const count = Math.ceil((until - at) / size);
      let paid = count;
      if (covering) {
        const whole = Math.min(count, Math.floor((volume - packaged) / size));
        packaged += whole * size;
        paid = count - whole;
        covering = paid === 0;
      }
      units += paid * (cost[step] ?? 0);
      at += count * size;
    }
    if (packaged < at) {
      units += first.setup;
      if (units > first.cap) units = first.cap;
    }
    into.billedSeconds = at;
    into.packaged = packaged;
    if (units > MAX_UNITS) into.outcome = 'ASK_DECIMAL';
    else into.minorUnits = roundHalfUp(units, this.#half);
  }
}

/** What a call came to. */
export interface VoiceCharge {
  billedSeconds: number;
  packaged: number;
  /** Price in the currency's minor unit, a whole number. */
  minorUnits: number;
  /** `ASK_DECIMAL`: the amount does not fit; `voicePrice` tells it. */
  outcome: 'RATED' | 'UNRATED' | 'ASK_DECIMAL';
}

export const newCharge = (): VoiceCharge => ({ billedSeconds: 0, packaged: 0, minorUnits: 0, outcome: 'RATED' });

interface CompiledEntry {
  readonly freeBelowSec: number;
  /** In units, like `cap` and `cost`. */
  readonly setup: number;
  readonly cap: number;
  readonly from: readonly number[];
  readonly increment: readonly number[];
  /** Of one increment of each step. */
  readonly cost: readonly number[];
  readonly fits: boolean;
}

interface Week {
  readonly entry: Uint8Array;
  readonly lasting: Uint16Array;
}

const PRICE_DECIMALS = 6;
const NO_ENTRY = 255;
const MINUTES = 7 * 24 * 60;
/** A quarter of the whole numbers that a double tells apart: sums below it have lost nothing. */
const MAX_UNITS = 2 ** 51;
const DAYS: readonly WeekDay[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** 1 January 1970 was a Thursday. */
const FIRST_MINUTE = 3 * 24 * 60;

function compile(entry: VoiceEntry, freeBelowSec: number, denominator: number): CompiledEntry {
  const steps = [...entry.steps].sort((a, b) => a.fromSec - b.fromSec);
  const setup = millionths(entry.setup ?? '0') * denominator;
  const cap = entry.cap === undefined || entry.cap === null ? Infinity : millionths(entry.cap) * denominator;
  const cost = steps.map(
    ({ price, perSec, incrementSec }) => millionths(price) * incrementSec * (denominator / perSec),
  );
  return {
    freeBelowSec: entry.freeBelowSec ?? freeBelowSec,
    setup,
    cap,
    from: steps.map(({ fromSec }) => fromSec),
    increment: steps.map(({ incrementSec }) => incrementSec),
    cost,
    fits: [setup, ...cost, ...(cap === Infinity ? [] : [cap])].every((amount) => amount >= 0 && amount <= MAX_UNITS),
  };
}

/** Which entry counts in every minute of the week, and for how many minutes on. */
function weekOf(entries: readonly VoiceEntry[]): Week {
  const entry = new Uint8Array(MINUTES);
  for (let minute = 0; minute < MINUTES; minute += 1) {
    const found = entries.findIndex(({ bands }) => bands === undefined || bands.some((band) => inBand(band, minute)));
    entry[minute] = found < 0 ? NO_ENTRY : found;
  }
  const lasting = new Uint16Array(MINUTES).fill(1);
  // Twice round, so that what lasts over Sunday night is seen; a whole week at most.
  for (let step = 2 * MINUTES - 2; step >= 0; step -= 1) {
    const minute = step % MINUTES;
    const next = (minute + 1) % MINUTES;
    if (entry[minute] === entry[next]) lasting[minute] = Math.min(MINUTES, (lasting[next] ?? 0) + 1);
  }
  return { entry, lasting };
}

function inBand(band: Band, minuteOfTheWeek: number): boolean {
  const day = DAYS[Math.floor(minuteOfTheWeek / 1440)];
  if (band.days && (day === undefined || !band.days.includes(day))) return false;
  const minute = minuteOfTheWeek % 1440;
  const from = minutes(band.from ?? '00:00');
  const to = minutes(band.to ?? '24:00');
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** A decimal string of at most six decimals as a whole number of millionths. */
function millionths(text: string): number {
  const [whole = '0', fraction = ''] = text.split('.');
  if (!/^\d+$/.test(whole) || !/^\d{0,6}$/.test(fraction)) return Infinity;
  return Number(whole) * 1e6 + Number(fraction.padEnd(PRICE_DECIMALS, '0'));
}

function minuteOfWeek(local: number): number {
  return modulo(Math.floor(local / 60_000) + FIRST_MINUTE, MINUTES);
}

/** Half a minor unit up; the remainder of whole numbers is exact where their quotient would not be. */
function roundHalfUp(units: number, half: number): number {
  const doubled = units + half;
  return (doubled - (doubled % (2 * half))) / (2 * half);
}

function modulo(value: number, by: number): number {
  const rest = value % by;
  return rest < 0 ? rest + by : rest;
}

function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}
