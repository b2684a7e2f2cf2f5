import { expect } from 'chai';
import Database from 'libsql';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Connection } from './sqlite.connection.js';
import { SqliteStore } from './sqlite.js';
import { expectEarlier, expectToGoOn, failure, write } from './testing.js';

/** The tables as they were before a file said of what version it is. */
const BEFORE = `
create table events (
  position integer primary key autoincrement, world text not null, account text not null, seq integer not null,
  at integer not null, type text not null, ref text, day text, data text not null, unique (world, account, seq)
);
create table snapshots (
  world text not null, account text not null, seq integer not null, state text not null, primary key (world, account)
);
create table keys (
  world text not null, key text not null, body text not null, at integer not null, answer text not null,
  primary key (world, key)
);
create table facts (world text not null, name text not null, value text not null, primary key (world, name));
insert into events (world, account, seq, at, type, ref, day, data) values
  ('w', '2', 1, 10, 'x', 'r', '2026-11-01', '{"a":1}'), ('w', '2', 2, 11, 'y', null, null, '{"a":2}'),
  ('w', '1', 1, 12, 'x', null, null, '{}'), ('w', '#stock', 1, 13, 's', null, null, '{}'),
  ('other', '3', 1, 14, 'x', null, null, '{}');
insert into snapshots values ('w', '2', 1, '{"old":true}');
insert into facts values ('w', 'now', '2026-11-01T00:00:00Z');
`;

function made(path: string, sql: string): void {
  const database = new Database(path);
  database.exec(sql);
  database.close();
}

