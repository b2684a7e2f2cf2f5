import type { Catalog, Tariff, VoiceStep } from '../../engine/catalog.js';
import type { Command } from '../../engine/command.js';
import { DAY_MS, firstOfNext, instant, local, midnightOf, nextMidnight } from './time.js';

/** A timeline without expectations. */
export interface Timeline {
  readonly catalog: Catalog;
  readonly start: number;
  readonly steps: readonly { readonly at: number; readonly command: Command }[];
}

/** Random numbers that a seed repeats. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number, `from` to `to`. */
  whole(from: number, to: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return from + (((mixed ^ (mixed >>> 14)) >>> 0) % (to - from + 1));
  }

  chance(percent: number): boolean {
    return this.whole(1, 100) <= percent;
  }

  one<Value>(...values: readonly [Value, ...Value[]]): Value {
    return values[this.whole(0, values.length - 1)] ?? values[0];
  }

  money(from: number, to: number): string {
    return `${this.whole(from, to)}.${String(this.whole(0, 99)).padStart(2, '0')}`;
  }
}

const ACCOUNT = '100001';
const NUMBERS = ['+79990000001', '+79990000002'] as const;
const PEERS = ['+79160000001', '+74950000002', '+78120000003', '+49301234567', NUMBERS[1]] as const;

/** A random catalogue and a random life of one account in it. */
export function generate(seed: number): Timeline {
  const dice = new Dice(seed);
  const onTop = dice.chance(15);
  const blocked = dice.chance(25);
  const catalog: Catalog = {
    destinations: [
      { code: 'mob', prefixes: ['+79'] },
      { code: 'msk', prefixes: ['+7495'] },
      { code: 'ru', prefixes: ['+7'] },
      { code: 'world', prefixes: ['+49'] },
    ],
    tariffs: (['a', 'b', 'c'] as const).map((code) => tariff(dice, code, onTop, blocked)),
    packages: [
      pack(dice, 'min', 'VOICE'),
      pack(dice, 'min-mob', 'VOICE', ['mob']),
      pack(dice, 'sms', 'SMS'),
      pack(dice, 'gb', 'DATA'),
    ],
    options: [
      { code: 'o1', fee: dice.money(10, 90), ...(dice.chance(30) && { proration: 'NONE' as const }) },
      { code: 'o2', fee: dice.money(10, 90) },
    ],
    policy: {
      ...(dice.chance(30) && { oldFeeOnChange: 'PRORATE_BOTH' as const }),
      ...(dice.chance(30) && { freeBelowSec: dice.one(2, 3) }),
      promised: { min: '10', max: '1000', hours: dice.one(24, 72, 75), fee: '0.00', perDays: 28, count: 9 },
    },
  };
  const start =
    midnightOf(dice.one('2025-11-20', '2026-10-01', '2027-01-29', '2028-02-10')) + dice.whole(0, 20) * 3_600_000;
  return { catalog, start, steps: life(dice, start, blocked) };
}

function tariff(dice: Dice, code: string, onTop: boolean, blocked: boolean): Tariff {
  const charge = dice.one('MONTHLY_IN_ADVANCE' as const, 'MONTHLY_IN_ADVANCE' as const, 'DAILY' as const);
  const plain = charge === 'DAILY' || dice.chance(75);
  const packages = (['min', 'min-mob', 'sms', 'gb'] as const).filter(() => dice.chance(40));
  return {
    code,
    name: code,
    vatIncluded: !onTop,
    ...(dice.chance(50) && { setupFee: dice.money(0, 60) }),
    ...(dice.chance(40) && { minSpend: dice.money(20, 200) }),
    ...(dice.chance(85) && {
      fee: { amount: dice.money(30, 600), charge, proration: plain ? ('DAY' as const) : ('NONE' as const) },
    }),
    ...(blocked && { chargeWhileBlocked: false }),
    voice: voice(dice),
    sms: [
      ...(dice.chance(40) ? [{ destinations: ['mob'], price: dice.one('1.50', '0.333333') }] : []),
      { price: dice.one('2.00', '2.125') },
    ],
    data: { pricePerMB: dice.one('0.50', '0.123456', '3'), incrementKB: dice.one(1, 100) },
    ...(!onTop &&
      dice.chance(60) && {
        bonus: {
          pricePerMin: dice.one('0.50', '0.333'),
          incrementSec: dice.one(1, 60),
          freeBelowSec: 3,
          monthlyCap: dice.one(null, '1.25'),
        },
      }),
    packages,
  };
}

