import { before, describe, it } from 'node:test';
import { expect } from 'chai';
import { newKey, testBackend, type TestBackend } from './testing/world.js';

describe('conventions of the API', () => {
  let backend: TestBackend;
  before(async () => {
    backend = await testBackend();
  });

  describe('problems', () => {
    it('are RFC 9457 documents in the language asked for', async () => {
      const ru = await backend.call('GET', '/v1/accounts/none/balance');
      expect(ru.headers.get('content-type')).to.equal('application/problem+json');
      expect(ru.body).to.include({
        type: 'urn:lk:problem:not-found',
        title: 'Не найдено',
        status: 404,
        code: 'NOT_FOUND',
        detail: 'Не найдено',
      });
      expect(ru.body['traceId']).to.equal(ru.headers.get('x-trace-id'));
      const en = await backend.call('GET', '/v1/accounts/none/balance', {
        headers: { 'Accept-Language': 'de, en-GB;q=0.8, ru;q=0.5' },
      });
      expect(en.body['detail']).to.equal('Not found');
      expect(en.headers.get('content-language')).to.equal('en');
    });

    it('carry the trace of the caller', async () => {
      const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
      const answer = await backend.call('GET', '/v1/nothing', { headers: { traceparent } });
      expect(answer.body['traceId']).to.equal('0af7651916cd43dd8448eb211c80319c');
    });

    it('write amounts as the language writes them', async () => {
      const { body: quote } = await backend.call('POST', '/v1/accounts/A1/numbers/%2B79990000001/tariff-quotes', {
        body: { to: 'gold', effective: 'today' },
      });
      const answer = await backend.call('POST', '/v1/accounts/A1/numbers/%2B79990000001/tariff-change', {
        body: { quoteId: quote['id'] },
      });
      expect([answer.status, answer.body.code]).to.deep.equal([402, 'INSUFFICIENT_FUNDS']);
      expect(String(answer.body['detail']).replace(/\s/g, ' ')).to.match(
        /^Недостаточно средств: нужно [\d ]+,\d\d ₽, доступно [\d ]+,\d\d ₽\. Пополните на [\d ]+,\d\d ₽$/,
      );
    });

    it('say so when there is no such route or method', async () => {
      const route = await backend.call('GET', '/v1/accounts/A1/nonsense');
      expect([route.status, route.body.code]).to.deep.equal([404, 'ROUTE_NOT_FOUND']);
      const method = await backend.call('PATCH', '/v1/accounts/A1/balance', { body: {} });
      expect([method.status, method.body.code, method.headers.get('allow')]).to.deep.equal([
        405,
        'METHOD_NOT_ALLOWED',
        'GET',
      ]);
      expect((await backend.call('GET', '/v2')).status).to.equal(404);
    });
  });

  describe('a HEAD', () => {
    it('is answered like a GET without its body, and only to whom a GET is answered', async () => {
      const path = '/v1/accounts/A1/balance';
      const get = await backend.call('GET', path);
      const head = await backend.call('HEAD', path);
      expect([head.status, head.headers.get('etag')]).to.deep.equal([200, get.headers.get('etag')]);
      expect((await backend.call('HEAD', path, { user: 'stranger' })).status).to.equal(404);
      expect((await backend.call('HEAD', path, { scopes: ['docs:read'] })).status).to.equal(403);
      for (const open of [path, '/v1/me', '/v1/accounts'])
        expect((await backend.app.request(open, { method: 'HEAD' })).status, open).to.equal(401);
    });
  });

  describe('bodies', () => {
    const path = '/v1/accounts/A1/alerts';
    const send = async (text: string, headers: Record<string, string> = {}) => {
      const { token } = await backend.token({ user: 'owner' });
      const response = await backend.app.request(path, {
        method: 'PUT',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': newKey(),
          ...headers,
        },
        body: text,
      });
      return { status: response.status, body: await response.json() };
    };

    it('must be JSON', async () => {
      expect((await send('{"lowBalance":')).body.code).to.equal('BODY_INVALID');
      expect((await send('')).body.code).to.equal('BODY_INVALID');
      const form = await send('a=1', { 'Content-Type': 'application/x-www-form-urlencoded' });
      expect([form.status, form.body.code]).to.deep.equal([415, 'MEDIA_TYPE_UNSUPPORTED']);
    });

    it('must not be huge or deep', async () => {
      const huge = await send(JSON.stringify({ lowBalance: 'x'.repeat(300_000) }));
      expect([huge.status, huge.body.code]).to.deep.equal([413, 'BODY_TOO_LARGE']);
      const deep = await send(`${'['.repeat(40)}${']'.repeat(40)}`);
      expect([deep.status, deep.body.code]).to.deep.equal([400, 'BODY_TOO_DEEP']);
      const quoted = await send(JSON.stringify({ lowBalance: '[[[[[[[[[[[[[[[[[[[[[[[[["' }));
      expect(quoted.body.code, 'brackets in a string are text').to.equal('REQUEST_INVALID');
    });

    it('name every field that is wrong, with its place', async () => {
      const { status, body } = await send(JSON.stringify({ lowBalance: { value: '1,5', currency: 'rub' }, extra: 1 }));
      expect([status, body.code]).to.deep.equal([422, 'REQUEST_INVALID']);
      expect(
        body.fields.map((field: { path: string; in: string }) => `${field.in} ${field.path}`).sort(),
      ).to.deep.equal(['body dayLimit', 'body extra', 'body lowBalance.currency', 'body lowBalance.value']);
      expect(body.detail).to.match(/^Проверьте поле /);
    });

    it('may not bring another currency or more decimals than the account has', async () => {
      const currency = await send(JSON.stringify({ lowBalance: { value: '1.00', currency: 'EUR' }, dayLimit: null }));
      expect([currency.body.code, currency.body.fields[0].path]).to.deep.equal([
        'AMOUNT_INVALID',
        'lowBalance.currency',
      ]);
      const decimals = await send(JSON.stringify({ lowBalance: null, dayLimit: { value: '1.005', currency: 'RUB' } }));
      expect([decimals.body.code, decimals.body.fields[0].path]).to.deep.equal(['AMOUNT_INVALID', 'dayLimit.value']);
    });
  });

  describe('pages', () => {
    const list = '/v1/accounts/A1/usage?from=2026-11-01&to=2026-11-30';

    it('come in a stable order, each row once, to the end', async () => {
      const seen: string[] = [];
      let cursor: unknown = null;
      do {
        const more = cursor === null ? '' : `&cursor=${String(cursor)}`;
        const { status, body } = await backend.call('GET', `${list}&limit=4${more}`);
        expect(status).to.equal(200);
        seen.push(...(body['items'] as { id: string }[]).map(({ id }) => id));
        cursor = body['nextCursor'];
      } while (cursor !== null);
      expect(new Set(seen).size).to.equal(seen.length);
      const whole = await backend.call('GET', `${list}&limit=500`);
      expect(seen).to.deep.equal((whole.body['items'] as { id: string }[]).map(({ id }) => id));
    });

    it('refuse a cursor that is forged, of another list or of another filter', async () => {
      const { body } = await backend.call('GET', `${list}&limit=2`);
      const cursor = String(body['nextCursor']);
      for (const path of [
        `${list}&cursor=${cursor.slice(0, -2)}`,
        `${list}&cursor=rubbish`,
        `${list}&service=SMS&cursor=${cursor}`,
        `/v1/accounts/A1/payments?cursor=${cursor}`,
      ]) {
        const answer = await backend.call('GET', path);
        expect([answer.status, answer.body.code], path).to.deep.equal([422, 'CURSOR_INVALID']);
        expect(answer.body['fields']).to.deep.include({
          path: 'cursor',
          in: 'query',
          message: 'Недопустимое значение',
        });
      }
    });

    it('are at most 500 long', async () => {
      for (const limit of ['0', '501', '-1', 'ten', '1e2']) {
        const answer = await backend.call('GET', `${list}&limit=${limit}`);
        expect([answer.status, answer.body.code], limit).to.deep.equal([422, 'REQUEST_INVALID']);
      }
    });

    it('are empty, not missing, when there is nothing', async () => {
      const { status, body } = await backend.call('GET', '/v1/accounts/B2/payments?from=2027-01-01', {
        user: 'stranger',
      });
      expect(status).to.equal(200);
      expect(body['items']).to.deep.equal([]);
      expect(body['nextCursor']).to.equal(null);
    });
  });

  describe('versions', () => {
    it('save a reader what he has already, however often the clock ticks', async () => {
      const first = await backend.call('GET', '/v1/accounts/A1/balance');
      const tag = first.headers.get('etag') ?? '';
      await backend.host.advance('2026-12-05T06:00:30Z');
      const again = await backend.call('GET', '/v1/accounts/A1/balance', { headers: { 'If-None-Match': tag } });
      expect(again.status).to.equal(304);
      const other = await backend.call('GET', '/v1/accounts/A1/balance', { headers: { 'If-None-Match': '"other"' } });
      expect(other.status).to.equal(200);
    });

    it('refuse a change that is based on an older one (CC-18)', async () => {
      const path = '/v1/accounts/A1/alerts';
      const seen = (await backend.call('GET', path)).headers.get('etag') ?? '';
      const body = { lowBalance: { value: '100.00', currency: 'RUB' }, dayLimit: null };
      const mine = await backend.call('PUT', path, { body, headers: { 'If-Match': seen } });
      expect(mine.status).to.equal(200);
      const theirs = await backend.call('PUT', path, {
        body: { lowBalance: null, dayLimit: null },
        headers: { 'If-Match': seen },
      });
      expect([theirs.status, theirs.body.code]).to.deep.equal([412, 'VERSION_CONFLICT']);
      const next = mine.headers.get('etag') ?? '';
      expect(
        (await backend.call('PUT', path, { body: { lowBalance: null, dayLimit: null }, headers: { 'If-Match': next } }))
          .status,
      ).to.equal(200);
    });
  });

  describe('other origins', () => {
    it('may read, with headers they need', async () => {
      const response = await backend.app.request('/v1/accounts/A1/balance', {
        method: 'OPTIONS',
        headers: {
          Origin: 'https://partner.example',
          'Access-Control-Request-Method': 'GET',
          'Access-Control-Request-Headers': 'authorization,idempotency-key',
        },
      });
      expect(response.status).to.equal(204);
      expect(response.headers.get('access-control-allow-origin')).to.equal('*');
      expect(response.headers.get('access-control-allow-headers')).to.contain('Idempotency-Key');
      expect(response.headers.get('access-control-allow-credentials')).to.equal(null);
    });

    it('see problems as well as answers', async () => {
      const { headers } = await backend.call('GET', '/v1/accounts/none/balance', {
        headers: { Origin: 'https://partner.example' },
      });
      expect(headers.get('access-control-allow-origin')).to.equal('*');
      expect(headers.get('cache-control')).to.equal('private, no-store');
    });
  });
});
