/**
 * `integrity.json` (a hash for each script and sheet) and `import-map.json` (bare names for pages without a build, with the hashes; those
 * of chunks that are fetched late for the address of a second attempt too, see `src/api/online.ts`).
 */
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
      const chunks = JSON.parse(readFileSync(join(dir, 'chunks.json'), 'utf8'));
      const late = new Set(Object.values(chunks).flatMap(({ dynamicImports }) => dynamicImports));
      for (const [file, chunk] of Object.entries(chunks)) {
        if (!chunk.entry || chunk.name === 'lk') continue;
        imports[chunk.name === 'index' ? 'lk-widgets' : `lk-widgets/${chunk.name}.js`] = `./${file}`;
      }
      const hashes = Object.fromEntries(
        Object.entries(integrity)
          .filter(([file]) => file.endsWith('.js'))
          .flatMap(([file, hash]) => [[`./${file}`, hash], ...(late.has(file) ? [[`./${file}?1`, hash]] : [])]),
      );
      write(join(dir, 'integrity.json'), integrity);
      write(join(dir, 'import-map.json'), { imports, integrity: hashes });
    },
  };
}

const write = (file, value) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
