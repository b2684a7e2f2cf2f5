/** `npm run pack:check`: what a user would install. Packs it, then publint, are-the-types-wrong and a look at the contents. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, root } from './bootstrap.mjs';

const folder = join(cacheDir, 'pack');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const bin = (name) => join(root, 'node_modules', '.bin', name);
const run = (command, args, options = {}) => spawnSync(command, args, { cwd: root, encoding: 'utf8', ...options });

const packed = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
if (packed.status !== 0) {
  console.error(packed.stderr);
  process.exit(1);
}
const [{ filename, files, unpackedSize, size }] = JSON.parse(packed.stdout);
const tarball = join(folder, filename);

const problems = [];
const belongs =
  /^(dist\/(esm|types|cdn|editors|cli|kit)\/|custom-elements\.json$|llms\.txt$|package\.json$|README\.md$|CHANGELOG\.md$|LICENSE$)/;
for (const { path } of files) {
  if (!belongs.test(path)) problems.push(`${path} does not belong into the package`);
  if (/\.test\.|(?<!\.d)\.ts$/.test(path)) problems.push(`${path} is of no use to a user`);
}
const names = new Set(files.map(({ path }) => path));
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
for (const [entry, targets] of Object.entries(exports)) {
  for (const target of Object.values(typeof targets === 'string' ? { default: targets } : targets)) {
    // A pattern stands for each of its files; every `*` in it is the same name.
    const [head = '', ...tails] = target.slice(2).split('*');
    const matches = [...names].filter((name) => {
      if (tails.length === 0) return name === head;
      if (!name.startsWith(head)) return false;
      const rest = name.slice(head.length);
      const star =
        tails.length === 1 ? rest.slice(0, rest.length - tails[0].length) : rest.slice(0, rest.indexOf(tails[0]));
      return name === head + tails.map((tail) => star + tail).join('');
    });
    if (matches.length === 0) problems.push(`exports["${entry}"] names ${target}, which is not packed`);
  }
}

const lint = run(bin('publint'), ['run', tarball, '--strict']);
if (lint.status !== 0) problems.push(`publint:\n${lint.stdout}${lint.stderr}`);
// Only ES modules are published, and only the paths of `exports`: that old resolvers find nothing is known.
const types = run(bin('attw'), [
  tarball,
  '--profile',
  'esm-only',
  '--no-emoji',
  '--exclude-entrypoints',
  './cdn',
  './custom-elements.json',
]);
if (types.status !== 0) problems.push(`are-the-types-wrong:\n${types.stdout}${types.stderr}`);

console.log(
  `${filename}: ${files.length} files, ${Math.round(size / 1000)} kB packed, ${Math.round(unpackedSize / 1000)} kB unpacked`,
);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
