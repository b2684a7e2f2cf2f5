/**
 * How fast a month is closed, and in how much memory: the midnight, the fees of the next month and the bills of many subscribers.
 *
 * `npm run bench:close` prints a table; `--json` one JSON object. `--accounts N` (10,000), `--events N` in the journal of each (100),
 * `--on sqlite,postgres`.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { storesAt } from '../store/open.js';
import { onDatabase } from './databases.js';
import { machine, print } from './report.js';
import { CLOSED, END, fill, openWorld } from './subscribers.js';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    accounts: { type: 'string', default: '10000' },
    events: { type: 'string', default: '100' },
    on: { type: 'string', default: 'sqlite,postgres' },
    fill: { type: 'string' },
    close: { type: 'string' },
  },
});
const accounts = Number(values.accounts);

interface Closed {
  readonly database: string;
  readonly accounts: number;
  readonly eventsEach: number;
  readonly seconds: number;
  readonly accountsPerSecond: number;
  /** Of a second of the processor's time in this process: what others do on the machine counts less. */
  readonly accountsPerCpuSecond: number;
  /** Resident memory of the process, MB. */
  readonly atStartMb: number;
  readonly peakMb: number;
  readonly peakHeapMb: number;
}

/** Each part is a process of its own: one's memory must not be another's. */
function part<T>(...args: readonly string[]): T {
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      fileURLToPath(import.meta.url),
      '--accounts',
      values.accounts,
      '--events',
      values.events,
      ...args,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return JSON.parse(stdout) as T;
}

const MB = 1024 * 1024;
const whole = (value: number) => Math.round(value);

async function close(address: string): Promise<Omit<Closed, 'database' | 'accounts' | 'eventsEach'>> {
  const store = await (await storesAt(address))('bench');
  const world = await openWorld(store, END);
  const atStart = process.memoryUsage.rss();
  let heap = 0;
  // Once a page of accounts, when its states and events are all there.
  const append = store.append.bind(store);
  store.append = (writes, along) => {
    heap = Math.max(heap, process.memoryUsage().heapUsed);
    return append(writes, along);
  };
  const begun = performance.now();
  const used = process.cpuUsage();
  await world.advance(CLOSED);
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(used);
  const bills = await store.count('bills:2026-12');
  if (bills !== accounts) throw new Error(`there are ${bills} bills of ${accounts}`);
  await store.close();
  return {
    seconds: Number(seconds.toFixed(2)),
    accountsPerSecond: whole(accounts / seconds),
    accountsPerCpuSecond: whole((accounts / (user + system)) * 1e6),
    atStartMb: whole(atStart / MB),
    peakMb: whole(process.resourceUsage().maxRSS / 1024),
    peakHeapMb: whole(heap / MB),
  };
}

if (values.fill !== undefined) {
  const store = await (await storesAt(values.fill))('bench');
  console.log(JSON.stringify(await fill(store, accounts, Number(values.events))));
  await store.close();
} else if (values.close !== undefined) {
  console.log(JSON.stringify(await close(values.close)));
} else {
  const results: (Closed | string)[] = [];
  for (const kind of values.on.split(',')) {
    results.push(
      await onDatabase(kind, async ({ name, address }) => {
        const eventsEach = part<number>('--fill', address);
        return { database: name, accounts, eventsEach, ...part<Awaited<ReturnType<typeof close>>>('--close', address) };
      }),
    );
  }
  if (values.json) console.log(JSON.stringify({ machine: machine(), close: results }));
  else print(`Closing a month; ${machine()}`, results);
}
