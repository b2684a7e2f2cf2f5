import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { filesUnder } from '../files.mjs';

/** A module of texts: of a widget, of what all widgets say, of errors, or the words of a language. */
const TEXTS = /\/(?:messages|words|errors)\/[a-z]{2}\.ts$/;

/**
 * What the names of all files of texts end with, so that the loader can ask for them before it has read in a chunk what they are
 * called: a hash of all that they are made of and by.
 *
 * @returns {string}
 */
export function textsHash() {
  const hash = createHash('sha256');
  const sources = filesUnder(['src'], '.ts').filter((file) => TEXTS.test(file.replaceAll('\\', '/')));
  for (const file of [...sources, ...filesUnder(['scripts/rollup'], '.mjs'), 'rollup.config.mjs', 'package-lock.json'])
    hash.update(file).update(readFileSync(file));
  return hash.digest('base64url').slice(0, 6).replaceAll('-', '_');
}

/**
 * Sees to it that files named so hold texts only and are found under their names.
 *
 * @param {string} hash
 * @returns {import('rollup').Plugin}
 */
export function onlyTexts(hash) {
  return {
    name: 'lk-only-texts',
    generateBundle(_options, bundle) {
      for (const { fileName, imports = [], moduleIds = [] } of Object.values(bundle)) {
        if (!fileName.endsWith(`-${hash}.js`)) continue;
        const strange = [
          ...moduleIds.filter((id) => !TEXTS.test(id.replaceAll('\\', '/'))),
          ...imports.filter((name) => !name.endsWith(`-${hash}.js`)),
        ];
        if (strange.length > 0) this.error(`${fileName} is named as one of texts, but needs ${strange}.`);
      }
    },
  };
}
