/** Properties that hold over random timelines: `domain.md` §16.4 and what issue-free billing rests on. */
import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from '../testing/properties.js';
import type { Bill, Statement } from '../engine/billing/documents.js';
import { addDays, lastDay } from '../engine/calendar.js';
import type { Catalog } from '../engine/catalog.js';
import type { Command } from '../engine/command.js';
import { Refusal } from '../engine/errors.js';
import { plus } from '../engine/money.js';
import type { AccountState } from '../engine/state.js';
import { STATE_VERSION } from '../engine/version.js';
import { MemoryStore } from '../store/memory.js';
import { fold } from './accounts.js';
import { ACCOUNT, moment, NUMBER, OTHER, STRANGER, Timeline } from './testing.js';

const catalog: Catalog = {
  destinations: [
    { code: 'mob', prefixes: ['+79'] },
    { code: 'geo', prefixes: ['+7'] },
  ],
  tariffs: [
    {
      code: 'monthly',
      name: 'monthly',
      fee: { amount: '299.99' },
      setupFee: '7.77',
      minSpend: '60.00',
      voice: [
        {
          destinations: ['mob'],
          setup: '0.15',
          freeBelowSec: 3,
          steps: [
            { fromSec: 0, price: '1.75', perSec: 60, incrementSec: 60 },
            { fromSec: 60, price: '1.15', perSec: 60, incrementSec: 1 },
          ],
          cap: '20.00',
        },
        {
          bands: [{ from: '08:00', to: '20:00' }],
          steps: [{ fromSec: 0, price: '3.33', perSec: 60, incrementSec: 1 }],
        },
      ],
      sms: [{ price: '2.10' }],
      data: { pricePerMB: '0.70', incrementKB: 10 },
      bonus: { pricePerMin: '0.35', monthlyCap: '9.00' },
      packages: ['min', 'kb'],
    },
    {
      code: 'daily',
      name: 'daily',
      fee: { amount: '100.00', charge: 'DAILY' },
      chargeWhileBlocked: false,
      vatIncluded: false,
      minSpend: '45.00',
      voice: [{ steps: [{ fromSec: 0, price: '1.01', perSec: 60, incrementSec: 1 }] }],
      sms: [{ price: '1.01' }],
      bonus: { pricePerMin: '0.50' },
      packages: ['min'],
    },
    {
      code: 'waiting',
      name: 'waiting',
      fee: { amount: '150.00' },
      chargeWhileBlocked: false,
      options: ['o2'],
      voice: [{ steps: [{ fromSec: 0, price: '0.60', perSec: 60, incrementSec: 6 }] }],
      packages: ['min'],
    },
  ],
  packages: [
    { code: 'min', kind: 'VOICE', amount: 3601, carryOver: true },
    { code: 'kb', kind: 'DATA', amount: 5000 },
    { code: 'add', kind: 'VOICE', amount: 500, price: '9.99', days: 10 },
  ],
  options: [
    { code: 'o1', fee: '33.33', setupFee: '5.00' },
    { code: 'o2', fee: '20.00', proration: 'NONE' },
  ],
  policy: { promised: { min: '10', max: '500', hours: 72, fee: '1.00', perDays: 28, count: 2 } },
};

const TARIFFS = ['monthly', 'daily', 'waiting'];
const START = '2026-10-15';
const number = fc.constantFrom(NUMBER, OTHER);
const amount = fc.integer({ min: 1, max: 60_000 }).map((units) => (units / 100).toFixed(2));

interface Step {
  /** Seconds since the step before. */
  readonly wait: number;
  readonly command: Command;
}

const usage = fc
  .record({
    number,
    service: fc.constantFrom('CALL', 'CALL', 'CALL', 'SMS', 'DATA'),
    direction: fc.constantFrom('OUT', 'OUT', 'IN'),
    seconds: fc.integer({ min: 0, max: 1500 }),
    segments: fc.integer({ min: 1, max: 4 }),
    bytes: fc.integer({ min: 0, max: 3_000_000 }),
    peer: fc.constantFrom(STRANGER, '+74950000099', NUMBER, '+78001112233'),
    outcome: fc.constantFrom('ANSWERED', 'ANSWERED', 'ANSWERED', 'BUSY'),
    late: fc.constantFrom(0, 0, 0, 3_600, 86_400, 20 * 86_400),
  })
  .map(({ late, ...record }) => ({ late, record: { do: 'usage', ...record } as const }));