function voice(dice: Dice): NonNullable<Tariff['voice']> {
  const entry = () => ({
    ...(dice.chance(30) && { setup: dice.one('0.50', '0.125') }),
    ...(dice.chance(20) && { freeBelowSec: dice.whole(1, 10) }),
    steps: steps(dice),
    ...(dice.chance(25) && { cap: dice.money(1, 8) }),
  });
  return [
    ...(dice.chance(50)
      ? [
          {
            ...entry(),
            destinations: ['mob'],
            bands: [
              dice.one(
                { days: ['MO', 'TU', 'WE', 'TH', 'FR'] as const, from: '08:00', to: '20:00' },
                { from: '22:00', to: '06:30' },
                { days: ['SA', 'SU'] as const },
                { from: '00:00', to: '24:00' },
              ),
            ],
          },
        ]
      : []),
    ...(dice.chance(40) ? [{ ...entry(), destinations: ['mob', 'msk'] }] : []),
    ...(dice.chance(40) ? [{ ...entry(), destinations: ['world'] }] : []),
    entry(),
  ];
}

function steps(dice: Dice): VoiceStep[] {
  const step = (fromSec: number): VoiceStep => ({
    fromSec,
    price: dice.one('2.50', '1.00', '0.95', '1.1750', '0.333333', '7'),
    perSec: dice.one(60, 60, 1),
    incrementSec: dice.one(60, 1, 6, 30, 7),
  });
  const cheap = (made: VoiceStep): VoiceStep => (made.perSec === 1 ? { ...made, price: '0.012345' } : made);
  const from = [
    0,
    ...(dice.chance(50) ? [dice.one(60, 45, 20)] : []),
    ...(dice.chance(20) ? [dice.one(120, 300)] : []),
  ];
  return from.map(step).map(cheap);
}

function pack(dice: Dice, code: string, kind: 'VOICE' | 'SMS' | 'DATA', destinations?: readonly string[]) {
  const amount = { VOICE: dice.whole(60, 2000), SMS: dice.whole(1, 12), DATA: dice.whole(500, 9000) }[kind];
  return {
    code,
    kind,
    amount,
    carryOver: dice.chance(50),
    ...(destinations && { destinations }),
    price: dice.money(5, 40),
    days: dice.one(null, 1, 7, 40),
  };
}

