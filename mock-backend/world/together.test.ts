/** What accounts share, when commands come at the same time: through one world, or several on one store. */
import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from '../testing/properties.js';
import type { Command } from '../engine/command.js';
import { Refusal } from '../engine/errors.js';
import { MemoryStore } from '../store/memory.js';
import type { Store } from '../store/port.js';
import { moment } from './testing.js';
import { World } from './world.js';

const catalog = { tariffs: [{ code: 't', name: 'T', setupFee: '60.00', fee: { amount: '30.00' } }] };
const NUMBER = '+79990000001';
const ICCID = '8970100000000000013';

/** A store that answers later, each time after another number of turns: as a database does. */
function slow(store: Store, seed: number): Store {
  let state = seed;
  const late = async () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    for (let turns = state % 7; turns > 0; turns -= 1) await Promise.resolve();
  };
  return new Proxy(store, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function' || name === 'scan')
        return typeof value === 'function' ? value.bind(target) : value;
      return async (...given: unknown[]) => {
        await late();
        const answer: unknown = await Reflect.apply(value, target, given);
        await late();
        return answer;
      };
    },
  });
}

async function worlds(count: number, seed: number, inWork?: number): Promise<World[]> {
  const store = new MemoryStore();
  const opened: World[] = [];
  for (let index = 0; index < count; index += 1)
    opened.push(
      await World.open({
        id: 'w',
        catalog,
        timezone: 'Europe/Moscow',
        currency: 'RUB',
        start: moment('2026-11-16T10:00:00'),
        store: slow(store, seed + index),
        ...(inWork === undefined ? {} : { inWork }),
      }),
    );
  return opened;
}

/** `done`, or the code of the refusal. */
async function outcome(world: World | undefined, command: Command): Promise<string> {
  try {
    await world?.perform(command);
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const open = (account: string): Command => ({ do: 'account.open', account, opening: '1000.00' });
const seeds = fc.integer({ min: 0, max: 1_000_000 });

describe('of two accounts that want the same at once', () => {
  /** Gives the command to two accounts at once, through one world and through two. */
  const both = (
    command: (account: string) => Command,
    check: (found: readonly string[], world: World) => Promise<void>,
  ) =>
    fc.assert(
      fc.asyncProperty(seeds, fc.boolean(), async (seed, apart) => {
        const [one, two] = await worlds(2, seed);
        if (!one || !two) return;
        for (const account of ['a', 'b']) await one.perform(open(account));
        const found = await Promise.all([outcome(one, command('a')), outcome(apart ? two : one, command('b'))]);
        await check(found, one);
        expect(await one.ask({ get: 'invariants' })).to.deep.equal({ ok: true, broken: [] });
      }),
      { numRuns: 25 },
    );

  it('one gets the number', () =>
    both(
      (account) => ({ do: 'number.add', account, number: NUMBER, tariff: 't' }),
      async (found, world) => {
        expect([...found].sort()).to.deep.equal(['NUMBER_TAKEN', 'done']);
        const numbers = await Promise.all(
          ['a', 'b'].map(async (account) => (await world.account(account))?.numbers.length),
        );
        expect(numbers.sort()).to.deep.equal([0, 1]);
      },
    ));

  it('one gets the card', () =>
    both(
      (account) => ({ do: 'sim.add', account, iccid: ICCID }),
      async (found) => {
        expect([...found].sort()).to.deep.equal(['SIM_NOT_FOUND', 'done']);
      },
    ));

  it('one gets the payment: a transaction of a provider is posted once', () =>
    both(
      (account) => ({ do: 'payment', account, amount: '50.00', txn: 'same' }),
      async (found, world) => {
        expect(found).to.deep.equal(['done', 'done']);
        const balances = await Promise.all(['a', 'b'].map(async (account) => (await world.account(account))?.balance));
        expect(balances.sort()).to.deep.equal(['1000.00', '1050.00']);
      },
    ));
});

describe('a world with few accounts in work', () => {
  it('bills as one that has all of them, whatever is done at once', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const accounts = Array.from({ length: 12 }, (_, index) => `a${index}`);
        const told: unknown[] = [];
        for (const inWork of [2, 100]) {
          const [one, two] = await worlds(2, seed, inWork);
          if (!one || !two) return;
          await Promise.all(accounts.map((account) => one.perform(open(account))));
          await Promise.all(
            accounts.map((account, index) =>
              two.perform({ do: 'number.add', account, number: `+7999000010${index}`, tariff: 't' }),
            ),
          );
          await Promise.all(
            accounts.flatMap((account, index) =>
              [one, two].map((world, turn) =>
                world.perform({ do: 'payment', account, amount: '10.00', txn: `${index}-${turn}` }),
              ),
            ),
          );
          await one.advance(moment('2026-12-20'));
          await two.catchUp();
          const bills = await Promise.all(accounts.map((account) => two.ask({ get: 'bills', account })));
          const balances = await Promise.all(accounts.map((account) => two.ask({ get: 'balance', account })));
          expect(await two.ask({ get: 'invariants' })).to.deep.equal({ ok: true, broken: [] });
          told.push({ bills, balances });
        }
        expect(told[0]).to.deep.equal(told[1]);
      }),
      { numRuns: 8 },
    );
  });
});

