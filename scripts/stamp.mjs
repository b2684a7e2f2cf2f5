/** Tells whether `dist`, or only `dist/cdn`, was built from the sources as they are now. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, root } from './bootstrap.mjs';
import { filesUnder } from './files.mjs';

const file = join(cacheDir, 'cdn-stamp');
const packageFile = join(cacheDir, 'package-stamp');

/** What the build depends on, in one hash: of contents, not of times, which a clone makes anew. */
export function sourcesStamp() {
  const hash = createHash('sha256');
  const sources = [
    ...filesUnder(['src'], '.ts').filter((path) => !path.endsWith('.test.ts')),
    ...filesUnder(['src'], '.json'),
    ...filesUnder(['scripts/rollup', 'scripts/manifest'], '.mjs').filter((path) => !path.endsWith('.test.mjs')),
    'scripts/build.mjs',
    'scripts/manifest.mjs',
    'custom-elements-manifest.config.mjs',
    'rollup.config.mjs',
    'tsconfig.build.json',
    'tsconfig.json',
    'package-lock.json',
  ];
  for (const path of sources)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

const says = (path, stamp) => existsSync(path) && readFileSync(path, 'utf8') === stamp;

/** What script tags load. */
export const isBuilt = (stamp) => existsSync(join(root, 'dist/cdn/import-map.json')) && says(file, stamp);

/** What is published: that, and the modules, types and commands for npm. */
export const isPackageBuilt = (stamp) =>
  isBuilt(stamp) && existsSync(join(root, 'dist/types/react.d.ts')) && says(packageFile, stamp);

/** @param {boolean} cdnOnly - Only what script tags load was built. */
export function remember(stamp, cdnOnly) {
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(file, stamp);
  if (!cdnOnly) writeFileSync(packageFile, stamp);
}
