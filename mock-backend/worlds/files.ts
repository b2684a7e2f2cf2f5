import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readScenarios, type ScenarioFile } from '../scenarios/files.js';

const folder = new URL('../scenarios/worlds/', import.meta.url);

/** Names of the worlds that come with the project: `demo`, `empty`, `blocked` … */
export async function worldNames(): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/** The scenario of a world that comes with the project. Node only. */
export function worldFile(name: string): ScenarioFile {
  const file = fileURLToPath(new URL(`${name}/world-${name}.json`, folder));
  const [scenario] = readScenarios([file]);
  if (scenario === undefined) throw new Error(`there is no world ${name}`);
  return scenario;
}

/** Opens a file that lies beside a world's scenario. */
export const openBeside = (name: string) => (file: string) =>
  createReadStream(fileURLToPath(new URL(`${name}/${file}`, folder)));