const order = fc.oneof(
  fc.record({ do: fc.constant('payment'), account: fc.constant(ACCOUNT), amount, txn: fc.uuid() }),
  fc.record({ do: fc.constant('correction'), account: fc.constant(ACCOUNT), amount, reason: fc.constant('x') }),
  fc.record({
    do: fc.constant('correction'),
    account: fc.constant(ACCOUNT),
    number,
    amount: amount.map((a) => `-${a}`),
    reason: fc.constant('x'),
  }),
  fc.record({
    do: fc.constant('tariff.change'),
    number,
    to: fc.constantFrom(...TARIFFS),
    effective: fc.constantFrom('default', 'today'),
  }),
  fc.record({ do: fc.constant('tariff.cancel'), number }),
  fc.record({ do: fc.constantFrom('option.on', 'option.off'), number, option: fc.constantFrom('o1', 'o2') }),
  fc.record({ do: fc.constant('package.buy'), number, package: fc.constant('add') }),
  fc.record({
    do: fc.constant('promised.take'),
    account: fc.constant(ACCOUNT),
    amount: fc.constantFrom('50.00', '300.00'),
  }),
  fc.record({ do: fc.constant('number.disconnect'), number, effective: fc.constantFrom('today', 'period-end') }),
  fc.record({
    do: fc.constant('number.add'),
    account: fc.constant(ACCOUNT),
    number,
    tariff: fc.constantFrom(...TARIFFS),
  }),
  fc.record({
    do: fc.constant('alert.settings'),
    account: fc.constant(ACCOUNT),
    lowBalance: fc.option(amount),
    dayLimit: fc.option(fc.constantFrom('5.00', '50.00')),
  }),
  fc.record({
    do: fc.constant('forwarding.set'),
    number,
    type: fc.constantFrom('CFU', 'CFB'),
    target: fc.constantFrom(STRANGER, NUMBER, OTHER),
    active: fc.boolean(),
  }),
) as fc.Arbitrary<Command>;

const wait = fc.oneof(fc.integer({ min: 1, max: 86_400 }), fc.integer({ min: 86_400, max: 12 * 86_400 }));
const steps = fc.array(
  fc.oneof(
    fc.record({ wait, command: order, late: fc.constant(0) }),
    fc.tuple(wait, usage).map(([wait, { late, record }]) => ({ wait, command: record as Command, late })),
  ),
  { minLength: 6, maxLength: 40, size: 'max' },
);

/** Runs a random timeline to its end and to the bill after it; refusals are part of it. */
async function run(
  timeline: readonly (Step & { readonly late: number })[],
  policy: Catalog['policy'] = {},
  each: (time: Timeline, command: Command, index: number) => Promise<void> = perform,
): Promise<Timeline> {
  const time = await Timeline.begin({ ...catalog, policy: { ...catalog.policy, ...policy } }, START);
  await time.at(
    START,
    { do: 'account.open', account: ACCOUNT, opening: '1500.00', creditLimit: '50.00', dayLimit: '100.00' },
    { do: 'number.add', account: ACCOUNT, number: NUMBER, tariff: 'monthly', main: true },
    { do: 'number.add', account: ACCOUNT, number: OTHER, tariff: 'daily' },
    { do: 'alert.contact', account: ACCOUNT, value: 'a@example.test' },
    { do: 'user.grant', account: ACCOUNT, user: 'u', product: 'CORE', level: 'OWNER' },
  );
  let at = Date.parse(moment(START));
  for (const [index, { wait, command, late }] of timeline.entries()) {
    at += wait * 1000;
    await time.world.advance(new Date(at).toISOString());
    const start = new Date(at - late * 1000).toISOString();
    await each(time, command.do === 'usage' ? { ...command, start, id: `u${index}` } : command, index);
  }
  return time;
}

async function perform(time: Timeline, command: Command): Promise<void> {
  await attempt(time, command);
}

/** The code of the refusal, or `null`. */
async function attempt(time: Timeline, command: Command, key?: string): Promise<string | null> {
  return time.refusal(command, key === undefined ? {} : { key });
}

