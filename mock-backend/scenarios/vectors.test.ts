import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { makeDriver } from './drivers/choose.js';
import type { Driver } from './drivers/driver.js';
import { readScenarios } from './files.js';
import { runScenario } from './runner.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const notYet: unknown = JSON.parse(readFileSync(here('not-yet.json'), 'utf8'));
const skipped = new Set(Array.isArray(notYet) ? notYet : []);
const scenarios = readScenarios([here('vectors'), here('worlds/demo')]);

/** Every vector and the demo world, in each kind of store. `not-yet.json` names those that are not run yet. */
for (const kind of ['memory', 'sqlite'] as const) {
  describe(`the vectors on the engine, stored in ${kind}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'lk-vectors-'));
    const store = kind === 'sqlite' ? `sqlite:${join(folder, 'worlds.db')}` : 'memory';
    let driver: Driver;
    before(async () => {
      driver = await makeDriver({ store, via: 'engine' });
    });
    after(async () => {
      await driver.close();
      rmSync(folder, { recursive: true, force: true });
    });

    for (const { scenario, openFile } of scenarios) {
      if (skipped.has(scenario.scenario)) continue;
      it(`${scenario.scenario}: ${scenario.title}`, async () => {
        const { failures } = await runScenario(scenario, driver, openFile, 'test');
        expect(failures).to.deep.equal([]);
      });
    }
  });
}
