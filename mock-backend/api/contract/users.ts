import { z } from '@hono/zod-openapi';
import { Day, Instant, NextCursor, PageQuery, Phone, PhoneInput } from './common.js';
import { Level, Levels } from './me.js';

/** Who else may use the account. @see domain.md §11 */

const Numbers = z.array(Phone).nullable().openapi({ description: 'The only numbers that he sees; null: all (ADM-4)' });

export const AccountUser = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    self: z.boolean(),
    levels: Levels,
    numbers: Numbers,
    selfManage: z.boolean().openapi({ description: 'Manages forwarding, SIP and equipment of his numbers himself' }),
    lastLogin: Instant.nullable(),
    locked: z
      .enum(['SELF', 'OWNER'])
      .nullable()
      .openapi({ description: 'Why this user’s rights cannot be changed by the one who asks' }),
  })
  .openapi('AccountUser');

export const Invitation = z
  .object({
    id: z.string(),
    contact: z.string(),
    name: z.string().nullable(),
    levels: Levels,
    numbers: Numbers,
    invitedBy: z.string().nullable(),
    sentAt: Instant,
    expiresAt: Instant,
    state: z.enum(['SENT', 'EXPIRED']),
  })
  .openapi('Invitation');

export const OwnershipOffer = z
  .object({
    to: z.string(),
    by: z.string(),
    expiresAt: Instant,
    mine: z.enum(['TO', 'BY']).nullable().openapi({ description: 'Which side the user is who asks' }),
  })
  .openapi('OwnershipOffer');

export const UserList = z
  .object({
    items: z.array(AccountUser),
    invitations: z.array(Invitation),
    offer: OwnershipOffer.nullable().openapi({ description: 'The owner has offered the contract to somebody' }),
  })
  .openapi('UserList');

export const GrantInput = z.strictObject({ level: Level }).openapi('GrantInput');

const LevelsInput = z.strictObject({
  CORE: Level.optional(),
  BILLING: Level.optional(),
  TELEPHONY: Level.optional(),
  VPBX: Level.optional(),
  DOCS: Level.optional(),
});
const NumbersInput = z.array(PhoneInput).max(1000).nullable();

export const UserChange = z
  .strictObject({ levels: LevelsInput, numbers: NumbersInput.optional(), selfManage: z.boolean().optional() })
  .openapi('UserChange', { description: 'Carried out as a whole or not at all; what is absent stays' });

export const InvitationInput = z
  .strictObject({
    contact: z.string().min(1).max(320).openapi({ description: 'E-mail address or telephone number' }),
    name: z.string().max(200).nullable().default(null),
    levels: LevelsInput,
    numbers: NumbersInput.default(null),
  })
  .openapi('InvitationInput');

export const OfferInput = z.strictObject({ to: z.string().min(1).max(320) }).openapi('OfferInput');

export const AuditEntry = z
  .object({
    id: z.string(),
    at: Instant,
    actor: z.string().nullable().openapi({ description: 'User; null: the operator' }),
    action: z.string().openapi({ example: 'user.granted' }),
    target: z.string().nullable().openapi({ description: 'Contacts are masked' }),
    before: z.string().nullable(),
    after: z.string().nullable(),
  })
  .openapi('AuditEntry');

export const AuditPage = z
  .object({ items: z.array(AuditEntry), nextCursor: NextCursor })
  .openapi('AuditPage', { description: 'Newest first' });

export const AuditQuery = PageQuery.extend({
  actor: z.string().max(320).optional(),
  subject: z
    .enum(['access', 'alerts', 'telephony', 'services', 'money', 'documents'])
    .optional()
    .openapi({ description: 'Part of the cabinet that the change was made in' }),
  from: Day.optional(),
  to: Day.optional(),
});
