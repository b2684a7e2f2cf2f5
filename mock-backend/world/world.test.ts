import { describe, it } from 'node:test';
import { expect } from 'chai';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalog } from '../engine/catalog.js';
import type { ExplainNode, Explanation } from '../engine/explain.js';
import { plus } from '../engine/money.js';
import { MemoryStore } from '../store/memory.js';
import { SqliteStore } from '../store/sqlite.js';
import { ACCOUNT, call, moment, NUMBER, OTHER, STRANGER, Timeline } from './testing.js';
import { World } from './world.js';

const catalog: Catalog = {
  tariffs: [
    {
      code: 't',
      name: 't',
      fee: { amount: '300.00' },
      setupFee: '10.00',
      voice: [
        {
          setup: '0.50',
          cap: '9.00',
          steps: [
            { fromSec: 0, price: '2.50', perSec: 60, incrementSec: 60 },
            { fromSec: 60, price: '1.00', perSec: 60, incrementSec: 1 },
          ],
        },
      ],
      bonus: { pricePerMin: '0.50', monthlyCap: '1.00' },
      packages: ['p'],
    },
    {
      code: 'net',
      name: 'net',
      vatIncluded: false,
      voice: [{ steps: [{ fromSec: 0, price: '1.00', perSec: 60, incrementSec: 1 }] }],
    },
  ],
  packages: [{ code: 'p', kind: 'VOICE', amount: 120 }],
};
const pay = (txn: string, amount: string) => ({ do: 'payment', account: ACCOUNT, txn, amount }) as const;

describe('a world', () => {
  it('goes on where it stopped, its clock, keys and bill numbers too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lk-world-'));
    const path = join(folder, 'worlds.db');
    try {
      const first = await (
        await Timeline.begin(catalog, '2026-11-01', await SqliteStore.open(path, 'w'))
      ).connect('2026-11-01', 't');
      await first.world.perform(pay('p1', '5.00'), { key: 'k' });
      await first.at('2026-12-05', call('c', 61));
      const before = JSON.stringify(await first.world.account(ACCOUNT));
      const answers = async (time: Timeline) => [
        await time.ask({ get: 'statement', account: ACCOUNT }),
        await time.ask({ get: 'bills', account: ACCOUNT }),
        await time.ask({ get: 'postings', account: ACCOUNT }),
        await time.ask({ get: 'detail', account: ACCOUNT, from: '2026-11-01', to: '2026-12-31' }),
      ];
      const told = await answers(first);
      await first.world.store.close();

      const again = await Timeline.begin(catalog, '2020-01-01', await SqliteStore.open(path, 'w'));
      expect(again.world.now).to.equal('2026-12-04T21:00:00Z');
      expect(JSON.stringify(await again.world.account(ACCOUNT))).to.equal(before);
      expect(await answers(again)).to.deep.equal(told);
      await again.world.perform(pay('p1', '5.00'), { key: 'k' });
      expect(await again.refusal(call('c', 61))).to.equal(null);
      expect(JSON.stringify(await again.world.account(ACCOUNT))).to.equal(before);
      await again.at('2027-01-01T06:00:00');
      expect(await again.ask({ get: 'bill', account: ACCOUNT, month: '2026-12' })).to.have.property(
        'number',
        '202701-0001',
      );
      await again.world.store.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('does not see another in the same file', async () => {
    const one = await Timeline.begin(catalog, '2026-11-01', await SqliteStore.open(':memory:', 'one'));
    const two = await Timeline.begin(catalog, '2026-11-01', await SqliteStore.open(':memory:', 'two'));
    await one.at('2026-11-01', { do: 'account.open', account: ACCOUNT });
    expect(await two.world.account(ACCOUNT)).to.equal(undefined);
    expect(await two.refusal({ do: 'account.open', account: ACCOUNT })).to.equal(null);
    await one.world.store.close();
    await two.world.store.close();
  });

  it('decides again when another process was first', async () => {
    const store = new MemoryStore();
    const one = await Timeline.begin(catalog, '2026-11-01', store);
    await one.at('2026-11-01', { do: 'account.open', account: ACCOUNT });
    const two = await Timeline.begin(catalog, '2026-11-01', store);
    await one.world.perform(pay('a', '10.00'));
    await two.world.perform(pay('b', '5.00'));
    expect(await two.balance()).to.equal('15.00');
    expect(await two.refusal(pay('a', '10.00'))).to.equal(null);
    expect(await two.balance()).to.equal('15.00');
  });

  it('begins a day and issues a bill once, whichever process is first', async () => {
    const store = new MemoryStore();
    const one = await (await Timeline.begin(catalog, '2026-11-01', store)).connect('2026-11-01', 't');
    const two = await Timeline.begin(catalog, '2026-11-01', store);
    expect(await two.refusal({ do: 'account.open', account: ACCOUNT })).to.equal('ACCOUNT_EXISTS');
    await Promise.all([one.at('2026-12-01T06:00:00'), two.at('2026-12-01T06:00:00')]);
    for (const time of [one, two]) {
      expect(await time.balance()).to.equal('390.00');
      expect(await time.ask({ get: 'bills', account: ACCOUNT })).to.have.length(1);
      expect(await time.ask({ get: 'invariants' })).to.deep.equal({ ok: true, broken: [] });
    }
  });

  it('moves on a clock that was being moved when it stopped', async () => {
    const store = new MemoryStore();
    await (await Timeline.begin(catalog, '2026-11-01', store)).connect('2026-11-01', 't');
    await store.putFact('now', '2026-12-02T00:00:00Z');
    const again = await Timeline.begin(catalog, '2026-11-01', store);
    expect(await again.balance()).to.equal('390.00');
    expect(await again.ask({ get: 'bills', account: ACCOUNT })).to.have.length(1);
  });

  it('begins the day of a zone that skips midnight at its first instant', async () => {
    const time = await Timeline.begin(
      { tariffs: [{ code: 'd', name: 'd', fee: { amount: '30.00', charge: 'DAILY' } }] },
      '2018-11-01T12:00:00Z',
    );
    await time.at(
      '2018-11-01T12:00:00Z',
      { do: 'account.open', account: ACCOUNT, opening: '100.00', timezone: 'America/Sao_Paulo' },
      { do: 'number.add', account: ACCOUNT, number: NUMBER, tariff: 'd' },
    );
    await time.at('2018-11-04T02:59:59Z');
    expect(await time.balance()).to.equal('97.00');
    await time.at('2018-11-04T03:00:00Z');
    expect(await time.balance()).to.equal('96.00');
    expect(await time.ask({ get: 'statement', account: ACCOUNT })).to.deep.include({
      asOf: '2018-11-03T23:59:59-03:00',
      days: 3,
    });
  });

  it('has amounts at the scale of each account', async () => {
    const time = await Timeline.begin({ tariffs: [{ code: 't', name: 't', fee: { amount: '1000' } }] });
    await time.at(
      '2026-11-16',
      { do: 'account.open', account: ACCOUNT, currency: 'JPY', opening: '1000' },
      { do: 'number.add', account: ACCOUNT, number: NUMBER, tariff: 't' },
      { do: 'account.open', account: '2', currency: 'KWD', opening: '1000' },
      { do: 'number.add', account: '2', number: OTHER, tariff: 't' },
    );
    expect(await time.ask({ get: 'balance', account: ACCOUNT })).to.deep.include({
      balance: '500',
      promised: '0',
      toUnlock: '0',
    });
    expect(await time.ask({ get: 'balance', account: '2' })).to.deep.include({ balance: '500.000', reserved: '0.000' });
    expect(await time.refusal({ do: 'payment', account: ACCOUNT, txn: 'p', amount: '10.5' })).to.equal(
      'AMOUNT_INVALID',
    );
  });
});

