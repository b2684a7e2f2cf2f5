import { expect } from '@open-wc/testing';
import { createBrowserBackend, fingerprintOf } from '../../mock-backend/adapters/browser.js';

const scenarios = new URL('../../mock-backend/scenarios/', import.meta.url);
const file = await fetch(new URL('replay.json', scenarios));
const { worlds }: { worlds: Record<string, object> } = await file.json();

/** What Node has written down, mock-backend/world/replay.test.ts. */
describe('the engine in a browser', () => {
  for (const [path, wanted] of Object.entries(worlds)) {
    it(`makes the same journal of ${path} as in Node, and folds it to the same state, byte for byte`, async () => {
      const backend = await createBrowserBackend(new URL(path, scenarios));
      expect(await fingerprintOf(backend.host.store)).to.deep.equal(wanted);
      await backend.close();
    });
  }
});