describe('a clock that moves ahead of what is due', () => {
  it('leads to the same journal as one that waits for it, whoever is looked at first', async () => {
    const accounts = ['a', 'b', 'c'];
    const lived = async (ahead: boolean, first: readonly string[]) => {
      const [world] = await worlds(1, 1);
      if (!world) return [];
      for (const [index, account] of accounts.entries()) {
        await world.perform(open(account));
        await world.perform({ do: 'number.add', account, number: `+7999000000${index}`, tariff: 't' });
      }
      const to = moment('2027-02-03');
      if (ahead) {
        await world.tick(to);
        for (const account of first) await world.ask({ get: 'balance', account });
        while (await world.runDue());
      } else await world.advance(to);
      return Promise.all(
        accounts.map(async (account) => {
          const events: unknown[] = [];
          for await (const { seq, at, type, data } of world.store.scan({ account })) {
            // Bills are numbered in the order in which they are issued.
            events.push([seq, at, type, JSON.stringify(data).replace(/"20\d{4}-\d{4}"/, '"number"')]);
          }
          return events;
        }),
      );
    };
    const waited = await lived(false, []);
    expect(waited[0]).to.have.length.greaterThan(80);
    for (const first of [[], ['b'], ['c', 'a']]) expect(await lived(true, first)).to.deep.equal(waited);
  });

  it('is no reason to refuse what a payment of the day allows: what is due of the account comes first', async () => {
    const [world] = await worlds(1, 1);
    if (!world) return;
    await world.perform(open('a'));
    await world.perform({ do: 'number.add', account: 'a', number: NUMBER, tariff: 't' });
    await world.tick(moment('2026-12-02'));
    // 1000 − 60 − 15 of November, then 30 of December.
    expect((await world.perform({ do: 'payment', account: 'a', amount: '5.00', txn: 'p' }))['balance']).to.equal(
      '900.00',
    );
  });
});

describe('a top-up', () => {
  it('is never paid with money that went to another account: it is held for review (PAY-2)', async () => {
    const [world] = await worlds(1, 1);
    if (!world) return;
    for (const account of ['a', 'b']) await world.perform(open(account));
    await world.perform({ do: 'payment', account: 'a', amount: '100.00', txn: 'x', provider: 'simulator' });
    const { topup } = await world.perform({ do: 'topup.create', account: 'b', amount: '100.00', method: 'CARD' });
    const settled = await world.perform({
      do: 'topup.settle',
      account: 'b',
      topup: String(topup),
      provider: 'simulator',
      txn: 'x',
      amount: '100.00',
      currency: 'RUB',
      outcome: 'SUCCEEDED',
    });
    expect(settled).to.include({ held: true });
    expect((await world.account('b'))?.balance).to.equal('1000.00');
  });
});
