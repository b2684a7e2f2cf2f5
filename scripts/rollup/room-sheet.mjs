import { transform } from 'esbuild';
import { readFileSync } from 'node:fs';

/**
 * Writes `lk.css`, the loader's rules for widgets that are not defined yet, for pages that show them before any script runs.
 *
 * @param {string} file - Module with `roomFor()`.
 * @returns {import('rollup').Plugin}
 */
export function roomSheet(file) {
  return {
    name: 'lk-room-sheet',
    async generateBundle() {
      const { code } = await transform(readFileSync(file, 'utf8'), { loader: 'ts', format: 'esm' });
      const { roomFor } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
      this.emitFile({ type: 'asset', fileName: 'lk.css', source: `${roomFor()}\n` });
    },
  };
}
