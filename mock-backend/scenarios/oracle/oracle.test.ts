import { describe, it } from 'node:test';
import { expect } from 'chai';
import { MemoryStore } from '../../store/memory.js';
import { EngineDriver } from '../drivers/engine.js';
import { parseScenario } from '../format.js';
import { runScenario } from '../runner.js';
import { generate } from './generate.js';
import { foretell } from './oracle.js';

/** `LK_SEEDS=0-5000` looks further. */
const [from = 0, to = 60] = (process.env['LK_SEEDS'] ?? '').split('-').filter(Boolean).map(Number);

/**
 * Random lives of an account: tariffs with steps, bands, caps and packages, orders, changes, payments, late records, locks. A
 * second, plain calculation foretells every amount, bucket, lock, alert and bill; the engine must agree.
 */
describe('the engine and a second calculation', () => {
  const driver = new EngineDriver(async () => new MemoryStore());
  async function* noFile() {
    yield '';
  }

  for (let seed = from; seed < to; seed += 1) {
    it(`agree on the life with seed ${seed}`, async () => {
      const text = JSON.stringify(foretell(generate(seed), `seed-${seed}`));
      const { failures } = await runScenario(parseScenario(text, `seed-${seed}.json`), driver, noFile, 'test');
      expect(failures).to.deep.equal([]);
    });
  }
});
