import type { Command } from '../engine/command.js';
import { StoreFailure } from '../store/port.js';
import { Refusal } from '../engine/errors.js';
import type { Query } from '../engine/query.js';
import { type Driver, NotSupported, type Session, type StepOptions } from './drivers/driver.js';
import type { Scenario, Step } from './format.js';
import { match } from './match.js';
import { Surroundings } from './surroundings.js';

/** One thing that did not come out as the scenario says. */
export interface Failure {
  /** Index of the step in the file. */
  readonly step: number;
  /** Place in the step: `do`, `error`, `expect[0].is.balance`. */
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

export interface Outcome {
  readonly scenario: string;
  readonly ok: boolean;
  readonly failures: readonly Failure[];
}

/** Opens a file that lies beside the scenario. */
export type OpenFile = (name: string) => AsyncIterable<string | Uint8Array>;

/**
 * Runs a scenario in a world of its own.
 *
 * @param scenario - What to run.
 * @param driver - How the world is reached.
 * @param openFile - Gives the CSV files of `usage.import`.
 * @param run - Sets the worlds of this run apart from those of earlier runs on the same store.
 * @returns What did not come out; a fault of the engine is a failure of its step, never an exception.
 * @throws {StoreFailure} If the database that the world is to be in cannot be used.
 * @see FORMAT.md §1, §5, §6
 */
export async function runScenario(
  scenario: Scenario,
  driver: Driver,
  openFile: OpenFile,
  run: string,
): Promise<Outcome> {
  const { catalog, timezone, currency, start } = scenario;
  const failures: Failure[] = [];
  let session: Session | undefined;
  try {
    session = await driver.open({ id: `${scenario.scenario}.${run}`, catalog, timezone, currency, start });
    const world = new ScenarioRun(session, new Surroundings(currency), openFile);
    for (const [index, step] of scenario.steps.entries()) {
      for (const failure of await world.step(step)) failures.push({ step: index, ...failure });
    }
  } catch (error) {
    // Without a database no scenario says anything.
    if (error instanceof StoreFailure && !session) throw error;
    failures.push({ step: 0, path: '', expected: 'a world', actual: describe(error) });
  } finally {
    await session?.close();
  }
  return { scenario: scenario.scenario, ok: failures.length === 0, failures };
}

type StepFailure = Omit<Failure, 'step'>;

class ScenarioRun {
  constructor(
    private readonly session: Session,
    private readonly around: Surroundings,
    private readonly openFile: OpenFile,
  ) {}

  async step(step: Step): Promise<readonly StepFailure[]> {
    const { at, key, as, error, expect = [], ...command } = step;
    const failures: StepFailure[] = [];
    try {
      await this.session.advance(at);
      failures.push(...(await this.#perform(command, error, { ...(key && { key }), ...(as && { as }) })));
    } catch (fault) {
      failures.push({ path: 'at', expected: 'the clock moves', actual: describe(fault) });
    }
    if (!error) this.around.learn(command, as);
    for (const [index, { is, ...query }] of expect.entries()) {
      const path = `expect[${index}].is`;
      try {
        const answer = await this.session.ask(query);
        for (const wrong of match(is, answer, this.around.scaleFor(query))) {
          failures.push({ ...wrong, path: path + wrong.path });
        }
      } catch (fault) {
        failures.push({ path, expected: is, actual: describe(fault) });
      }
    }
    return failures;
  }

  async #perform(command: Command, error: string | undefined, options: StepOptions): Promise<readonly StepFailure[]> {
    if (command.do === 'clock') return [];
    const before = error ? await this.#state() : undefined;
    const source = command.do === 'usage.import' ? { source: this.openFile(command.file) } : {};
    let code: string | undefined;
    try {
      await this.session.perform(command, { ...options, ...source });
    } catch (fault) {
      if (!(fault instanceof Refusal)) return [{ path: 'do', expected: error ?? 'done', actual: describe(fault) }];
      code = fault.code;
    }
    if (code !== error) return [{ path: 'error', expected: error ?? null, actual: code ?? null }];
    if (before === undefined) return [];
    const after = await this.#state();
    return Object.keys(after)
      .filter((question) => before[question] !== after[question])
      .map((question) => ({
        path: `error: ${question} changed`,
        expected: before[question],
        actual: after[question],
      }));
  }

  /** Everything that a refused step must leave untouched, as text. */
  async #state(): Promise<Readonly<Record<string, string>>> {
    const state: Record<string, string> = {};
    for (const query of this.around.everything()) {
      state[JSON.stringify(query)] = await this.#answer(query);
    }
    return state;
  }

  async #answer(query: Query): Promise<string> {
    try {
      return JSON.stringify(await this.session.ask(query));
    } catch (error) {
      return describe(error);
    }
  }
}

function describe(error: unknown): string {
  if (error instanceof Refusal) return `refused: ${error.code}`;
  if (error instanceof NotSupported) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
