import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FormatError, parseScenario, type Scenario } from './format.js';
import type { OpenFile } from './runner.js';

/** A scenario and the folder that its CSV files lie in. */
export interface ScenarioFile {
  readonly file: string;
  readonly scenario: Scenario;
  readonly openFile: OpenFile;
}

/** A path that leads to no scenario. */
export class NoScenario extends Error {
  override readonly name = 'NoScenario';
}

/**
 * Reads scenarios from files, and from the `*.json` of folders in order of their names.
 *
 * @throws {NoScenario} If a path leads nowhere or a folder has none.
 * @throws {AggregateError} With a {@link FormatError} for every file that does not keep to the format.
 */
export function readScenarios(paths: readonly string[]): readonly ScenarioFile[] {
  const errors: unknown[] = [];
  const ids = new Map<string, string>();
  const scenarios = paths.flatMap(filesAt).flatMap((file) => {
    try {
      const scenario = readScenario(file);
      const place = join(dirname(file), scenario.scenario);
      const other = ids.get(place);
      if (other !== undefined && other !== file) throw taken(file, other);
      ids.set(place, file);
      return [{ file, scenario, openFile: (name: string) => createReadStream(join(dirname(file), name)) }];
    } catch (error) {
      errors.push(error);
      return [];
    }
  });
  if (errors.length > 0) throw new AggregateError(errors);
  return scenarios;
}

function filesAt(path: string): readonly string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new NoScenario(`${path}: no such file or folder`);
  if (!stat.isDirectory()) return [path];
  const files = readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(path, name));
  if (files.length === 0) throw new NoScenario(`${path}: there are no *.json files in this folder`);
  return files;
}

function readScenario(file: string): Scenario {
  const scenario = parseScenario(readFileSync(file, 'utf8'), file);
  scenario.steps.forEach((step, index) => {
    const command = step.do === 'as-user' ? step.step : step;
    if (command.do === 'usage.import' && !existsSync(join(dirname(file), command.file))) {
      const message = `expected a file beside ${basename(file)}: there is no "${command.file}"`;
      throw new FormatError(file, [{ path: `$.steps[${index}].file`, message }]);
    }
  });
  return scenario;
}

function taken(file: string, other: string): FormatError {
  return new FormatError(file, [
    { path: '$.scenario', message: `expected an id of its own in the folder: ${basename(other)} has it` },
  ]);
}
