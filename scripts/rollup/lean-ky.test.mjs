import { nodeResolve } from '@rollup/plugin-node-resolve';
import { expect } from 'chai';
import { before, describe, it } from 'node:test';
import { rollup } from 'rollup';
import { leanKy } from './lean-ky.mjs';

/** Bundles ky as the pages get it. */
async function bundle() {
  const entry = { name: 'entry', resolveId: (id) => (id === 'entry' ? `${process.cwd()}/entry.js` : null) };
  const load = (id) => (id.endsWith('/entry.js') ? `export { default as ky, HTTPError } from 'ky';` : null);
  const built = await rollup({ input: 'entry', plugins: [{ ...entry, load }, nodeResolve(), leanKy()] });
  const { output } = await built.generate({ format: 'es' });
  return output[0].code;
}

describe('ky as the pages get it', () => {
  let code = '';
  let ky;
  let HTTPError;
  before(async () => {
    code = await bundle();
    ({ ky, HTTPError } = await import(`data:text/javascript,${encodeURIComponent(code)}`));
  });

  /** A client with our options over a transport that answers with these statuses in turn. */
  function client(...statuses) {
    const sent = [];
    const http = ky.create({
      prefixUrl: 'https://api.example/base',
      retry: {
        limit: 2,
        methods: ['get'],
        statusCodes: [503],
        backoffLimit: 1,
        jitter: true,
        shouldRetry: () => undefined,
      },
      fetch: async (request) => {
        sent.push({ request, body: await request.clone().text() });
        const status = statuses[sent.length - 1] ?? 200;
        return new Response(status === 304 ? null : '{"a":1}', { status });
      },
    });
    return { http, sent };
  }
  const options = { timeout: 1_000, throwHttpErrors: (status) => status !== 304 };

  it('is less than half of it', () => expect(code.length).to.be.below(20_000));

  it('sends method, address, headers and body', async () => {
    const { http, sent } = client();
    const headers = { 'Idempotency-Key': 'k' };
    const answer = await http('v1/x?y=z', { ...options, method: 'post', headers, json: { b: 2 } });
    expect(await answer.json()).to.deep.equal({ a: 1 });
    const [{ request, body }] = sent;
    expect([request.method, request.url, body]).to.deep.equal(['POST', 'https://api.example/base/v1/x?y=z', '{"b":2}']);
    expect(request.headers.get('Idempotency-Key')).to.equal('k');
    expect(request.headers.get('Content-Type')).to.equal('application/json');
  });

  it('asks again after a passing failure of a reading request, never of a changing one', async () => {
    const reading = client(503, 503);
    expect((await reading.http('v1/x', { ...options, method: 'get' })).status).to.equal(200);
    expect(reading.sent).to.have.length(3);
    const changing = client(503);
    const refused = await changing.http('v1/x', { ...options, method: 'post', json: {} }).catch((error) => error);
    expect(refused).to.be.instanceOf(HTTPError);
    expect([changing.sent.length, refused.response.status]).to.deep.equal([1, 503]);
  });

  it('takes an unchanged answer as an answer', async () => {
    expect((await client(304).http('v1/x', { ...options, method: 'get' })).status).to.equal(304);
  });

  it('ends by the signal and by the time limit', async () => {
    const forever = ky.create({
      prefixUrl: 'https://api.example',
      retry: { limit: 0 },
      fetch: (request) =>
        new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason))),
    });
    const timed = await forever('x', { ...options, timeout: 5 }).catch((error) => error.name);
    expect(timed).to.equal('TimeoutError');
    const abort = new AbortController();
    const ended = forever('x', { ...options, signal: abort.signal }).catch((error) => error.name);
    await new Promise((resolve) => setTimeout(resolve, 5));
    abort.abort();
    expect(await ended).to.equal('AbortError');
  });
});
