/** The card, files and requests as commands of an account. @see domain.md §9.2 */
import { addDays } from '../calendar.js';
import type { Receipt } from '../command.js';
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import type {
  DecideRequest,
  DeleteFile,
  DocumentCommand,
  EditCard,
  ReplacePassport,
  RequestKind,
  ReviewFile,
  SetCard,
  StoreFile,
  SubmitRequest,
  SupplyRequest,
  ViewFile,
  WithdrawRequest,
} from './command.js';
import { checkVerification } from '../locks.js';
import { wrongPassport } from './passport.js';
import type { ChangeRequest, RequestState, UploadedFile } from './state.js';

/** Bytes of one file, and files of one request (DOC-5). */
export const MAX_FILE = 10 * 1024 * 1024;
export const MAX_FILES = 10;
/** Files that an account may have waiting, attached to nothing. */
export const MAX_LOOSE = 50;
/** Days to confirm one's data after the operator asked (DOC-4). */
const CONFIRM_DAYS = 15;
const MAX_TEXT = 1000;

const OPEN: ReadonlySet<RequestState> = new Set(['SUBMITTED', 'IN_REVIEW', 'NEED_MORE']);

/** Whether a request still waits for its decision. */
export const isOpen = ({ state }: Pick<ChangeRequest, 'state'>): boolean => OPEN.has(state);

/** Decides a command about documents. @throws {Refusal} As the functions below say. */
export function decideDocument(desk: Desk, command: DocumentCommand, user: string | undefined): Receipt {
  switch (command.do) {
    case 'card.set':
      return setCard(desk, command);
    case 'card.edit':
      return editCard(desk, command);
    case 'card.reveal':
      if (desk.state.documents.card === null) return refuse('NOT_FOUND');
      desk.emit({ type: 'papers.viewed', user: user ?? null, what: 'card' });
      return { what: 'card' };
    case 'identity.ask': {
      const confirmBy = addDays(desk.today, CONFIRM_DAYS);
      desk.emit({ type: 'identity.set', identity: 'UPDATE_REQUIRED', confirmBy });
      return { confirmBy };
    }
    case 'file.store':
      return storeFile(desk, command, user);
    case 'file.delete':
      return deleteFile(desk, command);
    case 'file.view':
      return viewFile(desk, command, user);
    case 'file.review':
      return reviewFile(desk, command);
    case 'passport.replace':
      return replacePassport(desk, command);
    case 'request.submit':
      return submitRequest(desk, command);
    case 'request.supply':
      return supplyRequest(desk, command);
    case 'request.withdraw':
      return withdrawRequest(desk, command);
    case 'request.decide':
      return decideRequest(desk, command);
  }
}

function setCard(desk: Desk, { card, inForce, identity }: SetCard): Receipt {
  desk.emit({ type: 'card.set', card, inForce });
  if (identity !== undefined) {
    desk.emit({ type: 'identity.set', identity, confirmBy: null });
    checkVerification(desk);
  }
  return { account: desk.state.id };
}

/** @throws {Refusal} `NOT_FOUND`, `CARD_READ_ONLY` */
function editCard(desk: Desk, { fullName, regAddress }: EditCard): Receipt {
  const { card, inForce } = desk.state.documents;
  if (card === null) return refuse('NOT_FOUND');
  if (inForce) refuse('CARD_READ_ONLY');
  desk.emit({
    type: 'card.set',
    card: {
      ...card,
      fullName: fullName === undefined ? card.fullName : checkedText(fullName),
      regAddress: regAddress === undefined ? card.regAddress : checkedText(regAddress),
    },
    inForce,
  });
  return { account: desk.state.id };
}

