import { createRoute, z } from '@hono/zod-openapi';
import { AccountPath, Id } from './common.js';
import {
  CardInput,
  Documents,
  FilesInput,
  PassportInput,
  RequestInput,
  SubscriberCard,
  TemplateId,
  Upload,
  UploadInput,
  UploadResult,
} from './documents.js';
import { body, json, problem, read, readProblems, secured, write, writeProblems } from './route.js';

/** The subscriber card, uploaded files and requests. @see domain.md §9 */

const tag = 'Documents';
const papers = '/v1/accounts/{account}/papers';
const UploadPath = AccountPath.extend({ upload: Id.openapi({ param: { name: 'upload', in: 'path' } }) });
const FilePath = AccountPath.extend({ file: Id.openapi({ param: { name: 'file', in: 'path' } }) });
const RequestPath = AccountPath.extend({ request: Id.openapi({ param: { name: 'request', in: 'path' } }) });
const TemplatePath = AccountPath.extend({ template: TemplateId.openapi({ param: { name: 'template', in: 'path' } }) });
const PartPath = UploadPath.extend({
  offset: z
    .string()
    .regex(/^\d{1,9}$/)
    .openapi({ param: { name: 'offset', in: 'path' }, description: 'Byte of the file at which the part begins' }),
});
const binary = z.string().openapi({ format: 'binary' });

export const getDocuments = read(
  { path: papers, tag, summary: 'Card (masked), files, requests, templates', answer: Documents },
  { params: AccountPath },
);

export const revealCard = write(
  'post',
  {
    path: `${papers}/card/reveal`,
    tag,
    summary: 'The whole card; who looked is written down',
    answer: SubscriberCard,
  },
  { params: AccountPath },
);

export const editCard = write(
  'patch',
  { path: `${papers}/card`, tag, summary: 'Correct the card before the contract is in force', answer: Documents },
  { params: AccountPath, body: body(CardInput) },
);

export const beginUpload = write(
  'post',
  { path: `${papers}/uploads`, tag, summary: 'Begin to send a file', answer: Upload },
  { params: AccountPath, body: body(UploadInput) },
);

export const getUpload = read(
  { path: `${papers}/uploads/{upload}`, tag, summary: 'How much of a file has come', answer: Upload },
  { params: UploadPath },
);

/** The only body of the API that is not JSON; repeating it changes nothing, so it needs no idempotency key. */
export const putPart = createRoute({
  method: 'put',
  path: `${papers}/uploads/{upload}/parts/{offset}`,
  tags: [tag],
  summary: 'Send a part of a file',
  security: secured,
  request: {
    params: PartPath,
    body: { content: { 'application/octet-stream': { schema: binary } }, required: true },
  },
  responses: { 200: { description: 'Received', content: json(Upload) }, ...writeProblems },
});

export const finishUpload = write(
  'post',
  { path: `${papers}/uploads/{upload}/finish`, tag, summary: 'Check the file and keep it', answer: UploadResult },
  { params: UploadPath },
);

export const cancelUpload = write(
  'delete',
  { path: `${papers}/uploads/{upload}`, tag, summary: 'Give up sending a file', answer: Documents },
  { params: UploadPath },
);

export const getFileContent = createRoute({
  method: 'get',
  path: `${papers}/files/{file}/content`,
  tags: [tag],
  summary: 'The file itself; who looked is written down',
  security: secured,
  request: { params: FilePath },
  responses: {
    200: { description: 'The file', content: { 'application/octet-stream': { schema: binary } } },
    ...readProblems,
  },
});

export const deleteFile = write(
  'delete',
  { path: `${papers}/files/{file}`, tag, summary: 'Delete a file that nobody checks', answer: Documents },
  { params: FilePath },
);

export const replacePassport = write(
  'post',
  { path: `${papers}/passport`, tag, summary: 'Ask for the replacement of a passport', answer: Documents },
  { params: AccountPath, body: body(PassportInput) },
);

export const submitRequest = write(
  'post',
  { path: `${papers}/requests`, tag, summary: 'Ask for a change, or hand in an application', answer: Documents },
  { params: AccountPath, body: body(RequestInput) },
);

export const supplyRequest = write(
  'post',
  { path: `${papers}/requests/{request}/files`, tag, summary: 'Add what was asked for', answer: Documents },
  { params: RequestPath, body: body(FilesInput) },
);

export const withdrawRequest = write(
  'delete',
  { path: `${papers}/requests/{request}`, tag, summary: 'Withdraw a request nobody checks yet', answer: Documents },
  { params: RequestPath },
);

export const getTemplate = createRoute({
  method: 'get',
  path: `${papers}/templates/{template}`,
  tags: [tag],
  summary: 'A blank application as PDF',
  security: secured,
  request: { params: TemplatePath },
  responses: {
    200: { description: 'The file', content: { 'application/pdf': { schema: binary } } },
    ...readProblems,
    500: problem('The file cannot be made here'),
  },
});