describe('a file of SQLite', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lk-sqlite-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** Another process that runs a few lines with `store` of world `w`. */
  async function elsewhere(path: string, lines: string): Promise<string> {
    const script = `
      import { SqliteStore } from ${JSON.stringify(new URL('./sqlite.ts', import.meta.url).href)};
      import { Connection } from ${JSON.stringify(new URL('./sqlite.connection.ts', import.meta.url).href)};
      const store = await SqliteStore.open(${JSON.stringify(path)}, 'w');
      ${lines}
      await store.close();
    `;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).to.equal(0);
    return said.trim();
  }

  it('of an earlier version has its journals, all due, and nothing is lost', async () => {
    const path = join(folder, 'earlier.sqlite');
    made(path, BEFORE);
    for (let opened = 0; opened < 2; opened += 1) {
      const store = await SqliteStore.open(path, 'w');
      await expectEarlier(store);
      await store.close();
    }
    const store = await SqliteStore.open(path, 'w');
    await expectToGoOn(store);
    await store.close();
  });

  it('of a newer version is left as it is, and said to be', async () => {
    const path = join(folder, 'newer.sqlite');
    made(path, 'create table strange (a); pragma user_version = 99');
    const { reason, message } = await failure(SqliteStore.open(path, 'w'));
    expect(reason).to.equal('newer');
    expect(message).to.equal(
      `${path} was written by a newer version of this program (tables 99; this one knows 1): start the newer version, or name another file`,
    );
    const tables = new Database(path).prepare('select name from sqlite_master').all();
    expect(tables).to.deep.equal([{ name: 'strange' }]);
  });

  it('that is none, or cannot be, is said to be so', async () => {
    const text = join(folder, 'text.sqlite');
    await writeFile(text, 'This is no database, whatever its name says. '.repeat(100));
    const none = await failure(SqliteStore.open(text, 'w'));
    expect([none.reason, none.message]).to.deep.equal([
      'invalid',
      `${text} is not a database of this program, or is damaged: name another file`,
    ]);
    for (const path of [join(text, 'below.sqlite'), join(folder, 'missing', 'x.sqlite'), folder]) {
      const { reason, message } = await failure(SqliteStore.open(path, 'w'));
      expect([reason, message]).to.deep.equal([
        'invalid',
        `${path} cannot be opened for writing: its folder must be there, and both must be writable`,
      ]);
    }
  });

  it('on a full disk loses nothing, has nothing by half, and goes on when there is room', async () => {
    const path = join(folder, 'full.sqlite');
    const store = await SqliteStore.open(path, 'w');
    const connection = Connection.to(path);
    const pages = (limit: number | string) => connection.all(`pragma max_page_count = ${limit}`, []);
    await store.append([write('a', 0)]);
    const [size] = connection.all<{ page_count: number }>('pragma page_count', []);
    pages((size?.page_count ?? 0) + 2);
    let seq = 1;
    const { reason, message } = await failure(
      (async () => {
        for (; seq < 1000; seq += 1) {
          await store.append([write('a', seq, 'long '.repeat(300)), write(`b${seq}`, 0)], {
            counts: [{ name: 'n', from: seq - 1, to: seq }],
          });
        }
      })(),
    );
    expect([reason, message]).to.deep.equal([
      'full',
      `the disk of ${path} is full: make room, then it goes on by itself`,
    ]);
    expect((await failure(store.append([write('a', seq, 'long '.repeat(3000))]))).reason).to.equal('full');
    const [loaded] = await store.load([{ account: 'a', after: 0 }], 1);
    expect([loaded?.events.length, await store.count('n'), (await store.accounts(null, 1000)).length]).to.deep.equal([
      seq,
      seq - 1,
      seq,
    ]);
    pages(1_000_000);
    await store.append([write('a', seq, 'long '.repeat(3000)), write(`b${seq}`, 0)], {
      counts: [{ name: 'n', from: seq - 1, to: seq }],
    });
    expect(await store.listed('k', ['a', `b${seq}`])).to.deep.equal([
      { kind: 'k', key: 'a', account: 'a', value: seq },
      { kind: 'k', key: `b${seq}`, account: `b${seq}`, value: 0 },
    ]);
    connection.close();
    await store.close();
  });

  it('is made and written by several processes at once, each append whole', async () => {
    const path = join(folder, 'shared.sqlite');
    const lines = (name: string) => `
      for (let done = 0; done < 60; ) {
        const [{ events }] = await store.load([{ account: 'all', after: 0 }], 1);
        const from = await store.count('n');
        const write = (account, expectedSeq) => ({ account, expectedSeq, due: 1, listings: [],
          events: [{ at: done, type: '${name}', ref: null, day: null, data: {} }] });
        await store.append([write('all', events.length), write('${name}', done)], { counts: [{ name: 'n', from, to: from + 1 }] })
          .then(() => (done += 1), (error) => { if (error.name !== 'Conflict') throw error; });
      }`;
    await Promise.all(['p', 'q', 'r'].map((name) => elsewhere(path, lines(name))));
    const store = await SqliteStore.open(path, 'w');
    const loaded = await store.load(
      ['all', 'p', 'q', 'r'].map((account) => ({ account, after: 0 })),
      1,
    );
    expect(loaded.map(({ events }) => events.length)).to.deep.equal([180, 60, 60, 60]);
    expect(await store.count('n')).to.equal(180);
    await store.close();
  });

  it('that another process keeps for itself is said to be kept, and written to again afterwards', async () => {
    const path = join(folder, 'kept.sqlite');
    const store = await SqliteStore.open(path, 'w');
    const connection = Connection.to(path);
    connection.all('pragma busy_timeout = 50', []);
    const other = new Database(path);
    other.exec('begin immediate');
    const { reason, message } = await failure(store.append([write('a', 0)]));
    expect(reason).to.equal('unreachable');
    expect(message).to.equal(
      `another process has been writing to ${path} for more than 5 seconds: several servers want PostgreSQL`,
    );
    other.exec('rollback');
    await store.append([write('a', 0)]);
    expect(await store.accounts(null, 10)).to.deep.equal(['a']);
    other.close();
    connection.close();
    await store.close();
  });
});
