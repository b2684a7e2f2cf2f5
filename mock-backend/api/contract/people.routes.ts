import {
  AlertContactChange,
  AlertContactInput,
  AlertLog,
  AlertSettings,
  AlertThresholdsInput,
  CodeInput,
} from './alerts.js';
import { AccountPath, Id } from './common.js';
import { Product } from './me.js';
import { body, read, write } from './route.js';
import { AuditPage, AuditQuery, GrantInput, InvitationInput, OfferInput, UserChange, UserList } from './users.js';

/** Alerts and users. @see domain.md §10, §11 */

const alerts = '/v1/accounts/{account}/alerts';
const users = '/v1/accounts/{account}/users';
const invitations = '/v1/accounts/{account}/invitations';
const ownership = '/v1/accounts/{account}/ownership';
const inPath = (name: string) => Id.openapi({ param: { name, in: 'path' } });
const ContactPath = AccountPath.extend({ contact: inPath('contact') });
const UserPath = AccountPath.extend({ user: inPath('user') });
const InvitationPath = AccountPath.extend({ invitation: inPath('invitation') });
const alert = { tag: 'Alerts', answer: AlertSettings } as const;
const people = { tag: 'Users', answer: UserList } as const;

export const getAlerts = read({ ...alert, path: alerts, summary: 'Thresholds and contacts' }, { params: AccountPath });

export const setAlertThresholds = write(
  'put',
  { ...alert, path: alerts, summary: 'Set the thresholds' },
  { params: AccountPath, body: body(AlertThresholdsInput) },
);

export const addAlertContact = write(
  'post',
  { ...alert, path: `${alerts}/contacts`, summary: 'Add a contact; a code is sent to it' },
  { params: AccountPath, body: body(AlertContactInput) },
);

export const changeAlertContact = write(
  'patch',
  { ...alert, path: `${alerts}/contacts/{contact}`, summary: 'Change a contact, its events, or pause it' },
  { params: ContactPath, body: body(AlertContactChange) },
);

export const removeAlertContact = write(
  'delete',
  { ...alert, path: `${alerts}/contacts/{contact}`, summary: 'Remove a contact' },
  { params: ContactPath },
);

export const resendAlertCode = write(
  'post',
  { ...alert, path: `${alerts}/contacts/{contact}/code`, summary: 'Send another code' },
  { params: ContactPath },
);

export const confirmAlertContact = write(
  'post',
  { ...alert, path: `${alerts}/contacts/{contact}/confirmation`, summary: 'Confirm a contact by its code' },
  { params: ContactPath, body: body(CodeInput) },
);

export const testAlertContact = write(
  'post',
  { ...alert, path: `${alerts}/contacts/{contact}/test`, summary: 'Send a test message' },
  { params: ContactPath },
);

export const getAlertLog = read(
  { path: `${alerts}/log`, tag: 'Alerts', summary: 'What was sent, newest first', answer: AlertLog },
  { params: AccountPath },
);

export const listUsers = read(
  { ...people, path: users, summary: 'Users of the account, their levels, open invitations' },
  { params: AccountPath },
);

export const setGrant = write(
  'put',
  { ...people, path: `${users}/{user}/grants/{product}`, summary: 'Set a user’s level on a product' },
  {
    params: UserPath.extend({ product: Product.openapi({ param: { name: 'product', in: 'path' } }) }),
    body: body(GrantInput),
  },
);

export const changeUser = write(
  'patch',
  { ...people, path: `${users}/{user}`, summary: 'Change a user’s levels and numbers' },
  { params: UserPath, body: body(UserChange) },
);

export const removeUser = write(
  'delete',
  { ...people, path: `${users}/{user}`, summary: 'Take a user’s access away' },
  { params: UserPath },
);

export const inviteUser = write(
  'post',
  { ...people, path: invitations, summary: 'Invite a user; the link lives for 72 hours' },
  { params: AccountPath, body: body(InvitationInput) },
);

export const resendInvitation = write(
  'post',
  { ...people, path: `${invitations}/{invitation}/link`, summary: 'Send another link; the former one ends' },
  { params: InvitationPath },
);

export const revokeInvitation = write(
  'delete',
  { ...people, path: `${invitations}/{invitation}`, summary: 'Revoke an invitation' },
  { params: InvitationPath },
);

export const offerOwnership = write(
  'post',
  { ...people, path: ownership, summary: 'Offer the contract to an administrator' },
  { params: AccountPath, body: body(OfferInput) },
);

export const acceptOwnership = write(
  'post',
  { ...people, path: `${ownership}/acceptance`, summary: 'Become the owner' },
  { params: AccountPath },
);

export const declineOwnership = write(
  'delete',
  { ...people, path: ownership, summary: 'Withdraw or decline the offer' },
  { params: AccountPath },
);

export const listAudit = read(
  { path: '/v1/accounts/{account}/audit', tag: 'Users', summary: 'Who changed what, newest first', answer: AuditPage },
  { params: AccountPath, query: AuditQuery },
);
