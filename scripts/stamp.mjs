/** Tells whether `dist`, or only `dist/cdn`, was built from the sources as they are now. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, root } from './bootstrap.mjs';
import { filesUnder } from './files.mjs';

const file = join(cacheDir, 'cdn-stamp');
const packageFile = join(cacheDir, 'package-stamp');

const written = (folders, ending) => filesUnder(folders, ending).filter((path) => !/\.test\.m?[jt]s$/.test(path));

/** What `dist/cdn` is made from, by whom, and from which libraries. */
export const scriptSources = () => [
  ...written(['src'], '.ts'),
  ...filesUnder(['src'], '.json'),
  ...written(['scripts/rollup', 'scripts/manifest'], '.mjs'),
  'scripts/build.mjs',
  'scripts/manifest.mjs',
  'custom-elements-manifest.config.mjs',
  'rollup.config.mjs',
  'tsconfig.build.json',
  'tsconfig.json',
  'package-lock.json',
];

/** That, and what the command and the kit of the package are made from. */
export const packageSources = () => [
  ...scriptSources(),
  ...written(['mock-backend'], '.ts'),
  ...filesUnder(['mock-backend'], '.json'),
  ...filesUnder(['mock-backend/docs'], '.md'),
];

/** Sources in one hash: of contents, not of times, which a clone makes anew. */
function stampOf(sources) {
  const hash = createHash('sha256');
  for (const path of sources)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

export const scriptStamp = () => stampOf(scriptSources());
export const packageStamp = () => stampOf(packageSources());

const says = (path, stamp) => existsSync(path) && readFileSync(path, 'utf8') === stamp;

/** What script tags load. */
export const isBuilt = (stamp = scriptStamp()) =>
  existsSync(join(root, 'dist/cdn/import-map.json')) && says(file, stamp);

/** What is published: that, and the modules, types and commands for npm. */
export const isPackageBuilt = (stamp = packageStamp()) =>
  isBuilt() && existsSync(join(root, 'dist/types/react.d.ts')) && says(packageFile, stamp);

/** @param {{ script: string, package?: string }} stamps - Of the sources as they were before the build; the second if all was built. */
export function remember(stamps) {
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(file, stamps.script);
  if (stamps.package) writeFileSync(packageFile, stamps.package);
}
