/**
 * How many commands are carried out per second: payments and records of usage, from several clients at once. On SQLite each is a
 * transaction of its own, on PostgreSQL those that come together share one. Beside them bare insertions of the same events into one
 * table of the same database.
 *
 * `npm run bench:commands` prints a table; `--json` one JSON object. `--commands N` of each kind (10,000), `--clients N` (8),
 * `--accounts N` (1,000), `--on sqlite,postgres`.
 */
import { parseArgs } from 'node:util';
import Database from 'libsql';
import pg from 'pg';
import type { Command } from '../engine/command.js';
import { storesAt } from '../store/open.js';
import { onDatabase, type BenchDatabase } from './databases.js';
import { machine, print } from './report.js';
import { accountOf, END, fill, numberOf, openWorld, usage } from './subscribers.js';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    commands: { type: 'string', default: '10000' },
    clients: { type: 'string', default: '8' },
    accounts: { type: 'string', default: '1000' },
    on: { type: 'string', default: 'sqlite,postgres' },
  },
});
const commands = Number(values.commands);
const clients = Number(values.clients);
const accounts = Number(values.accounts);

interface Speed {
  readonly perSecond: number;
  /** Of a second of the processor's time in this process: what others do on the machine counts less. */
  readonly perCpuSecond: number;
}

/** Runs numbered work from all clients at once. */
async function speedOf(count: number, one: (index: number) => Promise<unknown>): Promise<Speed> {
  let next = 0;
  const begun = performance.now();
  const used = process.cpuUsage();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < count) await one(next++);
    }),
  );
  const { user, system } = process.cpuUsage(used);
  return {
    perSecond: Math.round((count / (performance.now() - begun)) * 1000),
    perCpuSecond: Math.round((count / (user + system)) * 1e6),
  };
}

const EVENT = {
  type: 'entry.posted',
  at: 1_795_035_600_000,
  entry: {
    id: 'x',
    kind: 'CALLS',
    number: '+79990000000',
    day: '2026-11-30',
    amount: '1.75',
    net: '1.43',
    vat: '0.32',
  },
  posting: { kind: 'CHARGE', amount: '-1.75', balanceAfter: '100.00' },
};

/** Bare insertions, one a transaction. */
async function bare({ address, at }: BenchDatabase): Promise<Speed> {
  const table = 'create table bare (account text not null, seq integer not null, data text not null)';
  if (!address.startsWith('sqlite:')) {
    const pool = new pg.Pool({ connectionString: at, max: clients });
    await pool.query(table);
    const text = 'insert into bare (account, seq, data) values ($1, $2, $3)';
    const insert = (index: number) =>
      pool.query({ name: 'bare', text, values: [accountOf(index % accounts), index, JSON.stringify(EVENT)] });
    await speedOf(commands / 10, insert);
    const result = await speedOf(commands, insert);
    await pool.end();
    return result;
  }
  const database = new Database(at);
  database.pragma('synchronous = NORMAL');
  database.exec(table);
  const insert = database.prepare('insert into bare (account, seq, data) values (?, ?, ?)');
  const begin = database.prepare('begin immediate');
  const commit = database.prepare('commit');
  const result = await speedOf(commands, async (index) => {
    begin.run();
    insert.run(accountOf(index % accounts), index, JSON.stringify(EVENT));
    commit.run();
  });
  database.close();
  return result;
}

async function measure(database: BenchDatabase) {
  const store = await (await storesAt(database.address))('bench');
  await fill(store, accounts, 100);
  const world = await openWorld(store, END);
  const perform = (command: Command, key: string) => world.perform(command, { key });
  const pay = (index: number) => {
    const account = accountOf(index % accounts);
    return perform({ do: 'payment', account, amount: '1.00', txn: `t${index}` }, `payment-${index}`);
  };
  const use = (index: number) =>
    perform(
      { do: 'usage', number: numberOf(index % accounts), id: `bench-${index}`, ...usage(index) },
      `usage-${index}`,
    );
  // What is measured is commands, not the first reading of accounts.
  await Promise.all(Array.from({ length: accounts }, (_, index) => world.account(accountOf(index))));
  // Nor the compiling of what carries them out: every kind is done for a while before it is measured.
  await speedOf(commands / 5, (index) => pay(commands + index));
  await speedOf(commands / 5, (index) => use(commands + index));
  const payments = await speedOf(commands, pay);
  const records = await speedOf(commands, use);
  const whole = JSON.stringify(await world.ask({ get: 'invariants' }));
  if (whole !== '{"ok":true,"broken":[]}') throw new Error(whole);
  await store.close();
  return {
    database: database.name,
    clients,
    commands,
    payments,
    usage: records,
    bareInsertions: await bare(database),
  };
}

const results: (Awaited<ReturnType<typeof measure>> | string)[] = [];
for (const kind of values.on.split(',')) results.push(await onDatabase(kind, measure));
if (values.json) console.log(JSON.stringify({ machine: machine(), commands: results }));
else print(`Commands, one a transaction (PostgreSQL: those that come together share one); ${machine()}`, results);
