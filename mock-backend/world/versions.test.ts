import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import Database from 'libsql';
import { STATE_VERSION } from '../engine/version.js';
import { MemoryStore } from '../store/memory.js';
import { SqliteStore } from '../store/sqlite.js';
import { ACCOUNT, call, Timeline } from './testing.js';

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

  it('may be a file of SQLite whose snapshots have no version, and which lists nothing', async () => {
    const path = join(folder, 'old.sqlite');
    const begun = await Timeline.begin(catalog, '2026-11-01', await SqliteStore.open(path, 'w'));
    await begun.connect('2026-11-01', 't');
    await begun.world.store.close();
    const database = new Database(path);
    database.exec(`drop table snapshots;
      create table snapshots (
        world text not null, account text not null, seq integer not null, state text not null, primary key (world, account)
      );
      drop table journals;
      drop table listings;
      drop table counts;
      pragma user_version = 0;
      delete from facts where name in ('version', 'listings')`);
    database
      .prepare('insert into snapshots (world, account, seq, state) values (?, ?, ?, ?)')
      .run('w', ACCOUNT, 3, '{"balance":"of long ago"}');
    database.close();
    const again = await Timeline.begin(catalog, '2026-11-01', await SqliteStore.open(path, 'w'));
    expect(await again.balance()).to.equal('700.00');
    expect(await again.refusal(call('c', 60))).to.equal(null);
    await again.at('2026-12-01T06:00:00');
    expect(await again.ask({ get: 'bills', account: ACCOUNT })).to.have.length(1);
    await again.world.store.close();
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
