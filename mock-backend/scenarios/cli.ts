import { parseArgs } from 'node:util';
import { makeDriver, UsageError } from './drivers/choose.js';
import { NoScenario, readScenarios, type ScenarioFile } from './files.js';
import { FormatError } from './format.js';
import { type Failure, type Outcome, runScenario } from './runner.js';
import { StoreFailure } from '../store/port.js';

const HELP = `Usage: lk-scenario run FILE_OR_DIR…
    --store memory | sqlite:PATH | postgres://…   where the journals live (memory)
    --via engine | api | http | http://HOST:PORT  the engine, the API in process, a server of its own, or a running one (engine)
    --json                                        one JSON object per scenario on stdout

       lk-scenario serve [--port N]           a reference server without data, to run scenarios against (4180)
    --store memory | sqlite:PATH | postgres://…   where its worlds live (memory)

LK_ADMIN_KEY holds the key of a running server's /admin routes.
Exit status: 0 all passed, 1 some failed, 2 a file that does not match the format, a wrong command line, or
a database that cannot be used.`;

/**
 * The command line.
 *
 * @param args - Without the interpreter and the script.
 * @returns The exit status: 0, 1 if a scenario failed, 2 if a file does not match the format, the command line is wrong, or the
 *   database cannot be used.
 * @see FORMAT.md §1
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    return await run(args);
  } catch (error) {
    if (error instanceof AggregateError && error.errors.every((inner) => inner instanceof FormatError)) {
      for (const inner of error.errors) console.error(String(inner.message));
      console.log(`0 passed, ${error.errors.length} failed`);
      return 2;
    }
    if (error instanceof UsageError || error instanceof NoScenario || error instanceof StoreFailure) {
      console.error(`lk-scenario: ${error.message}`);
      return 2;
    }
    throw error;
  }
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [command, ...paths] = positionals;
  if (values.help || command === undefined || command === 'help') {
    console.log(HELP);
    return values.help || command === 'help' ? 0 : 2;
  }
  if (command === 'serve') return serve(values.port, values.store);
  if (command !== 'run') throw new UsageError(`there is no command "${command}"; there are run and serve`);
  if (paths.length === 0) throw new UsageError('run what? Name a file or a folder');

  const scenarios = readScenarios(paths);
  const driver = await makeDriver({ store: values.store, via: values.via });
  try {
    const runId = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
    let failed = 0;
    for (const { scenario, openFile, file } of scenarios) {
      const outcome = await runScenario(scenario, driver, openFile, runId);
      if (!outcome.ok) failed += 1;
      console.log(values.json ? JSON.stringify(outcome) : report(outcome, { file, scenario, openFile }));
    }
    console.log(`${scenarios.length - failed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    await driver.close();
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        store: { type: 'string', default: 'memory' },
        via: { type: 'string', default: 'engine' },
        json: { type: 'boolean', default: false },
        port: { type: 'string', default: '4180' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Serves until it is told to stop. */
async function serve(port: string, store: string): Promise<number> {
  if (!/^\d{1,5}$/.test(port)) throw new UsageError(`--port ${port} is no port`);
  const { startServer } = await import('../server.js');
  const adminKey = process.env['LK_ADMIN_KEY'] ?? crypto.randomUUID();
  const server = await startServer({
    port: Number(port),
    dataDir: null,
    adminKey,
    world: null,
    database: store,
  });
  console.log(`LK_ADMIN_KEY=${adminKey} lk-scenario run FILE_OR_DIR… --via ${server.url}`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await server.close();
  return 0;
}

function report(outcome: Outcome, { file, scenario }: ScenarioFile): string {
  if (outcome.ok) return `✓ ${outcome.scenario}`;
  const lines = outcome.failures.map((failure) => {
    const step = scenario.steps[failure.step];
    const where = step ? `${file}: $.steps[${failure.step}].${failure.path} (${step.do}, ${step.at})` : file;
    return `    ${where}\n        expected ${shown(failure, 'expected')}\n        actual   ${shown(failure, 'actual')}`;
  });
  return [`✗ ${outcome.scenario}`, ...lines].join('\n');
}

function shown(failure: Failure, side: 'expected' | 'actual'): string {
  const value = failure[side];
  return typeof value === 'string' && value.includes('\n') ? value : (JSON.stringify(value) ?? 'nothing');
}
