/** Tells whether `dist/cdn` was built from the sources as they are now. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, root } from './bootstrap.mjs';
import { filesUnder } from './files.mjs';

const file = join(cacheDir, 'cdn-stamp');

/** What the build depends on, in one hash: of contents, not of times, which a clone makes anew. */
export function sourcesStamp() {
  const hash = createHash('sha256');
  const sources = [
    ...filesUnder(['src'], '.ts').filter((path) => !path.endsWith('.test.ts')),
    ...filesUnder(['src'], '.json'),
    ...filesUnder(['scripts/rollup'], '.mjs'),
    'rollup.config.mjs',
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

export const isBuilt = (stamp) =>
  existsSync(join(root, 'dist/cdn/import-map.json')) && existsSync(file) && readFileSync(file, 'utf8') === stamp;

export function remember(stamp) {
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(file, stamp);
}
