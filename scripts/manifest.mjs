/**
 * `npm run manifest`: writes `custom-elements.json`, from which the documentation, the editors' data and the types for
 * frameworks are made, and `llms.txt`. In any case everything public must be described, and nothing else.
 *
 *   --check       compares the two files instead
 *   --types DIR   only writes the types for React, Vue and Svelte there
 *   --editors DIR only writes the data for VS Code and the JetBrains editors there
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './bootstrap.mjs';
import { analyse } from './manifest/analyse.mjs';
import { undescribed, unlike } from './manifest/check.mjs';
import { frameworkTypes } from './manifest/frameworks.mjs';
import { llmsText } from './manifest/llms.mjs';

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    editors: { type: 'string' },
    types: { type: 'string' },
  },
});
const { text, manifest, elements } = await analyse();

if (values.types) {
  const folder = join(root, values.types);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(frameworkTypes(manifest, elements))) {
    writeFileSync(join(folder, name), content);
  }
}
if (values.editors) {
  const outdir = join(root, values.editors);
  mkdirSync(outdir, { recursive: true });
  const { generateVsCodeCustomElementData } = await import('custom-element-vs-code-integration');
  const { generateJetBrainsWebTypes } = await import('custom-element-jet-brains-integration');
  generateVsCodeCustomElementData(manifest, { outdir, hideLogs: true });
  generateJetBrainsWebTypes(manifest, { outdir, hideLogs: true, packageJson: false });
}
if (values.types || values.editors) process.exit(0);

const problems = [...undescribed(elements), ...unlike(elements)];
if (problems.length > 0) {
  console.error(`The sources and their description differ:\n  ${problems.join('\n  ')}`);
  process.exitCode = 1;
}

const { version, description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const files = { 'custom-elements.json': text, 'llms.txt': llmsText({ elements, version, description }) };
for (const [name, content] of Object.entries(files)) {
  const path = join(root, name);
  if (!values.check) writeFileSync(path, content);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== content) {
    console.error(`${name} is not what the sources say: run \`npm run manifest\` and commit it.`);
    process.exitCode = 1;
  }
}
console.log(`${elements.length} elements: ${elements.map(({ tagName }) => tagName).join(', ')}`);
