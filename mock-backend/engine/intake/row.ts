import type { Direction, Usage, UsageOutcome, UsageService } from '../command.js';
import { isE164, isShortNumber } from '../telephony/e164.js';

/** Columns of a file of usage, in their order. */
export const USAGE_COLUMNS = [
  'id',
  'number',
  'service',
  'direction',
  'start',
  'seconds',
  'segments',
  'bytes',
  'peer',
  'outcome',
  'forwarded',
] as const;

/** Why a row is not taken, in the order in which it is looked at. */
export type RowReason =
  'COLUMNS' | 'NUMBER_INVALID' | 'NUMBER_UNKNOWN' | 'SERVICE_UNKNOWN' | 'TIME_INVALID' | 'QUANTITY_INVALID';

export type RowResult = { readonly usage: Usage } | { readonly reason: RowReason };

const SERVICES: readonly UsageService[] = ['CALL', 'SMS', 'DATA'];
const DIRECTIONS: readonly Direction[] = ['OUT', 'IN'];
const OUTCOMES: readonly UsageOutcome[] = ['ANSWERED', 'BUSY', 'NO_ANSWER', 'FAILED'];
const FLAGS = ['true', 'false'] as const;

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const WHOLE = /^\d{1,15}$/;

/**
 * Makes a record of usage from the fields of a row.
 *
 * @param fields - The fields as they stand in the file; an empty one is absent.
 * @param isKnown - Whether the number belongs to an account.
 * @returns The record, or the first reason, in the order of {@link RowReason}, why it cannot be taken.
 * @see FORMAT.md §8
 */
export function readRow(fields: readonly string[], isKnown: (number: string) => boolean): RowResult {
  const [
    id = '',
    number = '',
    service = '',
    direction,
    start = '',
    seconds,
    segments,
    bytes,
    peer = '',
    outcome,
    flag,
  ] = fields;
  const way = direction === '' ? 'OUT' : oneOf(DIRECTIONS, direction);
  const end = outcome === '' ? 'ANSWERED' : oneOf(OUTCOMES, outcome);
  const forwarded = flag === '' ? 'false' : oneOf(FLAGS, flag);
  if (fields.length !== USAGE_COLUMNS.length || !way || !end || !forwarded) return { reason: 'COLUMNS' };

  if (!isE164(number) || !(peer === '' || isE164(peer) || isShortNumber(peer))) return { reason: 'NUMBER_INVALID' };
  if (!isKnown(number)) return { reason: 'NUMBER_UNKNOWN' };
  const kind = oneOf(SERVICES, service);
  if (!kind) return { reason: 'SERVICE_UNKNOWN' };
  if (!isInstant(start)) return { reason: 'TIME_INVALID' };

  const quantity = quantityOf(kind, end, { seconds, segments, bytes });
  if (!quantity) return { reason: 'QUANTITY_INVALID' };
  return {
    usage: {
      do: 'usage',
      number,
      service: kind,
      direction: way,
      start,
      ...quantity,
      ...(peer === '' ? {} : { peer }),
      outcome: end,
      forwarded: forwarded === 'true',
      ...(id === '' ? {} : { id }),
    },
  };
}

/**
 * Whether the text is an instant with an offset from UTC, of a day that exists.
 *
 * @see RFC 3339 §5.6; leap seconds are not taken
 */
export function isInstant(text: string): boolean {
  const match = INSTANT.exec(text);
  if (!match) return false;
  const [, year, month, day] = match.map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The quantity that the service is priced by; a negative or broken one in any of the columns spoils the row. */
function quantityOf(
  service: UsageService,
  outcome: UsageOutcome,
  columns: Readonly<Record<'seconds' | 'segments' | 'bytes', string | undefined>>,
): Pick<Usage, 'seconds' | 'segments' | 'bytes'> | null {
  const { seconds = '', segments = '', bytes = '' } = columns;
  if ([seconds, segments, bytes].some((text) => text !== '' && !WHOLE.test(text))) return null;
  switch (service) {
    case 'CALL':
      // A call that nobody answered lasts no time, whether the record says so or not.
      if (seconds === '' && outcome === 'ANSWERED') return null;
      return { seconds: Number(seconds) };
    case 'SMS':
      return { segments: segments === '' ? 1 : Number(segments) };
    case 'DATA':
      return bytes === '' ? null : { bytes: Number(bytes) };
  }
}

function oneOf<Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined {
  return values.find((value) => value === text);
}
