import { wrongPassport } from '../../engine/documents/passport.js';
import { MAX_FILE } from '../../engine/documents/commands.js';
import type { App, AppParts } from '../app.js';
import * as routes from '../contract/documents.routes.js';
import { templateDefinition } from '../documents/template.js';
import { requireConfirmation } from '../auth/sensitive.js';
import type { ApiContext } from '../env.js';
import { fail } from '../errors.js';
import { fileNameOf, inspect, sha256 } from '../files/inspect.js';
import { Uploads, type Upload } from '../files/uploads.js';
import { limitedBytes } from '../middleware/limits.js';
import type { Reader } from '../reader.js';
import { cardView, documentsView, fileView, PART, uploadView } from '../views/documents.js';
import { answer, command, done, open } from './serve.js';

async function opened(c: ApiContext, account: string): Promise<Reader> {
  const reader = await open(c, account);
  reader.require('card.read');
  return reader;
}

/** Under what the bytes of a file are kept. */
const blobOf = (c: ApiContext, account: string, file: string): string =>
  [c.get('host').id, account, file]
    .map((part) => part.replace(/[^\w-]/g, (char) => `_${char.charCodeAt(0)}`))
    .join('/');

export function addDocuments(app: App, parts: AppParts): void {
  const { blobs, makePdf, seller, wall } = parts;
  const uploads = new Uploads(wall);
  const ownerOf = (c: ApiContext, account: string) => JSON.stringify([c.get('host').id, account, c.get('grant').user]);
  const comingIn = (c: ApiContext, account: string, id: string): Upload =>
    uploads.get(ownerOf(c, account), id) ?? fail('NOT_FOUND');
  const after = async (c: ApiContext, account: string) =>
    done(c, documentsView(await opened(c, account), c.get('locale')));

  app.openapi(routes.getDocuments, async (c) => {
    return answer(c, documentsView(await opened(c, c.req.valid('param').account), c.get('locale')));
  });

  app.openapi(routes.revealCard, async (c) => {
    const { account } = c.req.valid('param');
    const step = { do: 'card.reveal', account } as const;
    await requireConfirmation(c, parts, await opened(c, account), step);
    await command(c, step);
    return done(c, cardView(await opened(c, account), false));
  });

  app.openapi(routes.editCard, async (c) => {
    const { account } = c.req.valid('param');
    const { fullName, regAddress } = c.req.valid('json');
    await opened(c, account);
    await command(c, {
      do: 'card.edit',
      account,
      ...(fullName === undefined ? {} : { fullName }),
      ...(regAddress === undefined ? {} : { regAddress }),
    });
    return after(c, account);
  });

  app.openapi(routes.beginUpload, async (c) => {
    const { account } = c.req.valid('param');
    const { fileName, kind, size } = c.req.valid('json');
    (await opened(c, account)).require('files.upload');
    if (size === 0) fail('FILE_EMPTY');
    if (size > MAX_FILE) fail('FILE_TOO_LARGE');
    const upload = uploads.begin(ownerOf(c, account), { fileName: fileNameOf(fileName), kind, size });
    return done(c, uploadView(upload ?? fail('RATE_LIMITED')));
  });

  app.openapi(routes.getUpload, async (c) => {
    const { account, upload } = c.req.valid('param');
    (await opened(c, account)).require('files.upload');
    return answer(c, uploadView(comingIn(c, account, upload)));
  });

  app.openapi(routes.putPart, async (c) => {
    const { account, upload: id, offset } = c.req.valid('param');
    (await opened(c, account)).require('files.upload');
    const upload = comingIn(c, account, id);
    const part = await limitedBytes(c.req.raw, PART);
    if (!uploads.take(upload, Number(offset), part)) {
      fail('REQUEST_INVALID', { fields: [{ path: 'offset', in: 'path', fault: 'value' }] });
    }
    return c.json(uploadView(upload), 200);
  });

  app.openapi(routes.finishUpload, async (c) => {
    const { account, upload: id } = c.req.valid('param');
    (await opened(c, account)).require('files.upload');
    const upload = comingIn(c, account, id);
    if (upload.received < upload.size) {
      fail('REQUEST_INVALID', { fields: [{ path: 'received', in: 'body', fault: 'small' }] });
    }
    const found = inspect(upload.bytes);
    if ('refused' in found) {
      uploads.end(id);
      return fail(found.refused);
    }
    const { kind, fileName, size, bytes } = upload;
    await blobs.put(blobOf(c, account, id), bytes);
    const hash = await sha256(bytes);
    const made = await command(c, {
      do: 'file.store',
      account,
      file: id,
      kind,
      fileName,
      mime: found.mime,
      size,
      sha256: hash,
    });
    uploads.end(id);
    const reader = await opened(c, account);
    const file = reader.state.documents.files.find((candidate) => candidate.id === id) ?? fail('NOT_FOUND');
    const { duplicateOf } = made;
    return done(c, { file: fileView(file, reader), duplicateOf: typeof duplicateOf === 'string' ? duplicateOf : null });
  });

  app.openapi(routes.cancelUpload, async (c) => {
    const { account, upload } = c.req.valid('param');
    (await opened(c, account)).require('files.upload');
    // What is gone already need not be given up again.
    if (uploads.get(ownerOf(c, account), upload)) uploads.end(upload);
    return after(c, account);
  });

  app.openapi(routes.getFileContent, async (c) => {
    const { account, file: id } = c.req.valid('param');
    const reader = await opened(c, account);
    const file = reader.state.documents.files.find((candidate) => candidate.id === id) ?? fail('NOT_FOUND');
    const bytes = (await blobs.get(blobOf(c, account, id))) ?? fail('NOT_FOUND');
    const world = await c.get('host').present();
    await world.perform({ do: 'file.view', account, file: id }, { user: c.get('grant').user });
    return c.body(bytes, 200, {
      'Content-Type': file.mime,
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      'Content-Security-Policy': 'sandbox',
    });
  });

  app.openapi(routes.deleteFile, async (c) => {
    const { account, file } = c.req.valid('param');
    await opened(c, account);
    await command(c, { do: 'file.delete', account, file });
    await blobs.delete(blobOf(c, account, file));
    return after(c, account);
  });

  app.openapi(routes.replacePassport, async (c) => {
    const { account } = c.req.valid('param');
    const { files, ...written } = c.req.valid('json');
    const { state, zone, now } = await opened(c, account);
    const passport = { ...written, issuedBy: written.issuedBy.trim() };
    const { card } = state.documents;
    const wrong = wrongPassport(passport, {
      today: zone.dayAt(now),
      birthDate: card?.birthDate ?? null,
      current: card?.passport ?? null,
    });
    if (wrong !== null) fail('REQUEST_INVALID', { fields: [{ path: wrong, in: 'body', fault: 'value' }] });
    await command(c, { do: 'passport.replace', account, passport, files });
    return after(c, account);
  });

  app.openapi(routes.submitRequest, async (c) => {
    const { account } = c.req.valid('param');
    const { kind, text, files } = c.req.valid('json');
    await opened(c, account);
    if (text.trim() === '') fail('REQUEST_INVALID', { fields: [{ path: 'text', in: 'body', fault: 'required' }] });
    if (files.length === 0) fail('REQUEST_INVALID', { fields: [{ path: 'files', in: 'body', fault: 'required' }] });
    await command(c, { do: 'request.submit', account, kind, text, files });
    return after(c, account);
  });

  app.openapi(routes.supplyRequest, async (c) => {
    const { account, request } = c.req.valid('param');
    await opened(c, account);
    await command(c, { do: 'request.supply', account, request, files: c.req.valid('json').files });
    return after(c, account);
  });

  app.openapi(routes.withdrawRequest, async (c) => {
    const { account, request } = c.req.valid('param');
    await opened(c, account);
    await command(c, { do: 'request.withdraw', account, request });
    return after(c, account);
  });

  app.openapi(routes.getTemplate, async (c) => {
    const { account, template } = c.req.valid('param');
    await opened(c, account);
    const file = await makePdf(templateDefinition(template, account, seller, c.get('locale')));
    return c.body(file, 200, {
      'Content-Type': 'application/pdf',
      'Content-Length': String(file.byteLength),
      'Content-Disposition': `attachment; filename="${template}.pdf"`,
    });
  });
}
