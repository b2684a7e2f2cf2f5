/**
 * `npm run bench`: closes of months, commands and requests, on SQLite and PostgreSQL, one after another. Prints tables and writes the
 * numbers to `.cache/bench.json`; `--json` prints them instead. `--on sqlite` leaves the other database out, `--quick` measures little,
 * to see that everything runs. Each part by itself has more options: see `mock-backend/bench`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheDir, root } from '../bootstrap.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    on: { type: 'string', default: 'sqlite,postgres' },
    quick: { type: 'boolean', default: false },
  },
});
const QUICK = {
  close: ['--accounts', '300'],
  commands: ['--commands', '500', '--accounts', '100'],
  requests: ['--seconds', '1'],
};
const results = {};
for (const part of ['close', 'commands', 'requests']) {
  const script = join(root, 'mock-backend/bench', `${part}.ts`);
  const args = ['--import', 'tsx', script, '--json', '--on', values.on, ...(values.quick ? QUICK[part] : [])];
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) {
    console.error(`bench:${part} failed.`);
    process.exit(1);
  }
  Object.assign(results, JSON.parse(stdout));
  if (!values.json) table(part, results[part]);
}
mkdirSync(cacheDir, { recursive: true });
const file = join(cacheDir, 'bench.json');
writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
if (values.json) console.log(JSON.stringify(results));
else console.log(`${results.machine}; all of it in ${file}`);

/** One column a database. */
function table(title, databases) {
  console.log(title);
  for (const one of databases.filter((result) => typeof result === 'string')) console.log(`  not measured: ${one}`);
  const columns = databases.filter((result) => typeof result !== 'string').map((result) => new Map(rows(result)));
  for (const name of columns[0]?.keys() ?? []) {
    const cells = columns.map((column) => show(column.get(name)).padStart(36));
    console.log(`  ${name.padEnd(34)}${cells.join('')}`);
  }
  console.log('');
}

function rows(result) {
  return Object.entries(result).flatMap(([key, value]) => {
    const name = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return typeof value === 'object'
      ? rows(value).map(([part, inner]) => [`${name}, ${part}`, inner])
      : [[name, value]];
  });
}

function show(value) {
  return typeof value === 'number' ? value.toLocaleString('en') : String(value ?? '');
}
