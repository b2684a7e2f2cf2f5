import { readFileSync } from 'node:fs';

/**
 * Gives the loader a copy of its own of a small module that widgets share: it imports nothing that they could be found in.
 *
 * @param {RegExp} importers
 * @param {RegExp} module
 * @returns {import('rollup').Plugin}
 */
export function ownCopy(importers, module) {
  const path = (id) => id.replaceAll('\\', '/');
  return {
    name: 'lk-own-copy',
    async resolveId(source, importer, options) {
      if (!importer || !importers.test(path(importer))) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && module.test(path(found.id)) ? found.id.replace(/\.ts$/, '.copy.ts') : null;
    },
    load: (id) => (id.endsWith('.copy.ts') ? readFileSync(id.replace(/\.copy\.ts$/, '.ts'), 'utf8') : null),
  };
}
