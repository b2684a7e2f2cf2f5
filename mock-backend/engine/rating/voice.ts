/** What a call costs: increments, steps, bands, set-up, cap. @see domain.md SRV-20, SRV-21; FORMAT.md §4 */
import type { Band, VoiceEntry, VoiceStep } from '../catalog.js';
import type { Zone } from '../calendar.js';
import { Exact, type Fraction, sumFractions } from '../money.js';

/** Equal increments one after another. */
export interface Run {
  readonly entry: VoiceEntry;
  readonly step: VoiceStep;
  /** Second of the call at which the first increment starts. */
  readonly fromSec: number;
  readonly increments: number;
}

/** A call cut into increments. */
export interface Metered {
  /** The entry in which the call starts: its set-up fee, free seconds and cap count. */
  readonly entry: VoiceEntry;
  readonly runs: readonly Run[];
  /** Sum of the increments: at least the length of the call, or 0 when it is free. */
  readonly billedSeconds: number;
}

/**
 * Cuts a call into started increments; each lies in the step and the band in which it starts.
 *
 * @param entries - The tariff's entries for the destination, in their order.
 * @param start - Instant of the start, milliseconds.
 * @param seconds - Length in whole seconds, ≥ 0.
 * @param freeBelowSec - What entries without a value of their own take for it.
 * @returns `null` if no entry covers the start or an increment: the call is unrated (SRV-25).
 */
export function meter(
  entries: readonly VoiceEntry[],
  start: number,
  seconds: number,
  zone: Zone,
  freeBelowSec: number,
): Metered | null {
  const banded = entries.some(({ bands }) => bands !== undefined);
  const first = entryAt(entries, start, zone);
  if (!first) return null;
  if (seconds < (first.freeBelowSec ?? freeBelowSec)) return { entry: first, runs: [], billedSeconds: 0 };
  const runs: Run[] = [];
  let at = 0;
  while (at < seconds) {
    const moment = start + at * 1000;
    const entry = banded ? entryAt(entries, moment, zone) : first;
    if (!entry) return null;
    const { step, until } = stepAt(entry.steps, at);
    if (!step) {
      // Before its first step an entry asks for nothing.
      at = until;
      continue;
    }
    // Which entry matches can change with the minute of the wall clock only.
    const minuteLeft = banded
      ? Math.ceil((60_000 - (((zone.localAt(moment) % 60_000) + 60_000) % 60_000)) / 1000)
      : until;
    const end = Math.min(seconds, until, banded ? at + minuteLeft : until);
    const increments = Math.ceil((end - at) / step.incrementSec);
    const last = runs.at(-1);
    if (
      last &&
      last.entry === entry &&
      last.step === step &&
      last.fromSec + last.increments * step.incrementSec === at
    ) {
      runs[runs.length - 1] = { ...last, increments: last.increments + increments };
    } else {
      runs.push({ entry, step, fromSec: at, increments });
    }
    at += increments * step.incrementSec;
  }
  const billedSeconds = runs.reduce((sum, { increments, step }) => sum + increments * step.incrementSec, 0);
  return { entry: first, runs, billedSeconds };
}

/** How many seconds packages cover: whole increments from the start while the volume lasts (SRV-31). */
export function coverable(metered: Metered, volume: number): number {
  let covered = 0;
  for (const { step, increments } of metered.runs) {
    const whole = Math.min(increments, Math.floor((volume - covered) / step.incrementSec));
    covered += whole * step.incrementSec;
    if (whole < increments) break;
  }
  return covered;
}

/**
 * Exact price of what packages do not cover: set-up once, then the increments, at most the cap.
 *
 * @param covered - Seconds covered from the start, a whole number of increments.
 */
export function voicePrice(metered: Metered, covered: number): Exact {
  if (covered >= metered.billedSeconds) return new Exact(0);
  const parts: Fraction[] = [{ amount: new Exact(metered.entry.setup ?? 0), per: 1 }];
  for (const part of paidParts(metered, covered)) parts.push(part.price);
  const price = sumFractions(parts);
  const cap = metered.entry.cap ?? null;
  return cap !== null && price.greaterThan(cap) ? new Exact(cap) : price;
}

/** The runs, or what is left of them, that are paid for with money. */
export function paidParts(
  metered: Metered,
  covered: number,
): readonly { readonly run: Run; readonly increments: number; readonly price: Fraction }[] {
  let left = covered;
  return metered.runs.flatMap((run) => {
    const { step } = run;
    const free = Math.min(run.increments, Math.floor(left / step.incrementSec));
    left -= free * step.incrementSec;
    const increments = run.increments - free;
    if (increments === 0) return [];
    const amount = new Exact(step.price).times(step.incrementSec).times(increments);
    return [{ run, increments, price: { amount, per: step.perSec } }];
  });
}

/** Whether a call of an entry can start, or go on, at the instant. */
export function entryAt(entries: readonly VoiceEntry[], at: number, zone: Zone): VoiceEntry | undefined {
  return entries.find(({ bands }) => bands === undefined || bands.some((band) => inBand(band, at, zone)));
}

function inBand(band: Band, at: number, zone: Zone): boolean {
  if (band.days && !band.days.includes(zone.weekDayAt(at))) return false;
  const from = minutes(band.from ?? '00:00');
  const to = minutes(band.to ?? '24:00');
  const minute = zone.minuteAt(at);
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The step that the second lies in and the second at which the next begins. */
function stepAt(
  steps: readonly VoiceStep[],
  second: number,
): { readonly step: VoiceStep | undefined; readonly until: number } {
  let step: VoiceStep | undefined;
  let until = Number.POSITIVE_INFINITY;
  for (const candidate of steps) {
    if (candidate.fromSec <= second) {
      if (!step || candidate.fromSec >= step.fromSec) step = candidate;
    } else until = Math.min(until, candidate.fromSec);
  }
  return { step, until };
}
