/** Takes records of usage. @see FORMAT.md §5, §8 */
import type { Usage } from './command.js';
import { instant } from './calendar.js';
import type { Desk } from './desk.js';
import { postUsage } from './ledger.js';
import { rate, type Rating, type UsageRecord } from './rating/usage.js';
import { segmentsOf } from './rating/sms.js';
import type { NumberState, Stay } from './state.js';

/** Rates a record by the tariff in force at its start, and posts it. Usage is a fact: it is never refused for a lock. */
export function takeUsage(desk: Desk, command: Usage): string {
  const number = desk.number(command.number);
  const record = recordOf(command, desk.now);
  const tariff = tariffAt(desk, number, record.start);
  return postUsage(
    desk,
    number,
    rate(desk, number, tariff, record),
    record.start,
    tariff.vatIncluded ?? true,
    command.id,
  );
}

/** What a record would cost. */
export function dryRate(desk: Desk, command: Usage): Rating {
  const number = desk.number(command.number);
  const record = recordOf(command, desk.now);
  return rate(desk, number, tariffAt(desk, number, record.start), record);
}

function recordOf(command: Usage, now: number): UsageRecord {
  return {
    service: command.service,
    direction: command.direction ?? 'OUT',
    start: command.start === undefined ? now : instant(command.start),
    seconds: command.seconds ?? 0,
    segments: command.segments ?? (command.text === undefined ? 1 : segmentsOf(command.text)),
    bytes: command.bytes ?? 0,
    peer: command.peer ?? null,
    outcome: command.outcome ?? 'ANSWERED',
    forwarded: command.forwarded ?? false,
  };
}

function tariffAt(desk: Desk, number: NumberState, at: number) {
  const stay = stayAt(number, at);
  const tariff = stay && desk.catalogue.tariff(stay.tariff);
  if (!tariff) throw new Error(`number ${number.number} has no tariff in the catalogue`);
  return tariff;
}

/** The stay that an instant lies in (SRV-16); before the first the first, after the last, or between two, the one before. */
export function stayAt(number: NumberState, at: number): Stay | undefined {
  return number.stays.findLast(({ from }) => from <= at) ?? number.stays[0];
}