/** Two to four months of orders, usage and payments. */
function life(dice: Dice, start: number, blocked: boolean): Timeline['steps'] {
  const made: { at: number; command: Command }[] = [];
  let at = start;
  const step = (command: Command) => made.push({ at, command });
  step({
    do: 'account.open',
    account: ACCOUNT,
    opening: dice.money(200, 1500),
    creditLimit: dice.one('0.00', '0.00', '100.00', null),
    billingMode: dice.one('PREPAID', 'POSTPAID'),
    ...(dice.chance(15) && { dayLimit: dice.money(2, 30) }),
  });
  step({ do: 'alert.contact', account: ACCOUNT, value: 'owner@example.test' });
  const settings = (): Command => ({
    do: 'alert.settings',
    account: ACCOUNT,
    lowBalance: dice.one(null, dice.money(0, 600)),
    dayLimit: dice.one(null, dice.money(1, 40)),
  });
  step(settings());
  // A second number waits for the first one's lock: then the order of packages and fees between numbers would be a matter of taste.
  const numbers = NUMBERS.slice(0, blocked ? 1 : dice.whole(1, 2));
  for (const number of numbers) {
    step({
      do: 'number.add',
      account: ACCOUNT,
      number,
      tariff: dice.one('a', 'b', 'c'),
      ...(dice.chance(30) && { price: dice.money(1, 99) }),
    });
    if (dice.chance(50)) at += dice.whole(1, 6 * 24) * 3_600_000;
  }

  const end = start + dice.whole(45, 110) * DAY_MS;
  const changed = new Set<string>();
  let count = 0;
  while (at < end && made.length < 70) {
    at = later(dice, at);
    const number = numbers[dice.whole(0, numbers.length - 1)] ?? NUMBERS[0];
    const die = dice.whole(1, 100);
    count += 1;
    if (die <= 62) step(usage(dice, number, `u${count}`, at, start));
    else if (die <= 74) step({ do: 'payment', account: ACCOUNT, amount: dice.money(1, 400), txn: `p${count}` });
    else if (die <= 78) {
      step({
        do: 'correction',
        account: ACCOUNT,
        amount: `${dice.one('', '-')}${dice.money(1, 150)}`,
        reason: 'test',
        ...(dice.chance(50) && { number }),
      });
    } else if (die <= 82) step(settings());
    else if (die <= 88) step({ do: 'package.buy', number, package: dice.one('min', 'min-mob', 'sms', 'gb') });
    else if (die <= 91) step({ do: 'option.on', number, option: dice.one('o1', 'o2') });
    else if (die <= 92) step({ do: 'option.off', number, option: dice.one('o1', 'o2') });
    else if (die <= 94) step({ do: 'promised.take', account: ACCOUNT, amount: `${dice.whole(10, 300)}` });
    else if (die <= 98 && !changed.has(number)) {
      changed.add(number);
      const day = local(at + dice.whole(1, 20) * DAY_MS).day;
      step({
        do: 'tariff.change',
        number,
        to: dice.one('a', 'b', 'c'),
        effective: dice.one('default', 'today', day),
      });
    }
  }
  at = Math.max(at, end);
  step({ do: 'clock' });
  return made;
}

/** Mostly within a few days; now and then exactly on a midnight, or around one and around the issue of a bill. */
function later(dice: Dice, at: number): number {
  const kind = dice.whole(1, 100);
  if (kind <= 8) return nextMidnight(at);
  if (kind <= 14) return Math.max(at, nextMidnight(at) - 1000);
  if (kind <= 22) {
    const first = firstOfNext(local(at).month);
    return first + dice.one(0, 1000, 3_600_000, 6 * 3_600_000 - 1000, 6 * 3_600_000, 6 * 3_600_000 + 1000);
  }
  return at + dice.whole(1, 3 * 86_400) * 1000;
}

function usage(dice: Dice, number: string, id: string, at: number, start: number): Command {
  const service = dice.one('CALL', 'CALL', 'CALL', 'SMS', 'DATA');
  const own = dice.chance(20) ? Math.max(start, at - dice.whole(1, 20 * 86_400) * 1000) : at;
  return {
    do: 'usage',
    id,
    number,
    service,
    direction: service === 'CALL' && dice.chance(25) ? 'IN' : 'OUT',
    ...(own !== at && { start: instant(own) }),
    ...(service === 'CALL' && { seconds: dice.one(dice.whole(0, 10), dice.whole(11, 400), dice.whole(400, 4000)) }),
    ...(service === 'SMS' && { segments: dice.whole(1, 5) }),
    ...(service === 'DATA' && { bytes: dice.whole(0, 9_000_000) }),
    ...(service !== 'DATA' && { peer: dice.one(...PEERS) }),
    ...(service === 'CALL' && dice.chance(6) && { outcome: dice.one('BUSY', 'NO_ANSWER', 'FAILED') }),
  };
}
