/**
 * `npm run build`: dist/esm, dist/types and dist/editors for npm, dist/cdn for script tags.
 * With `--cdn` only the last, which is what the demo serves. Other arguments go to rollup.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { filesUnder } from './files.mjs';
import { remember, sourcesStamp } from './stamp.mjs';

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

const cdnOnly = process.argv.includes('--cdn');
const quiet = process.argv.includes('--quiet');
const started = Date.now();
const stamp = sourcesStamp();
for (const folder of cdnOnly ? ['cdn'] : ['esm', 'types', 'editors', 'cdn']) {
  rmSync(join(root, 'dist', folder), { recursive: true, force: true });
}

const parts = [
  run(bin('rollup'), ['-c', 'rollup.config.mjs', '--silent', ...(cdnOnly ? ['--config-cdn'] : [])]),
  ...(cdnOnly
    ? []
    : [
        run(bin('tsc'), ['-p', 'tsconfig.build.json']),
        run(process.execPath, ['scripts/manifest.mjs', '--editors', 'dist/editors']),
      ]),
];
if ((await Promise.all(parts)).some((status) => status !== 0)) process.exit(1);
remember(stamp);

if (!cdnOnly) {
  // What is written as a declaration is not emitted as one.
  for (const file of filesUnder(['src'], '.d.ts'))
    cpSync(join(root, file), join(root, file.replace(/^src/, 'dist/types')));
}

if (!quiet) {
  const map = join(root, 'dist/cdn/import-map.json');
  if (existsSync(map)) {
    console.log('For pages without a build, relative to dist/cdn (dist/cdn/import-map.json adds the hashes):');
    const { imports } = JSON.parse(readFileSync(map, 'utf8'));
    console.log(`<script type="importmap">\n${JSON.stringify({ imports }, null, 2)}\n</script>`);
  }
  console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}
