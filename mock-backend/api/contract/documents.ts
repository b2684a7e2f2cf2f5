import { z } from '@hono/zod-openapi';
import { Day, Id, Instant } from './common.js';

/** The subscriber card, uploaded files and requests. @see domain.md §9 */

export const FileKind = z
  .enum([
    'PASSPORT_MAIN',
    'PASSPORT_REG',
    'SELFIE',
    'APPLICATION',
    'POWER_OF_ATTORNEY',
    'ADDRESS_PROOF',
    'COMPANY_DOC',
    'OTHER',
  ])
  .openapi('FileKind');

export const IdentityDocument = z
  .object({
    series: z.string().nullable().openapi({ description: 'null while masked' }),
    number: z.string().nullable(),
    masked: z.string().openapi({ example: '45** ***123' }),
    issuedAt: Day,
    issuedBy: z.string(),
    deptCode: z.string().openapi({ example: '770-000' }),
  })
  .openapi('IdentityDocument');

export const SubscriberCard = z
  .object({
    kind: z.enum(['INDIVIDUAL', 'SOLE_TRADER', 'LEGAL']),
    fullName: z.string(),
    companyName: z.string().nullable(),
    birthDate: Day.nullable().openapi({ description: 'null while masked' }),
    inn: z.string().nullable(),
    kpp: z.string().nullable(),
    ogrn: z.string().nullable(),
    identityDoc: IdentityDocument.nullable(),
    regAddress: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    contractSince: Day,
    masked: z.boolean(),
    editableFields: z.array(z.enum(['fullName', 'regAddress'])),
    updatedAt: Instant,
  })
  .openapi('SubscriberCard');

export const Verification = z
  .object({
    state: z.enum(['NOT_VERIFIED', 'IN_REVIEW', 'VERIFIED', 'REJECTED', 'UPDATE_REQUIRED', 'SUSPENDED']),
    confirmBy: Day.nullable().openapi({ description: 'Last day on which the data can be confirmed (DOC-4)' }),
    daysLeft: z.int().nullable(),
  })
  .openapi('Verification');

export const UploadedFile = z
  .object({
    id: Id,
    kind: FileKind,
    fileName: z.string(),
    mime: z.enum(['application/pdf', 'image/jpeg', 'image/png', 'image/heic']),
    size: z.int().openapi({ description: 'Bytes' }),
    sha256: z.string().openapi({ description: 'Hexadecimal' }),
    uploadedAt: Instant,
    state: z.enum(['STORED', 'IN_REVIEW', 'ACCEPTED', 'REJECTED']),
    rejectReason: z.string().nullable(),
    requestId: z.string().nullable(),
    deletable: z.boolean(),
  })
  .openapi('UploadedFile');

export const ChangeRequest = z
  .object({
    id: Id,
    kind: z.enum(['PASSPORT_REPLACEMENT', 'NAME_CHANGE', 'ADDRESS_CHANGE', 'APPLICATION']),
    state: z.enum(['SUBMITTED', 'IN_REVIEW', 'APPROVED', 'REJECTED', 'NEED_MORE', 'WITHDRAWN']),
    files: z.array(z.string()),
    passportMasked: z.string().nullable(),
    text: z.string().nullable(),
    submittedAt: Instant,
    decisionAt: Instant.nullable(),
    reason: z.string().nullable(),
    withdrawable: z.boolean(),
  })
  .openapi('ChangeRequest');

export const TemplateId = z.enum(['application', 'name-change', 'address-change', 'refund']).openapi('TemplateId');

export const Documents = z
  .object({
    card: SubscriberCard.nullable().openapi({ description: 'null: the operator has not entered it yet' }),
    verification: Verification,
    files: z.array(UploadedFile).openapi({ description: 'Newest first' }),
    requests: z.array(ChangeRequest).openapi({ description: 'Newest first' }),
    templates: z.array(z.object({ id: TemplateId, title: z.string() })),
    limits: z.object({ maxBytes: z.int(), maxFiles: z.int() }),
    asOf: Instant,
  })
  .openapi('Documents');

export const UploadInput = z
  .strictObject({
    fileName: z.string().min(1).max(1000),
    kind: FileKind,
    size: z.int().min(0).openapi({ description: 'Bytes' }),
  })
  .openapi('UploadInput');

export const Upload = z
  .object({
    id: Id,
    size: z.int(),
    received: z.int().openapi({ description: 'Bytes that have come; the next part begins here' }),
    partBytes: z.int().openapi({ description: 'Bytes that a part may have' }),
    expiresAt: Instant.openapi({ description: 'Real time' }),
  })
  .openapi('Upload');

export const UploadResult = z
  .object({
    file: UploadedFile,
    duplicateOf: z.string().nullable().openapi({ description: 'File with the same content' }),
  })
  .openapi('UploadResult');

const FileIds = z.array(Id).max(20);

export const PassportInput = z
  .strictObject({
    series: z.string().max(16),
    number: z.string().max(16),
    issuedAt: z.string().max(10),
    issuedBy: z.string().max(500),
    deptCode: z.string().max(16),
    files: FileIds,
  })
  .openapi('PassportInput');

export const RequestInput = z
  .strictObject({
    kind: z.enum(['NAME_CHANGE', 'ADDRESS_CHANGE', 'APPLICATION']),
    text: z.string().max(1000),
    files: FileIds,
  })
  .openapi('RequestInput');

export const FilesInput = z.strictObject({ files: FileIds }).openapi('FilesInput');

export const CardInput = z
  .strictObject({ fullName: z.string().max(1000).optional(), regAddress: z.string().max(1000).optional() })
  .openapi('CardInput');
