/**
 * An account with as many events as one wants, by a seed: for lists that must stay smooth, for benchmarks and for stories. The records
 * go through the engine like any other; the same seed gives the same bytes.
 */
import { createBackend, type Backend, type BackendOptions } from '../adapters/backend.js';

export interface HugeOptions {
  /** Records of usage; 100 000 unless given. */
  readonly events?: number;
  readonly seed?: number;
}

const ACCOUNT = '900001';
/** The user that owns the account. */
export const HUGE_USER = 'director';
const START = '2026-09-01T00:00:00+03:00';
/** Whole days of usage: the longest period that is shown at once, less today. */
const DAYS = 83;
const NUMBERS = 12;

/** Numbers from 0 to 1 that are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const numberOf = (index: number): string => `+7999100${String(index).padStart(4, '0')}`;
const PREFIXES = ['+7916', '+7903', '+7495', '+7812', '+7846', '+4930'];

/** Records of usage as a CSV file, in order of time, in pieces. @see FORMAT.md §8 */
export async function* hugeUsage({ events = 100_000, seed = 1 }: HugeOptions = {}): AsyncIterable<string> {
  const random = seeded(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const begin = Date.parse(START);
  const span = DAYS * 86_400_000;
  yield 'id,number,service,direction,start,seconds,segments,bytes,peer,outcome,forwarded\n';
  let piece = '';
  for (let index = 0; index < events; index++) {
    const at = new Date(begin + Math.floor(((index + random()) / events) * span)).toISOString().slice(0, 19);
    const head = `h-${index},${numberOf(pick(NUMBERS))}`;
    const peer = `${PREFIXES[pick(PREFIXES.length)] ?? '+7495'}${String(pick(10_000_000)).padStart(7, '0')}`;
    const kind = random();
    if (kind < 0.62) {
      const outgoing = random() < 0.55;
      const answered = random() < 0.88;
      const seconds = answered ? 1 + pick(random() < 0.9 ? 400 : 3_000) : 0;
      const outcome = answered ? 'ANSWERED' : outgoing ? 'BUSY' : 'NO_ANSWER';
      piece += `${head},CALL,${outgoing ? 'OUT' : 'IN'},${at}Z,${seconds},,,${peer},${outcome},\n`;
    } else if (kind < 0.8) piece += `${head},SMS,OUT,${at}Z,,${1 + pick(3)},,${peer},,\n`;
    else piece += `${head},DATA,OUT,${at}Z,,,${1_000 + pick(60_000_000)},,,\n`;
    if (piece.length > 60_000) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

/** The scenario that the records belong to. @see FORMAT.md §2 */
export function hugeScenario(): object {
  const at = START;
  const numbers = Array.from({ length: NUMBERS }, (_, index) => ({
    at,
    do: 'number.add',
    account: ACCOUNT,
    number: numberOf(index),
    tariff: 'huge',
    main: index === 0,
  }));
  return {
    scenario: 'world-huge-detail',
    title: 'Счёт с сотней тысяч событий за три месяца',
    rules: ['DET-2', 'DET-4'],
    start: START,
    catalog: {
      destinations: [
        { code: 'ru-mob', prefixes: ['+79'] },
        { code: 'msk', prefixes: ['+7495'] },
        { code: 'spb', prefixes: ['+7812'] },
        { code: 'ru-geo', prefixes: ['+7'] },
        { code: 'europe', prefixes: ['+49'] },
      ],
      tariffs: [
        {
          code: 'huge',
          name: 'Бизнес',
          fee: { amount: '450.00', charge: 'MONTHLY_IN_ADVANCE', proration: 'DAY' },
          voice: [
            { destinations: ['europe'], steps: [{ fromSec: 0, price: '19.90', perSec: 60, incrementSec: 60 }] },
            { freeBelowSec: 3, steps: [{ fromSec: 0, price: '1.50', perSec: 60, incrementSec: 1 }] },
          ],
          sms: [{ price: '2.10' }],
          data: { pricePerMB: '0.50', incrementKB: 1 },
          bonus: { pricePerMin: '0.25' },
        },
      ],
    },
    steps: [
      { at, do: 'account.open', account: ACCOUNT, kind: 'LEGAL', creditLimit: null, opening: '100000.00' },
      { at, do: 'user.grant', account: ACCOUNT, user: HUGE_USER, product: 'CORE', level: 'OWNER' },
      ...numbers,
      { at: '2026-11-23T09:00:00+03:00', do: 'usage.import', file: 'huge.csv' },
    ],
  };
}

/** A backend that has played it. */
export function createHugeBackend(
  options: HugeOptions = {},
  more: Omit<BackendOptions, 'scenario' | 'openFile'> = {},
): Promise<Backend> {
  return createBackend({ ...more, scenario: JSON.stringify(hugeScenario()), openFile: () => hugeUsage(options) });
}