const runs = (numRuns: number) => ({ numRuns, endOnFailure: false });
const state = (time: Timeline): AccountState => time.world.peek(ACCOUNT) ?? expect.fail('no account');

describe('over random timelines', () => {
  it('the invariants I-1 … I-16 hold at every step', async () => {
    const check = async (time: Timeline) =>
      expect(await time.ask({ get: 'invariants' })).to.deep.equal({ ok: true, broken: [] });
    await fc.assert(
      fc.asyncProperty(steps, fc.constantFrom('NO_REFUND', 'PRORATE_BOTH'), async (timeline, oldFeeOnChange) => {
        const time = await run(timeline, { oldFeeOnChange }, async (time, command, index) => {
          await attempt(time, command);
          if (index % 10 === 0) await check(time);
        });
        await check(time);
        await time.world.advance(new Date(time.world.instant + 40 * 86_400_000).toISOString());
        await check(time);
      }),
      runs(60),
    );
  });

  it('the journal replayed is the state, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (timeline) => {
        const time = await run(timeline);
        // A version that nobody has: no snapshot will do.
        const wanted = [{ account: ACCOUNT, after: 0 }];
        const [{ events } = { events: [] }] = await time.world.store.load(wanted, -STATE_VERSION);
        const replayed = fold(events.map(({ data }) => ({ data: JSON.parse(JSON.stringify(data)) as unknown })));
        expect(JSON.stringify(replayed)).to.equal(JSON.stringify(state(time)));
      }),
      runs(40),
    );
  });

  it('a refused command changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (timeline) => {
        await run(timeline, {}, async (time, command) => {
          const before = JSON.stringify(state(time));
          if ((await attempt(time, command)) !== null) expect(JSON.stringify(state(time))).to.equal(before);
        });
      }),
      runs(30),
    );
  });

  it('a command repeated with its key is a no-op, its answer the same', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (timeline) => {
        await run(timeline, {}, async (time, command, index) => {
          const first = await attempt(time, command, `k${index}`);
          const before = JSON.stringify(await time.world.account(ACCOUNT));
          expect(await attempt(time, command, `k${index}`)).to.equal(first);
          expect(JSON.stringify(await time.world.account(ACCOUNT))).to.equal(before);
        });
      }),
      runs(30),
    );
  });

  it('the clock moved in one step or in many makes the same journal, and moved twice nothing more', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 5 }), async (timeline, pieces) => {
        const [one, many] = [await run(timeline), await run(timeline)];
        const end = one.world.instant + 70 * 86_400_000;
        for (let piece = 1; piece <= pieces * 7; piece += 1) {
          const to = many.world.instant + Math.ceil((end - many.world.instant) / (pieces * 7 - piece + 1));
          await many.world.advance(new Date(to).toISOString());
        }
        await one.world.advance(new Date(end).toISOString());
        expect(JSON.stringify(state(many))).to.equal(JSON.stringify(state(one)));
        await one.world.advance(new Date(end).toISOString());
        expect(JSON.stringify(state(many))).to.equal(JSON.stringify(state(one)));
      }),
      runs(25),
    );
  });

  it('the statement of the last day, that day and the minimum spend make the bill (BIL-7)', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (timeline) => {
        const time = await run(timeline.map((step) => ({ ...step, late: 0 })));
        const month = state(time).day.slice(0, 7);
        const last = lastDay(month);
        await time.at(`${last}T23:59:59`);
        const statement = (await time.ask({ get: 'statement', account: ACCOUNT })) as Statement;
        const detail = (await time.ask({ get: 'detail', account: ACCOUNT, from: last, to: last })) as { total: string };
        await time.at(`${addDays(last, 1)}T06:00:00`);
        const bill = (await time.ask({ get: 'bill', account: ACCOUNT, month })) as Bill | null;
        const lines = bill?.blocks.flatMap((block) => block.lines) ?? [];
        const least = lines
          .filter(({ kind }) => kind === 'MIN_SPEND')
          .map(({ amount }) => amount)
          .reduce(plus, '0.00');
        expect(bill?.total ?? '0.00').to.equal(plus(plus(statement.total, detail.total), least));
      }),
      runs(30),
    );
  });

  it('a change scheduled and cancelled leaves every amount as if it had never been (SRV-12)', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.constantFrom(...TARIFFS), async (timeline, to) => {
        const plain = timeline.filter(({ command }) => !command.do.startsWith('tariff.'));
        const without = await run(plain);
        const withChange = await run(plain, {}, async (time, command) => {
          const scheduled = await attempt(time, { do: 'tariff.change', number: NUMBER, to });
          if (scheduled === null) expect(await attempt(time, { do: 'tariff.cancel', number: NUMBER })).to.equal(null);
          await attempt(time, command);
        });
        for (const time of [without, withChange]) {
          await time.world.advance(new Date(time.world.instant + 40 * 86_400_000).toISOString());
        }
        const money = async (time: Timeline) => [
          await time.ask({ get: 'postings', account: ACCOUNT }),
          await time.ask({ get: 'bills', account: ACCOUNT }),
        ];
        expect(await money(withChange)).to.deep.equal(await money(without));
      }),
      runs(25),
    );
  });

  it('the order in which records of a month arrive does not change its sums, packages aside', async () => {
    const bare: Catalog = {
      ...catalog,
      tariffs: (catalog.tariffs ?? []).map((tariff) => ({
        ...tariff,
        packages: [],
        ...(tariff.bonus ? { bonus: { ...tariff.bonus, monthlyCap: null } } : {}),
      })),
    };
    const records = fc.array(fc.tuple(fc.integer({ min: 0, max: 13 * 86_400 }), usage), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(records, fc.infiniteStream(fc.nat()), async (all, seeds) => {
        const commands = all.map(([after, { record }], index) => ({
          ...record,
          id: `u${index}`,
          start: new Date(Date.parse(moment('2026-11-01')) + after * 1000).toISOString(),
        }));
        const keyed = commands.map((command) => [seeds.next().value ?? 0, command] as const);
        const shuffled = [...keyed].sort(([a], [b]) => a - b).map(([, command]) => command);
        const bills: unknown[] = [];
        for (const list of [commands, shuffled]) {
          const time = await Timeline.begin(bare, START);
          await time.at(
            START,
            { do: 'account.open', account: ACCOUNT, creditLimit: null },
            { do: 'number.add', account: ACCOUNT, number: NUMBER, tariff: 'monthly' },
            { do: 'number.add', account: ACCOUNT, number: OTHER, tariff: 'daily' },
          );
          await time.at('2026-11-20', ...list);
          await time.at('2026-12-01T06:00:00');
          bills.push([await time.ask({ get: 'bill', account: ACCOUNT, month: '2026-11' }), await time.balance()]);
        }
        expect(bills[1]).to.deep.equal(bills[0]);
      }),
      runs(30),
    );
  });
});

