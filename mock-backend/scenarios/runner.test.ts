import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Command } from '../engine/command.js';
import { Refusal } from '../engine/errors.js';
import type { Query } from '../engine/query.js';
import { type Driver, NotSupported, type StepOptions } from './drivers/driver.js';
import { parseScenario } from './format.js';
import { runScenario } from './runner.js';

const at = '2026-11-01T00:00:00+03:00';
const open = { at, do: 'account.open', account: '1' };

/** A backend of a test's own making: it notes what it is asked to do. */
function backend(parts: {
  readonly perform?: (command: Command, options: StepOptions) => void;
  readonly ask?: (query: Query) => unknown;
}) {
  const calls: unknown[] = [];
  const driver: Driver = {
    open: async (setup) => {
      calls.push(['open', setup.id]);
      return {
        advance: async (to) => void calls.push(['advance', to]),
        perform: async (command, options) => {
          calls.push(['perform', command, options]);
          parts.perform?.(command, options);
        },
        ask: async (query) => parts.ask?.(query),
        close: async () => void calls.push(['close']),
      };
    },
    close: async () => undefined,
  };
  return { driver, calls };
}

const run = (driver: Driver, ...steps: object[]) =>
  runScenario(
    parseScenario(JSON.stringify({ scenario: 's', title: 't', start: at, steps }), 's.json'),
    driver,
    async function* () {
      yield 'csv';
    },
    'run1',
  );

describe('the run of a scenario', () => {
  it('moves the clock, then carries out the step without what is about the step itself', async () => {
    const { driver, calls } = backend({});
    expect(await run(driver, { ...open, key: 'k', as: 'n' }, { at, do: 'clock' })).to.deep.equal({
      scenario: 's',
      ok: true,
      failures: [],
    });
    expect(calls).to.deep.equal([
      ['open', 's.run1'],
      ['advance', at],
      ['perform', { do: 'account.open', account: '1' }, { key: 'k', as: 'n' }],
      ['advance', at],
      ['close'],
    ]);
  });

  it('reports what came out differently, by step and place', async () => {
    const { driver } = backend({ ask: () => ({ balance: '1.00', locks: [] }) });
    const is = { balance: '2.00', locks: [] };
    const { failures } = await run(driver, open, { at, do: 'clock', expect: [{ get: 'balance', account: '1', is }] });
    expect(failures).to.deep.equal([{ step: 1, path: 'expect[0].is.balance', expected: '2.00', actual: '1.00' }]);
  });

  it('wants the refusal that it names, and no other', async () => {
    const refused = backend({
      perform: () => {
        throw new Refusal('NOT_FOUND');
      },
    }).driver;
    expect((await run(refused, { ...open, error: 'NOT_FOUND' })).ok).to.equal(true);
    expect((await run(refused, { ...open, error: 'FORBIDDEN' })).failures).to.deep.equal([
      { step: 0, path: 'error', expected: 'FORBIDDEN', actual: 'NOT_FOUND' },
    ]);
    expect((await run(refused, open)).failures).to.deep.equal([
      { step: 0, path: 'error', expected: null, actual: 'NOT_FOUND' },
    ]);
    expect((await run(backend({}).driver, { ...open, error: 'NOT_FOUND' })).failures).to.deep.equal([
      { step: 0, path: 'error', expected: 'NOT_FOUND', actual: null },
    ]);
  });

  it('sees when a refused step has changed something', async () => {
    let asked = 0;
    const { driver } = backend({
      perform: (command) => {
        if (command.do === 'payment') throw new Refusal('AMOUNT_INVALID');
      },
      ask: ({ get }) => (get === 'balance' ? { balance: `${asked++}.00` } : []),
    });
    const pay = { at, do: 'payment', account: '1', amount: '0.00', txn: 'p', error: 'AMOUNT_INVALID' };
    expect((await run(driver, open, pay)).failures.map(({ path }) => path)).to.deep.equal([
      'error: {"get":"balance","account":"1"} changed',
    ]);
  });

  it('says what is not supported and never passes it', async () => {
    const { driver } = backend({
      perform: ({ do: name }) => {
        throw new NotSupported(name);
      },
    });
    expect((await run(driver, open)).failures).to.deep.equal([
      { step: 0, path: 'do', expected: 'done', actual: 'account.open: not supported yet' },
    ]);
    expect((await run(driver, { ...open, error: 'NOT_FOUND' })).ok).to.equal(false);
  });

  it('goes on after a fault of the engine', async () => {
    const { driver, calls } = backend({
      perform: ({ do: name }) => {
        if (name === 'account.open') throw new TypeError('broken');
      },
    });
    const { failures } = await run(driver, open, { at, do: 'usage.import', file: 'a.csv' });
    expect(failures).to.have.length(1);
    expect(failures[0]?.actual).to.match(/TypeError: broken/);
    expect(calls.filter((call) => Array.isArray(call) && call[0] === 'perform')).to.have.length(2);
  });

  it('of a backend that cannot make a world fails', async () => {
    const driver: Driver = { open: () => Promise.reject(new Error('no disk')), close: async () => undefined };
    const { ok, failures } = await run(driver, open);
    expect(ok).to.equal(false);
    expect(failures[0]?.actual).to.match(/no disk/);
  });
});
