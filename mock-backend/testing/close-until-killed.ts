/** Closes the months of a world as a server would, and is killed at a point that is given: ADDRESS WORLD KILL. */
import { closeAt } from '../close/open.js';
import { storesAt } from '../store/open.js';
import type { Along, Store, Write } from '../store/port.js';
import { CLOSED, type Kill, openWorld } from './closing.js';

const [, , address = '', id = '', point = 'null'] = process.argv;
const kill = JSON.parse(point) as Kill | null;
const die = () => process.kill(process.pid, 'SIGKILL');

/** Kills this process at one of its appends. */
function mortal(store: Store): Store {
  let appends = 0;
  const append = async (writes: readonly Write[], along?: Along): Promise<void> => {
    appends += 1;
    if (!kill || appends < kill.append) return store.append(writes, along);
    if (kill.when === 'before') die();
    if (kill.when === 'during') setTimeout(die, kill.ms);
    await store.append(writes, along);
    if (kill.when === 'after') die();
  };
  return new Proxy(store, {
    get: (target, name) => {
      if (name === 'append') return append;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

const failed = (error: unknown): void => {
  console.error(error);
  process.exit(1);
};
const stores = await storesAt(address);
const store = await stores(id);
const world = await openWorld(id, mortal(store));
await world.tick(CLOSED);
const close = await closeAt(address, failed, { expireSeconds: 1 });
const done = new Promise<void>((resolve) => {
  const part = close.makeClose({ id, world, onPage: () => undefined, onFailure: failed });
  const look = async (): Promise<void> => {
    part.kick();
    if (await world.isDue()) setTimeout(() => void look().catch(failed), 50);
    else await part.stop().then(resolve);
  };
  void look().catch(failed);
});
await done;
await close.end();
await store.close();
