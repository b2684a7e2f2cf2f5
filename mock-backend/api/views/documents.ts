import type { z } from '@hono/zod-openapi';
import { addDays } from '../../engine/calendar.js';
import type { Passport } from '../../engine/documents/command.js';
import { isOpen, MAX_FILE, MAX_FILES } from '../../engine/documents/commands.js';
import { maskedPassport } from '../../engine/documents/passport.js';
import type { ChangeRequest as EngineRequest, UploadedFile as EngineFile } from '../../engine/documents/state.js';
import type {
  ChangeRequest,
  Documents,
  IdentityDocument,
  SubscriberCard,
  Upload,
  UploadedFile,
  Verification,
} from '../contract/documents.js';
import { TemplateId } from '../contract/documents.js';
import { templateTitle } from '../documents/template.js';
import type { Upload as Coming } from '../files/uploads.js';
import type { Locale } from '../messages/index.js';
import type { Reader } from '../reader.js';

/** Bytes that a part of a file may have. */
export const PART = 256 * 1024;

/** All that the section shows; personal data are masked. */
export function documentsView(reader: Reader, locale: Locale): z.infer<typeof Documents> {
  const { documents } = reader.state;
  return {
    card: documents.card === null ? null : cardView(reader, true),
    verification: verificationView(reader),
    files: documents.files.map((file) => fileView(file, reader)).reverse(),
    requests: documents.requests.map((request) => requestView(request, reader)).reverse(),
    templates: TemplateId.options.map((id) => ({ id, title: templateTitle(id, locale) })),
    limits: { maxBytes: MAX_FILE, maxFiles: MAX_FILES },
    asOf: reader.asOf,
  };
}

/** @throws {Error} Unless there is a card. */
export function cardView(reader: Reader, masked: boolean): z.infer<typeof SubscriberCard> {
  const { state, zone } = reader;
  const { card, cardAt, inForce } = state.documents;
  if (card === null) throw new Error('there is no card');
  return {
    kind: state.kind,
    fullName: card.fullName,
    companyName: card.companyName,
    birthDate: masked ? null : card.birthDate,
    inn: card.inn,
    kpp: card.kpp,
    ogrn: card.ogrn,
    identityDoc: card.passport === null ? null : passportView(card.passport, masked),
    regAddress: card.regAddress,
    phone: card.phone,
    email: masked && card.email !== null ? maskedEmail(card.email) : card.email,
    contractSince: state.openedOn,
    masked,
    editableFields: inForce ? [] : ['fullName', 'regAddress'],
    updatedAt: zone.format(cardAt ?? state.openedAt),
  };
}

const passportView = (passport: Passport, masked: boolean): z.infer<typeof IdentityDocument> => ({
  series: masked ? null : passport.series,
  number: masked ? null : passport.number,
  masked: maskedPassport(passport),
  issuedAt: passport.issuedAt,
  issuedBy: passport.issuedBy,
  deptCode: passport.deptCode,
});

/** Past its last day a request to confirm the data suspends (DOC-4). */
function verificationView({ state, zone, now }: Reader): z.infer<typeof Verification> {
  const { identity, confirmBy } = state.documents;
  const known = identity ?? (state.verified ? 'VERIFIED' : 'NOT_VERIFIED');
  const today = zone.dayAt(now);
  const late = known === 'UPDATE_REQUIRED' && confirmBy !== null && today > confirmBy;
  return {
    state: late ? 'SUSPENDED' : known,
    confirmBy,
    daysLeft: confirmBy === null ? null : daysTo(today, confirmBy),
  };
}

export function fileView(file: EngineFile, { zone }: Reader): z.infer<typeof UploadedFile> {
  return {
    id: file.id,
    kind: file.kind,
    fileName: file.fileName,
    mime: file.mime,
    size: file.size,
    sha256: file.sha256,
    uploadedAt: zone.format(file.uploadedAt),
    state: file.state,
    rejectReason: file.rejectReason,
    requestId: file.requestId,
    deletable: file.state === 'STORED' && file.requestId === null,
  };
}

function requestView(request: EngineRequest, { zone }: Reader): z.infer<typeof ChangeRequest> {
  return {
    id: request.id,
    kind: request.kind,
    state: request.state,
    files: request.files,
    passportMasked: request.passport === null ? null : maskedPassport(request.passport),
    text: request.text,
    submittedAt: zone.format(request.submittedAt),
    decisionAt: request.decisionAt === null ? null : zone.format(request.decisionAt),
    reason: request.reason,
    withdrawable: isOpen(request) && request.state === 'SUBMITTED',
  };
}

export const uploadView = (upload: Coming): z.infer<typeof Upload> => ({
  id: upload.id,
  size: upload.size,
  received: upload.received,
  partBytes: PART,
  expiresAt: new Date(upload.until).toISOString(),
});

/** `i•••@example.org` */
function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '•••' : `${email.slice(0, 1)}•••${email.slice(at)}`;
}

function daysTo(from: string, to: string): number {
  let days = 0;
  for (let day = from; day < to && days < 400; day = addDays(day, 1)) days += 1;
  return days;
}