describe('rights', () => {
  it('hide what a user may not know and forbid what he may not do', async () => {
    const time = await (await Timeline.begin(catalog)).connect('2026-11-01', 't');
    const grant = (user: string, product: 'CORE' | 'BILLING' | 'TELEPHONY', level: 'USER' | 'ADMIN' | 'OWNER') =>
      ({ do: 'user.grant', account: ACCOUNT, user, product, level }) as const;
    await time.at(
      '2026-11-01',
      grant('olga', 'CORE', 'OWNER'),
      grant('ivan', 'CORE', 'USER'),
      grant('ivan', 'BILLING', 'USER'),
    );
    const as = (user: string) => ({ user });
    const correction = { do: 'correction', account: ACCOUNT, amount: '1.00', reason: 'x' } as const;
    expect(await time.refusal(correction, as('olga'))).to.equal('FORBIDDEN');
    expect(await time.refusal(correction, as('nobody'))).to.equal('NOT_FOUND');
    expect(await time.refusal({ do: 'usage.import', file: 'x' }, as('ivan'))).to.equal('FORBIDDEN');
    expect(await time.refusal({ do: 'usage.import', file: 'x' }, as('nobody'))).to.equal('NOT_FOUND');
    const call = { do: 'call', from: STRANGER, to: NUMBER, seconds: 1, state: 'FREE' } as const;
    expect(await time.refusal(call, as('ivan'))).to.equal('FORBIDDEN');
    expect(await time.refusal(call, as('nobody'))).to.equal('NOT_FOUND');
    expect(await time.refusal(call, as('olga'))).to.equal(null);
    expect(await time.refusal({ do: 'alert.settings', account: ACCOUNT, lowBalance: '1.00' }, as('ivan'))).to.equal(
      'FORBIDDEN',
    );
    expect(await time.refusal({ do: 'tariff.cancel', number: NUMBER }, as('ivan'))).to.equal('NOT_FOUND');
    expect(await time.refusal({ do: 'as-user', user: 'olga', step: pay('p', '1.00') }, as('ivan'))).to.equal(
      'FORBIDDEN',
    );
    expect(await time.refusal({ do: 'as-user', user: 'ivan', step: pay('p', '1.00') })).to.equal(null);
    expect(await time.world.ask({ get: 'balance', account: ACCOUNT }, as('ivan'))).to.have.property(
      'balance',
      '691.00',
    );
    await time.world.ask({ get: 'packages', number: NUMBER }, as('ivan')).then(
      () => expect.fail('was told'),
      (error: unknown) => expect(error).to.have.property('code', 'NOT_FOUND'),
    );
  });
});

