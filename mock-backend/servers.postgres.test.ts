import { expect } from 'chai';
import { describe, it } from 'node:test';
import { type ReferenceServer, startServer } from './server.js';
import { storesAt } from './store/open.js';
import { emptyDatabase, onPostgres } from './testing/postgres.js';
import { fingerprintOf } from './world/fingerprint.js';

const WORLD = 'blocked';
const wall = () => Date.parse('2026-01-01T00:00:00Z');

await onPostgres('servers that start together', (database) => {
  describe('three servers that start together on an empty database', () => {
    it('play their world once', async () => {
      const played = async (servers: number): Promise<unknown> => {
        const url = await emptyDatabase(database);
        const start = (name: number): Promise<ReferenceServer> =>
          startServer({ port: 0, dataDir: null, database: `${url}&application_name=${name}`, world: WORLD, wall });
        const started = await Promise.all(Array.from({ length: servers }, (_, index) => start(index)));
        const store = await (await storesAt(url))(WORLD);
        const fingerprint = await fingerprintOf(store);
        await store.close();
        for (const server of started) await server.close();
        return fingerprint;
      };
      expect(await played(3)).to.deep.equal(await played(1));
    });
  });
});
