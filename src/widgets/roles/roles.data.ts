import type { Answer } from '../../api/client.js';
import type { Command } from '../../core/resource/command.js';
import type { Query } from '../../core/resource/query.js';

/** Users, invitations, the offer of the contract. @see domain.md §11 */
export type Users = Answer<'/v1/accounts/{account}/users'>;
export type User = Users['items'][number];
export type Invitation = Users['invitations'][number];
export type Levels = User['levels'];
export type Product = keyof Levels;
export type Level = Levels[Product];
export type AuditPage = Answer<'/v1/accounts/{account}/audit'>;
export type AuditEntry = AuditPage['items'][number];
export type Subject = 'access' | 'alerts' | 'telephony' | 'services' | 'money' | 'documents';

export const PRODUCTS: readonly Product[] = ['CORE', 'BILLING', 'TELEPHONY', 'VPBX', 'DOCS'];
export const SUBJECTS: readonly Subject[] = ['access', 'alerts', 'telephony', 'services', 'money', 'documents'];

export interface AuditFilter {
  readonly actor?: string;
  readonly subject?: Subject;
  readonly from?: string;
  readonly to?: string;
}

const tags = ['users'];

export const usersOf = (account: string): Query<Users> => ({
  key: `users:${account}`,
  tags,
  load: (client, { signal }) => client.get('/v1/accounts/{account}/users', { path: { account }, signal }),
});

export const auditOf = (account: string, filter: AuditFilter): Query<AuditPage> => ({
  key: `audit:${account}:${JSON.stringify(filter)}`,
  tags,
  load: (client, { signal }) =>
    client.get('/v1/accounts/{account}/audit', { path: { account }, query: { ...filter }, signal }),
});

export interface Rights {
  readonly levels: Partial<Levels>;
  readonly numbers: string[] | null;
}

export const changeUser: Command<Rights & { account: string; user: string; selfManage: boolean }, Users> = {
  name: 'user.change',
  invalidates: tags,
  repeats: true,
  run: (client, { account, user, ...json }, options) =>
    client.patch('/v1/accounts/{account}/users/{user}', { path: { account, user }, json, ...options }),
};

export const removeUser: Command<{ account: string; user: string }, Users> = {
  name: 'user.remove',
  invalidates: tags,
  repeats: true,
  run: (client, path, options) => client.delete('/v1/accounts/{account}/users/{user}', { path, ...options }),
};

export const inviteUser: Command<Rights & { account: string; contact: string; name: string | null }, Users> = {
  name: 'user.invite',
  invalidates: tags,
  repeats: true,
  run: (client, { account, ...json }, options) =>
    client.post('/v1/accounts/{account}/invitations', { path: { account }, json, ...options }),
};

interface OfInvitation {
  readonly account: string;
  readonly invitation: string;
}

export const resendInvitation: Command<OfInvitation, Users> = {
  name: 'invite.resend',
  invalidates: tags,
  repeats: true,
  run: (client, path, options) =>
    client.post('/v1/accounts/{account}/invitations/{invitation}/link', { path, ...options }),
};

export const revokeInvitation: Command<OfInvitation, Users> = {
  name: 'invite.revoke',
  invalidates: tags,
  repeats: true,
  run: (client, path, options) =>
    client.delete('/v1/accounts/{account}/invitations/{invitation}', { path, ...options }),
};

export const offerOwnership: Command<{ account: string; to: string }, Users> = {
  name: 'owner.offer',
  invalidates: tags,
  repeats: true,
  run: (client, { account, to }, options) =>
    client.post('/v1/accounts/{account}/ownership', { path: { account }, json: { to }, ...options }),
};

export const acceptOwnership: Command<{ account: string }, Users> = {
  name: 'owner.accept',
  invalidates: [...tags, 'accounts'],
  repeats: true,
  run: (client, path, options) => client.post('/v1/accounts/{account}/ownership/acceptance', { path, ...options }),
};

export const declineOwnership: Command<{ account: string }, Users> = {
  name: 'owner.decline',
  invalidates: tags,
  repeats: true,
  run: (client, path, options) => client.delete('/v1/accounts/{account}/ownership', { path, ...options }),
};
