import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Worlds } from '../api/worlds.js';
import { parseScenario } from '../scenarios/format.js';
import { MemoryStore } from '../store/memory.js';
import { play, seedOf } from './play.js';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T10:00:00+03:00`;
const scenarioOf = (days: number) =>
  parseScenario(
    JSON.stringify({
      scenario: 'played',
      title: 'A payment a day',
      start: at(1),
      steps: [
        { at: at(1), do: 'account.open', account: 'a' },
        ...Array.from({ length: days }, (_, index) => ({
          at: at(index + 1),
          do: 'correction',
          account: 'a',
          amount: '-1.00',
          reason: 'a day',
        })),
      ],
    }),
    'played.json',
  );
const noFile = () => {
  throw new Error('the scenario has no files');
};

/** Opens the world that is in the store, plays a scenario into it, and tells the balance. */
async function balanceAfter(store: MemoryStore, days: number): Promise<string | undefined> {
  const scenario = scenarioOf(days);
  const host = await new Worlds(() => Promise.resolve(store)).open('played', seedOf(scenario), false);
  await play(host, scenario, noFile);
  return (await host.world.account('a'))?.balance;
}

describe('a world that plays a scenario', () => {
  it('plays it once, and goes on as it is though the scenario has grown since', async () => {
    const store = new MemoryStore();
    expect(await balanceAfter(store, 5)).to.equal('5.00');
    expect(await balanceAfter(store, 5)).to.equal('5.00');
    expect(await balanceAfter(store, 7)).to.equal('5.00');
  });

  it('that was stopped on the way goes on where it stood, however long ago its keys are', async () => {
    const store = new MemoryStore();
    const append = store.append.bind(store);
    let appended = 0;
    store.append = async (...given) => {
      if ((appended += 1) > 4) throw new Error('the power is gone');
      return append(...given);
    };
    await balanceAfter(store, 6).then(
      () => expect.fail('played'),
      () => undefined,
    );
    store.append = append;
    expect(await balanceAfter(store, 6)).to.equal('6.00');
  });

  it('which an older version has played counts as played', async () => {
    const store = new MemoryStore();
    await store.putFact('scenario.played', '6');
    expect(await balanceAfter(store, 5)).to.equal(undefined);
  });
});
