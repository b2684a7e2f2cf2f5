import { nodeResolve } from '@rollup/plugin-node-resolve';
import { expect } from 'chai';
import { before, describe, it } from 'node:test';
import { rollup } from 'rollup';
import { leanKy } from './lean-ky.mjs';

/** Bundles ky as the pages get it, or as it is. */
async function bundle(plugins) {
  const entry = { name: 'entry', resolveId: (id) => (id === 'entry' ? `${process.cwd()}/entry.js` : null) };
  const load = (id) => (id.endsWith('/entry.js') ? `export { default as ky, HTTPError } from 'ky';` : null);
  const built = await rollup({ input: 'entry', plugins: [{ ...entry, load }, nodeResolve(), ...plugins] });
  const { output } = await built.generate({ format: 'es' });
  return output[0].code;
}

for (const [title, plugins] of [
  ['ky', []],
  ['what the pages get for ky', [leanKy()]],
]) {
  describe(title, () => {
    let ky;
    let HTTPError;
    before(async () => {
      const code = await bundle(plugins);
      ({ ky, HTTPError } = await import(`data:text/javascript,${encodeURIComponent(code)}`));
    });

    /** A client with our options over a transport that answers in turn with these: statuses, whole answers, or what fails. */
    function client(...answers) {
      const sent = [];
      const http = ky.create({
        prefixUrl: 'https://api.example/base',
        retry: {
          limit: 2,
          methods: ['get'],
          statusCodes: [429, 503],
          backoffLimit: 1,
          maxRetryAfter: 10_000,
          jitter: true,
          shouldRetry: ({ error }) => (error.message === 'for good' ? false : undefined),
        },
        fetch: async (request) => {
          sent.push({ request, body: await request.clone().text() });
          const answer = answers[sent.length - 1] ?? 200;
          if (answer instanceof Error) throw answer;
          if (answer instanceof Response) return answer;
          return new Response(answer === 304 ? null : '{"a":1}', { status: answer });
        },
      });
      return { http, sent };
    }
    const options = { timeout: 1_000, throwHttpErrors: (status) => status !== 304 };
    const caught = (promise) =>
      promise.then(
        () => null,
        (error) => error,
      );

    it('sends method, address, headers and body', async () => {
      const { http, sent } = client();
      const headers = { 'Idempotency-Key': 'k' };
      const answer = await http('v1/x?y=z', { ...options, method: 'patch', headers, json: { b: 2 } });
      expect(await answer.json()).to.deep.equal({ a: 1 });
      const [{ request, body }] = sent;
      expect([request.method, request.url, body]).to.deep.equal([
        'PATCH',
        'https://api.example/base/v1/x?y=z',
        '{"b":2}',
      ]);
      expect(request.headers.get('Idempotency-Key')).to.equal('k');
      expect(request.headers.get('Content-Type')).to.equal('application/json');
    });

    it('sends bytes as they are', async () => {
      const { http, sent } = client();
      await http('v1/x', { ...options, method: 'put', headers: {}, body: new Blob(['abc'], { type: 'image/png' }) });
      expect([sent[0].body, sent[0].request.headers.get('Content-Type')]).to.deep.equal(['abc', 'image/png']);
    });

    it('asks again after a passing failure of a reading request, never of a changing one', async () => {
      const reading = client(503, new TypeError('Failed to fetch'));
      expect((await reading.http('v1/x', { ...options, method: 'get' })).status).to.equal(200);
      expect(reading.sent).to.have.length(3);
      const changing = client(503);
      const refused = await caught(changing.http('v1/x', { ...options, method: 'post', json: {} }));
      expect(refused).to.be.instanceOf(HTTPError);
      expect([changing.sent.length, refused.response.status, await refused.response.json()]).to.deep.equal([
        1,
        503,
        { a: 1 },
      ]);
    });

    it('asks three times at the most, and not at all again when that is no use', async () => {
      const failing = client(503, 503, 503);
      expect((await caught(failing.http('v1/x', { ...options, method: 'get' }))).response.status).to.equal(503);
      expect(failing.sent).to.have.length(3);
      for (const answer of [404, new TypeError('for good')]) {
        const { http, sent } = client(answer);
        expect(await caught(http('v1/x', { ...options, method: 'get' }))).to.be.instanceOf(Error);
        expect(sent).to.have.length(1);
      }
    });

    it('waits as long as it is told to, in seconds or until a time', async () => {
      const times = ['0', new Date(0).toUTCString()];
      for (const time of times) {
        const { http, sent } = client(new Response('', { status: 429, headers: { 'Retry-After': time } }));
        expect((await http('v1/x', { ...options, method: 'get' })).status).to.equal(200);
        expect(sent).to.have.length(2);
      }
      const { http, sent } = client(new Response('', { status: 503, headers: { 'Retry-After': '3600' } }));
      const abort = new AbortController();
      const ended = caught(http('v1/x', { ...options, method: 'get', signal: abort.signal }));
      await new Promise((resolve) => setTimeout(resolve, 50));
      abort.abort();
      expect([(await ended).name, sent.length]).to.deep.equal(['AbortError', 1]);
    });

    it('takes an unchanged answer as an answer', async () => {
      expect((await client(304).http('v1/x', { ...options, method: 'get' })).status).to.equal(304);
    });

    it('ends by the signal and by the time limit, which an answer that is being read has no more', async () => {
      const forever = ky.create({
        prefixUrl: 'https://api.example/',
        retry: { limit: 0 },
        fetch: (request) =>
          new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason))),
      });
      const get = { ...options, method: 'get' };
      expect((await caught(forever('x', { ...get, timeout: 5 }))).name).to.equal('TimeoutError');
      const abort = new AbortController();
      const ended = caught(forever('x', { ...get, timeout: false, signal: abort.signal }));
      await new Promise((resolve) => setTimeout(resolve, 5));
      abort.abort();
      expect((await ended).name).to.equal('AbortError');
      const { http, sent } = client();
      await http('x', { ...get, timeout: 5 });
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(sent[0].request.signal.aborted).to.equal(false);
    });
  });
}
