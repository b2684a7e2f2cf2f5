/** `integrity.json` (a hash for each script and sheet) and `import-map.json` (bare names for pages without a build, with the hashes). */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every script and sheet of a folder, by its path from there, in a stable order. */
function filesOf(folder, prefix = '') {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = prefix ? `${prefix}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return filesOf(folder, path);
      return /\.(js|css)$/.test(entry.name) ? [path] : [];
    });
}

/** The value of an `integrity` attribute. */
export const integrityOf = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/**
 * Runs when everything else lies in the folder.
 *
 * @returns {import('rollup').Plugin}
 */
export function lockDown() {
  return {
    name: 'lk-lock-down',
    writeBundle({ dir }) {
      const integrity = {};
      for (const file of filesOf(dir)) integrity[file] = integrityOf(readFileSync(join(dir, file)));
      const imports = {};
      for (const [file, chunk] of Object.entries(JSON.parse(readFileSync(join(dir, 'chunks.json'), 'utf8')))) {
        if (!chunk.entry || chunk.name === 'lk') continue;
        imports[chunk.name === 'index' ? 'lk-widgets' : `lk-widgets/${chunk.name}.js`] = `./${file}`;
      }
      const hashes = Object.fromEntries(
        Object.entries(integrity)
          .filter(([file]) => file.endsWith('.js'))
          .map(([file, hash]) => [`./${file}`, hash]),
      );
      write(join(dir, 'integrity.json'), integrity);
      write(join(dir, 'import-map.json'), { imports, integrity: hashes });
    },
  };
}

const write = (file, value) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
