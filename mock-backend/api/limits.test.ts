import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import { newKey, testBackend, type TestBackend } from './testing/world.js';

const KEY = 'key-of-the-limits';

/** A body that never ends, and tells nobody how long it is. */
function endless(): { readonly stream: ReadableStream<Uint8Array>; readonly sent: () => number } {
  let sent = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536;
      if (sent > 64 * 1024 * 1024) controller.close();
      else controller.enqueue(new Uint8Array(65_536));
    },
  });
  return { stream, sent: () => sent };
}

describe('limits', () => {
  let backend: TestBackend;
  before(async () => {
    backend = await testBackend({ adminKey: KEY });
  });
  after(() => backend.close());

  it('end the reading of a body that has no end, whoever sends it', async () => {
    const body = { fileName: 'a.pdf', kind: 'SELFIE', size: 9 };
    const upload = await backend.call('POST', '/v1/accounts/A1/papers/uploads', { body });
    const { token } = await backend.token({ user: 'owner' });
    const signed = { Authorization: `Bearer ${token}`, 'Idempotency-Key': newKey() };
    const json = { 'Content-Type': 'application/json' };
    for (const [method, path, headers] of [
      ['POST', '/webhooks/payments', json],
      ['POST', '/v1/tokens', json],
      ['PUT', '/v1/accounts/A1/alerts', { ...signed, ...json }],
      ['PUT', `/v1/accounts/A1/papers/uploads/${String(upload.body['id'])}/parts/0`, signed],
    ] as const) {
      const { stream, sent } = endless();
      // `duplex` is asked for by who sends a stream, and not known to the types.
      const init: RequestInit = Object.assign({ method, headers, body: stream }, { duplex: 'half' });
      const response = await backend.app.request(path, init);
      expect([response.status, (await response.json()).code], path).to.deep.equal([413, 'BODY_TOO_LARGE']);
      expect(sent(), path).to.be.lessThan(1024 * 1024);
    }
  });

  it('refuse a zero and half a character in a text, which no store and no header can hold', async () => {
    const invite = async (name: string) => {
      const body = { contact: 'friend@example.org', name, levels: { CORE: 'USER' }, numbers: null };
      const { status, body: answer } = await backend.call('POST', '/v1/accounts/A1/invitations', { body });
      return [status, answer.code, (answer.fields as { path: string }[] | undefined)?.map(({ path }) => path)];
    };
    expect(await invite('a\u0000b')).to.deep.equal([422, 'REQUEST_INVALID', ['name']]);
    expect(await invite('a\ud800b')).to.deep.equal([422, 'REQUEST_INVALID', ['name']]);
    expect(await invite('a\\u0000 🙂 \\\\ud800')).to.deep.equal([200, undefined, undefined]);
    expect((await backend.call('GET', '/v1/accounts/A1%00/balance')).status).to.equal(404);
    expect((await backend.call('GET', '/v1/accounts/A1/usage/call-1%00/explanation')).status).to.equal(404);
  });

  it('keep a subscriber from pestering a stranger with codes and letters', async () => {
    const contacts = '/v1/accounts/A1/alerts/contacts';
    const last = () => backend.host.world.peek('A1')?.contacts.items.at(-1)?.id ?? '';
    const code = async () => {
      const { status, body } = await backend.call('POST', contacts, { body: { value: '+79161112233' } });
      if (status === 200) await backend.call('DELETE', `${contacts}/${last()}`);
      return body.code ?? status;
    };
    const codes: unknown[] = [];
    for (let i = 0; i < 7; i += 1) codes.push(await code());
    expect(codes).to.deep.equal([200, 200, 200, 200, 200, 'CODE_TOO_MANY', 'CODE_TOO_MANY']);
    const letter = async () => {
      const body = { contact: 'stranger@example.org', name: null, levels: { CORE: 'USER' }, numbers: null };
      const made = await backend.call('POST', '/v1/accounts/A1/invitations', { body });
      const { id = '' } = backend.host.world.peek('A1')?.access.invitations.at(-1) ?? {};
      if (made.status === 200) await backend.call('DELETE', `/v1/accounts/A1/invitations/${id}`);
      return made.body.code ?? made.status;
    };
    const letters: unknown[] = [];
    for (let i = 0; i < 6; i += 1) letters.push(await letter());
    expect(letters).to.deep.equal([200, 200, 200, 200, 200, 'CODE_TOO_MANY']);
  });

  it('keep every answer but the public contract out of caches', async () => {
    for (const path of ['/v1/me', '/v1/nothing', '/admin/worlds', '/links/x', '/provider/pay/x', '/sso/vpbx']) {
      const { headers } = await backend.app.request(path, { headers: { 'X-Admin-Key': KEY } });
      expect(headers.get('cache-control'), path).to.equal('private, no-store');
      expect(headers.get('x-content-type-options'), path).to.equal('nosniff');
    }
  });
});
