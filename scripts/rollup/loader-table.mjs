import { existsSync, readFileSync } from 'node:fs';

/**
 * Fills `src/loader/widgets.ts`: for each tag the dynamic import of its element, and the addresses of the texts that it begins with.
 * What does more than to register an element does it in its own module of `src/define`.
 *
 * @param {string[]} names - `bills` for `<lk-bills>` and `src/define/bills.ts`.
 * @param {string} version
 * @param {string} textsHash - What the names of all files of texts end with.
 * @returns {import('rollup').Plugin}
 */
export function loaderTable(names, version, textsHash) {
  return {
    name: 'lk-loader-table',
    load(id) {
      if (!/\/src\/loader\/widgets\.ts$/.test(id.replaceAll('\\', '/'))) return null;
      const rows = names.map((name) => `'lk-${name}': () => ${elementOf(name)}`);
      const mute = names.filter((name) => !existsSync(`src/widgets/${name}/messages`)).map((name) => `lk-${name}`);
      return `export const version = '${version}';
export const widgets = {\n  ${rows.join(',\n  ')}\n};
export const texts = (tag, language) => {
  const end = '.' + language + '-${textsHash}';
  if (!${JSON.stringify(mute)}.includes(tag)) lkBeside(tag.slice(3) + end, 'ui' + end);
};
`;
    },
  };
}

const PLAIN =
  /^import \{ defineElement \} from '[^']+';\nimport \{ (\w+) \} from '([^']+)';\n\ndefineElement\('[\w-]+', \1\);\n$/;

function elementOf(name) {
  const [, element, from] = PLAIN.exec(readFileSync(`src/define/${name}.ts`, 'utf8')) ?? [];
  return `import('${element ? from : `../define/${name}.js`}')`;
}
