/**
 * `npm start`: installs and builds what is missing, then runs the demo: the reference backend with its world, the operator's
 * site and a partner's site.
 *
 *   --port N    first port to try, 4173 unless given; 0 takes any
 *   --data DIR  folder of the database, `data` unless given
 *   --fresh     forgets what earlier runs left in it
 *   --world W   another world of mock-backend/scenarios/worlds, such as `blocked` or `branches`
 *   --admin-key K  lets who sends this key in `X-Admin-Key` feed calls, move the clock and switch faults on, under `/admin`
 *
 * LK_DATABASE_URL of the environment names another database than the one in the folder: `postgres://user@host/database`, which several
 * servers may share, or `sqlite:PATH`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureModules, root } from './bootstrap.mjs';

const started = Date.now();
const { port, data, fresh, world, adminKey } = options();
const database = process.env.LK_DATABASE_URL || undefined;
if (database !== undefined && fresh) {
  console.error('--fresh empties the folder, not the database of LK_DATABASE_URL: name an empty one instead.');
  process.exit(1);
}
ensureModules();

const { isBuilt } = await import('./stamp.mjs');
if (!isBuilt()) {
  console.log('Building the widgets…');
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), '--cdn', '--quiet'], {
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error('The build failed; see above. Nothing was started.');
    process.exit(1);
  }
}

const { register } = await import('tsx/esm/api');
register();
let demo;
const { shownAddress } = await import('../mock-backend/store/open.ts');
try {
  const { serve } = await import('../demo/serve.ts');
  const say = (line) => console.log(line);
  demo = await serve({ port, dataDir: data, database, fresh, world, adminKey, say, ownProcess: true });
} catch (error) {
  const isClear = error.name === 'StoreFailure';
  console.error('The demo could not be started:', isClear ? error.message : error);
  if (!isClear && !fresh)
    console.error(`If ${data} was made by an older version: \`npm start -- --fresh\` begins anew.`);
  process.exit(1);
}

console.log(`
«Вектор Телеком», an invented operator, with lk-widgets on its page:

    ${demo.url}

Next: change the user at the top right, the language, the theme; look at the page's source for the embedding.
${database === undefined ? `The database is in ${data}: it is there again next time; \`npm start -- --fresh\` begins anew.` : `The database is ${shownAddress(database)}; secrets and files are in ${data}.`}
Ready in ${((Date.now() - started) / 1000).toFixed(1)} s. Ctrl-C ends it.
`);

let ending = false;
const end = async () => {
  if (ending) return;
  ending = true;
  // A client that holds a connection must not hold us.
  setTimeout(() => process.exit(1), 5000).unref();
  await demo.close();
  console.log('Ended; the data are saved.');
  process.exit(0);
};
process.on('SIGINT', end);
process.on('SIGTERM', end);

function options() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4173' },
        data: { type: 'string', default: 'data' },
        fresh: { type: 'boolean', default: false },
        world: { type: 'string', default: 'demo' },
        'admin-key': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      // What stands at the head of this file is what there is to say.
      const [, head] = /^\/\*\*\n([^]*?)\n \*\//.exec(readFileSync(new URL(import.meta.url), 'utf8'));
      console.log(head.replaceAll(/^ \* ?/gm, ''));
      process.exit(0);
    }
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
      throw new Error(`--port ${values.port} is no port: it wants a whole number from 0 to 65535.`);
    }
    return {
      port: Number(values.port),
      data: isAbsolute(values.data) ? values.data : join(root, values.data),
      fresh: values.fresh,
      world: values.world,
      adminKey: values['admin-key'],
    };
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
