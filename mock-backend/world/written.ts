/** Which version of the engine the data of a world were written by. */
import { STATE_VERSION } from '../engine/version.js';
import { type Store, StoreFailure } from '../store/port.js';

const VERSION = 'version';

/** @throws {StoreFailure} `newer`: their events are not known here. */
export async function checkVersion(store: Store): Promise<void> {
  const written = Number((await store.fact(VERSION)) ?? 0);
  if (written > STATE_VERSION) {
    throw new StoreFailure(
      'newer',
      `the data were written by a newer version of this program (state ${written}; this one knows ${STATE_VERSION}): ` +
        'start the newer version, or name another database',
    );
  }
  if (written < STATE_VERSION) await store.putFact(VERSION, String(STATE_VERSION));
}
