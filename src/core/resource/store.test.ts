import { expect } from '@open-wc/testing';
import { LkError } from '../../api/errors.js';
import { tinyBackend, until } from '../../testing/tiny-backend.js';
import type { Query } from './query.js';
import { ResourceStore } from './store.js';

interface Probe extends Query<string> {
  /** Answers the oldest open question. */
  answer(value: string): void;
  fail(error: LkError): void;
  readonly asked: number;
  readonly aborted: number;
}

function probe(key = 'a', tags: readonly string[] = ['t'], maxAge = 60_000): Probe {
  const open: { resolve: (value: string) => void; reject: (error: unknown) => void }[] = [];
  let asked = 0;
  let aborted = 0;
  return {
    key,
    tags,
    maxAge,
    load: (_, { signal }) => {
      asked++;
      signal.addEventListener('abort', () => aborted++);
      return new Promise((resolve, reject) => open.push({ resolve, reject }));
    },
    answer: (value) => open.shift()?.resolve(value),
    fail: (error) => open.shift()?.reject(error),
    get asked() {
      return asked;
    },
    get aborted() {
      return aborted;
    },
  };
}
const nothing = (): void => undefined;
const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('resource store', () => {
  let store: ResourceStore;
  beforeEach(() => (store = new ResourceStore(tinyBackend().session().client)));

  it('asks once for equal questions and tells all who look', async () => {
    const query = probe();
    let told = 0;
    const both = [store.observe(query, () => told++), store.observe(query, () => told++)];
    await tick();
    query.answer('x');
    await tick();
    expect(query.asked).to.equal(1);
    expect(both.map(({ snapshot }) => snapshot.value)).to.deep.equal(['x', 'x']);
    expect(told).to.be.greaterThan(1);
  });

  it('shows what it has to one who comes later, and asks again only when that is old', async () => {
    const query = probe('a', ['t'], 60_000);
    store.observe(query, nothing);
    await tick();
    query.answer('x');
    await tick();
    expect(store.observe(query, nothing).snapshot).to.include({ value: 'x', loading: false });
    expect(store.observe({ ...query, maxAge: -1 }, nothing).snapshot).to.include({ value: 'x', loading: true });
  });

  it('asks again after a command that touched it, and drops the answer from before the command', async () => {
    const query = probe();
    const seen = store.observe(query, nothing);
    await tick();
    store.invalidate(['t', 'other']);
    await tick();
    expect(query.asked).to.equal(2);
    expect(query.aborted).to.equal(1);
    query.answer('before the command');
    await tick();
    expect(seen.snapshot.value).to.equal(undefined);
    query.answer('after');
    await tick();
    expect(seen.snapshot.value).to.equal('after');
    store.invalidate(['other']);
    await tick();
    expect(query.asked).to.equal(2);
  });

  it('asks again later for what nobody looked at when a command touched it', async () => {
    const query = probe();
    const seen = store.observe(query, nothing);
    await tick();
    query.answer('x');
    await tick();
    seen.release();
    await tick();
    store.invalidate(['t']);
    await tick();
    expect(query.asked).to.equal(1);
    expect(store.observe(query, nothing).snapshot).to.include({ value: 'x', loading: true });
  });

  it('keeps the last value after an error, with its age', async () => {
    const query = probe();
    const seen = store.observe(query, nothing);
    await tick();
    query.answer('x');
    await tick();
    const { updatedAt } = seen.snapshot;
    seen.refresh();
    await tick();
    query.fail(new LkError({ kind: 'problem', code: 'BROKEN', status: 500 }));
    await tick();
    expect(seen.snapshot).to.include({ value: 'x', updatedAt });
    expect(seen.snapshot.error?.code).to.equal('BROKEN');
  });

  it('keeps nothing when the right to it is gone', async () => {
    const query = probe();
    const seen = store.observe(query, nothing);
    await tick();
    query.answer('x');
    await tick();
    seen.refresh();
    await tick();
    query.fail(new LkError({ kind: 'problem', code: 'FORBIDDEN', status: 403 }));
    await tick();
    expect(seen.snapshot.value).to.equal(undefined);
  });

  it('ends a request nobody waits for, but not when an element is only moved', async () => {
    const query = probe();
    const first = store.observe(query, nothing);
    await tick();
    first.release();
    const second = store.observe(query, nothing);
    await tick();
    expect(query.aborted).to.equal(0);
    second.release();
    await tick();
    expect(query.aborted).to.equal(1);
  });

  it('takes an error that is thrown before there is a promise for an error like any other', async () => {
    const broken: Query<string> = {
      key: 'broken',
      tags: [],
      load: () => {
        throw new LkError({ kind: 'problem', code: 'EARLY', status: 500 });
      },
    };
    const seen = store.observe(broken, nothing);
    await until(() => seen.snapshot.error !== null, 'the error');
    expect(seen.snapshot.error?.code).to.equal('EARLY');
  });

  it('asks again on coming back when the answer is old or failed, and at once on coming on line', async () => {
    const query = probe();
    const seen = store.observe(query, nothing);
    await tick();
    query.answer('x');
    await tick();
    dispatchEvent(new Event('focus'));
    await tick();
    expect(query.asked).to.equal(1);
    dispatchEvent(new Event('online'));
    await until(() => query.asked === 2, 'the second question');
    query.fail(new LkError({ kind: 'network', code: 'NETWORK' }));
    await tick();
    dispatchEvent(new Event('focus'));
    await until(() => query.asked === 3, 'the third question');
    seen.release();
    await tick();
    dispatchEvent(new Event('online'));
    await tick();
    expect(query.asked).to.equal(3);
  });

  it('asks again what was failing for want of the network when it came back', async () => {
    const query = probe();
    const seen = store.observe(query, nothing);
    await tick();
    dispatchEvent(new Event('online'));
    query.fail(new LkError({ kind: 'network', code: 'NETWORK' }));
    await until(() => query.asked === 2, 'the second question');
    query.answer('x');
    await until(() => seen.snapshot.value === 'x', 'the answer');
    expect(query.asked).to.equal(2);
    seen.release();
  });

  it('forgets everything when cleared, and takes no answer that comes after', async () => {
    const query = probe();
    const seen = store.observe(query, nothing);
    await tick();
    store.clear();
    query.answer('x');
    await tick();
    expect(seen.snapshot).to.deep.equal({ value: undefined, error: null, updatedAt: null, loading: false });
  });

  it('keeps only so many answers that nobody looks at', async () => {
    for (let i = 0; i < 100; i++) {
      const query = probe(`q${i}`);
      const seen = store.observe(query, nothing);
      await tick();
      query.answer('x');
      await tick();
      seen.release();
    }
    await tick();
    expect(store.peek(probe('q0')).value).to.equal(undefined);
    expect(store.peek(probe('q99')).value).to.equal('x');
  });
});