describe('an explanation', () => {
  const leaves = (node: ExplainNode): string[] =>
    node.children.length === 0 ? [node.amount] : node.children.flatMap(leaves);
  const sum = (nodes: readonly ExplainNode[]) => nodes.flatMap(leaves).reduce(plus, '0.00');
  const check = (nodes: readonly ExplainNode[]): void => {
    for (const node of nodes) {
      expect(sum([node]), node.label).to.equal(node.amount);
      check(node.children);
    }
  };

  it('is a tree whose leaves sum to each amount: packages, set-up, steps, cap, rounding, VAT', async () => {
    const time = await (await Timeline.begin(catalog)).connect('2026-11-16', 't');
    await time.at('2026-11-16', { do: 'number.add', account: ACCOUNT, number: OTHER, tariff: 'net' });
    await time.at(
      '2026-11-17',
      call('a', 101),
      call('b', 100),
      call('long', 1000),
      call('in', 200, { direction: 'IN' }),
      call('net', 7, { number: OTHER }),
      call('busy', 0, { outcome: 'BUSY' }),
    );
    const explain = async (id: string) => (await time.ask({ get: 'explain', id })) as Explanation;
    // a: 60 s from the package, 0.50 + 41/60; b: 0.50 + 2.50 + 40/60
    expect((await explain('a')).amount).to.equal('1.18');
    expect((await explain('a')).nodes[0]?.children.map(({ label, amount }) => [label, amount])).to.deep.equal([
      ['PACKAGE', '0.00'],
      ['SETUP', '0.50'],
      ['INCREMENTS', '0.68'],
    ]);
    expect((await explain('b')).amount).to.equal('3.67');
    expect((await explain('long')).nodes[0]?.children.map(({ label }) => label)).to.include('CAP');
    // 200 × 0.50 / 60 = 1.67, at most 1.00
    expect((await explain('in')).nodes[0]?.children.map(({ label, amount }) => [label, amount])).to.deep.equal([
      ['INCREMENTS', '-1.67'],
      ['MONTHLY_CAP', '0.67'],
    ]);
    // 0.12 + VAT 0.03
    expect((await explain('net')).nodes[0]?.children.map(({ label, amount }) => [label, amount])).to.deep.equal([
      ['INCREMENTS', '0.12'],
      ['VAT', '0.03'],
    ]);
    await time.at('2026-12-01T06:00:00');
    for (const id of ['a', 'b', 'long', 'in', 'net', 'busy']) check((await explain(id)).nodes);
    const bill = (await time.ask({ get: 'bill', account: ACCOUNT, month: '2026-11' })) as { total: string };
    const whole = (await time.ask({ get: 'explain', account: ACCOUNT, month: '2026-11' })) as Explanation;
    check(whole.nodes);
    expect([whole.amount, sum(whole.nodes)]).to.deep.equal([bill.total, bill.total]);
    const fee = (await time.ask({
      get: 'explain',
      account: ACCOUNT,
      month: '2026-11',
      number: NUMBER,
      kind: 'FEE',
    })) as Explanation;
    expect(fee.amount).to.equal('150.00');
    expect(fee.nodes[0]?.children[0]?.children[0]).to.deep.include({ formula: '300.00 × 15 / 30', amount: '150.00' });
  });
});

