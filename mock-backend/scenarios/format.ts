import { type z } from 'zod';
import type { Catalog } from '../engine/catalog.js';
import { CatalogFormat } from './format/catalog.js';
import { StepFormat } from './format/steps.js';
import { AnyText, Currency, Instant, listOf, record, Text, Zone } from './format/values.js';

export type { Expectation, Expected, Step } from './format/steps.js';

/** A scenario that keeps to the format, defaults filled in. */
export type Scenario = z.infer<typeof ScenarioFormat> & { readonly catalog: Catalog };

/** One place where a file does not keep to the format. */
export interface FormatProblem {
  /** JSON path, `$` being the whole file. */
  readonly path: string;
  /** What is wrong there and what was expected. */
  readonly message: string;
}

/** A file that is no scenario. The message has a line for every problem: file, JSON path, what was expected. */
export class FormatError extends Error {
  override readonly name = 'FormatError';

  constructor(
    readonly file: string,
    readonly problems: readonly FormatProblem[],
  ) {
    super(problems.map(({ path, message }) => `${file}: ${path} ${message}`).join('\n'));
  }
}

const ScenarioFormat = record({
  scenario: Text.refine((id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id), {
    error: 'expected an id of small letters, digits and hyphens',
  }),
  title: Text,
  rules: listOf(AnyText).default([]),
  timezone: Zone.default('Europe/Moscow'),
  currency: Currency.default('RUB'),
  start: Instant,
  catalog: CatalogFormat.default({}),
  steps: listOf(StepFormat),
}).superRefine(({ start, steps }, context) => {
  let before = { at: start, name: 'the start' };
  steps.forEach((step, index) => {
    if (Date.parse(step.at) < Date.parse(before.at)) {
      const message = `expected an instant not before ${before.at}, that of ${before.name}: steps come in order`;
      context.addIssue({ code: 'custom', path: ['steps', index, 'at'], message });
    } else {
      before = { at: step.at, name: `step ${index}` };
    }
  });
});

/**
 * Reads a scenario.
 *
 * @param text - The file's text.
 * @param file - Its name, for messages.
 * @throws {FormatError} If the text is no JSON or does not keep to the format.
 * @see FORMAT.md §2
 */
export function parseScenario(text: string, file: string): Scenario {
  const result = ScenarioFormat.safeParse(parseJson(text.replace(/^\uFEFF/, ''), file));
  if (result.success) return result.data;
  throw new FormatError(
    file,
    result.error.issues.map(({ path, message }) => ({ path: jsonPath(path), message })),
  );
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FormatError(file, [{ path: `$${placeOf(reason, text)}`, message: `expected JSON: ${reason}` }]);
  }
}

/** Line and column of the fault, where the engine of the language tells its position. */
function placeOf(reason: string, text: string): string {
  const position = /position (\d+)/.exec(reason)?.[1];
  if (position === undefined) return '';
  const lines = text.slice(0, Number(position)).split('\n');
  return ` (line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1})`;
}

/** `$.steps[3].amount` */
function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    const name = String(key);
    return /^[A-Za-z_]\w*$/.test(name) ? `${text}.${name}` : `${text}[${JSON.stringify(name)}]`;
  }, '$');
}
