import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Command } from '../engine/command.js';
import { MemoryStore } from '../store/memory.js';
import { type Store, StoreFailure } from '../store/port.js';
import fc from '../testing/properties.js';
import { World } from '../world/world.js';
import { testBackend } from './testing/world.js';
import type { WorldHost } from './worlds.js';

const STATEMENT = '/v1/accounts/A1/statement';
const USERS = ['owner', 'clerk', 'narrow', 'techie', 'stranger'];
const NUMBERS = ['+79990000001', '+79990000002'];
const number = fc.constantFrom(...NUMBERS);
const account = fc.constant('A1');
const amount = fc.integer({ min: 1, max: 60_000 }).map((units) => (units / 100).toFixed(2));

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant('payment'), account, amount, txn: fc.uuid() }),
  fc.record({
    do: fc.constant('usage'),
    number,
    service: fc.constant('SMS'),
    segments: fc.integer({ min: 1, max: 3 }),
    peer: fc.constant('+79160000001'),
    id: fc.uuid(),
  }),
  fc.record({ do: fc.constant('tariff.change'), number, to: fc.constantFrom('start', 'plus', 'gold') }),
  fc.record({ do: fc.constant('option.on'), number, option: fc.constant('record') }),
  fc.record({ do: fc.constant('option.off'), number, option: fc.constant('record') }),
  fc.record({
    do: fc.constant('user.change'),
    account,
    user: fc.constant('narrow'),
    levels: fc.record({ CORE: fc.constantFrom('NONE', 'USER'), BILLING: fc.constantFrom('NONE', 'USER') }),
    numbers: fc.constantFrom(null, NUMBERS, ['+79990000001'], ['+79990000002']),
  }),
);

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ command, elsewhere: fc.boolean(), failing: fc.constantFrom(null, null, false, true) }),
  },
  { weight: 4, arbitrary: fc.record({ reads: fc.constantFrom(...USERS) }) },
  { weight: 1, arbitrary: fc.record({ hours: fc.integer({ min: 1, max: 900 }) }) },
  // All that was begun is over.
  { weight: 2, arbitrary: fc.constant('quiet' as const) },
);

/** A store that answers later, and that fails at the next write if told so: before or after it is done. */
class Moody {
  failing: { readonly done: boolean } | null = null;

  constructor(readonly inner: Store) {}

  get store(): Store {
    return new Proxy(this.inner, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (name === 'scan') return value.bind(target);
        return async (...given: unknown[]) => {
          for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
          const { failing } = this;
          if (name !== 'append' || failing === null) return Reflect.apply(value, target, given);
          this.failing = null;
          if (failing.done) await Reflect.apply(value, target, given);
          await new Promise((resolve) => setTimeout(resolve));
          throw new StoreFailure('unreachable', 'gone');
        };
      },
    });
  }
}

/** The same world as another server has it. */
function elsewhereOf({ id, seed, world }: WorldHost): Promise<World> {
  return World.open({ id, ...seed, store: world.store });
}

describe('an answer that is remembered', () => {
  it('is the one that would be made anew, for each user, whatever goes on, fails and is done elsewhere', async () => {
    let remembered = 0;
    const play = async (steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): Promise<void> => {
      const moody = new Moody(new MemoryStore());
      const backend = await testBackend({ store: moody.store });
      const { host } = backend;
      for (const product of ['CORE', 'BILLING'] as const)
        await host.world.perform({ do: 'user.grant', account: 'A1', user: 'narrow', product, level: 'USER' });
      const elsewhere = await elsewhereOf(host);
      await backend.call('GET', STATEMENT, { user: 'narrow' });
      const going: Promise<unknown>[] = [];
      let anew = 0;
      const compare = async (): Promise<void> => {
        await Promise.allSettled(going.splice(0));
        moody.failing = null;
        for (const user of USERS) {
          const known = await backend.call('GET', STATEMENT, { user });
          const fresh = await backend.call('GET', `${STATEMENT}?anew=${(anew += 1)}`, { user });
          expect([known.status, known.body], user).to.deep.equal([
            fresh.status,
            { ...fresh.body, ...idOf(known.body) },
          ]);
          expect(known.headers.get('etag')).to.equal(fresh.headers.get('etag'));
          if (known.status === 200) remembered += 1;
        }
      };
      for (const next of steps) {
        if (next === 'quiet') await compare();
        else if ('hours' in next) {
          await Promise.allSettled(going.splice(0));
          await host
            .advance(new Date(host.world.instant + next.hours * 3_600_000).toISOString())
            .catch(() => undefined);
        } else if ('reads' in next) going.push(backend.call('GET', STATEMENT, { user: next.reads }));
        else {
          if (next.failing !== null) moody.failing = { done: next.failing };
          const world = next.elsewhere ? elsewhere : host.world;
          going.push(world.catchUp().then(() => world.perform(next.command, { key: crypto.randomUUID() })));
        }
      }
      await compare();
    };
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), play), { numRuns: 12 });
    expect(remembered).to.be.greaterThan(100);
  });
});

/** Each refusal has a trace of its own. */
const idOf = (body: Readonly<Record<string, unknown>>) => ('traceId' in body ? { traceId: body['traceId'] } : {});
