/** Reads the sources into a custom elements manifest. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { cacheDir, root } from '../bootstrap.mjs';

/**
 * @returns {Promise<{text: string, manifest: object, elements: object[]}>} As it is written, as it is read, and its elements.
 * @throws {Error} With what the analyser said.
 */
export async function analyse() {
  const folder = join(cacheDir, `manifest-${process.pid}`);
  const { status, stdout, stderr } = spawnSync(
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
  if (status !== 0) throw new Error(`The sources could not be analysed:\n${stdout}${stderr}`);
  try {
    const text = await format(readFileSync(join(folder, 'custom-elements.json'), 'utf8'), {
      parser: 'json',
      printWidth: 120,
    });
    const manifest = JSON.parse(text);
    const elements = manifest.modules
      .flatMap(({ declarations }) => declarations)
      .filter(({ customElement }) => customElement);
    return { text, manifest, elements };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
