/**
 * How many requests one server process answers per second: the statement of the demo's account over HTTP, and its balance; with the
 * tokens, rights and headers of any request. Beside them a bare router that sends as many bytes and asks nothing of anybody: what is
 * left to gain.
 *
 * `npm run bench:requests` prints a table; `--json` one JSON object. `--seconds N` of each (10), `--clients N` (16), `--on
 * sqlite,postgres`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { OpenAPIHono } from '@hono/zod-openapi';
import autocannon from 'autocannon';
import { serveApp } from '../adapters/node.js';
import type { App } from '../api/app.js';
import type { ApiEnv } from '../api/env.js';
import { startServer } from '../server.js';
import { onDatabase } from './databases.js';
import { machine, print } from './report.js';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '10' },
    clients: { type: 'string', default: '16' },
    on: { type: 'string', default: 'sqlite,postgres' },
    serve: { type: 'string' },
    folder: { type: 'string', default: '' },
  },
});
const ACCOUNT = '200417';
const USER = 'director';
const KEY = 'key-of-a-benchmark';
/** Instead of an address: the bare router. */
const BARE = 'bare';
/** About as long as the statement. */
const TEXT = JSON.stringify({
  lines: Array.from({ length: 80 }, () => ({ title: 'Абонентская плата', amount: '300.00' })),
});

/** The server, as a process of its own. */
class Served {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(database: string, folder: string): Promise<Served> {
    const self = fileURLToPath(import.meta.url);
    const child = spawn(process.execPath, ['--import', 'tsx', self, '--serve', database, '--folder', folder], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const [url] = (await once(child, 'message')) as [string];
    return new Served(child, url);
  }

  /** Time of the processor that it has used, seconds. */
  async cpu(): Promise<number> {
    this.child.send('cpu');
    const [seconds] = (await once(this.child, 'message')) as [number];
    return seconds;
  }

  async end(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.send('end');
    await gone;
  }
}

async function measure(server: Served, path: string, token: string) {
  const used = await server.cpu();
  const { requests, latency, non2xx, errors } = await autocannon({
    url: new URL(path, server.url).href,
    connections: Number(values.clients),
    duration: Number(values.seconds),
    headers: { Authorization: `Bearer ${token}`, 'Accept-Language': 'ru' },
  });
  if (non2xx + errors > 0) throw new Error(`${path}: ${non2xx} refusals and ${errors} errors`);
  return {
    perSecond: Math.round(requests.average),
    /** Of a second of the processor's time in the server: what others do on the machine counts less. */
    perCpuSecond: Math.round(requests.total / ((await server.cpu()) - used)),
    p50Ms: latency.p50,
    p99Ms: latency.p99,
  };
}

function serve(database: string) {
  const own = { port: 0, ownProcess: true };
  if (database === BARE) {
    const app: App = new OpenAPIHono<ApiEnv>();
    app.get('/*', (c) => c.body(TEXT));
    return serveApp(app, own);
  }
  return startServer({ ...own, dataDir: values.folder, adminKey: KEY, ...(database && { database }) });
}

if (values.serve !== undefined) {
  const server = await serve(values.serve);
  process.on('message', (asked) => {
    const { user, system } = process.cpuUsage();
    if (asked === 'cpu') process.send?.((user + system) / 1e6);
    else void server.close().then(() => process.exit(0));
  });
  process.send?.(server.url);
} else {
  const results: (object | string)[] = [];
  for (const kind of values.on.split(',')) {
    const folder = await mkdtemp(join(tmpdir(), 'lk-bench-'));
    results.push(
      await onDatabase(kind, async ({ name, address }) => {
        const server = await Served.start(address, folder);
        const bare = await Served.start(BARE, folder);
        try {
          const response = await fetch(new URL('/admin/worlds/demo/tokens', server.url), {
            method: 'POST',
            headers: { 'X-Admin-Key': KEY, 'Content-Type': 'application/json' },
            body: JSON.stringify({ user: USER }),
          });
          const { token } = (await response.json()) as { token: string };
          const path = `/v1/accounts/${ACCOUNT}`;
          await measure(server, `${path}/statement`, token);
          await measure(bare, path, token);
          return {
            database: name,
            clients: Number(values.clients),
            bare: await measure(bare, path, token),
            statement: await measure(server, `${path}/statement`, token),
            balance: await measure(server, `${path}/balance`, token),
          };
        } finally {
          await server.end();
          await bare.end();
        }
      }),
    );
    await rm(folder, { recursive: true, force: true });
  }
  if (values.json) console.log(JSON.stringify({ machine: machine(), requests: results }));
  else print(`Requests to one server process; ${machine()}`, results);
}
