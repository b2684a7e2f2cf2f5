import { expect } from 'chai';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import pg from 'pg';
import { emptyDatabase, onPostgres, query, type TestDatabase } from '../testing/postgres.js';
import { storeContract } from './contract.js';
import { Conflict, type KeyRecord, type NewEvent, StoreFailure } from './port.js';
import { PostgresStore } from './postgres.js';
import { failure as failureOf } from './postgres.pool.js';
import { expectEarlier, expectToGoOn, failure, write } from './testing.js';

/** The tables as they were before a database said of what version it is. */
const BEFORE = `
create sequence lk_position;
create table lk_events (
  account_id text not null, seq integer not null, world text not null,
  position bigint not null default nextval('lk_position'), at bigint not null, type text not null, ref text, day text,
  key text, data json not null, primary key (account_id, seq), unique (account_id, key)
) partition by hash (account_id);
do $$ begin
  for i in 0..7 loop
    execute format('create table lk_events_%s partition of lk_events for values with (modulus 8, remainder %s)', i, i);
  end loop;
end $$;
create unique index lk_events_ref on lk_events (account_id, ref) where ref is not null;
create index lk_events_find on lk_events (world, ref) where ref is not null;
create table lk_accounts (world text not null, account text not null, primary key (world, account));
create table lk_snapshots (
  account_id text primary key, seq integer not null, version integer not null, state text not null
);
create table lk_keys (
  world text not null, key text not null, body text not null, at bigint not null, answer json not null,
  primary key (world, key)
);
create table lk_facts (world text not null, name text not null, value text not null, primary key (world, name));
insert into lk_events (account_id, seq, world, at, type, ref, day, key, data) values
  ('w/2', 1, 'w', 10, 'x', 'r', '2026-11-01', 'k', '{"a":1}'), ('w/2', 2, 'w', 11, 'y', null, null, null, '{"a":2}'),
  ('w/1', 1, 'w', 12, 'x', null, null, null, '{}'), ('w/#stock', 1, 'w', 13, 's', null, null, null, '{}'),
  ('other/3', 1, 'other', 14, 'x', null, null, null, '{}');
insert into lk_snapshots values ('w/2', 1, 1, '{"old":true}');
insert into lk_facts values ('w', 'now', '2026-11-01T00:00:00Z');
`;

/** What the second version had, and the third has not: `lk_append` for one answer at a time. */
const SECOND = `
create function lk_append(
  text, text[], integer[], integer[], bigint[], text[], integer[], bigint[], text[], text[], text[], text[],
  text[], text[], text[], text[], text[], bigint[], bigint[], text, text, bigint, bigint, text
) returns void language sql as '';
drop function lk_append(
  text, text, text[], integer[], integer[], bigint[], text[], integer[], bigint[], text[], text[], text[], text[],
  text[], text[], text[], text[], text[], bigint[], bigint[], text[], text[], bigint[], text[]
);
update lk_schema set version = 2`;

const key: KeyRecord = { key: 'k', body: '{}', at: 5, answer: { receipt: { ok: true } } };

describe('what PostgreSQL says', () => {
  it('means that somebody was first, that the disk is full, that it may go well later, or never', () => {
    const meaning = (code: string): string => {
      const said = new pg.DatabaseError('said', 1, 'error');
      said.code = code;
      const meant = failureOf(said, 'postgres://db/lk');
      return meant instanceof StoreFailure ? meant.reason : meant instanceof Error ? meant.name : '';
    };
    const codes = ['40P01', '53100', '53300', '57P01', '25006', '28P01', '3D000', '42501', '22P02'];
    expect(codes.map(meaning)).to.deep.equal([
      'Conflict',
      'full',
      'unreachable',
      'unreachable',
      'unreachable',
      'invalid',
      'invalid',
      'invalid',
      'error',
    ]);
  });
});

await onPostgres('the store', (database) => {
  storeContract('in PostgreSQL', () => PostgresStore.open(database.url, crypto.randomUUID()), { describe, it });
  describe(`a database of ${database.from}`, () => tests(database));
});

