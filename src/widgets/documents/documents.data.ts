import type { Answer } from '../../api/client.js';
import type { Command } from '../../core/resource/command.js';
import type { Query } from '../../core/resource/query.js';

/** The card, files and requests: what is asked and what is changed. @see domain.md §9 */

export type Documents = Answer<'/v1/accounts/{account}/papers'>;
export type Card = NonNullable<Documents['card']>;
export type PaperFile = Documents['files'][number];
export type FileKind = PaperFile['kind'];
export type ChangeRequest = Documents['requests'][number];
export type RequestKind = Exclude<ChangeRequest['kind'], 'PASSPORT_REPLACEMENT'>;
export type Template = Documents['templates'][number]['id'];

export const documentsOf = (account: string): Query<Documents> => ({
  key: `documents:${account}`,
  tags: ['documents'],
  load: (client, { signal }) => client.get('/v1/accounts/{account}/papers', { path: { account }, signal }),
});

const invalidates = ['documents'];

/** Shows the whole card; the backend writes down who looked (DOC-7). */
export const revealCard: Command<{ account: string }, Documents['card']> = {
  name: 'card.reveal',
  invalidates: [],
  repeats: true,
  run: (client, path, options) => client.post('/v1/accounts/{account}/papers/card/reveal', { path, ...options }),
};

export const deleteFile: Command<{ account: string; file: string }, Documents> = {
  name: 'file.delete',
  invalidates,
  repeats: true,
  run: (client, path, options) => client.delete('/v1/accounts/{account}/papers/files/{file}', { path, ...options }),
};

export interface PassportDraft {
  readonly series: string;
  readonly number: string;
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly deptCode: string;
}

export const replacePassport: Command<PassportDraft & { account: string; files: string[] }, Documents> = {
  name: 'passport.replace',
  invalidates,
  repeats: true,
  run: (client, { account, ...json }, options) =>
    client.post('/v1/accounts/{account}/papers/passport', { path: { account }, json, ...options }),
};

export const submitRequest: Command<{ account: string; kind: RequestKind; text: string; files: string[] }, Documents> =
  {
    name: 'request.submit',
    invalidates,
    run: (client, { account, ...json }, options) =>
      client.post('/v1/accounts/{account}/papers/requests', { path: { account }, json, ...options }),
  };

export const supplyRequest: Command<{ account: string; request: string; files: string[] }, Documents> = {
  name: 'request.supply',
  invalidates,
  repeats: true,
  run: (client, { account, request, files }, options) =>
    client.post('/v1/accounts/{account}/papers/requests/{request}/files', {
      path: { account, request },
      json: { files },
      ...options,
    }),
};

export const withdrawRequest: Command<{ account: string; request: string }, Documents> = {
  name: 'request.withdraw',
  invalidates,
  repeats: true,
  run: (client, path, options) =>
    client.delete('/v1/accounts/{account}/papers/requests/{request}', { path, ...options }),
};
