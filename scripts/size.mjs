/**
 * `npm run size`: what a page downloads, in brotli bytes, against the budgets; `--json` for machines, `--files` and
 * `--modules` to see what core + bills consists of, with `--whole` what the whole cabinet does.
 *
 * A page downloads what the loader fetches for its tag, all that this imports, and the texts of one language. What a widget imports
 * later, on demand, counts for the whole cabinet; what is mostly a library's is listed beside it, and so is how much of the cabinet
 * its sections need to show their first view.
 *
 * Over its budget a row is marked; over its limit, which only ever goes down, the check fails.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { cacheDir, root } from './bootstrap.mjs';

const LANGUAGE = 'ru';
const KB = 1000;
const folder = join(root, 'dist', 'cdn');
const graph = JSON.parse(readFileSync(join(folder, 'chunks.json'), 'utf8'));

const bytes = (file) => readFileSync(join(folder, file)).length;
const sizes = new Map();
const brotli = (file) => {
  if (!sizes.has(file)) sizes.set(file, brotliCompressSync(readFileSync(join(folder, file))).length);
  return sizes.get(file);
};

/** What the loader fetches for a tag. */
const elementOf = (name) => graph['lk.js'].dynamicImports.find((file) => graph[file].name === name);
const speaks = (file) => graph[file].language ?? null;

/**
 * Files that are fetched for these, each once.
 *
 * @param {string[]} start - Files.
 * @param {(file: string) => boolean} later - Which dynamic imports are followed.
 */
function closure(start, later) {
  const found = new Set();
  const visit = (file) => {
    if (found.has(file)) return;
    found.add(file);
    graph[file].imports.forEach(visit);
    graph[file].dynamicImports.filter(later).forEach(visit);
  };
  start.forEach(visit);
  return [...found];
}

const inLanguage = (file) => speaks(file) === LANGUAGE;
const ours = (file) => inLanguage(file) || (speaks(file) === null && !graph[file].library);
const pageChunk = Object.keys(graph).find((file) => graph[file].source === 'src/loader/page.ts');
const widgets = Object.keys(graph).filter(
  (file) => graph[file].entry && graph[file].name.startsWith('define/') && graph[file].name !== 'define/all',
);

/** Core and one widget: what a page with this tag has fetched when the widget shows its data. */
const withWidget = (name) => {
  const element = elementOf(name);
  return element ? closure([element, pageChunk].filter(Boolean), inLanguage) : null;
};
const whole = closure([...widgets, pageChunk].filter(Boolean), ours);
const first = closure([...widgets, pageChunk].filter(Boolean), inLanguage);
const late = [...new Set(whole.flatMap((file) => graph[file].dynamicImports))].filter(
  (file) => graph[file].library && !whole.includes(file),
);

const rows = [
  { what: 'loader', files: ['lk.js'], budget: 3, limit: 2.85 },
  { what: 'core + bills', files: withWidget('bills'), budget: 24, limit: 28.3 },
  { what: 'core + top-up', files: withWidget('topup'), budget: 40, limit: 39 },
  { what: 'core + detail', files: withWidget('detail'), budget: 40, limit: 40 },
  { what: `whole cabinet, ${LANGUAGE}`, files: whole, budget: 110, limit: 187.8 },
]
  .filter(({ files }) => files !== null)
  .map(({ what, files, budget, limit }) => {
    const size = files.reduce((sum, file) => sum + brotli(file), 0);
    return {
      what,
      files: files.length,
      bytes: files.reduce((sum, file) => sum + bytes(file), 0),
      brotli: size,
      budget: budget * KB,
      ok: size <= budget * KB,
      limit: limit * KB,
    };
  });
const beside = [
  {
    what: 'first views of all',
    bytes: first.reduce((sum, file) => sum + bytes(file), 0),
    brotli: first.reduce((sum, file) => sum + brotli(file), 0),
    files: first.length,
  },
  ...late.map((file) => ({ what: `late: ${graph[file].name}`, bytes: bytes(file), brotli: brotli(file) })),
  { what: 'lk-all.js', bytes: bytes('lk-all.js'), brotli: brotli('lk-all.js') },
];

if (process.argv.includes('--json')) console.log(JSON.stringify({ language: LANGUAGE, rows, beside }, null, 2));
else {
  const kb = (value) => (value / KB).toFixed(1).padStart(7);
  console.log(`${'kB'.padEnd(28)} brotli  budget    plain  files`);
  for (const row of rows) {
    console.log(
      `${row.what.padEnd(26)} ${kb(row.brotli)} ${kb(row.budget)}  ${kb(row.bytes)}  ${String(row.files).padStart(5)}${row.ok ? '' : '  OVER'}`,
    );
  }
  for (const row of beside) {
    const count = row.files === undefined ? '' : `  ${String(row.files).padStart(5)}`;
    console.log(`${row.what.padEnd(26)} ${kb(row.brotli)}          ${kb(row.bytes)}${count}`);
  }
  const files = process.argv.includes('--whole') ? whole : (withWidget('bills') ?? []);
  if (process.argv.includes('--files')) {
    for (const file of files.toSorted((a, b) => brotli(b) - brotli(a)))
      console.log(`  ${kb(brotli(file))} ${kb(bytes(file))} ${file}`);
  }
  if (process.argv.includes('--modules')) {
    const lengths = JSON.parse(readFileSync(join(cacheDir, 'modules.json'), 'utf8'));
    const modules = files.flatMap((file) => Object.entries(lengths[file]));
    for (const [id, length] of modules.sort((a, b) => b[1] - a[1]))
      console.log(`  ${String(length).padStart(7)} ${id}`);
  }
}
// The budget is where we want to be; the limit is what may not grow until we are there.
process.exit(rows.every(({ brotli, limit }) => brotli <= limit) ? 0 : 1);