/** @throws {Refusal} `FILE_EMPTY`, `FILE_TOO_LARGE`, `RATE_LIMITED` */
function storeFile(desk: Desk, command: StoreFile, user: string | undefined): Receipt {
  const { file: id, kind, fileName, mime, size, sha256 } = command;
  if (size === 0) refuse('FILE_EMPTY');
  if (size > MAX_FILE) refuse('FILE_TOO_LARGE');
  const { files } = desk.state.documents;
  if (files.filter(({ state }) => state === 'STORED').length >= MAX_LOOSE) refuse('RATE_LIMITED');
  const twin = files.find((file) => file.sha256 === sha256);
  desk.emit({
    type: 'file.stored',
    file: { id, kind, fileName, mime, size, sha256, uploadedBy: user ?? null },
  });
  return { file: id, duplicateOf: twin?.id ?? null };
}

/** What the operator looks at, or must keep by law, stays (DOC-6). @throws {Refusal} `NOT_FOUND`, `REQUEST_ALREADY_OPEN`, `FORBIDDEN` */
function deleteFile(desk: Desk, command: DeleteFile): Receipt {
  const file = fileOf(desk, command.file);
  if (file.state === 'IN_REVIEW') refuse('REQUEST_ALREADY_OPEN');
  if (file.state !== 'STORED' || file.requestId !== null) refuse('FORBIDDEN');
  desk.emit({ type: 'file.deleted', file: file.id });
  return { file: file.id };
}

/** @throws {Refusal} `NOT_FOUND` */
function viewFile(desk: Desk, command: ViewFile, user: string | undefined): Receipt {
  const { id } = fileOf(desk, command.file);
  desk.emit({ type: 'papers.viewed', user: user ?? null, what: id });
  return { what: id };
}

/** @throws {Refusal} `NOT_FOUND` */
function reviewFile(desk: Desk, command: ReviewFile): Receipt {
  const { id } = fileOf(desk, command.file);
  desk.emit({ type: 'file.reviewed', file: id, state: command.state, reason: command.reason ?? null });
  return { file: id, state: command.state };
}

/** @throws {Refusal} `REQUEST_ALREADY_OPEN`, `DATE_INVALID`, `NOT_VERIFIED` with the field that is wrong, `NOT_FOUND` */
function replacePassport(desk: Desk, { passport, files }: ReplacePassport): Receipt {
  const { card, identity, requests, confirmBy } = desk.state.documents;
  const open = requests.find((request) => request.kind === 'PASSPORT_REPLACEMENT' && isOpen(request));
  if (open) refuse('REQUEST_ALREADY_OPEN', { request: open.id });
  const wrong = wrongPassport(passport, {
    today: desk.today,
    birthDate: card?.birthDate ?? null,
    current: card?.passport ?? null,
  });
  if (wrong !== null) refuse(wrong === 'issuedAt' ? 'DATE_INVALID' : 'NOT_VERIFIED', { field: wrong });
  const kinds = new Set(looseFiles(desk, files).map(({ kind }) => kind));
  if (!kinds.has('PASSPORT_MAIN') || !kinds.has('PASSPORT_REG')) refuse('NOT_VERIFIED', { field: 'files' });
  const id = submit(desk, 'PASSPORT_REPLACEMENT', files, { passport, text: null });
  // Who was verified stays so until the decision: the old data are valid (DOC-3).
  if (identity !== 'VERIFIED') desk.emit({ type: 'identity.set', identity: 'IN_REVIEW', confirmBy });
  return { request: id };
}

/** @throws {Refusal} `NOT_FOUND`, `NOT_VERIFIED` with the field that is missing, `REQUEST_ALREADY_OPEN` for a file that is in use */
function submitRequest(desk: Desk, { kind, text, files }: SubmitRequest): Receipt {
  if (looseFiles(desk, files).length === 0) refuse('NOT_VERIFIED', { field: 'files' });
  return { request: submit(desk, kind, files, { passport: null, text: checkedText(text) }) };
}

function submit(
  desk: Desk,
  kind: RequestKind,
  files: readonly string[],
  data: Pick<ChangeRequest, 'passport' | 'text'>,
): string {
  const id = `${desk.state.id}-R${desk.state.documents.requests.length + 1}`;
  desk.emit({ type: 'request.submitted', request: { id, kind, files, ...data } });
  return id;
}

