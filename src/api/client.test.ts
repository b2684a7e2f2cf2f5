import { expect } from '@open-wc/testing';
import { problem, tinyBackend, until } from '../testing/tiny-backend.js';
import { errorOf, LkError } from './errors.js';

const failure = async (work: Promise<unknown>): Promise<LkError> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof LkError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('client', () => {
  it('fills the path, sends the query and the language, and encodes both', async () => {
    const backend = tinyBackend();
    let seen = '';
    backend.app.get('/v1/accounts/:account/bills', (c) => {
      seen = `${c.req.url} ${c.req.header('Accept-Language')}`;
      return c.json({ items: [], nextCursor: null });
    });
    const { client } = backend.session({ locale: 'en-GB' });
    await client.get('/v1/accounts/{account}/bills', { path: { account: 'a/b c' }, query: { cursor: 'x&y' } });
    expect(seen).to.equal('http://backend.test/v1/accounts/a%2Fb%20c/bills?cursor=x%26y en-GB');
  });

  it('asks conditionally for what it knows and gives the same object when nothing changed', async () => {
    const backend = tinyBackend();
    const asked: (string | undefined)[] = [];
    backend.app.get('/v1/me', (c) => {
      asked.push(c.req.header('If-None-Match'));
      return asked.at(-1) === '"1"' ? c.body(null, 304) : c.json({ user: 'owner' }, 200, { ETag: '"1"' });
    });
    const { client } = backend.session();
    const first = await client.get('/v1/me', {});
    expect(await client.get('/v1/me', {})).to.equal(first);
    expect(asked).to.deep.equal([undefined, '"1"']);
  });

  it('repeats a reading request after a passing failure, a changing one never', async () => {
    const backend = tinyBackend();
    let times = 0;
    backend.app.get('/v1/me', (c) => (++times < 2 ? problem(503, 'UPSTREAM_UNAVAILABLE') : c.json({})));
    backend.app.post('/v1/accounts/:account/promised-payment', () => problem(503, 'UPSTREAM_UNAVAILABLE'));
    const { client } = backend.session();
    await client.get('/v1/me', {});
    expect(times).to.equal(2);
    const error = await failure(
      client.post('/v1/accounts/{account}/promised-payment', {
        path: { account: '1' },
        json: { amount: { value: '100.00', currency: 'RUB' } },
        key: 'k',
      }),
    );
    expect(error).to.include({ kind: 'problem', code: 'UPSTREAM_UNAVAILABLE', retryable: true });
    expect(backend.requests.filter((one) => one.startsWith('POST')).length).to.equal(1);
  });

  it('reads a problem document with its code, parameters, fields and trace id', async () => {
    const backend = tinyBackend();
    backend.app.get('/v1/me', () =>
      problem(422, 'AMOUNT_OUT_OF_RANGE', {
        params: { min: '10.00', max: '500.00' },
        fields: [{ path: 'amount', code: 'AMOUNT_OUT_OF_RANGE', message: 'Сумма' }],
        traceId: 'abc',
        detail: 'Сумма от 10,00 ₽',
      }),
    );
    const error = await failure(backend.session().client.get('/v1/me', {}));
    expect(error).to.include({
      kind: 'problem',
      code: 'AMOUNT_OUT_OF_RANGE',
      status: 422,
      traceId: 'abc',
      retryable: false,
    });
    expect(error.params).to.deep.equal({ min: '10.00', max: '500.00' });
    expect(error.fields).to.deep.equal([{ field: 'amount', code: 'AMOUNT_OUT_OF_RANGE', message: 'Сумма' }]);
  });

  it('understands an answer that is no problem document at all', async () => {
    const backend = tinyBackend();
    backend.app.get(
      '/v1/me',
      () => new Response('<h1>Not here</h1>', { status: 404, headers: { 'Content-Type': 'text/html' } }),
    );
    expect(await failure(backend.session().client.get('/v1/me', {}))).to.include({
      code: 'HTTP_404',
      unavailable: true,
    });
  });

  it('times out, and is ended by the signal of the caller', async () => {
    const backend = tinyBackend();
    backend.app.get('/v1/me', () => new Promise<Response>(() => undefined));
    const { client } = backend.session();
    expect(await failure(client.get('/v1/me', { timeout: 20 }))).to.include({ kind: 'timeout' });
    const end = new AbortController();
    const hanging = failure(client.get('/v1/me', { signal: end.signal }));
    await until(() => backend.requests.length > 1, 'the request');
    end.abort();
    expect(await hanging).to.include({ kind: 'aborted' });
  });
});

describe('outcome of a change', () => {
  const cases: [string, () => Response | Promise<Response>, string][] = [
    ['a lost connection', () => Promise.reject(new TypeError('Failed to fetch')), 'unknown-outcome UNKNOWN_OUTCOME'],
    ['a gateway that gave up', () => new Response('', { status: 504 }), 'unknown-outcome UNKNOWN_OUTCOME'],
    [
      'a server that fell over',
      () => new Response('<h1>Oops</h1>', { status: 500 }),
      'unknown-outcome UNKNOWN_OUTCOME',
    ],
    ['a fault of the backend', () => problem(500, 'INTERNAL'), 'unknown-outcome INTERNAL'],
    ['a gateway that lets nobody in', () => new Response('', { status: 503 }), 'problem HTTP_503'],
    ['a backend that does not know', () => problem(504, 'OUTCOME_UNKNOWN'), 'unknown-outcome OUTCOME_UNKNOWN'],
    ['a network that has not confirmed', () => problem(504, 'NETWORK_TIMEOUT'), 'unknown-outcome NETWORK_TIMEOUT'],
    ['a first request still running', () => problem(409, 'REQUEST_IN_PROGRESS'), 'unknown-outcome REQUEST_IN_PROGRESS'],
    ['a refusal', () => problem(402, 'INSUFFICIENT_FUNDS'), 'problem INSUFFICIENT_FUNDS'],
  ];
  for (const [title, answer, expected] of cases) {
    it(`after ${title} is ${expected.split(' ')[0]}`, async () => {
      const backend = tinyBackend();
      const session = backend.session({
        fetch: (input, init) => {
          const request = new Request(input, init);
          return request.method === 'POST' ? Promise.resolve(answer()) : backend.fetch(request);
        },
      });
      const sent = session.client.post('/v1/accounts/{account}/promised-payment', {
        path: { account: '1' },
        json: { amount: { value: '100.00', currency: 'RUB' } },
        key: 'k',
      });
      const error = await failure(sent);
      expect(`${error.kind} ${error.code}`).to.equal(expected);
    });
  }

  it('is a plain network error for a reading request', () => {
    expect(errorOf(new TypeError('Failed to fetch'), false).kind).to.equal('network');
  });
});
