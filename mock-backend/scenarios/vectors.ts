import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Driver } from './drivers/driver.js';
import { readScenarios } from './files.js';
import { runScenario } from './runner.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const scenarios = readScenarios([here('vectors'), here('more'), here('worlds/demo')]);

/** Sets the worlds of this run apart from those that an earlier one left in a database. */
const run = crypto.randomUUID();

/**
 * Every vector, our own beside the common ones, and the demo world, as tests.
 *
 * @param way - How they are run: `on the engine, in memory`.
 * @param open - Makes that way; it is given a folder that is removed in the end.
 */
export function testVectors(way: string, open: (folder: string) => Promise<Driver>): void {
  describe(`the vectors ${way}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'lk-vectors-'));
    let driver: Driver;
    before(async () => {
      driver = await open(folder);
    });
    after(async () => {
      await driver.close();
      rmSync(folder, { recursive: true, force: true });
    });

    for (const { scenario, openFile } of scenarios) {
      it(`${scenario.scenario}: ${scenario.title}`, async () => {
        const { failures } = await runScenario(scenario, driver, openFile, run);
        expect(failures).to.deep.equal([]);
      });
    }
  });
}
