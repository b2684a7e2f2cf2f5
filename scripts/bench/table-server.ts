/**
 * Server of the benchmark of the list. Up to a few hundred thousand rows the real backend plays an account of that many records; beyond
 * that the answers are made up by a formula, because rating a million records would be measured instead of the list.
 *
 * `node --import tsx scripts/bench/table-server.ts ROWS FOLDER`: prints the port when it is ready; FOLDER holds the bundled page.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createHugeBackend, HUGE_USER } from '../../mock-backend/worlds/huge.js';
import { madeUp } from './table-made-up.js';

const [rows = '100000', folder = '.'] = process.argv.slice(2);
const REAL_UP_TO = 300_000;
const PAGE =
  '<!doctype html><html lang="ru"><meta charset="utf-8"><title>bench</title><script type="module" src="/page.js"></script>';

const backend = Number(rows) <= REAL_UP_TO ? await createHugeBackend({ events: Number(rows) }) : madeUp(Number(rows));

const server = createServer(async (incoming, outgoing) => {
  const url = new URL(incoming.url ?? '/', 'http://bench.invalid');
  const send = (type: string, body: string | Buffer) => outgoing.setHeader('Content-Type', type).end(body);
  if (url.pathname === '/') return send('text/html', PAGE);
  if (url.pathname === '/token')
    return send('application/json', JSON.stringify(await backend.token({ user: HUGE_USER })));
  if (url.pathname.endsWith('.js')) return send('text/javascript', readFileSync(join(folder, url.pathname.slice(1))));
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
