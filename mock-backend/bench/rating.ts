/**
 * How many calls are rated per second in one process: the whole-number path of the engine, its decimal path, a bare decimal.js kernel, a
 * bare loop of whole numbers; then records through the whole engine, and the statement of an account with 100,000 events.
 *
 * `npm run bench:rating` prints a table; `--json` one JSON object. `--calls N` sets the number of calls (200,000).
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { Decimal } from 'decimal.js';
import { Zone } from '../engine/calendar.js';
import type { Catalog } from '../engine/catalog.js';
import { Catalogue } from '../engine/catalogue.js';
import { round } from '../engine/money.js';
import { CompiledVoice, newCharge } from '../engine/rating/compiled.js';
import { PrefixTree } from '../engine/rating/prefixes.js';
import { coverable, meter, voicePrice } from '../engine/rating/voice.js';
import { MemoryStore } from '../store/memory.js';
import { World } from '../world/world.js';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, calls: { type: 'string', default: '200000' } },
});
const CALLS = Number(values.calls);
const NUMBERS = 1000;
const START = Date.parse('2026-11-01T00:00:00+03:00');
const SCALE = 2;

const catalog: Catalog = {
  destinations: [
    { code: 'mob', prefixes: ['+79'] },
    { code: 'msk', prefixes: ['+7495', '+7499'] },
    { code: 'ru', prefixes: ['+7'] },
    { code: 'world', prefixes: ['+49', '+31', '+44', '+1', '+86'] },
  ],
  tariffs: [
    {
      code: 't',
      name: 't',
      voice: [
        {
          destinations: ['mob', 'msk'],
          bands: [{ days: ['MO', 'TU', 'WE', 'TH', 'FR'], from: '09:00', to: '20:00' }],
          setup: '0.10',
          freeBelowSec: 3,
          steps: [
            { fromSec: 0, price: '2.50', perSec: 60, incrementSec: 60 },
            { fromSec: 60, price: '1.1750', perSec: 60, incrementSec: 1 },
          ],
          cap: '90.00',
        },
        {
          destinations: ['mob', 'msk'],
          steps: [
            { fromSec: 0, price: '1.75', perSec: 60, incrementSec: 6 },
            { fromSec: 120, price: '0.333333', perSec: 60, incrementSec: 1 },
          ],
        },
        { steps: [{ fromSec: 0, price: '3.10', perSec: 60, incrementSec: 1 }] },
      ],
    },
  ],
};

/** Repeatable whole numbers below `limit`. */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

interface Load {
  readonly peers: readonly string[];
  readonly starts: Float64Array;
  readonly seconds: Int32Array;
  readonly owners: Int32Array;
}

function makeLoad(count: number): Load {
  const next = dice(7);
  const prefixes = ['+7916', '+7903', '+7495', '+7812', '+4930', '+3120', '+8621'];
  const peers = Array.from(
    { length: count },
    () => `${prefixes[next(prefixes.length)] ?? '+7916'}${1_000_000 + next(8_999_999)}`,
  );
  return {
    peers,
    starts: Float64Array.from({ length: count }, () => START + next(30 * 86_400) * 1000),
    seconds: Int32Array.from({ length: count }, () => (next(10) === 0 ? next(4) : next(900))),
    owners: Int32Array.from({ length: count }, () => next(NUMBERS)),
  };
}

/** Two buckets for each number, in order of use: what is left of them in seconds. Together they cover about half of the calls. */
const makeBuckets = () => {
  const half = Math.ceil(((CALLS / NUMBERS) * 400) / 2);
  return Float64Array.from({ length: NUMBERS * 2 }, (_, index) => (index % 2 === 0 ? 0.2 * half : 0.8 * half) | 0);
};

const zone = Zone.of('Europe/Moscow');
const catalogue = new Catalogue(catalog);
const tariff = catalogue.tariff('t') ?? stop('the catalogue of the benchmark has no tariff');

function stop(reason: string): never {
  throw new Error(reason);
}

/** Destination, band, steps, packages, rounding: by the whole-number path. Gives the sum in minor units. */
function compiledPath(load: Load): number {
  const groups = [...(catalog.destinations ?? []), { code: '', prefixes: [] }].map(({ code, prefixes }) => {
    const compiled = CompiledVoice.of(catalogue.voiceEntries(tariff, code === '' ? null : code), 0, SCALE);
    if (!compiled) throw new Error(`the prices for "${code}" do not fit`);
    return { compiled, prefixes };
  });
  const elsewhere = groups.at(-1);
  const tree = new PrefixTree(groups.flatMap((group) => group.prefixes.map((prefix) => [prefix, group] as const)));
  const buckets = makeBuckets();
  const charge = newCharge();
  let sum = 0;
  for (let index = 0; index < load.peers.length; index += 1) {
    const group = tree.find(load.peers[index] ?? '') ?? elsewhere;
    const bucket = (load.owners[index] ?? 0) * 2;
    const first = buckets[bucket] ?? 0;
    const second = buckets[bucket + 1] ?? 0;
    group?.compiled.price(load.starts[index] ?? 0, load.seconds[index] ?? 0, first + second, zone, charge);
    if (charge.packaged > 0) {
      const fromFirst = Math.min(first, charge.packaged);
      buckets[bucket] = first - fromFirst;
      buckets[bucket + 1] = second - (charge.packaged - fromFirst);
    }
    if (charge.outcome !== 'RATED') throw new Error('a call of the benchmark is not rated');
    sum += charge.minorUnits;
  }
  return sum;
}

