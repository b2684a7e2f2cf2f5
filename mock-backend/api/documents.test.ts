import { before, describe, it } from 'node:test';
import { expect } from 'chai';
import { z } from '@hono/zod-openapi';
import { createBackend, type Backend } from '../adapters/backend.js';
import { SUBSCRIBER } from '../engine/documents/testing.js';
import { Documents, SubscriberCard, Upload, UploadResult } from './contract/documents.js';
import { fileNameOf, inspect } from './files/inspect.js';

const start = '2026-11-23T10:00:00+03:00';
const scenario = JSON.stringify({
  scenario: 'documents',
  title: 'Documents',
  start,
  steps: [
    { at: start, do: 'account.open', account: '1', kind: 'INDIVIDUAL' },
    { at: start, do: 'user.grant', account: '1', user: 'owner', product: 'CORE', level: 'OWNER' },
    { at: start, do: 'user.grant', account: '1', user: 'admin', product: 'CORE', level: 'USER' },
    { at: start, do: 'user.grant', account: '1', user: 'admin', product: 'DOCS', level: 'ADMIN' },
    { at: start, do: 'user.grant', account: '1', user: 'reader', product: 'CORE', level: 'USER' },
    { at: start, do: 'user.grant', account: '1', user: 'reader', product: 'BILLING', level: 'ADMIN' },
  ],
});
const Problem = z.object({ code: z.string(), fields: z.array(z.object({ path: z.string() })) });

const ascii = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (char) => char.charCodeAt(0));
const jpeg = (size: number, seed = 0): Uint8Array<ArrayBuffer> => {
  const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 31 + seed) % 256);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
};
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