/** @throws {Refusal} `NOT_FOUND`, `REQUEST_ALREADY_OPEN` unless more was asked for */
function supplyRequest(desk: Desk, { request: id, files }: SupplyRequest): Receipt {
  const request = requestOf(desk, id);
  if (request.state !== 'NEED_MORE') refuse('REQUEST_ALREADY_OPEN', { request: id });
  if (looseFiles(desk, files).length === 0) refuse('NOT_VERIFIED', { field: 'files' });
  if (request.files.length + files.length > MAX_FILES) refuse('RATE_LIMITED');
  desk.emit({ type: 'request.supplied', request: id, files });
  return { request: id };
}

/** Only what nobody has begun to check. @throws {Refusal} `NOT_FOUND`, `CHANGE_NOT_CANCELLABLE` */
function withdrawRequest(desk: Desk, { request: id }: WithdrawRequest): Receipt {
  const request = requestOf(desk, id);
  if (request.state !== 'SUBMITTED') refuse('CHANGE_NOT_CANCELLABLE');
  desk.emit({ type: 'request.decided', request: id, state: 'WITHDRAWN', reason: null });
  const { identity, confirmBy } = desk.state.documents;
  if (request.kind === 'PASSPORT_REPLACEMENT' && identity === 'IN_REVIEW') {
    const before = confirmBy === null ? 'NOT_VERIFIED' : 'UPDATE_REQUIRED';
    desk.emit({ type: 'identity.set', identity: before, confirmBy });
  }
  return { request: id };
}

/** What is approved comes into the card. @throws {Refusal} `NOT_FOUND`, `CHANGE_NOT_CANCELLABLE` when it was decided before */
function decideRequest(desk: Desk, command: DecideRequest): Receipt {
  const request = requestOf(desk, command.request);
  if (!isOpen(request)) refuse('CHANGE_NOT_CANCELLABLE');
  const { state, reason = null } = command;
  desk.emit({ type: 'request.decided', request: request.id, state, reason });
  const { card, inForce, identity, confirmBy } = desk.state.documents;
  if (state === 'APPROVED' && card !== null) {
    const { kind, passport, text } = request;
    const change =
      kind === 'PASSPORT_REPLACEMENT'
        ? { passport }
        : kind === 'NAME_CHANGE'
          ? { fullName: text ?? card.fullName }
          : kind === 'ADDRESS_CHANGE'
            ? { regAddress: text }
            : null;
    if (change !== null) desk.emit({ type: 'card.set', card: { ...card, ...change }, inForce });
  }
  if (request.kind === 'PASSPORT_REPLACEMENT') {
    if (state === 'APPROVED') {
      desk.emit({ type: 'identity.set', identity: 'VERIFIED', confirmBy: null });
      checkVerification(desk);
    }
    if (state === 'REJECTED' && identity === 'IN_REVIEW')
      desk.emit({ type: 'identity.set', identity: 'REJECTED', confirmBy });
  }
  return { request: request.id, state };
}

function fileOf(desk: Desk, id: string): UploadedFile {
  return desk.state.documents.files.find((file) => file.id === id) ?? refuse('NOT_FOUND');
}

function requestOf(desk: Desk, id: string): ChangeRequest {
  return desk.state.documents.requests.find((request) => request.id === id) ?? refuse('NOT_FOUND');
}

/** The files that a request is to take: each exists and belongs to no other. */
function looseFiles(desk: Desk, ids: readonly string[]): UploadedFile[] {
  if (ids.length > MAX_FILES || new Set(ids).size !== ids.length) refuse('RATE_LIMITED');
  return ids.map((id) => {
    const file = fileOf(desk, id);
    return file.state === 'STORED' ? file : refuse('REQUEST_ALREADY_OPEN');
  });
}

function checkedText(text: string): string {
  const trimmed = text.trim();
  return trimmed !== '' && trimmed.length <= MAX_TEXT ? trimmed : refuse('NOT_VERIFIED', { field: 'text' });
}
