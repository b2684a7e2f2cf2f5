/**
 * Server of the benchmark of the start: the built files as they are shipped, the real backend, and three pages.
 *
 * `node --import tsx scripts/bench/start-server.ts FOLDER`: prints the port when it is ready; FOLDER holds the bundled `lit.js`.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createBackend } from '../../mock-backend/adapters/backend.js';
import { HUGE_USER, hugeScenario, hugeUsage } from '../../mock-backend/worlds/huge.js';

const [folder = '.'] = process.argv.slice(2);
const page = (content: string) =>
  `<!doctype html><html lang="ru"><meta charset="utf-8"><title>start</title><link rel="icon" href="data:,"><script src="/watch.js"></script><h1>Page</h1>${content}<p>After</p>`;
/** The shares of layout that moved, and the moment when what was waited for is on the screen. */
const WATCH = `window.cls=0;new PerformanceObserver(l=>{for(const e of l.getEntries())window.cls+=e.value}).observe({type:'layout-shift',buffered:true});
window.seen=0;addEventListener('lk-loaded',e=>{window.seen++});`;
const PAGES: Readonly<Record<string, string>> = {
  '/empty': page('<script>seen=2</script>'),
  '/lit': page('<bare-element></bare-element><script type="module" src="/lit.js"></script>'),
  '/widgets': page(
    '<link rel="stylesheet" href="/cdn/lk.css"><script type="module" src="/cdn/lk.js" data-api="/" data-token-url="/token"></script><lk-balance></lk-balance><lk-bills></lk-bills>',
  ),
};

/** A subscriber with one number, who calls, is called, writes and is on line. */
const ONE = '+79991000000';
const world: { steps: { do: string; number?: string }[] } = JSON.parse(JSON.stringify(hugeScenario()));
world.steps = world.steps
  .filter((step) => step.do !== 'number.add' || step.number === ONE)
  .map((step) => (step.do === 'account.open' ? { ...step, opening: '2000.00' } : step));
async function* usage(): AsyncIterable<string> {
  for await (const piece of hugeUsage({ events: 600 }))
    yield piece
      .split('\n')
      .filter((line) => line.startsWith('id,') || line.includes(ONE))
      .map((line) => `${line}\n`)
      .join('');
}
const backend = await createBackend({ scenario: JSON.stringify(world), openFile: usage });

const server = createServer(async (incoming, outgoing) => {
  const url = new URL(incoming.url ?? '/', 'http://bench.invalid');
  const send = (type: string, body: string | Buffer) => outgoing.setHeader('Content-Type', type).end(body);
  const html = PAGES[url.pathname];
  if (html !== undefined) return send('text/html', html);
  if (url.pathname === '/watch.js') return send('text/javascript', WATCH);
  if (url.pathname === '/token')
    return send('application/json', JSON.stringify(await backend.token({ user: HUGE_USER })));
  if (url.pathname === '/lit.js') return send('text/javascript', readFileSync(join(folder, 'lit.js')));
  if (url.pathname === '/cdn/lk.css') return send('text/css', readFileSync('dist/cdn/lk.css'));
  const built = /^\/cdn\/((?:[\w-]+\/)*[\w.-]+\.js)$/.exec(url.pathname)?.[1];
  if (built !== undefined) return send('text/javascript', readFileSync(join('dist/cdn', built)));
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) if (typeof value === 'string') headers.set(name, value);
  const answer = await backend.app.fetch(new Request(url, { method: incoming.method ?? 'GET', headers }));
  outgoing.statusCode = answer.status;
  answer.headers.forEach((value, name) => outgoing.setHeader(name, value));
  outgoing.end(Buffer.from(await answer.arrayBuffer()));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' && address ? address.port : '');
});
