import type { StoreFactory } from '../../store/port.js';
import { World } from '../../world/world.js';
import type { Driver, Session, WorldSetup } from './driver.js';

/** Runs scenarios on the engine, in process. */
export class EngineDriver implements Driver {
  constructor(private readonly openStore: StoreFactory) {}

  async open(setup: WorldSetup): Promise<Session> {
    const store = await this.openStore(setup.id);
    const world = await World.open({ ...setup, store });
    return {
      advance: (to) => world.advance(to),
      perform: async (command, options) => {
        await world.perform(command, options);
      },
      ask: (query) => world.ask(query),
      close: () => store.close(),
    };
  }

  async close(): Promise<void> {
    // Every world closes its own store.
  }
}