/** The same by the rules as they are written, in decimals. */
function decimalPath(load: Load): number {
  const buckets = makeBuckets();
  let sum = new Decimal(0);
  for (let index = 0; index < load.peers.length; index += 1) {
    const entries = catalogue.voiceEntries(tariff, catalogue.destinationOf(load.peers[index] ?? null));
    const metered = meter(entries, load.starts[index] ?? 0, load.seconds[index] ?? 0, zone, 0);
    if (!metered) throw new Error('a call of the benchmark is not rated');
    const bucket = (load.owners[index] ?? 0) * 2;
    const first = buckets[bucket] ?? 0;
    const second = buckets[bucket + 1] ?? 0;
    const packaged = coverable(metered, first + second);
    const fromFirst = Math.min(first, packaged);
    buckets[bucket] = first - fromFirst;
    buckets[bucket + 1] = second - (packaged - fromFirst);
    sum = sum.plus(round(voicePrice(metered, packaged), SCALE));
  }
  return sum.times(10 ** SCALE).toNumber();
}

/** Nothing but price × seconds / 60, rounded. */
function decimalKernel(load: Load): number {
  const price = new Decimal('2.50');
  let check = 0;
  for (const seconds of load.seconds) {
    check += price.times(seconds).div(60).toDecimalPlaces(SCALE, Decimal.ROUND_HALF_UP).isZero() ? 1 : 0;
  }
  return check;
}

function integerKernel(load: Load): number {
  let sum = 0;
  for (const seconds of load.seconds) {
    const doubled = 2 * 250 * seconds + 60;
    sum += (doubled - (doubled % 120)) / 120;
  }
  return sum;
}

/** Best of a few runs, after one to warm up. */
function speedOf(run: (load: Load) => number, load: Load, runs: number): { perSecond: number; result: number } {
  let best = Infinity;
  let result = run(load);
  for (let turn = 0; turn < runs; turn += 1) {
    const started = performance.now();
    result = run(load);
    best = Math.min(best, performance.now() - started);
  }
  return { perSecond: Math.round((load.peers.length / best) * 1000), result };
}

/** A file of usage through everything: reading, rating, packages, postings, locks, journal. */
async function wholeEngine(count: number) {
  const world = await World.open({
    id: 'bench',
    catalog,
    timezone: 'Europe/Moscow',
    currency: 'RUB',
    start: '2026-11-01T00:00:00+03:00',
    store: new MemoryStore(),
  });
  const account = '1';
  await world.perform({ do: 'account.open', account, opening: '1000000.00' });
  await world.perform({ do: 'number.add', account, number: '+79990000001', tariff: 't' });
  await world.advance('2026-11-28T00:00:00+03:00');
  const load = makeLoad(count);
  async function* rows() {
    yield 'id,number,service,direction,start,seconds,segments,bytes,peer,outcome,forwarded\n';
    for (let index = 0; index < count; index += 1) {
      const start = new Date(START + ((load.starts[index] ?? 0) - START) * 0.88).toISOString();
      yield `c${index},+79990000001,CALL,OUT,${start},${load.seconds[index] ?? 0},,,${load.peers[index] ?? ''},ANSWERED,\n`;
    }
  }
  const started = performance.now();
  const receipt = await world.perform({ do: 'usage.import', file: 'bench.csv' }, { source: rows() });
  const seconds = (performance.now() - started) / 1000;
  if (receipt['accepted'] !== count) throw new Error(`the import took ${String(receipt['accepted'])} of ${count} rows`);

  const times: number[] = [];
  const own: number[] = [];
  for (let turn = 0; turn < 300; turn += 1) {
    // Something new each time, so that nothing remembered can answer.
    await world.perform({ do: 'correction', account, amount: '0.01', reason: 'bench' });
    const begun = performance.now();
    const used = process.cpuUsage();
    await world.ask({ get: 'statement', account });
    const { user, system } = process.cpuUsage(used);
    times.push(performance.now() - begun);
    // What a busy computer does meanwhile is not ours.
    own.push((user + system) / 1000);
  }
  const at = (all: number[], share: number) =>
    Number(([...all].sort((a, b) => a - b)[Math.ceil(all.length * share) - 1] ?? 0).toFixed(2));
  return {
    rowsPerSecond: Math.round(count / seconds),
    statementMs: { events: count, p50: at(times, 0.5), p99: at(times, 0.99), p99Cpu: at(own, 0.99) },
  };
}

const load = makeLoad(CALLS);
const compiled = speedOf(compiledPath, load, 7);
const decimal = speedOf(decimalPath, load, 1);
if (compiled.result !== decimal.result) {
  throw new Error(`the two paths disagree: ${compiled.result} and ${decimal.result} minor units`);
}
const report = {
  calls: CALLS,
  machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.versions.node}`,
  minorUnits: compiled.result,
  perSecond: {
    'engine, whole numbers': compiled.perSecond,
    'engine, decimals': decimal.perSecond,
    'kernel, decimal.js': speedOf(decimalKernel, load, 3).perSecond,
    'kernel, whole numbers': speedOf(integerKernel, load, 7).perSecond,
  },
  ...(await wholeEngine(100_000)),
};

if (values.json) console.log(JSON.stringify(report));
else {
  const row = (name: string, value: string) => console.log(`${name.padEnd(44)} ${value.padStart(14)}`);
  const whole = (value: number) => value.toLocaleString('en');
  console.log(`${whole(report.calls)} calls; ${report.machine}; both paths: ${whole(report.minorUnits)} minor units\n`);
  for (const [name, value] of Object.entries(report.perSecond)) row(`${name}, calls/s`, whole(value));
  row('CSV → rated and posted, records/s', whole(report.rowsPerSecond));
  row(`statement of ${whole(report.statementMs.events)} events, p50, ms`, String(report.statementMs.p50));
  row(`statement of ${whole(report.statementMs.events)} events, p99, ms`, String(report.statementMs.p99));
  row('the same in time of the processor, ms', String(report.statementMs.p99Cpu));
}
