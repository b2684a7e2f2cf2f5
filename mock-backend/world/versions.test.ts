import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import Database from 'libsql';
import { STATE_VERSION } from '../engine/version.js';
import { MemoryStore } from '../store/memory.js';
import { SqliteStore } from '../store/sqlite.js';
import { ACCOUNT, NUMBER, OTHER, Timeline } from './testing.js';

const catalog = { tariffs: [{ code: 't', name: 'T', fee: { amount: '300.00' } }] };

describe('data that another version has left', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lk-versions-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are folded anew from the journal, whatever was remembered of it', async () => {
    const store = new MemoryStore();
    await (await Timeline.begin(catalog, '2026-11-01', store)).connect('2026-11-01', 't');
    await store.snapshot(ACCOUNT, { seq: 3, version: STATE_VERSION - 1, state: '{"balance":"of long ago"}' });
    const again = await Timeline.begin(catalog, '2026-11-01', store);
    expect(await again.balance()).to.equal('700.00');
    await again.at('2026-11-02', { do: 'payment', account: ACCOUNT, amount: '1.00', txn: 'p' });
    expect(await again.balance()).to.equal('701.00');
  });

  it('may be a file of SQLite from before anything was listed: numbers, bills and payments are found all the same', async () => {
    const before = await (await Timeline.begin(catalog, '2026-11-01')).connect('2026-11-01', 't');
    const payment = { do: 'payment', account: ACCOUNT, amount: '5.00', txn: 'p' } as const;
    await before.at('2026-12-02', payment);
    const path = join(folder, 'old.sqlite');
    const database = new Database(path);
    database.exec(`
      create table events (
        position integer primary key autoincrement, world text not null, account text not null, seq integer not null,
        at integer not null, type text not null, ref text, day text, data text not null, unique (world, account, seq)
      );
      create table keys (
        world text not null, key text not null, body text not null, at integer not null, answer text not null,
        primary key (world, key)
      );
      create table facts (world text not null, name text not null, value text not null, primary key (world, name));
      insert into facts values ('w', 'now', '${before.world.now}')`);
    const insert = database.prepare(
      `insert into events (world, account, seq, at, type, ref, day, data) values ('w', ?, ?, ?, ?, ?, ?, ?)`,
    );
    for await (const { seq, at, type, ref, day, data } of before.world.store.scan({ account: ACCOUNT }))
      insert.run(ACCOUNT, seq, at, type, ref, day, JSON.stringify(data));
    database.close();

    const again = await Timeline.begin(catalog, '2026-11-01', await SqliteStore.open(path, 'w'));
    expect(await again.balance()).to.equal('405.00');
    await again.at('2026-12-02', payment);
    expect(await again.balance()).to.equal('405.00');
    expect(await again.refusal({ do: 'account.open', account: 'b', opening: '900.00' })).to.equal(null);
    expect(await again.refusal({ do: 'number.add', account: 'b', number: NUMBER, tariff: 't' })).to.equal(
      'NUMBER_TAKEN',
    );
    expect(await again.refusal({ do: 'number.add', account: 'b', number: OTHER, tariff: 't' })).to.equal(null);
    await again.at('2027-01-01T06:00:00');
    const bills = (account: string) => again.ask({ get: 'bills', account }) as Promise<readonly { number: string }[]>;
    const numbers = await Promise.all(
      [ACCOUNT, 'b'].map(async (account) => (await bills(account)).map((one) => one.number)),
    );
    expect(numbers).to.deep.equal([['202701-0001', '202612-0001'], ['202701-0002']]);
    await again.world.store.close();
  });

  it('list payments as this one does, and no more as the first one did', async () => {
    const store = new MemoryStore();
    const before = await (await Timeline.begin(catalog, '2026-11-01', store)).connect('2026-11-01', 't');
    await before.at('2026-11-02', { do: 'payment', account: ACCOUNT, amount: '5.00', txn: 'p', provider: 'sbp' });
    const [loaded] = await store.load([{ account: ACCOUNT, after: 0 }], STATE_VERSION);
    const at = { at: Date.parse('2026-11-02T00:00:00+03:00') };
    const first = [
      { kind: 'payment', key: '["sbp","p"]', value: at },
      { kind: 'txn', key: 'p', value: at },
      { kind: 'paid', key: 'p', value: null },
    ];
    const expectedSeq = loaded?.events.length ?? 0;
    await store.append([{ account: ACCOUNT, expectedSeq, events: [], due: 1, listings: first }]);
    await store.putFact('listings', '1');

    const again = await Timeline.begin(catalog, '2026-11-01', store);
    expect(await store.listed('payment', ['["sbp","p"]'])).to.deep.equal([]);
    expect(await store.listed('txn', ['p'])).to.deep.equal([]);
    expect(await again.refusal({ do: 'payment.reverse', txn: 'p', provider: 'bank' })).to.equal('NOT_FOUND');
    await again.at('2026-11-03', { do: 'payment.reverse', txn: 'p', provider: 'sbp' });
    expect(await again.balance()).to.equal('700.00');
  });

  it('are not touched when they are newer than the program', async () => {
    const store = new MemoryStore();
    await store.putFact('version', String(STATE_VERSION + 1));
    const opened = await Timeline.begin(catalog, '2026-11-01', store).then(
      () => 'opened',
      (error: Error) => error.message,
    );
    expect(opened).to.contain('written by a newer version');
  });
});
