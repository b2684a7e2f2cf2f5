/**
 * Fills `src/loader/widgets.ts`: for each tag the dynamic import of the module that registers it.
 *
 * @param {string[]} names - `bills` for `<lk-bills>` and `src/define/bills.ts`.
 * @param {string} version
 * @returns {import('rollup').Plugin}
 */
export function loaderTable(names, version) {
  return {
    name: 'lk-loader-table',
    load(id) {
      if (!/\/src\/loader\/widgets\.ts$/.test(id.replaceAll('\\', '/'))) return null;
      const rows = names.map((name) => `'lk-${name}': () => import('../define/${name}.js')`);
      return `export const version = '${version}';\nexport const widgets = {\n  ${rows.join(',\n  ')}\n};\n`;
    },
  };
}
