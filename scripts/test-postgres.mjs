/** `npm run test:postgres`: the store's contract, every vector and two servers at once, in a real PostgreSQL. */
import { spawnSync } from 'node:child_process';
import { root } from './bootstrap.mjs';

if (!process.env.LK_TEST_POSTGRES) {
  console.error(`No database to test in. Name an empty one that may be written to (PostgreSQL 13 or later):

    createdb lk_test
    LK_TEST_POSTGRES=postgres://USER:PASSWORD@localhost/lk_test npm run test:postgres

Tables lk_… are made in it and stay there.`);
  process.exit(2);
}
const args = ['--import', 'tsx', '--test', 'mock-backend/scenarios/postgres.test.ts', ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1);
