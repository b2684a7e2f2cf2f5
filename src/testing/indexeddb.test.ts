import { expect } from '@open-wc/testing';
import { storeContract } from '../../mock-backend/store/contract.js';
import { IndexedDbStore } from '../../mock-backend/store/indexeddb.js';
import { StoreFailure } from '../../mock-backend/store/port.js';

storeContract('in IndexedDB', () => IndexedDbStore.open(crypto.randomUUID()), { describe, it });

/** A database with what `make` puts in it. */
function database(world: string, version: number, make: (made: IDBDatabase, work: IDBTransaction | null) => void) {
  return new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(`lk:${world}`, version);
    request.onupgradeneeded = () => make(request.result, request.transaction);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  });
}

/** As the first version left it: no journals of their own. */
function first(made: IDBDatabase, work: IDBTransaction | null): void {
  const events = made.createObjectStore('events', { keyPath: 'position', autoIncrement: true });
  events.createIndex('journal', ['account', 'seq'], { unique: true });
  events.createIndex('ref', 'ref', { unique: true });
  for (const name of ['accounts', 'snapshots', 'keys', 'facts']) made.createObjectStore(name);
  // It wrote a null where there is no reference; WebKit takes no second one.
  const rows: readonly (readonly [string, number, string | null])[] = [
    ['2', 1, 'r1'],
    ['1', 1, 'r2'],
    ['2', 2, null],
    ['#stock', 1, 'r3'],
  ];
  for (const [account, seq, ref] of rows) {
    events.add({ account, seq, at: seq, type: 'x', ref, day: null, data: { seq } });
    work?.objectStore('accounts').put(account, account);
  }
  work?.objectStore('facts').put('2026-11-01T00:00:00Z', 'now');
}

const failure = (work: Promise<unknown>): Promise<StoreFailure> =>
  work.then(
    () => expect.fail('it went well'),
    (error: unknown) => (error instanceof StoreFailure ? error : Promise.reject(error)),
  );

describe('a database of the browser', () => {
  it('of the first version has its journals, all due, and nothing is lost', async () => {
    const world = crypto.randomUUID();
    (await database(world, 1, first)).close();
    for (const time of ['first', 'again']) {
      const store = await IndexedDbStore.open(world);
      expect(await store.accounts(null, 10), time).to.deep.equal(['1', '2']);
      expect(await store.due(0, 10)).to.deep.equal([
        { account: '1', at: 0 },
        { account: '2', at: 0 },
      ]);
      const loaded = await store.load([{ account: '2', after: 0 }], 3);
      expect(loaded.map(({ events }) => events.map(({ ref, data }) => ({ ref, data })))).to.deep.equal([
        [
          { ref: 'r1', data: { seq: 1 } },
          { ref: null, data: { seq: 2 } },
        ],
      ]);
      expect(await store.fact('now')).to.equal('2026-11-01T00:00:00Z');
      await store.close();
    }
    const store = await IndexedDbStore.open(world);
    const event = { at: 5, type: 'y', ref: null, day: null, data: {} };
    await store.append([
      { account: '2', expectedSeq: 2, events: [event], due: 9, listings: [] },
      { account: '#stock', expectedSeq: 1, events: [event], due: null, listings: [] },
    ]);
    expect((await store.outbox(0, 10)).map(({ account, seq }) => `${account} ${seq}`)).to.deep.equal([
      '2 1',
      '1 1',
      '2 2',
      '#stock 1',
      '2 3',
      '#stock 2',
    ]);
    await store.close();
    await IndexedDbStore.delete(world);
  });

  it('of a newer version is left as it is, and said to be', async () => {
    const world = crypto.randomUUID();
    (await database(world, 99, (made) => made.createObjectStore('strange'))).close();
    const { reason, message } = await failure(IndexedDbStore.open(world));
    expect([reason, message]).to.deep.equal([
      'newer',
      'the data were written by a newer version of this program: load the newer version',
    ]);
    await IndexedDbStore.delete(world);
  });

  it('that an earlier page holds is said to be held, and opened when it is free', async () => {
    const world = crypto.randomUUID();
    const held = await database(world, 1, first);
    const { reason, message } = await failure(IndexedDbStore.open(world));
    expect([reason, message]).to.deep.equal([
      'unreachable',
      'another page holds the data with an earlier version of this program: close it, and load this one again',
    ]);
    held.close();
    const store = await IndexedDbStore.open(world);
    expect(await store.accounts(null, 10)).to.deep.equal(['1', '2']);
    await store.close();
    await IndexedDbStore.delete(world);
  });

  it('gives way to a newer page, and then says so', async () => {
    const world = crypto.randomUUID();
    const store = await IndexedDbStore.open(world);
    (await database(world, 3, () => undefined)).close();
    const event = { at: 5, type: 'y', ref: null, day: null, data: {} };
    const write = { account: 'a', expectedSeq: 0, events: [event], due: 9, listings: [] };
    for (const work of [store.append([write]), store.fact('now'), store.due(5, 1)]) {
      expect((await failure(work)).message).to.equal(
        'the database of the browser has been closed: load the page again',
      );
    }
    await IndexedDbStore.delete(world);
  });
});
