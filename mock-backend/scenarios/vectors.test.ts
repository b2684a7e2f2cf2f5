import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { startServer } from '../server.js';
import { makeDriver } from './drivers/choose.js';
import type { Driver } from './drivers/driver.js';
import { HttpDriver } from './drivers/http.js';
import { SubscriberDriver } from './drivers/subscriber.js';
import { readScenarios } from './files.js';
import { runScenario } from './runner.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const notYet: unknown = JSON.parse(readFileSync(here('not-yet.json'), 'utf8'));
const skipped = new Set(Array.isArray(notYet) ? notYet : []);
const scenarios = readScenarios([here('vectors'), here('more'), here('worlds/demo')]);

/** The ways of FORMAT.md §1; what they need is made and taken down here. */
const ways = [
  { name: 'on the engine, in memory', open: () => makeDriver({ store: 'memory', via: 'engine' }) },
  { name: 'on the engine, in SQLite', open: (folder: string) => makeDriver({ store: sqlite(folder), via: 'engine' }) },
  { name: 'through the API in process', open: () => makeDriver({ store: 'memory', via: 'api' }) },
  { name: 'through a running server', open: overHttp },
] as const;

/** Every vector, our own beside the common ones, and the demo world, every way. `not-yet.json` names those that are not run yet. */
for (const way of ways) {
  describe(`the vectors ${way.name}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'lk-vectors-'));
    let driver: Driver;
    before(async () => {
      driver = await way.open(folder);
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

function sqlite(folder: string): string {
  return `sqlite:${join(folder, 'worlds.db')}`;
}

async function overHttp(): Promise<Driver> {
  const key = 'key-of-the-vectors';
  const server = await startServer({ port: 0, dataDir: null, adminKey: key, world: null });
  return new SubscriberDriver(new HttpDriver(fetch, server.url.replace(/\/+$/, ''), key, () => server.close()));
}