function tests(database: TestDatabase): void {
  it('of an earlier version has its journals, all due, and nothing is lost, whoever starts', async () => {
    const url = await emptyDatabase(database);
    await query(url, BEFORE);
    const open = (name: string) => PostgresStore.open(`${url}&application_name=${name}`, 'w');
    const stores = await Promise.all(['p', 'q', 'r'].map(open));
    for (const store of [...stores, await open('later')]) {
      await expectEarlier(store);
    }
    const [store] = stores;
    if (store) await expectToGoOn(store);
    for (const one of stores) await one.close();
  });

  it('of the version before is written to in the new way only, with all that was in it', async () => {
    const url = await emptyDatabase(database);
    const earlier = await PostgresStore.open(url, 'w');
    await earlier.append([write('a', 0)], { key });
    await earlier.close();
    await query(url, SECOND);
    const store = await PostgresStore.open(url, 'w');
    await store.append([write('a', 1), write('b', 0)], { counts: [{ name: 'n', from: 0, to: 1 }] });
    expect([await store.key('k'), await store.count('n'), await store.accounts(null, 9)]).to.deep.equal([
      key,
      1,
      ['a', 'b'],
    ]);
    const ways = `select proargnames[2] as name from pg_proc where proname = 'lk_append' and pg_function_is_visible(oid)`;
    expect(await query(url, ways)).to.deep.equal([{ name: 'p_patience' }]);
    await store.close();
  });

  it('takes what many append at once in few transactions, and refuses each of them for what it is', async () => {
    const url = await emptyDatabase(database);
    const store = await PostgresStore.open(url, 'w');
    await store.append([write('7', 0)]);
    await store.putKey({ ...key, key: 'k9' });
    const told = await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        // A letter that the database has no place for.
        const one = write(String(index), 0, index === 11 ? '\u0000' : 'x');
        const event = { ...one.events[0], type: index === 11 ? '\u0000' : 'x' } as NewEvent;
        return store.append([{ ...one, events: [event] }], { key: { ...key, key: `k${index}` } }).then(
          () => 'done',
          (error: unknown) => (error instanceof Conflict ? error.what : 'refused'),
        );
      }),
    );
    expect(told.map((said, index) => `${index} ${said}`).filter((said) => !said.endsWith('done'))).to.deep.equal([
      '7 7',
      '9 k9',
      '11 refused',
    ]);
    expect(await store.accounts(null, 100)).to.have.length(58);
    expect((await store.outbox(0, 100)).length).to.equal(58);
    const [{ count = 0 } = {}] = await query<{ count: string }>(
      url,
      'select count(distinct xmin::text) from lk_events',
    );
    expect(Number(count)).to.be.lessThan(58);
    await store.close();
  });

  it('of a newer version is left as it is, and said to be', async () => {
    const url = await emptyDatabase(database);
    await query(url, 'create table lk_schema (version integer); insert into lk_schema values (99)');
    const { reason, message } = await failure(PostgresStore.open(url, 'w'));
    expect(reason).to.equal('newer');
    expect(message).to.match(/were made by a newer version \(schema 99, this one knows 3\): start that version, or/);
    const tables = await query(
      url,
      `select relname from pg_class where relname like 'lk\\_%' and pg_table_is_visible(oid)`,
    );
    expect(tables).to.deep.equal([{ relname: 'lk_schema' }]);
  });

  it('that is none, or does not answer, is named without its password', async () => {
    const silent = createServer((socket) => socket.resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const told = async (url: string) => {
      const { reason, message } = await failure(PostgresStore.open(url, 'w'));
      expect(message).to.not.contain('secret');
      return `${reason}: ${message}`;
    };
    expect(await told('not an address of secret')).to.equal(
      'invalid: the address of the database cannot be read: it looks like postgres://user:password@host:5432/database',
    );
    expect(await told('mysql://me:secret@localhost/lk')).to.match(/^invalid: mysql:… is no address of a PostgreSQL/);
    expect(await told('postgres://me:secret@localhost:1/lk')).to.match(
      /^unreachable: the database postgres:\/\/me@localhost:1\/lk does not answer: connect ECONNREFUSED/,
    );
    expect(await told(`postgres://me:secret@127.0.0.1:${port}/lk?connect_timeout=1`)).to.match(
      /^unreachable: the database postgres:\/\/me@127.0.0.1:\d+\/lk does not answer: .*timeout/,
    );
    await new Promise((resolve) => silent.close(resolve));
    const missing = new URL(database.url);
    missing.pathname = '/missing';
    expect(await told(missing.href)).to.match(/^invalid: the database .*\/missing cannot be used: database "missing"/);
  });

  it('that breaks off in the middle of a write has all of it or nothing, and is written to again', async () => {
    const url = await emptyDatabase(database);
    const store = await PostgresStore.open(url, 'w');
    await store.append([write('a', 0)]);
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query('begin; select from lk_journals for update');
    const lost = failure(
      store.append([write('a', 1), write('b', 0)], { key, counts: [{ name: 'n', from: 0, to: 1 }] }),
    );
    const ended = () =>
      query(
        url,
        `select pg_terminate_backend(pid) from pg_stat_activity where query like '%lk_append%' and wait_event = 'transactionid'`,
      );
    while ((await ended()).length === 0);
    expect((await lost).reason).to.equal('unreachable');
    await other.query('rollback');
    await other.end();
    expect([await store.key('k'), await store.count('n'), await store.accounts(null, 9)]).to.deep.equal([
      null,
      0,
      ['a'],
    ]);
    await store.append([write('a', 1), write('b', 0)], { key, counts: [{ name: 'n', from: 0, to: 1 }] });
    expect([await store.key('k'), await store.count('n'), await store.accounts(null, 9)]).to.deep.equal([
      key,
      1,
      ['a', 'b'],
    ]);
    await store.close();
  });

  it('that takes too long for a write has nothing of it', async () => {
    const url = await emptyDatabase(database);
    const hasty = new URL(url);
    hasty.searchParams.set('options', `${hasty.searchParams.get('options') ?? ''} -c statement_timeout=1500`);
    const store = await PostgresStore.open(hasty.href, 'w');
    await store.append([write('a', 0)]);
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query('begin; select from lk_journals for update');
    const { reason, message } = await failure(store.append([write('a', 1)], { key }));
    expect([reason, /takes nothing now: .*statement timeout/.test(message)]).to.deep.equal(['unreachable', true]);
    await other.query('rollback');
    await other.end();
    expect(await store.key('k')).to.equal(null);
    await store.append([write('a', 1)], { key });
    await store.close();
  });

  it('in which somebody holds accounts keeps only those waiting', async () => {
    const url = await emptyDatabase(database);
    const store = await PostgresStore.open(url, 'w');
    await store.append(['a', 'b', 'c'].map((account) => write(account, 0)));
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query(`begin; select from lk_journals where account in ('a', 'b', 'c') for update`);
    const held = ['a', 'b', 'c'].map((account) => store.append([write(account, 1)]));
    await Promise.all(['d', 'e'].map((account) => store.append([write(account, 0)])));
    await Promise.all(['f', 'g'].map((account) => store.append([write(account, 0)])));
    expect(await store.accounts(null, 9)).to.deep.equal(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    await other.query('rollback');
    await other.end();
    await Promise.all(held);
    const ends = await store.load(
      ['a', 'b', 'c'].map((account) => ({ account, after: 0 })),
      1,
    );
    expect(ends.map(({ events }) => events.length)).to.deep.equal([2, 2, 2]);
    await store.close();
  });

  const { server } = database;
  if (!server) return;
  it('that goes away is missed, and used again when it is back', async () => {
    const store = await PostgresStore.open(await emptyDatabase(database), 'w');
    await store.append([write('a', 0)]);
    await server.stop();
    expect((await failure(store.count('n'))).reason).to.equal('unreachable');
    expect((await failure(store.append([write('a', 1)]))).reason).to.equal('unreachable');
    await server.start();
    await store.append([write('a', 1)]);
    const [loaded] = await store.load([{ account: 'a', after: 0 }], 1);
    expect(loaded?.events.map(({ seq }) => seq)).to.deep.equal([1, 2]);
    await store.close();
  });
}
