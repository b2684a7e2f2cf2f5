/**
 * `npm run build`: for npm dist/esm, dist/types (of modules and of frameworks' templates), dist/editors, the command in dist/cli and in
 * dist/kit what it checks a backend by; dist/cdn for script tags. With `--cdn` only the last, which is what the demo serves. Other
 * arguments go to rollup.
 */
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './bootstrap.mjs';
import { filesUnder } from './files.mjs';
import { packageStamp, remember, scriptStamp } from './stamp.mjs';

const bin = (name) => join(root, 'node_modules', '.bin', name);
const run = (command, args) =>
  new Promise((resolve) => {
    spawn(command, args, { cwd: root, stdio: 'inherit' })
      .on('error', (error) => {
        console.error(error.message);
        resolve(1);
      })
      .on('exit', (code) => resolve(code ?? 1));
  });

/** `lk-scenario` in files of its own: what checks an operator's own backend must run where this project's sources are not. */
async function command() {
  const { build } = await import('esbuild');
  const { errors } = await build({
    stdin: {
      contents: `import { main } from './mock-backend/scenarios/cli.js';
process.exitCode = await main(process.argv.slice(2));`,
      resolveDir: root,
      loader: 'ts',
    },
    outdir: join(root, 'dist/cli'),
    entryNames: 'lk-scenario',
    chunkNames: '[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    // What is imported later stays later: a database's package is wanted only by those who name one.
    splitting: true,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    // Needed only by those who keep a world in a database, and installed by them.
    external: ['libsql', 'pg', 'pg-boss'],
    banner: { js: '#!/usr/bin/env node' },
  }).catch((failure) => failure);
  if (errors.length > 0) return 1; // esbuild has said why
  chmodSync(join(root, 'dist/cli/lk-scenario.mjs'), 0o755);
  return 0;
}

/** What an operator needs to check a backend of their own: scenarios, and what they and the API mean. */
function kit() {
  const folder = join(root, 'dist/kit');
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'mock-backend/scenarios/vectors'), join(folder, 'vectors'), { recursive: true });
  for (const path of filesUnder(['mock-backend/docs'], '.md')) cpSync(join(root, path), join(folder, basename(path)));
  cpSync(join(root, 'src/api/openapi.json'), join(folder, 'openapi.json'));
}

const cdnOnly = process.argv.includes('--cdn');
const quiet = process.argv.includes('--quiet');
const started = Date.now();
const stamps = cdnOnly ? { script: scriptStamp() } : { script: scriptStamp(), package: packageStamp() };
for (const folder of cdnOnly ? ['cdn'] : ['esm', 'types', 'editors', 'cli', 'kit', 'cdn']) {
  rmSync(join(root, 'dist', folder), { recursive: true, force: true });
}

const parts = [
  run(bin('rollup'), ['-c', 'rollup.config.mjs', '--silent', ...(cdnOnly ? ['--config-cdn'] : [])]),
  ...(cdnOnly
    ? []
    : [
        run(bin('tsc'), ['-p', 'tsconfig.build.json']),
        run(process.execPath, ['scripts/manifest.mjs', '--editors', 'dist/editors', '--types', 'dist/frameworks']),
        command(),
      ]),
];
if ((await Promise.all(parts)).some((status) => status !== 0)) process.exit(1);
if (!cdnOnly) {
  kit();
  // What is written as a declaration is not emitted as one.
  for (const file of filesUnder(['src'], '.d.ts'))
    cpSync(join(root, file), join(root, file.replace(/^src/, 'dist/types')));
  // Types of templates lie among the others; what a program imports with them does nothing.
  for (const file of filesUnder(['dist/frameworks'], '.d.ts')) {
    const name = basename(file, '.d.ts');
    renameSync(join(root, file), join(root, `dist/types/${name}.d.ts`));
    writeFileSync(join(root, `dist/esm/${name}.js`), 'export {};\n');
  }
  rmSync(join(root, 'dist/frameworks'), { recursive: true });
}
remember(stamps);

if (!quiet) {
  const map = join(root, 'dist/cdn/import-map.json');
  if (existsSync(map)) {
    console.log('For pages without a build, relative to dist/cdn (dist/cdn/import-map.json adds the hashes):');
    const { imports } = JSON.parse(readFileSync(map, 'utf8'));
    console.log(`<script type="importmap">\n${JSON.stringify({ imports }, null, 2)}\n</script>`);
  }
  console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}