describe('alerts and the promised payment', () => {
  it('evaluate thresholds when they are set, and count set-up and options but no fee, package or bonus (ALR-10)', async () => {
    const time = await Timeline.begin({
      tariffs: [{ code: 't', name: 't', fee: { amount: '100.00' }, setupFee: '20.00', bonus: { pricePerMin: '1.00' } }],
      options: [{ code: 'o', fee: '30.00', setupFee: '5.00', proration: 'NONE' }],
      packages: [{ code: 'p', kind: 'SMS', amount: 1, price: '40.00' }],
    });
    await time.connect('2026-11-02', 't', '500.00');
    await time.at(
      '2026-11-02',
      { do: 'alert.contact', account: ACCOUNT, value: '8 999 000-00-99' },
      { do: 'option.on', number: NUMBER, option: 'o' },
      { do: 'package.buy', number: NUMBER, package: 'p' },
      call('in', 600, { direction: 'IN' }),
      { do: 'alert.settings', account: ACCOUNT, lowBalance: '400.00', dayLimit: '55.00' },
    );
    // 500 − 20 − 100 × 29/30 − 35 − 40 + 10
    expect(await time.balance()).to.equal('318.33');
    const alerts = async () =>
      (
        (await time.ask({ get: 'alerts', account: ACCOUNT })) as { event: string; value: string; contacts: string[] }[]
      ).map(({ event, value, contacts }) => [event, value, ...contacts]);
    expect(await alerts()).to.deep.equal([['LOW_BALANCE', '318.33', '+79990000099']]);
    await time.at('2026-11-02', { do: 'alert.settings', account: ACCOUNT, lowBalance: '400.00', dayLimit: '54.99' });
    expect((await alerts()).at(-1)).to.deep.equal(['DAY_LIMIT', '55.00', '+79990000099']);
    await time.at('2026-11-02', pay('p', '100.00'));
    expect((await alerts()).slice(2)).to.deep.equal([['TOP_UP', '100.00', '+79990000099']]);
    await time.at('2026-12-01');
    // 418.33 − 100 − 30: low again after the fee; the option of the midnight counts for the new day
    expect((await alerts()).slice(3)).to.deep.equal([['LOW_BALANCE', '318.33', '+79990000099']]);
    for (const lowBalance of ['1000000.01', '-100000.01']) {
      expect(await time.refusal({ do: 'alert.settings', account: ACCOUNT, lowBalance })).to.equal('THRESHOLD_INVALID');
    }
    expect(await time.refusal({ do: 'alert.settings', account: ACCOUNT, dayLimit: '0.99' })).to.equal(
      'THRESHOLD_INVALID',
    );
  });

  it('take at most five contacts, each once, and valid', async () => {
    const time = await Timeline.begin({});
    await time.at('2026-11-01', { do: 'account.open', account: ACCOUNT });
    const add = (value: string) => time.refusal({ do: 'alert.contact', account: ACCOUNT, value });
    for (const bad of ['', 'a@b', '112', 'x y@example.test', '@example.test', `${'a'.repeat(250)}@example.test`]) {
      expect(await add(bad), bad).to.equal('CONTACT_INVALID');
    }
    expect(await add('имя+метка@почта.рф')).to.equal(null);
    expect(await add('+79990000099')).to.equal(null);
    expect(await add('8 (999) 000-00-99')).to.equal('CONTACT_EXISTS');
    for (const index of [3, 4, 5]) expect(await add(`a${index}@example.test`)).to.equal(null);
    expect(await add('a6@example.test')).to.equal('CONTACT_LIMIT');
  });

  it('of an account in debt is refused while it is off and charges its fee', async () => {
    const off = await Timeline.begin({});
    await off.at('2026-11-01', { do: 'account.open', account: ACCOUNT });
    const take = { do: 'promised.take', account: ACCOUNT, amount: '100.00' } as const;
    expect(await off.refusal(take)).to.equal('PROMISED_NOT_AVAILABLE');
    const time = await Timeline.begin({
      policy: { promised: { min: '10', max: '500', hours: 72, fee: '7.00', perDays: 28, count: 2 } },
    });
    await time.at('2026-11-01', { do: 'account.open', account: ACCOUNT, opening: '-50.00' }, take);
    expect(await time.ask({ get: 'balance', account: ACCOUNT })).to.deep.include({
      balance: '-57.00',
      available: '43.00',
      locks: [],
    });
    await time.at('2026-11-03', pay('p', '57.00'));
    expect(await time.ask({ get: 'balance', account: ACCOUNT })).to.deep.include({ balance: '0.00', promised: '0.00' });
    await time.at('2026-11-28T23:59:59', take);
    await time.world.advance(moment('2026-11-28T23:59:59'));
    expect(await time.refusal(take)).to.equal('PROMISED_ACTIVE');
  });
});

describe('opening a world', () => {
  it('with a zone or a start that is none fails', async () => {
    const options = {
      id: 'w',
      catalog: {},
      timezone: 'Europe/Moscow',
      currency: 'RUB',
      start: '2026-11-01',
      store: new MemoryStore(),
    };
    await World.open(options).then(
      () => expect.fail('was opened'),
      (error: unknown) => expect(error).to.be.instanceOf(RangeError),
    );
  });
});
