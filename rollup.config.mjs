/**
 * Two builds of the same sources.
 *
 * `dist/esm` for npm: a module for a module, dependencies left to the host's bundler, nothing registered by importing a class.
 * `dist/cdn` for script tags: `lk.js` (small, loads the chunk of a tag when the tag appears), chunks named by their content,
 * `lk-all.js` (everything in one file, for hosts that pin one hash), and `lk.css` (room for widgets before any script runs).
 *
 * What there is to build is read from `src/define`: a new widget needs no change here.
 * `--config-cdn` builds only `dist/cdn`: that is what `npm start` needs.
 */
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { readdirSync, readFileSync } from 'node:fs';
import esbuild from 'rollup-plugin-esbuild';
import { askAgain } from './scripts/rollup/ask-again.mjs';
import { chunkGraph } from './scripts/rollup/chunk-graph.mjs';
import { leanDecorators } from './scripts/rollup/lean-decorators.mjs';
import { eagerFunctions } from './scripts/rollup/eager-functions.mjs';
import { leanKy } from './scripts/rollup/lean-ky.mjs';
import { leanLit } from './scripts/rollup/lean-lit.mjs';
import { loaderTable } from './scripts/rollup/loader-table.mjs';
import { lockDown } from './scripts/rollup/lock-down.mjs';
import { minify } from './scripts/rollup/minify.mjs';
import { ownCopy } from './scripts/rollup/own-copy.mjs';
import { parallelImports } from './scripts/rollup/parallel-imports.mjs';
import { roomSheet } from './scripts/rollup/room-sheet.mjs';
import { sharedChunks } from './scripts/rollup/shared-chunks.mjs';
import { shortTokens } from './scripts/rollup/short-tokens.mjs';
import { standAlone } from './scripts/rollup/stand-alone.mjs';
import { onlyTexts, textsHash } from './scripts/rollup/texts-hash.mjs';
import { tightTemplates } from './scripts/rollup/tight-templates.mjs';

const { dependencies, version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** `bills` for `src/define/bills.ts`: the name of the chunk, of the export path and, with `lk-`, of the tag. */
const defined = readdirSync('src/define')
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -3));
const widgets = defined.filter((name) => name !== 'all');

const entries = { index: 'src/index.ts' };
for (const name of defined) entries[`define/${name}`] = `src/define/${name}.ts`;

const external = new RegExp(`^(${Object.keys(dependencies).join('|')})(/|$)`);
const compile = () => esbuild({ target: 'es2022', tsconfig: 'tsconfig.json', charset: 'utf8' });
/** What sections fetch late: several small files where one is as soon here. */
const LATE = {
  more: /\/widgets\/detail\/(more|paper\/(?!head)|export\/(?!xlsx))/,
  paying: /\/widgets\/topup\/(order\.view|autopay\.form)\.ts$/,
  errors: /\/src\/(api\/problem|i18n\/errors)\.ts$/,
};
const SHARED = ['core', 'plain', 'both', 'form', 'list', 'parts', ...Object.keys(LATE)];
const TEXTS = textsHash();
const TOKENS = ['src/ui/styles/tokens.ts', 'src/ui/styles/frame.ts'];
const CLASSIC = ['lk.js', 'lk-all.js'];

const npm = {
  input: entries,
  external: (id) => external.test(id),
  plugins: [compile(), tightTemplates(), nodeResolve({ extensions: ['.ts', '.js'] })],
  output: {
    dir: 'dist/esm',
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: 'src',
    entryFileNames: '[name].js',
  },
};

const browserPlugins = () => [
  loaderTable(widgets, version, TEXTS),
  compile(),
  leanDecorators(),
  tightTemplates(),
  nodeResolve({ browser: true, extensions: ['.ts', '.mjs', '.js'] }),
  leanKy(),
  leanLit(),
];

/** `bills.ru` for the Russian texts of bills, else the module that the chunk is there for: what is fetched can be read in a network panel. */
function chunkName({ name, facadeModuleId, moduleIds }) {
  if (SHARED.includes(name.split('.')[0])) return `chunks/${name}-[hash:7].js`;
  const id = facadeModuleId ?? moduleIds.at(-1) ?? name;
  const [, owner, file = name] = /([\w-]+)[\\/](?:messages[\\/])?([\w-]+)\.\w+$/.exec(id) ?? [];
  return file.length === 2 ? `chunks/${owner}.${file}-${TEXTS}.js` : `chunks/${file}-[hash:7].js`;
}

const cdn = {
  input: { lk: 'src/loader/lk.ts', ...entries },
  plugins: [
    ownCopy(/\/src\/loader\/(autoload|start)\.ts$/, /\/src\/(api\/online|i18n\/locale)\.ts$/),
    // A kilobyte that is not worth a file of its own on the pages that hold a balance.
    ownCopy(/\/src\/widgets\/balance\/[\w.]+\.ts$/, /\/src\/ui\/(parts|styles)\/status\.ts$/),
    ...browserPlugins(),
  ],
  output: {
    dir: 'dist/cdn',
    format: 'es',
    entryFileNames: ({ name }) => (name === 'lk' ? 'lk.js' : 'chunks/[name]-[hash:7].js'),
    chunkFileNames: chunkName,
    onlyExplicitManualChunks: true,
    manualChunks: sharedChunks({
      plainest: ['src/define/bills.ts', 'src/loader/page.ts'],
      plain: 'src/define/balance.ts',
      form: 'src/define/topup.ts',
      list: 'src/define/detail.ts',
      widgets: widgets.map((name) => `src/define/${name}.ts`),
      late: LATE,
    }),
    minifyInternalExports: true,
    freeze: false,
    plugins: [
      askAgain({
        modules: /\/src\/(define|i18n|loader|ui|widgets)\/[^]*\.ts$/,
        owner: /\/src\/api\/online(\.copy)?\.ts$/,
      }),
      shortTokens(TOKENS),
      minify(CLASSIC),
      eagerFunctions(/^(lk|core|balance|bills)$/),
      parallelImports('lk.js'),
      onlyTexts(TEXTS),
      standAlone('lk.js'),
      roomSheet('src/loader/reserve.ts'),
      chunkGraph('.cache/modules.json'),
    ],
  },
};

const all = {
  input: { 'lk-all': 'src/loader/all.ts' },
  plugins: browserPlugins(),
  output: {
    dir: 'dist/cdn',
    format: 'es',
    inlineDynamicImports: true,
    entryFileNames: '[name].js',
    plugins: [shortTokens(TOKENS), minify(CLASSIC), standAlone('lk-all.js'), lockDown()],
  },
};

/** @type {(args: Record<string, unknown>) => import('rollup').RollupOptions[]} */
export default (args) => (args['config-cdn'] ? [cdn, all] : [npm, cdn, all]);
