/** A world in which a month is to be closed, and processes that close it until they are killed. Node only. */
import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { MemoryStore } from '../store/memory.js';
import { storesAt } from '../store/open.js';
import type { Along, Store, Write } from '../store/port.js';
import { type Fingerprint, fingerprintOf } from '../world/fingerprint.js';
import { World } from '../world/world.js';
import { chance } from './chance.js';

const SCRIPT = fileURLToPath(new URL('./close-until-killed.ts', import.meta.url));
const ACCOUNTS = 230;
const BEGIN = '2026-11-20T10:00:00+03:00';
/** Bills of November are issued by then, and fees of December charged. */
export const CLOSED = '2026-12-06T12:00:00+03:00';
const MONTH = '2026-11';
/** How often a close is killed before it is left in peace. */
const KILLS = 4;

export function openWorld(id: string, store: Store): Promise<World> {
  const catalog = {
    tariffs: [
      { code: 'monthly', name: 'Monthly', fee: { amount: '300.00' } },
      { code: 'daily', name: 'Daily', fee: { amount: '310.00', charge: 'DAILY' } },
    ],
  } as const;
  return World.open({ id, catalog, timezone: 'Europe/Moscow', currency: 'RUB', start: BEGIN, store });
}

/** Remembers what was written, for other stores. */
class Recorder extends MemoryStore {
  readonly #writes: Write[] = [];
  readonly #facts = new Map<string, string>();

  override async append(writes: readonly Write[], along?: Along): Promise<void> {
    await super.append(writes, along);
    this.#writes.push(...writes);
  }

  override async putFact(name: string, value: string): Promise<void> {
    await super.putFact(name, value);
    this.#facts.set(name, value);
  }

  async copyTo(store: Store): Promise<void> {
    for (const write of this.#writes) await store.append([write]);
    for (const [name, value] of this.#facts) await store.putFact(name, value);
  }
}

/** Subscribers of both ways of paying and of both kinds of fee; some have called no end of money away. */
async function subscribers(): Promise<Recorder> {
  const store = new Recorder();
  const world = await openWorld('model', store);
  for (let index = 0; index < ACCOUNTS; index += 1) {
    const account = `A${String(index).padStart(4, '0')}`;
    const billingMode = index % 3 === 0 ? 'POSTPAID' : 'PREPAID';
    await world.perform({ do: 'account.open', account, billingMode, opening: `${120 + (index % 7) * 100}.00` });
    const number = `+7999${String(index).padStart(7, '0')}`;
    await world.perform({ do: 'number.add', account, number, tariff: index % 2 === 0 ? 'monthly' : 'daily' });
  }
  return store;
}

/** Where a process is killed. */
export interface Kill {
  /** Which of its appends. */
  readonly append: number;
  /** Before it is asked for, on its way, or when it was answered. */
  readonly when: 'before' | 'during' | 'after';
  /** Milliseconds on its way. */
  readonly ms: number;
}

/** Closes the world in a process of its own. @returns Whether it came to the end. */
async function closeElsewhere(address: string, id: string, kill: Kill | null): Promise<boolean> {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, address, id, JSON.stringify(kill)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal === 'SIGKILL' || code === 0, `the close ended with ${code ?? signal ?? ''}: ${said}`).to.equal(true);
  return code === 0;
}

/**
 * @param name - Where the world is: `in one SQLite file`.
 * @param open - Gives the address of an empty database.
 * @param together - Processes that close at the same time.
 */
export function testClosing(
  name: string,
  open: () => Promise<string>,
  { seeds, together }: { readonly seeds: readonly number[]; readonly together: number },
): void {
  describe(`the close of a month ${name}`, () => {
    let model: Recorder;
    let calm: Fingerprint;

    /** A world that is to be closed. */
    const world = async (address: string, id: string): Promise<Store> => {
      const store = await (await storesAt(address))(id);
      model ??= await subscribers();
      await model.copyTo(store);
      return store;
    };

    it('gives every account one bill of the month', async () => {
      const address = await open();
      const id = crypto.randomUUID();
      const store = await world(address, id);
      expect(await closeElsewhere(address, id, null)).to.equal(true);
      calm = await fingerprintOf(store);
      expect(await issued(store)).to.deep.equal({ accounts: ACCOUNTS, once: ACCOUNTS });
      await store.close();
    });

    for (const seed of seeds) {
      it(`that is killed at random points and run again gives the same bytes (seed ${seed})`, async () => {
        const address = await open();
        const id = crypto.randomUUID();
        const store = await world(address, id);
        const random = chance(seed);
        const kills: Kill[] = [];
        const run = async (): Promise<boolean> => {
          const when = (['before', 'during', 'after'] as const)[Math.floor(random() * 3)] ?? 'during';
          const kill: Kill = { append: 1 + Math.floor(random() * 4), when, ms: Math.floor(random() * 12) };
          kills.push(kill);
          return closeElsewhere(address, id, kill);
        };
        let done = false;
        while (!done && kills.length < KILLS) {
          done = (await Promise.all(Array.from({ length: together }, run))).includes(true);
        }
        if (!done) await closeElsewhere(address, id, null);
        const points = JSON.stringify(kills);
        expect(await issued(store), points).to.deep.equal({ accounts: ACCOUNTS, once: ACCOUNTS });
        expect(await fingerprintOf(store), points).to.deep.equal(calm);
        await store.close();
      });
    }
  });
}

/** Accounts, and those that have exactly one close of the month in their journals. */
async function issued(store: Store): Promise<{ readonly accounts: number; readonly once: number }> {
  const accounts = await store.accounts(null, 1000);
  let once = 0;
  for (const account of accounts) {
    let closes = 0;
    for await (const { data } of store.scan({ account, types: ['month.closed'] })) {
      if ((data as { readonly month: string }).month === MONTH) closes += 1;
    }
    if (closes === 1) once += 1;
  }
  return { accounts: accounts.length, once };
}
