/**
 * `npm run manifest`: writes `custom-elements.json`, from which the documentation, the editors' data and wrappers are made.
 * `--check` compares it instead, and in both cases everything public must be described.
 * `--editors DIR` only writes the data for VS Code and the JetBrains editors there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { cacheDir, root } from './bootstrap.mjs';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, editors: { type: 'string' } } });
const committed = join(root, 'custom-elements.json');
const folder = join(cacheDir, `manifest-${process.pid}`);

const analysed = spawnSync(
  join(root, 'node_modules', '.bin', 'cem'),
  [
    'analyze',
    '--config',
    'custom-elements-manifest.config.mjs',
    '--outdir',
    `.cache/manifest-${process.pid}`,
    '--quiet',
  ],
  { cwd: root, encoding: 'utf8' },
);
if (analysed.status !== 0) {
  console.error(analysed.stdout, analysed.stderr);
  process.exit(1);
}
const text = await format(readFileSync(join(folder, 'custom-elements.json'), 'utf8'), {
  parser: 'json',
  printWidth: 120,
});
rmSync(folder, { recursive: true, force: true });
const manifest = JSON.parse(text);
const elements = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ customElement }) => customElement);

const KINDS = {
  attributes: 'attribute',
  events: 'event',
  slots: 'slot',
  cssParts: 'part',
  cssProperties: 'custom property',
  cssStates: 'state',
  members: 'member',
};
const missing = [];
for (const element of elements) {
  if (!element.summary && !element.description) missing.push(`<${element.tagName}>: neither description nor @summary`);
  for (const [list, kind] of Object.entries(KINDS)) {
    for (const item of element[list] ?? []) {
      if (!item.description && !item.summary)
        missing.push(`<${element.tagName}>: ${kind} «${item.name ?? ''}» is not described`);
    }
  }
}
if (values.editors) {
  const outdir = join(root, values.editors);
  mkdirSync(outdir, { recursive: true });
  const { generateVsCodeCustomElementData } = await import('custom-element-vs-code-integration');
  const { generateJetBrainsWebTypes } = await import('custom-element-jet-brains-integration');
  generateVsCodeCustomElementData(manifest, { outdir, hideLogs: true });
  generateJetBrainsWebTypes(manifest, { outdir, hideLogs: true, packageJson: false });
  process.exit(0);
}

if (missing.length > 0) {
  console.error(`Not everything public is described:\n  ${missing.join('\n  ')}`);
  process.exitCode = 1;
}

if (!values.check) writeFileSync(committed, text);
else if (!existsSync(committed) || readFileSync(committed, 'utf8') !== text) {
  console.error('custom-elements.json is not what the sources say: run `npm run manifest` and commit it.');
  process.exitCode = 1;
}
console.log(`${elements.length} elements: ${elements.map(({ tagName }) => tagName).join(', ')}`);
