/** What every store must do, whatever it keeps its events in. Run by a runner of Node and by one of the browser. */
import { expect } from 'chai';
import { Conflict, type KeyRecord, type NewEvent, type ScanRange, type Store, type Write } from './port.js';

const event = (at: number, type: string, ref: string | null = null, day: string | null = null): NewEvent => ({
  at,
  type,
  ref,
  day,
  data: { at, type, text: 'Счёт «1»' },
});
const write = (
  account: string,
  expectedSeq: number,
  events: readonly NewEvent[],
  more: Partial<Write> = {},
): Write => ({
  account,
  expectedSeq,
  events,
  due: 1000,
  listings: [],
  ...more,
});
const key = (name: string): KeyRecord => ({ key: name, body: '{}', at: 5, answer: { receipt: { ok: true } } });

/** @returns What has moved on. */
const conflict = (work: Promise<void>): Promise<string> =>
  work.then(
    () => expect.fail('was appended'),
    (error: unknown) => (error instanceof Conflict ? error.what : Promise.reject(error)),
  );
const seqs = async (store: Store, account: string): Promise<readonly number[]> =>
  (await store.load([{ account, after: 0 }], 1)).flatMap(({ events }) => events.map(({ seq }) => seq));

/** What the runner of tests is called. */
export interface Runner {
  readonly describe: (name: string, suite: () => void) => unknown;
  readonly it: (name: string, test: () => Promise<void>) => unknown;
}

/**
 * The contract of a store, as tests.
 *
 * @param name - Where it keeps its events: `in memory`.
 * @param open - Makes an empty one.
 */
