import type { WorldHost } from '../api/worlds.js';
import type { Scenario } from '../scenarios/format.js';
import { papersOf } from './papers.js';
import { showcase } from './showcase.js';

/** Opens a file that lies beside a scenario, as text in chunks of any size. */
export type OpenFile = (name: string) => AsyncIterable<string | Uint8Array>;

const PLAYED = 'scenario.played';
const COMPLETE = 'scenario.complete';

/**
 * Plays the steps of a scenario into a world. What was played already is not played again: a server that was stopped on the
 * way goes on where it stood. Steps that the scenario expects to be refused change nothing and are left out.
 *
 * A world that was played to its end goes on as it is, though the scenario may have changed since.
 *
 * @throws {Refusal} If the world was left half-way by another version of the scenario.
 * @see FORMAT.md §5
 */
export async function play(host: WorldHost, scenario: Scenario, openFile: OpenFile): Promise<void> {
  const { world, store } = host;
  const played = Number((await store.fact(PLAYED)) ?? 0);
  // Older versions counted all steps and said no more.
  if ((await store.fact(COMPLETE)) !== null || (played > 0 && played >= scenario.steps.length)) return;
  for (const [index, step] of scenario.steps.entries()) {
    if (index < played) continue;
    const { at, key, as, error, expect: _expectations, ...command } = step;
    await world.advance(at);
    if (error === undefined && command.do !== 'clock') {
      await world.perform(command, {
        key: key ?? `${scenario.scenario}#${index}`,
        ...(as === undefined ? {} : { as }),
        ...(command.do === 'usage.import' ? { source: openFile(command.file) } : {}),
      });
    }
    // The last step is told apart by what follows it; repeated at the same instant, its key is still remembered.
    if (index + 1 < scenario.steps.length) await store.putFact(PLAYED, String(index + 1));
  }
  for (const [index, command] of papersOf(scenario.scenario).entries()) {
    await world.perform(command, { key: `${scenario.scenario}#papers${index}` });
  }
  await store.putFact(COMPLETE, 'yes');
}

/** What a world begins with, as a scenario says it, with the numbers on sale, which scenarios know nothing of. */
export function seedOf({ catalog, timezone, currency, start }: Scenario) {
  return { catalog: { ...catalog, showcase }, timezone, currency, start };
}
