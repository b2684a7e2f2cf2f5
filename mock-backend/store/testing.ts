/** What tests of one database after another have in common. */
import { expect } from 'chai';
import { type Store, StoreFailure, type Write } from './port.js';

/** One event, one listing, due at 5. */
export const write = (account: string, expectedSeq: number, text = 'x'): Write => ({
  account,
  expectedSeq,
  events: [{ at: 1, type: 'x', ref: null, day: null, data: { text } }],
  due: 5,
  listings: [{ kind: 'k', key: account, value: expectedSeq }],
});

/** The failure of the work, which must be one of the store. */
export const failure = (work: Promise<unknown>): Promise<StoreFailure> =>
  work.then(
    () => expect.fail('it went well'),
    (error: unknown) => (error instanceof StoreFailure ? error : Promise.reject(error)),
  );

/** World `w` of an earlier version: accounts 2 (two events, a snapshot that is no good) and 1, and the stock, appended in this order. */
export async function expectEarlier(store: Store): Promise<void> {
  expect(await store.accounts(null, 10)).to.deep.equal(['1', '2']);
  expect(await store.due(0, 10)).to.deep.equal([
    { account: '1', at: 0 },
    { account: '2', at: 0 },
  ]);
  const [loaded] = await store.load([{ account: '2', after: 0 }], 1);
  expect(loaded?.snapshot).to.equal(null);
  expect(loaded?.events.map(({ seq, data }) => [seq, data])).to.deep.equal([
    [1, { a: 1 }],
    [2, { a: 2 }],
  ]);
  expect((await store.find('r'))?.account).to.equal('2');
  expect(await store.fact('now')).to.equal('2026-11-01T00:00:00Z');
}

/** Appends to it where it ended. */
export async function expectToGoOn(store: Store): Promise<void> {
  await store.append([write('2', 2), { ...write('#stock', 1), due: null }]);
  expect((await store.outbox(0, 10)).map(({ account, seq }) => `${account} ${seq}`)).to.deep.equal([
    '2 1',
    '2 2',
    '1 1',
    '#stock 1',
    '2 3',
    '#stock 2',
  ]);
}