export function storeContract(name: string, open: () => Promise<Store>, { describe, it }: Runner): void {
  const test = (says: string, work: (store: Store) => Promise<void>) =>
    it(says, async () => {
      const store = await open();
      try {
        await work(store);
      } finally {
        await store.close();
      }
    });

  describe(`a store ${name}`, () => {
    test('appends all events or none, and only where the journal ends', async (store) => {
      await store.append([write('a', 0, [event(1, 'x'), event(2, 'y')])]);
      expect(await conflict(store.append([write('a', 1, [event(3, 'z')])], { key: key('k') }))).to.equal('a');
      expect(await conflict(store.append([write('a', 0, [event(3, 'z')])]))).to.equal('a');
      expect(await conflict(store.append([write('new', 1, [event(3, 'z')])]))).to.equal('new');
      expect(await store.key('k')).to.equal(null);
      await store.append([write('a', 2, [event(3, 'z')])], { key: key('k') });
      const [loaded] = await store.load([{ account: 'a', after: 0 }], 1);
      expect(loaded?.snapshot).to.equal(null);
      expect(loaded?.events).to.deep.equal([
        { account: 'a', seq: 1, ...event(1, 'x') },
        { account: 'a', seq: 2, ...event(2, 'y') },
        { account: 'a', seq: 3, ...event(3, 'z') },
      ]);
      expect(await store.key('k')).to.deep.equal(key('k'));
    });

    test('appends to several journals, moves counts and lists, all or nothing', async (store) => {
      await store.append(
        [
          write('a', 0, [event(1, 'x', 'ra')], { due: 50, listings: [{ kind: 'number', key: '+7', value: 1 }] }),
          write('#stock', 0, [event(1, 's')], { due: null }),
        ],
        { counts: [{ name: 'bills', from: 0, to: 2 }] },
      );
      const both = (a: number, stock: number, from: number) =>
        store.append(
          [
            write('a', a, [event(2, 'y', 'rb')], { due: 70, listings: [{ kind: 'number', key: '+7', value: null }] }),
            write('#stock', stock, [event(2, 's')], { due: null }),
          ],
          { key: key('k'), counts: [{ name: 'bills', from, to: from + 1 }] },
        );
      expect(await conflict(both(1, 0, 2))).to.equal('#stock');
      expect(await conflict(both(1, 1, 1))).to.equal('bills');
      expect(await conflict(both(1, 1, 0))).to.equal('bills');
      const state = async () => [
        await seqs(store, 'a'),
        await seqs(store, '#stock'),
        await store.count('bills'),
        await store.due(100, 10),
        (await store.listed('number', ['+7'])).length,
        (await store.key('k')) !== null,
        (await store.find('rb')) !== null,
      ];
      expect(await state()).to.deep.equal([[1], [1], 2, [{ account: 'a', at: 50 }], 1, false, false]);
      await both(1, 1, 2);
      expect(await state()).to.deep.equal([[1, 2], [1, 2], 3, [{ account: 'a', at: 70 }], 0, true, true]);
    });

    test('counts from nothing, each by its name, and not past what another has counted', async (store) => {
      expect(await store.count('2026')).to.equal(0);
      expect(await conflict(store.append([], { counts: [{ name: '2026', from: 1, to: 2 }] }))).to.equal('2026');
      await store.append([], { counts: [{ name: '2026', from: 0, to: 3 }] });
      await store.append([], {
        counts: [
          { name: '2026', from: 3, to: 4 },
          { name: '2027', from: 0, to: 1 },
        ],
      });
      expect(await conflict(store.append([], { counts: [{ name: '2026', from: 3, to: 4 }] }))).to.equal('2026');
      expect([await store.count('2026'), await store.count('2027')]).to.deep.equal([4, 1]);
    });

    test('writes anew when an account is due and what it is found by, without an event', async (store) => {
      await store.append([write('a', 0, [event(1, 'x')], { due: 5 })]);
      await store.append([write('a', 1, [], { due: 9, listings: [{ kind: 'card', key: 'c', value: 'A' }] })]);
      expect(await conflict(store.append([write('a', 0, [], { due: 1 })]))).to.equal('a');
      expect(await seqs(store, 'a')).to.deep.equal([1]);
      expect(await store.due(100, 10)).to.deep.equal([{ account: 'a', at: 9 }]);
      expect(await store.listed('card', ['c'])).to.deep.equal([{ kind: 'card', key: 'c', account: 'a', value: 'A' }]);
    });

    test('tells who is due up to an instant, by time, then by account', async (store) => {
      await store.append([
        write('б', 0, [event(1, 'x')], { due: 20 }),
        write('9', 0, [event(1, 'x')], { due: 20 }),
        write('10', 0, [event(1, 'x')], { due: 20 }),
        write('late', 0, [event(1, 'x')], { due: 1_774_000_000_000 }),
        write('first', 0, [event(1, 'x')], { due: 10 }),
        write('#never', 0, [event(1, 'x')], { due: null }),
      ]);
      const due = async (until: number, limit: number) =>
        (await store.due(until, limit)).map(({ account, at }) => `${at} ${account}`);
      expect(await due(9, 10)).to.deep.equal([]);
      expect(await due(10, 10)).to.deep.equal(['10 first']);
      expect(await due(1_773_999_999_999, 10)).to.deep.equal(['10 first', '20 10', '20 9', '20 б']);
      expect(await due(1_774_000_000_000, 3)).to.deep.equal(['10 first', '20 10', '20 9']);
      await store.append([write('first', 1, [event(1, 'y')], { due: 20 }), write('9', 1, [], { due: null })]);
      expect(await due(1_774_000_000_000, 10)).to.deep.equal(['20 10', '20 first', '20 б', '1774000000000 late']);
    });

    test('finds accounts by what they are listed under, and no more when they are not', async (store) => {
      const number = (digits: string, value: unknown) => ({ kind: 'number', key: digits, value });
      await store.append([
        write('b', 0, [event(1, 'x')], { listings: [number('+71', { from: 5 }), number('+72', 1)] }),
        write('a', 0, [event(1, 'x')], {
          listings: [number('+71', { from: 1, until: 5 }), { kind: 'card', key: '+71', value: true }],
        }),
      ]);
      const found = async (...keys: readonly string[]) =>
        (await store.listed('number', keys)).map((one) => [one.key, one.account, one.value]);
      expect(await found('+72', '+70', '+71', '+71')).to.deep.equal([
        ['+71', 'a', { from: 1, until: 5 }],
        ['+71', 'b', { from: 5 }],
        ['+72', 'b', 1],
      ]);
      expect(await found()).to.deep.equal([]);
      await store.append([
        write('a', 1, [], { listings: [number('+71', null), number('+79', null)] }),
        write('b', 1, [], { listings: [number('+72', [2])] }),
      ]);
      expect(await found('+71', '+72', '+79')).to.deep.equal([
        ['+71', 'b', { from: 5 }],
        ['+72', 'b', [2]],
      ]);
      expect(await store.listed('card', ['+71'])).to.deep.equal([
        { kind: 'card', key: '+71', account: 'a', value: true },
      ]);
    });

    test('lists accounts as strings, page by page, and no other journals', async (store) => {
      await store.append(['9', '10', 'б', 'a'].map((account) => write(account, 0, [event(1, 'x')])));
      await store.append([write('#stock', 0, [event(1, 'x')], { due: null })]);
      expect(await store.accounts(null, 100)).to.deep.equal(['10', '9', 'a', 'б']);
      expect(await store.accounts(null, 2)).to.deep.equal(['10', '9']);
      expect(await store.accounts('9', 2)).to.deep.equal(['a', 'б']);
      expect(await store.accounts('95', 1)).to.deep.equal(['a']);
      expect(await store.accounts('б', 2)).to.deep.equal([]);
    });

    test('loads many journals in the order asked for, from a snapshot or from where they are known', async (store) => {
      for (const account of ['a', 'b', 'c']) {
        await store.append([write(account, 0, [event(1, 'x'), event(2, 'y'), event(3, 'z')])]);
      }
      await store.snapshot('b', { seq: 2, version: 1, state: '{"b":1}' });
      await store.snapshot('c', { seq: 2, version: 1, state: '{"c":1}' });
      const loaded = await store.load(
        [
          { account: 'c', after: 0 },
          { account: 'none', after: 0 },
          { account: 'a', after: 0 },
          { account: 'b', after: 1 },
          { account: 'gone', after: 7 },
        ],
        1,
      );
      expect(
        loaded.map(({ snapshot, events }) => [snapshot, events.map(({ account, seq }) => `${account}${seq}`)]),
      ).to.deep.equal([
        [{ seq: 2, version: 1, state: '{"c":1}' }, ['c3']],
        [null, []],
        [null, ['a1', 'a2', 'a3']],
        [null, ['b2', 'b3']],
        [null, []],
      ]);
      expect(await store.load([], 1)).to.deep.equal([]);
    });

    test('folds anew what another version has remembered', async (store) => {
      await store.append([write('a', 0, [event(1, 'x'), event(2, 'y')])]);
      await store.snapshot('a', { seq: 2, version: 1, state: '{}' });
      const [other] = await store.load([{ account: 'a', after: 0 }], 2);
      expect([other?.snapshot, other?.events.map(({ seq }) => seq)]).to.deep.equal([null, [1, 2]]);
      await store.snapshot('a', { seq: 1, version: 2, state: '{"new":1}' });
      const [own] = await store.load([{ account: 'a', after: 0 }], 2);
      expect([own?.snapshot?.state, own?.events.map(({ seq }) => seq)]).to.deep.equal(['{"new":1}', [2]]);
    });

    test('lets one of many append at the same place', async (store) => {
      const tries = Array.from({ length: 8 }, (_, index) =>
        store.append([write('a', 0, [event(index, 'x')])], { key: key(`k${index}`) }).then(
          () => index,
          (error: unknown) => (error instanceof Conflict ? null : Promise.reject(error)),
        ),
      );
      const won = (await Promise.all(tries)).filter((index) => index !== null);
      expect(won).to.have.length(1);
      const [loaded] = await store.load([{ account: 'a', after: 0 }], 1);
      expect(loaded?.events.map(({ at }) => at)).to.deep.equal(won);
      expect(await store.key(`k${won[0]}`)).to.not.equal(null);
      expect(await store.key(`k${won[0] === 0 ? 1 : 0}`)).to.equal(null);
    });

    test('gives the numbers of one count away once, whoever counts', async (store) => {
      const counted = async (account: string): Promise<number> => {
        for (;;) {
          const from = await store.count('bills');
          const done = await store
            .append([write(account, 0, [event(1, 'x')])], { counts: [{ name: 'bills', from, to: from + 1 }] })
            .then(
              () => true,
              (error: unknown) => (error instanceof Conflict ? false : Promise.reject(error)),
            );
          if (done) return from + 1;
        }
      };
      const given = await Promise.all(['a', 'b', 'c', 'd'].map(counted));
      expect(given.sort()).to.deep.equal([1, 2, 3, 4]);
    });

    test('makes no record twice', async (store) => {
      await store.append([write('a', 0, [event(1, 'x', 'r')])]);
      expect(await conflict(store.append([write('a', 1, [event(2, 'y'), event(3, 'z', 'r')])]))).to.equal('a');
      expect(await seqs(store, 'a')).to.deep.equal([1]);
      expect((await store.find('r'))?.type).to.equal('x');
    });

    test('takes a key again when its time is over', async (store) => {
      await store.append([write('a', 0, [event(1, 'x')])], { key: key('k') });
      const later = { ...key('k'), at: 5 + 24 * 3_600_000 };
      await store.append([write('a', 1, [event(later.at, 'y')])], { key: later });
      expect((await store.key('k'))?.at).to.equal(later.at);
    });

    test('does nothing again for a key that has an answer, and keeps what was done', async (store) => {
      await store.append([write('a', 0, [event(1, 'x')])], { key: key('k') });
      expect(await conflict(store.append([write('a', 1, [event(2, 'y')])], { key: { ...key('k'), at: 6 } }))).to.equal(
        'k',
      );
      expect(await conflict(store.append([write('b', 0, [event(2, 'y')])], { key: { ...key('k'), at: 6 } }))).to.equal(
        'k',
      );
      await store.putKey({ ...key('k'), at: 6, answer: { code: 'NOT_FOUND', params: {} } });
      expect([await seqs(store, 'a'), await seqs(store, 'b')]).to.deep.equal([[1], []]);
      expect(await store.key('k')).to.deep.equal(key('k'));
      await store.putKey({ ...key('refused'), answer: { code: 'NOT_FOUND', params: {} } });
      expect(await conflict(store.append([write('a', 1, [event(2, 'y')])], { key: key('refused') }))).to.equal(
        'refused',
      );
    });

    test('forgets answers up to an instant in a walk through its keys, and takes those keys as new ones', async (store) => {
      const given = [7, 3, 9, 5, 1, 8, 2, 6];
      for (const at of given) await store.putKey({ ...key(`k${at}`), at });
      await store.putKey({ ...key('refused'), at: 5, answer: { code: 'NOT_FOUND', params: {} } });
      await store.append([write('a', 0, [event(4, 'x')])], { key: { ...key('k4'), at: 4 } });
      let steps = 0;
      let walked: string | null = null;
      do walked = await store.forgetKeys(5, walked, 3);
      while (walked !== null && (steps += 1) < 9);
      expect(walked).to.equal(null);
      const left: string[] = [];
      for (const name of [...given, 4].map((at) => `k${at}`).concat('refused'))
        if (await store.key(name)) left.push(name);
      expect(left).to.deep.equal(['k7', 'k9', 'k8', 'k6']);
      expect(await seqs(store, 'a')).to.deep.equal([1]);
      await store.append([write('a', 1, [event(9, 'y')])], { key: { ...key('k4'), at: 9 } });
      expect((await store.key('k4'))?.at).to.equal(9);
      expect(await store.forgetKeys(5, null, 3000)).to.equal(null);
      expect((await store.key('k4'))?.at).to.equal(9);
    });

    test('scans by type, day, instant and position', async (store) => {
      await store.append([
        write('a', 0, [
          event(10, 'entry', 'r1', '2026-11-01'),
          event(20, 'other'),
          event(30, 'entry', 'r2', '2026-11-02'),
          event(40, 'entry', 'r3', '2026-10-31'),
        ]),
        write('b', 0, [event(10, 'entry', 'r4', '2026-11-01')]),
      ]);
      const refs = async (range: Omit<ScanRange, 'account'>) => {
        const found: (string | null)[] = [];
        for await (const { ref } of store.scan({ account: 'a', ...range })) found.push(ref);
        return found;
      };
      expect(await refs({})).to.deep.equal(['r1', null, 'r2', 'r3']);
      expect(await refs({ types: ['entry'] })).to.deep.equal(['r1', 'r2', 'r3']);
      expect(await refs({ types: ['other', 'none'] })).to.deep.equal([null]);
      expect(await refs({ fromDay: '2026-11-01' })).to.deep.equal(['r1', 'r2']);
      expect(await refs({ fromDay: '2026-10-31', toDay: '2026-11-01' })).to.deep.equal(['r1', 'r3']);
      expect(await refs({ fromAt: 20, untilAt: 40 })).to.deep.equal([null, 'r2']);
      expect(await refs({ afterSeq: 3 })).to.deep.equal(['r3']);
    });

    test('reads a journal of any length to its end', async (store) => {
      const events = Array.from({ length: 2500 }, (_, index) => event(index, 'x', `r${index}`));
      await store.append([write('a', 0, events)]);
      expect(await seqs(store, 'a')).to.have.length(2500);
      let scanned = 0;
      for await (const { seq } of store.scan({ account: 'a' })) expect(seq).to.equal((scanned += 1));
      expect(scanned).to.equal(2500);
      const asked = Array.from({ length: 1200 }, (_, index) => `r${index * 3}`);
      expect((await store.known(asked)).size).to.equal(834);
    });

    test('finds records by their id in all accounts, and publishes events in order of appending', async (store) => {
      await store.append([write('b', 0, [event(1, 'x', 'first')])]);
      await store.append([write('a', 0, [event(2, 'y', 'second'), event(3, 'z')])]);
      expect(await store.find('second')).to.deep.equal({ account: 'a', seq: 1, ...event(2, 'y', 'second') });
      expect(await store.find('third')).to.equal(null);
      expect([...(await store.known(['second', 'third']))]).to.deep.equal(['second']);
      expect([...(await store.known(['first'])), ...(await store.known(['third']))]).to.deep.equal(['first']);
      const published = await store.outbox(0, 2);
      expect(published.map(({ account, type }) => [account, type])).to.deep.equal([
        ['b', 'x'],
        ['a', 'y'],
      ]);
      const rest = await store.outbox(published.at(-1)?.position ?? 0, 10);
      expect(rest.map(({ type }) => type)).to.deep.equal(['z']);
    });

    test('remembers answers by key and facts by name, the last one', async (store) => {
      await store.putKey({ ...key('k'), answer: { code: 'NOT_FOUND', params: { id: 'x' } } });
      expect(await store.key('k')).to.have.deep.property('answer', { code: 'NOT_FOUND', params: { id: 'x' } });
      await store.putKey(key('k'));
      expect(await store.key('k')).to.deep.equal(key('k'));
      await store.putFact('now', '1');
      await store.putFact('now', '2');
      expect([await store.fact('now'), await store.fact('then')]).to.deep.equal(['2', null]);
    });
  });
}
