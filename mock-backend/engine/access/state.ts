/** People of an account, invitations and the audit log. Levels are in `users` of the account. @see domain.md §11 */
import type { Level, Product } from '../command.js';
import type { Levels } from './command.js';

/** What is known of a user beside his levels. */
export interface Person {
  name: string | null;
  /** The only numbers that he sees; `null`: all. */
  numbers: readonly string[] | null;
  selfManage: boolean;
}

export interface Invitation {
  id: string;
  contact: string;
  name: string | null;
  levels: Levels;
  numbers: readonly string[] | null;
  by: string | null;
  at: number;
  until: number;
  secret: string;
}

export interface AuditEvent {
  readonly at: number;
  /** User; `null` = the operator. */
  readonly actor: string | null;
  /** Name of the command. */
  readonly action: string;
  /** User, number, contact or whatever it was about. */
  readonly target: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

export interface AccessState {
  people: Record<string, Person>;
  /** Number of the next invitation. */
  next: number;
  /** Those that are neither accepted nor revoked; they may have expired. */
  invitations: Invitation[];
  /** The contract is offered by its owner. */
  offer: { to: string; by: string; at: number; until: number } | null;
  /** The latest, oldest first. */
  audit: AuditEvent[];
}

export const noAccess = (): AccessState => ({ people: {}, next: 1, invitations: [], offer: null, audit: [] });

interface By {
  /** User who did it; absent: the operator. */
  readonly by?: string | null;
}

export type AccessEvent =
  | ({ readonly type: 'user.granted'; readonly user: string; readonly product: Product; readonly level: Level } & By)
  | ({
      readonly type: 'user.scoped';
      readonly user: string;
      readonly numbers: readonly string[] | null;
      readonly selfManage: boolean;
    } & By)
  | ({ readonly type: 'user.removed'; readonly user: string } & By)
  | ({
      readonly type: 'user.invited';
      readonly invitation: Omit<Invitation, 'at' | 'by'>;
    } & By)
  | ({ readonly type: 'invite.resent'; readonly id: string; readonly secret: string; readonly until: number } & By)
  | ({ readonly type: 'invite.revoked'; readonly id: string } & By)
  | { readonly type: 'invite.accepted'; readonly id: string; readonly user: string }
  | ({ readonly type: 'owner.offered'; readonly to: string; readonly until: number } & By)
  | ({ readonly type: 'owner.declined' } & By)
  | ({ readonly type: 'owner.accepted'; readonly from: string } & By)
  | ({ readonly type: 'audit.noted'; readonly action: string; readonly target: string | null } & By);

type Users = Record<string, Partial<Record<Product, Level>>>;

/** Older entries of the audit log are forgotten. */
const KEPT = 1000;

/** Folds an event into the levels and the slice, in place. */
export function applyAccess(users: Users, state: AccessState, event: AccessEvent & { readonly at: number }): void {
  const actor = 'by' in event ? (event.by ?? null) : null;
  const note = (target: string | null, before: string | null, after: string | null, action: string = event.type) => {
    const entry: AuditEvent = { at: event.at, actor, action, target, before, after };
    state.audit = [...state.audit.slice(1 - KEPT), entry];
  };
  switch (event.type) {
    case 'user.granted': {
      const { user, product, level } = event;
      note(user, `${product} ${users[user]?.[product] ?? 'NONE'}`, `${product} ${level}`);
      users[user] = { ...users[user], [product]: level };
      return;
    }
    case 'user.scoped': {
      const { user, numbers, selfManage } = event;
      note(user, scopeText(state.people[user]?.numbers), scopeText(numbers));
      state.people[user] = { name: state.people[user]?.name ?? null, numbers, selfManage };
      return;
    }
    case 'user.removed':
      note(event.user, levelsText(users[event.user]), null);
      delete users[event.user];
      delete state.people[event.user];
      if (state.offer?.to === event.user) state.offer = null;
      return;
    case 'user.invited':
      note(event.invitation.contact, null, levelsText(event.invitation.levels));
      state.next += 1;
      state.invitations.push({ ...event.invitation, at: event.at, by: actor });
      return;
    case 'invite.resent': {
      const invitation = invitationOf(state, event.id);
      note(invitation.contact, null, null);
      Object.assign(invitation, { secret: event.secret, until: event.until });
      return;
    }
    case 'invite.revoked':
      note(invitationOf(state, event.id).contact, null, null);
      state.invitations = state.invitations.filter(({ id }) => id !== event.id);
      return;
    case 'invite.accepted': {
      const { name, numbers, levels } = invitationOf(state, event.id);
      state.audit = [
        ...state.audit.slice(1 - KEPT),
        {
          at: event.at,
          actor: event.user,
          action: event.type,
          target: event.user,
          before: null,
          after: levelsText(levels),
        },
      ];
      users[event.user] = { ...users[event.user], ...levels };
      state.people[event.user] = { name, numbers, selfManage: false };
      state.invitations = state.invitations.filter(({ id }) => id !== event.id);
      return;
    }
    case 'owner.offered':
      note(event.to, null, null);
      state.offer = { to: event.to, by: actor ?? '', at: event.at, until: event.until };
      return;
    case 'owner.declined':
      note(state.offer?.to ?? null, null, null);
      state.offer = null;
      return;
    case 'owner.accepted':
      note(actor, event.from, actor);
      state.offer = null;
      return;
    case 'audit.noted':
      note(event.target, null, null, event.action);
  }
}

export function invitationOf(state: AccessState, id: string): Invitation {
  const invitation = state.invitations.find((candidate) => candidate.id === id);
  if (!invitation) throw new Error(`there is no invitation ${id}`);
  return invitation;
}

const scopeText = (numbers: readonly string[] | null | undefined): string => numbers?.join(' ') ?? 'ALL';

const levelsText = (levels: Levels | undefined): string =>
  Object.entries(levels ?? {})
    .filter(([, level]) => level !== 'NONE')
    .map(([product, level]) => `${product} ${level}`)
    .join(', ');
