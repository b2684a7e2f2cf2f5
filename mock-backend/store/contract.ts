/** What every store must do, whatever it keeps its events in. Run by a runner of Node and by one of the browser. */
import { expect } from 'chai';
import { Conflict, type KeyRecord, type NewEvent, type ScanRange, type Store } from './port.js';

const event = (at: number, type: string, ref: string | null = null, day: string | null = null): NewEvent => ({
  at,
  type,
  ref,
  day,
  data: { at, type, text: 'Счёт «1»' },
});
const key = (name: string): KeyRecord => ({ key: name, body: '{}', at: 5, answer: { receipt: { ok: true } } });

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
  describe(`a store ${name}`, () => {
    it('appends all events or none, and only where the journal ends', async () => {
      const store = await open();
      await store.append('a', 0, [event(1, 'x'), event(2, 'y')]);
      await store.append('a', 1, [event(3, 'z')], key('k')).then(
        () => expect.fail('was appended'),
        (error: unknown) => expect(error).to.be.instanceOf(Conflict),
      );
      expect(await store.key('k')).to.equal(null);
      await store.append('a', 2, [event(3, 'z')], key('k'));
      const { snapshot, events } = await store.load('a', 1);
      expect(snapshot).to.equal(null);
      expect(events.map(({ seq, type, account }) => [seq, type, account])).to.deep.equal([
        [1, 'x', 'a'],
        [2, 'y', 'a'],
        [3, 'z', 'a'],
      ]);
      expect(events[0]?.data).to.deep.equal({ at: 1, type: 'x', text: 'Счёт «1»' });
      expect(await store.key('k')).to.deep.equal(key('k'));
      await store.close();
    });

    it('lists accounts as strings and loads what came after the snapshot', async () => {
      const store = await open();
      for (const account of ['9', '10', 'б']) await store.append(account, 0, [event(1, 'x'), event(2, 'y')]);
      expect(await store.accounts()).to.deep.equal(['10', '9', 'б']);
      await store.snapshot('9', { seq: 1, version: 1, state: '{"a":1}' });
      const { snapshot, events } = await store.load('9', 1);
      expect(snapshot).to.deep.equal({ seq: 1, version: 1, state: '{"a":1}' });
      expect(events.map(({ seq }) => seq)).to.deep.equal([2]);
      expect(await store.load('none', 1)).to.deep.equal({ snapshot: null, events: [] });
      await store.close();
    });

    it('folds anew what another version has remembered', async () => {
      const store = await open();
      await store.append('a', 0, [event(1, 'x'), event(2, 'y')]);
      await store.snapshot('a', { seq: 2, version: 1, state: '{}' });
      const { snapshot, events } = await store.load('a', 2);
      expect([snapshot, events.map(({ seq }) => seq)]).to.deep.equal([null, [1, 2]]);
      await store.snapshot('a', { seq: 1, version: 2, state: '{"new":1}' });
      expect((await store.load('a', 2)).events.map(({ seq }) => seq)).to.deep.equal([2]);
      await store.close();
    });

    it('lets one of many append at the same place', async () => {
      const store = await open();
      const tries = Array.from({ length: 8 }, (_, index) =>
        store.append('a', 0, [event(index, 'x')], key(`k${index}`)).then(
          () => index,
          (error: unknown) => (error instanceof Conflict ? null : Promise.reject(error)),
        ),
      );
      const won = (await Promise.all(tries)).filter((index) => index !== null);
      expect(won).to.have.length(1);
      expect((await store.load('a', 1)).events.map(({ at }) => at)).to.deep.equal(won);
      expect(await store.key(`k${won[0]}`)).to.not.equal(null);
      expect(await store.key(`k${won[0] === 0 ? 1 : 0}`)).to.equal(null);
      await store.close();
    });

    it('takes a key again when its time is over', async () => {
      const store = await open();
      await store.append('a', 0, [event(1, 'x')], key('k'));
      const later = { ...key('k'), at: 5 + 24 * 3_600_000 };
      await store.append('a', 1, [event(later.at, 'y')], later);
      expect((await store.key('k'))?.at).to.equal(later.at);
      await store.close();
    });

    it('scans by type, day, instant and position', async () => {
      const store = await open();
      await store.append('a', 0, [
        event(10, 'entry', 'r1', '2026-11-01'),
        event(20, 'other'),
        event(30, 'entry', 'r2', '2026-11-02'),
        event(40, 'entry', 'r3', '2026-10-31'),
      ]);
      await store.append('b', 0, [event(10, 'entry', 'r4', '2026-11-01')]);
      const refs = async (range: Omit<ScanRange, 'account'>) => {
        const found: (string | null)[] = [];
        for await (const { ref } of store.scan({ account: 'a', ...range })) found.push(ref);
        return found;
      };
      expect(await refs({})).to.deep.equal(['r1', null, 'r2', 'r3']);
      expect(await refs({ types: ['entry'] })).to.deep.equal(['r1', 'r2', 'r3']);
      expect(await refs({ fromDay: '2026-11-01' })).to.deep.equal(['r1', 'r2']);
      expect(await refs({ fromDay: '2026-10-31', toDay: '2026-11-01' })).to.deep.equal(['r1', 'r3']);
      expect(await refs({ fromAt: 20, untilAt: 40 })).to.deep.equal([null, 'r2']);
      expect(await refs({ afterSeq: 3 })).to.deep.equal(['r3']);
      await store.close();
    });

    it('reads a journal of any length to its end', async () => {
      const store = await open();
      await store.append(
        'a',
        0,
        Array.from({ length: 2500 }, (_, index) => event(index, 'x', `r${index}`)),
      );
      expect((await store.load('a', 1)).events).to.have.length(2500);
      const asked = Array.from({ length: 1200 }, (_, index) => `r${index * 3}`);
      expect((await store.known(asked)).size).to.equal(834);
      await store.close();
    });

    it('finds records by their id in all accounts, and publishes events in order of appending', async () => {
      const store = await open();
      await store.append('b', 0, [event(1, 'x', 'first')]);
      await store.append('a', 0, [event(2, 'y', 'second'), event(3, 'z')]);
      expect(await store.find('second')).to.deep.include({ account: 'a', seq: 1, type: 'y' });
      expect(await store.find('third')).to.equal(null);
      const published = await store.outbox(0, 2);
      expect(published.map(({ account, type }) => [account, type])).to.deep.equal([
        ['b', 'x'],
        ['a', 'y'],
      ]);
      const rest = await store.outbox(published.at(-1)?.position ?? 0, 10);
      expect(rest.map(({ type }) => type)).to.deep.equal(['z']);
      await store.close();
    });

    it('tells how far journals have grown since a position', async () => {
      const store = await open();
      expect(await store.grown(0)).to.deep.equal({ position: 0, heads: [] });
      await store.append('b', 0, [event(1, 'x')]);
      await store.append('a', 0, [event(2, 'y'), event(3, 'z')]);
      const first = await store.grown(0);
      expect(first.heads).to.have.deep.members([
        { account: 'a', seq: 2 },
        { account: 'b', seq: 1 },
      ]);
      await store.append('b', 1, [event(4, 'x')]);
      const { position, heads } = await store.grown(first.position);
      expect(heads).to.deep.equal([{ account: 'b', seq: 2 }]);
      expect(await store.grown(position)).to.deep.equal({ position, heads: [] });
      await store.close();
    });

    it('remembers answers by key and facts by name, the last one', async () => {
      const store = await open();
      await store.putKey({ ...key('k'), answer: { code: 'NOT_FOUND', params: { id: 'x' } } });
      expect(await store.key('k')).to.have.deep.property('answer', { code: 'NOT_FOUND', params: { id: 'x' } });
      await store.putKey(key('k'));
      expect(await store.key('k')).to.deep.equal(key('k'));
      await store.putFact('now', '1');
      await store.putFact('now', '2');
      expect([await store.fact('now'), await store.fact('then')]).to.deep.equal(['2', null]);
      await store.close();
    });
  });
}
