/** What is known of the subscriber and his papers. The bytes of files are kept elsewhere. @see domain.md §9.1 */
import type { FileKind, FileMime, IdentityState, Passport, RequestKind, SubscriberCard } from './command.js';

export type FileState = 'STORED' | 'IN_REVIEW' | 'ACCEPTED' | 'REJECTED';
export type RequestState = 'SUBMITTED' | 'IN_REVIEW' | 'APPROVED' | 'REJECTED' | 'NEED_MORE' | 'WITHDRAWN';

export interface UploadedFile {
  id: string;
  kind: FileKind;
  fileName: string;
  mime: FileMime;
  /** Bytes. */
  size: number;
  sha256: string;
  uploadedAt: number;
  /** `null` = the operator. */
  uploadedBy: string | null;
  state: FileState;
  rejectReason: string | null;
  requestId: string | null;
}

export interface ChangeRequest {
  id: string;
  kind: RequestKind;
  files: string[];
  /** Of a passport replacement. */
  passport: Passport | null;
  /** Of the other kinds: the new name, the new address, or what the application says. */
  text: string | null;
  state: RequestState;
  submittedAt: number;
  decisionAt: number | null;
  reason: string | null;
}

/** Who looked at what (DOC-7). */
export interface View {
  readonly at: number;
  readonly user: string | null;
  /** `card`, or the id of a file. */
  readonly what: string;
}

export interface DocumentsState {
  card: SubscriberCard | null;
  cardAt: number | null;
  inForce: boolean;
  /** `null`: never told; then the account's own flag counts. */
  identity: IdentityState | null;
  /** Last day on which the data can be confirmed; `null` = nobody asked. */
  confirmBy: string | null;
  files: UploadedFile[];
  requests: ChangeRequest[];
  views: View[];
}

export const noDocuments = (): DocumentsState => ({
  card: null,
  cardAt: null,
  inForce: false,
  identity: null,
  confirmBy: null,
  files: [],
  requests: [],
  views: [],
});

type NewFile = Pick<UploadedFile, 'id' | 'kind' | 'fileName' | 'mime' | 'size' | 'sha256' | 'uploadedBy'>;
type NewRequest = Pick<ChangeRequest, 'id' | 'kind' | 'passport' | 'text'> & { readonly files: readonly string[] };

export type DocumentEvent =
  | { readonly type: 'card.set'; readonly card: SubscriberCard; readonly inForce: boolean }
  | { readonly type: 'identity.set'; readonly identity: IdentityState; readonly confirmBy: string | null }
  | { readonly type: 'papers.viewed'; readonly user: string | null; readonly what: string }
  | { readonly type: 'file.stored'; readonly file: NewFile }
  | { readonly type: 'file.deleted'; readonly file: string }
  | {
      readonly type: 'file.reviewed';
      readonly file: string;
      readonly state: Exclude<FileState, 'STORED'>;
      readonly reason: string | null;
    }
  | { readonly type: 'request.submitted'; readonly request: NewRequest }
  | { readonly type: 'request.supplied'; readonly request: string; readonly files: readonly string[] }
  | {
      readonly type: 'request.decided';
      readonly request: string;
      readonly state: Exclude<RequestState, 'SUBMITTED'>;
      readonly reason: string | null;
    };

/** Views that are remembered in the state; the journal has them all. */
const VIEWS_KEPT = 50;

/** Folds an event into the slice, in place. */
export function applyDocument(state: DocumentsState, event: DocumentEvent & { readonly at: number }): void {
  switch (event.type) {
    case 'card.set':
      Object.assign(state, { card: event.card, cardAt: event.at, inForce: event.inForce });
      return;
    case 'identity.set':
      Object.assign(state, { identity: event.identity, confirmBy: event.confirmBy });
      return;
    case 'papers.viewed':
      state.views = [...state.views, { at: event.at, user: event.user, what: event.what }].slice(-VIEWS_KEPT);
      return;
    case 'file.stored':
      state.files.push({ ...event.file, uploadedAt: event.at, state: 'STORED', rejectReason: null, requestId: null });
      return;
    case 'file.deleted':
      state.files = state.files.filter(({ id }) => id !== event.file);
      return;
    case 'file.reviewed':
      Object.assign(found(state.files, event.file), { state: event.state, rejectReason: event.reason });
      return;
    case 'request.submitted':
      state.requests.push({
        ...event.request,
        files: [],
        state: 'SUBMITTED',
        submittedAt: event.at,
        decisionAt: null,
        reason: null,
      });
      return attach(state, event.request.id, event.request.files);
    case 'request.supplied':
      Object.assign(found(state.requests, event.request), { state: 'SUBMITTED', reason: null });
      return attach(state, event.request, event.files);
    case 'request.decided':
      return close(state, found(state.requests, event.request), event);
  }
}

function attach(state: DocumentsState, id: string, files: readonly string[]): void {
  found(state.requests, id).files.push(...files);
  for (const file of files) Object.assign(found(state.files, file), { state: 'IN_REVIEW', requestId: id });
}

/** Files share the fate of their request; those of a withdrawn one are free again. */
function close(
  state: DocumentsState,
  request: ChangeRequest,
  event: Extract<DocumentEvent, { type: 'request.decided' }> & { readonly at: number },
): void {
  const decided = event.state === 'APPROVED' || event.state === 'REJECTED';
  Object.assign(request, { state: event.state, reason: event.reason, decisionAt: decided ? event.at : null });
  for (const file of state.files.filter(({ requestId }) => requestId === request.id)) {
    if (event.state === 'APPROVED') file.state = 'ACCEPTED';
    if (event.state === 'REJECTED') Object.assign(file, { state: 'REJECTED', rejectReason: event.reason });
    if (event.state === 'WITHDRAWN') Object.assign(file, { state: 'STORED', requestId: null });
  }
}

function found<T extends { readonly id: string }>(items: readonly T[], id: string): T {
  const item = items.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`there is no ${id} among the documents`);
  return item;
}