describe('documents over the API', () => {
  let backend: Backend;
  before(async () => {
    backend = await createBackend({ scenario, makePdf: () => Promise.resolve(ascii('%PDF-1.3 blank')) });
    await backend.host.world.perform({
      do: 'card.set',
      account: '1',
      inForce: true,
      identity: 'VERIFIED',
      card: SUBSCRIBER,
    });
  });

  async function ask(user: string, method: string, path: string, body?: object | Uint8Array<ArrayBuffer>) {
    const { token } = await backend.token({ user, authenticatedAt: new Date().toISOString() });
    const binary = body instanceof Uint8Array;
    return backend.app.request(`/v1/accounts/1/papers${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'Content-Type': binary ? 'application/octet-stream' : 'application/json' }),
        ...(method === 'GET' || binary ? {} : { 'Idempotency-Key': crypto.randomUUID() }),
      },
      ...(body === undefined ? {} : { body: binary ? body : JSON.stringify(body) }),
    });
  }
  const code = async (response: Response) => Problem.parse(await response.json()).code;
  const read = async () => Documents.parse(await (await ask('owner', 'GET', '')).json());

  /** Sends a file in parts and finishes it. */
  async function send(bytes: Uint8Array<ArrayBuffer>, fileName = 'photo.jpg', kind = 'OTHER'): Promise<Response> {
    const upload = Upload.parse(
      await (await ask('owner', 'POST', '/uploads', { fileName, kind, size: bytes.byteLength })).json(),
    );
    for (let offset = 0; offset < bytes.byteLength; offset += upload.partBytes) {
      const part = bytes.slice(offset, offset + upload.partBytes);
      expect((await ask('owner', 'PUT', `/uploads/${upload.id}/parts/${offset}`, part)).status).to.equal(200);
    }
    return ask('owner', 'POST', `/uploads/${upload.id}/finish`);
  }
  const stored = async (bytes: Uint8Array<ArrayBuffer>, kind: string) =>
    UploadResult.parse(await (await send(bytes, 'photo.jpg', kind)).json());

  it('masks the card, and writes down who saw the whole of it', async () => {
    const { card, verification } = await read();
    expect(card?.identityDoc).to.include({ series: null, number: null, masked: '45** ***123' });
    expect(card?.birthDate).to.equal(null);
    expect(verification.state).to.equal('VERIFIED');
    const whole = SubscriberCard.parse(await (await ask('admin', 'POST', '/card/reveal')).json());
    expect(whole.identityDoc).to.include({ series: '4509', number: '000123' });
    expect(backend.host.world.peek('1')?.documents.views.at(-1)).to.include({ user: 'admin', what: 'card' });
  });

  it('hides everything from who has no right to documents', async () => {
    expect((await ask('reader', 'GET', '')).status).to.equal(404);
    expect((await ask('reader', 'POST', '/card/reveal')).status).to.equal(404);
  });

  it('takes a file in parts, goes on after a lost answer, and warns of the same content', async () => {
    const bytes = jpeg(600_000);
    const upload = Upload.parse(
      await (
        await ask('owner', 'POST', '/uploads', { fileName: '../Фото\u202egnp.jpg', kind: 'SELFIE', size: 600_000 })
      ).json(),
    );
    const part = (offset: number, end: number) =>
      ask('owner', 'PUT', `/uploads/${upload.id}/parts/${offset}`, bytes.slice(offset, end));
    await part(0, 200_000);
    await part(0, 200_000);
    expect(await code(await part(300_000, 400_000))).to.equal('REQUEST_INVALID');
    expect(await code(await ask('owner', 'POST', `/uploads/${upload.id}/finish`))).to.equal('REQUEST_INVALID');
    const known = Upload.parse(await (await ask('owner', 'GET', `/uploads/${upload.id}`)).json());
    expect(known.received).to.equal(200_000);
    expect((await ask('admin', 'GET', `/uploads/${upload.id}`)).status).to.equal(404);
    await part(200_000, 400_000);
    await part(400_000, 600_000);
    const first = UploadResult.parse(await (await ask('owner', 'POST', `/uploads/${upload.id}/finish`)).json());
    expect(first.file).to.include({ fileName: 'Фотоgnp.jpg', mime: 'image/jpeg', state: 'STORED', deletable: true });
    expect((await stored(bytes, 'OTHER')).duplicateOf).to.equal(first.file.id);
    const content = await ask('admin', 'GET', `/files/${first.file.id}/content`);
    expect(new Uint8Array(await content.arrayBuffer())).to.deep.equal(bytes);
    expect((await ask('owner', 'DELETE', `/files/${first.file.id}`)).status).to.equal(200);
    expect((await ask('owner', 'GET', `/files/${first.file.id}/content`)).status).to.equal(404);
  });

  it('checks content, not names', async () => {
    expect(await code(await send(ascii('MZ\x90\0 this program'), 'passport.jpg'))).to.equal('FILE_TYPE');
    expect(await code(await send(ascii(EICAR), 'a.pdf'))).to.equal('FILE_INFECTED');
    expect(await code(await send(ascii('%PDF-1.7\ntrailer << /Encrypt 5 0 R >>'), 'a.pdf'))).to.equal('FILE_PROTECTED');
    const begin = (size: number) => ask('owner', 'POST', '/uploads', { fileName: 'a', kind: 'OTHER', size });
    expect(await code(await begin(0))).to.equal('FILE_EMPTY');
    expect(await code(await begin(10 * 1024 * 1024 + 1))).to.equal('FILE_TOO_LARGE');
    expect(inspect(ascii('\0\0\0\x18ftypheic'))).to.deep.equal({ mime: 'image/heic' });
    expect(inspect(ascii('\x89PNG\r\n\x1a\n'))).to.deep.equal({ mime: 'image/png' });
    expect(fileNameOf('C:\\a\\b.pdf')).to.equal('b.pdf');
  });

  it('takes a new passport with both spreads, names the field that is wrong, and has one at a time', async () => {
    const main = await stored(jpeg(5000, 1), 'PASSPORT_MAIN');
    const reg = await stored(jpeg(5000, 2), 'PASSPORT_REG');
    const passport = {
      series: '4526',
      number: '000456',
      issuedAt: '2026-10-01',
      issuedBy: 'МВД',
      deptCode: '770-000',
      files: [main.file.id, reg.file.id],
    };
    const wrong = Problem.parse(await (await ask('owner', 'POST', '/passport', { ...passport, series: '45' })).json());
    expect([wrong.code, wrong.fields[0]?.path]).to.deep.equal(['REQUEST_INVALID', 'series']);
    expect((await ask('admin', 'POST', '/passport', passport)).status).to.equal(403);
    const sent = Documents.parse(await (await ask('owner', 'POST', '/passport', passport)).json());
    expect(sent.requests[0]).to.include({ kind: 'PASSPORT_REPLACEMENT', state: 'SUBMITTED', withdrawable: true });
    expect(sent.card?.identityDoc?.masked).to.equal('45** ***123');
    expect(await code(await ask('owner', 'DELETE', `/files/${main.file.id}`))).to.equal('REQUEST_ALREADY_OPEN');
    expect(await code(await ask('owner', 'POST', '/passport', { ...passport, files: [] }))).to.equal(
      'REQUEST_ALREADY_OPEN',
    );
    expect(await code(await ask('owner', 'PATCH', '/card', { regAddress: 'Тверь' }))).to.equal('CARD_READ_ONLY');
  });

  it('has blanks to download', async () => {
    const { templates } = await read();
    expect(templates.map(({ id }) => id)).to.include('name-change');
    const blank = await ask('owner', 'GET', '/templates/name-change');
    expect(blank.headers.get('content-type')).to.equal('application/pdf');
  });
});
