import { expect } from 'chai';
import Database from 'libsql';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it, mock } from 'node:test';
import { type ReferenceServer, startServer } from './server.js';
import { StoreFailure } from './store/port.js';
import { Connection } from './store/sqlite.connection.js';

const key = 'key-of-a-failing-store';
const at = '2026-11-01T10:00:00+03:00';

const folders: string[] = [];
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lk-failures-'));
  folders.push(folder);
  return folder;
}
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

describe('a server whose database fails', () => {
  let server: ReferenceServer;
  let path = '';
  let token = '';
  let log: string[] = [];
  let connection: Connection;

  const call = async (method: string, to: string, body?: object) => {
    const response = await fetch(new URL(to, server.url), {
      method,
      headers: {
        'X-Admin-Key': key,
        Authorization: `Bearer ${token}`,
        'Accept-Language': 'en',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, body: answer };
  };
  const done = async (to: string, body: object) => {
    const answered = await call('POST', `/admin/worlds${to}`, body);
    expect(answered.status, JSON.stringify(answered.body)).to.be.lessThan(300);
    return answered.body;
  };
  const pay = (txn: string) =>
    call('POST', '/admin/worlds/w/steps', { at, do: 'payment', account: '1', amount: '1.00', txn, key: `key-${txn}` });
  const balance = async () => {
    const { status, body } = await call('GET', '/v1/accounts/1/balance');
    expect(status).to.equal(200);
    return body['balance'];
  };
  const roubles = (value: number) => ({ value: `${value}.00`, currency: 'RUB' });

  before(async () => {
    const folder = await newFolder();
    path = join(folder, 'worlds.sqlite');
    server = await startServer({ port: 0, dataDir: folder, adminKey: key, world: null });
    connection = Connection.to(path);
    await done('', { id: 'w', start: at, timezone: 'Europe/Moscow', currency: 'RUB', catalog: {} });
    await done('/w/steps', { at, do: 'account.open', account: '1', opening: '100.00' });
    const owner = { account: '1', user: 'owner', product: 'CORE', level: 'OWNER' };
    await done('/w/steps', { at, do: 'user.grant', ...owner });
    token = String((await done('/w/tokens', { user: 'owner' }))['token']);
    mock.method(console, 'error', (...words: unknown[]) => log.push(words.join(' ')));
  });
  afterEach(() => {
    log = [];
  });
  after(async () => {
    mock.restoreAll();
    connection.close();
    await server.close();
  });

  it('answers 503 while its disk is full, has nothing by half, and goes on by itself', async () => {
    const [size] = connection.all<{ page_count: number }>('pragma page_count', []);
    connection.all(`pragma max_page_count = ${size?.page_count ?? 0}`, []);
    let paid = 0;
    let refused = await pay('0');
    for (; refused.status === 200 && paid < 200; refused = await pay(String(paid))) paid += 1;
    expect([refused.status, refused.headers.get('Retry-After'), refused.headers.get('Content-Type')]).to.deep.equal([
      503,
      '5',
      'application/problem+json',
    ]);
    expect(refused.body).to.include({
      code: 'UPSTREAM_UNAVAILABLE',
      detail: 'The service is unavailable for the moment',
      traceId: refused.headers.get('X-Trace-Id'),
    });
    expect(log).to.deep.equal([
      `${String(refused.body['traceId'])} StoreFailure: the disk of ${path} is full: make room, then it goes on by itself`,
    ]);
    expect(await balance()).to.deep.equal(roubles(100 + paid));
    connection.all('pragma max_page_count = 1000000', []);
    expect((await pay(String(paid))).status).to.equal(200);
    expect((await pay(String(paid))).status).to.equal(200);
    expect(await balance()).to.deep.equal(roubles(101 + paid));
    const invariants = await done('/w/queries', { get: 'invariants' });
    expect(invariants).to.deep.equal({ answer: { ok: true, broken: [] } });
  });

  it('does not know of a command that the database did not answer for, and finds out by its key', async () => {
    const known = await balance();
    const other = new Database(path);
    connection.all('pragma busy_timeout = 50', []);
    other.exec('begin immediate');
    const open = await pay('open');
    expect([open.status, open.body['code'], open.headers.get('Retry-After')]).to.deep.equal([
      504,
      'OUTCOME_UNKNOWN',
      '5',
    ]);
    expect(open.body['detail']).to.equal('No answer came. We are checking whether it was done');
    expect(log).to.deep.equal([
      `${String(open.body['traceId'])} StoreFailure: another process has been writing to ${path} for more than 5 seconds: several servers want PostgreSQL`,
    ]);
    // What only reads goes on.
    expect(await balance()).to.deep.equal(known);
    other.exec('rollback');
    other.close();
    connection.all('pragma busy_timeout = 5000', []);
    expect((await pay('open')).status).to.equal(200);
    expect((await pay('open')).status).to.equal(200);
    const { value } = known as { value: string };
    expect(await balance()).to.deep.equal(roubles(Number.parseInt(value, 10) + 1));
  });
});

describe('a server that cannot start', () => {
  const failure = (options: Partial<Parameters<typeof startServer>[0]>): Promise<StoreFailure> =>
    startServer({ port: 0, dataDir: null, adminKey: key, world: null, ...options }).then(
      () => expect.fail('it started'),
      (error: unknown) => (error instanceof StoreFailure ? error : Promise.reject(error)),
    );

  it('says in a sentence what is wrong with its folder', async () => {
    const folder = await newFolder();
    const file = join(folder, 'file');
    await writeFile(file, '');
    const below = join(file, 'data');
    const { reason, message } = await failure({ dataDir: below });
    expect([reason, message]).to.deep.equal([
      'invalid',
      `the folder ${below} cannot be used: ENOTDIR: not a directory, mkdir '${below}'`,
    ]);
    await writeFile(join(folder, 'worlds.sqlite'), 'Not what it should be. '.repeat(100));
    expect((await failure({ dataDir: folder })).message).to.equal(
      `${join(folder, 'worlds.sqlite')} is not a database of this program, or is damaged: name another file`,
    );
  });

  it('says in a sentence what is wrong with the address of its database, and no password', async () => {
    const cases: readonly (readonly [string, string, RegExp])[] = [
      ['mysql://me:secret@host/db', 'invalid', /^mysql:\/\/…@host\/db is not supported; there are memory, sqlite:PATH/],
      ['mysql://me:sec@/secret@host/db', 'invalid', /^mysql:\/\/…@host\/db is not supported/],
      ['sqlite:', 'invalid', /^sqlite: needs a path/],
      ['sqlite:/no/such/folder/x.sqlite', 'invalid', /^\/no\/such\/folder\/x\.sqlite cannot be opened for writing/],
      ['postgres://me:secret@127.0.0.1:1/db', 'unreachable', /^the database postgres:\/\/me@127.*\/db does not answer/],
    ];
    for (const [database, reason, message] of cases) {
      const found = await failure({ database });
      expect(found.reason, database).to.equal(reason);
      expect(found.message).to.match(message).and.not.contain('secret');
    }
  });

  it('leaves a database of a newer version alone', async () => {
    const path = join(await newFolder(), 'newer.sqlite');
    const database = new Database(path);
    database.exec('pragma user_version = 7');
    database.close();
    const { reason, message } = await failure({ database: `sqlite:${path}` });
    expect(reason).to.equal('newer');
    expect(message).to.contain('start the newer version, or name another file');
  });
});