describe('two clients on one account', () => {
  it('in any order never overdraw, charge twice or lose an event', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 8 }),
        async (scheduler, prices) => {
          const tariffs = prices.map((price, index) => ({ code: `t${index}`, name: 't', setupFee: price.toFixed(2) }));
          const time = await Timeline.begin({ tariffs }, START, new MemoryStore());
          await time.at(START, { do: 'account.open', account: ACCOUNT, opening: '500.00' });
          const outcomes: (string | null)[] = [];
          const orders = prices.map((_, index) =>
            scheduler.schedule(Promise.resolve(index)).then(async () => {
              const command = {
                do: 'number.add',
                account: ACCOUNT,
                number: `+7999000010${index}`,
                tariff: `t${index}`,
              } as const;
              const [first, again] = await Promise.all([
                attempt(time, command, `k${index}`),
                time.world.perform(command, { key: `k${index}` }).then(
                  () => null,
                  (error: unknown) => (error instanceof Refusal ? error.code : expect.fail(String(error))),
                ),
              ]);
              expect([first, 'REQUEST_IN_PROGRESS']).to.include(again);
              outcomes[index] = first;
            }),
          );
          await scheduler.waitAll();
          await Promise.all(orders);
          const spent = prices.filter((_, index) => outcomes[index] === null).reduce((sum, price) => sum + price, 0);
          expect(await time.balance()).to.equal((500 - spent).toFixed(2));
          expect(spent).to.be.at.most(500);
          expect(state(time).numbers).to.have.length(outcomes.filter((outcome) => outcome === null).length);
          expect(await time.ask({ get: 'invariants' })).to.deep.equal({ ok: true, broken: [] });
        },
      ),
      runs(60),
    );
  });
});
