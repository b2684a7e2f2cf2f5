/** Users of an account, invitations and the transfer of the contract. @see domain.md ADM-1 … ADM-7 */
import type { Receipt } from '../command.js';
import { requireCalm } from '../contacts/calm.js';
import { contactValue, sameContact } from '../contacts/value.js';
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import type { Message } from '../messages.js';
import type {
  AcceptInvite,
  ChangeUser,
  InviteUser,
  Levels,
  OfferOwnership,
  RemoveUser,
  ResendInvite,
  RevokeInvite,
} from './command.js';
import { levelsOf, ownerOf, rightsOf } from './commands.js';
import { decideGrant } from './grants.js';
import { numbersSeen, PRODUCTS } from './policy.js';
import type { Invitation } from './state.js';

/** Invitations on one day. */
const INVITES = { toOne: 5, inAll: 50 };
/** Life of an invitation (ADM-6). */
const INVITE_MS = 72 * 3_600_000;
const OFFER_MS = 72 * 3_600_000;
const MAX_NAME = 100;

/** @throws {Refusal} `NOT_FOUND`, `FORBIDDEN`, `SELF_CHANGE`, `OWNER_REQUIRED`, `LEVEL_EXCEEDED` */
export function changeUser(desk: Desk, command: ChangeUser, actor: string | undefined): Receipt {
  const { user } = command;
  const { access } = desk.state;
  const before = levelsOf(desk.state, user) ?? refuse('NOT_FOUND');
  const by = actor ?? null;
  const changes = PRODUCTS.flatMap((product) => {
    const level = command.levels[product];
    return level === undefined || level === (before[product] ?? 'NONE') ? [] : [{ user, product, level }];
  });
  for (const change of changes) check(desk, change, by);
  const person = access.people[user];
  const numbers = command.numbers === undefined ? (person?.numbers ?? null) : checkedNumbers(desk, command.numbers);
  const selfManage = command.selfManage ?? person?.selfManage ?? false;
  const scoped =
    selfManage !== (person?.selfManage ?? false) || (numbers?.join() ?? null) !== (person?.numbers?.join() ?? null);
  // Scope is a right like the others: of whom nobody may change a level, nobody may change the numbers.
  if (scoped) check(desk, { user, product: 'CORE', level: 'USER' }, by);
  if (command.numbers !== undefined) checkSight(desk, numbers, actor);
  for (const change of changes) desk.emit({ type: 'user.granted', ...change, by });
  if (scoped) desk.emit({ type: 'user.scoped', user, numbers, selfManage, by });
  return { user };
}

/** What he made and did stays (ADM-7). @throws {Refusal} `NOT_FOUND`, `FORBIDDEN`, `SELF_CHANGE`, `OWNER_REQUIRED` */
export function removeUser(desk: Desk, { user }: RemoveUser, actor: string | undefined): Receipt {
  if (!levelsOf(desk.state, user)) refuse('NOT_FOUND');
  if (user === ownerOf(desk.state) && user !== actor) refuse('OWNER_REQUIRED');
  check(desk, { user, product: 'CORE', level: 'NONE' }, actor ?? null);
  desk.emit({ type: 'user.removed', user, by: actor ?? null });
  return { user };
}

/** @throws {Refusal} `CONTACT_INVALID`, `INVITE_EXISTS`, `LEVEL_EXCEEDED`, `NOT_FOUND` for a number */
export function inviteUser(desk: Desk, command: InviteUser, actor: string | undefined): Receipt {
  const { access, users } = desk.state;
  const contact = contactValue(command.contact.trim());
  checkLevels(desk, contact, command.levels, actor);
  checkSight(desk, command.numbers, actor);
  const open = access.invitations.find((invitation) => sameContact(invitation.contact, contact));
  if (Object.keys(users).some((user) => sameContact(user, contact))) refuse('INVITE_EXISTS', { contact });
  if (open && open.until > desk.now) refuse('INVITE_EXISTS', { contact });
  requireCalm(desk, contact, INVITES, isInvite);
  // One that has expired makes room for the new one.
  if (open) desk.emit({ type: 'invite.revoked', id: open.id, by: actor ?? null });
  const id = `i${access.next}`;
  const invitation = {
    id,
    contact,
    name: command.name === null ? null : [...command.name.trim()].slice(0, MAX_NAME).join('') || null,
    levels: { ...command.levels, CORE: command.levels.CORE ?? 'USER' },
    numbers: checkedNumbers(desk, command.numbers),
    until: desk.now + INVITE_MS,
    secret: command.secret,
  };
  desk.emit({ type: 'user.invited', invitation, by: actor ?? null });
  return { invitation: id };
}

/** @throws {Refusal} `NOT_FOUND` */
export function resendInvite(desk: Desk, command: ResendInvite, actor: string | undefined): Receipt {
  const { id, contact } = find(desk, command.invitation);
  requireCalm(desk, contact, INVITES, isInvite);
  desk.emit({ type: 'invite.resent', id, secret: command.secret, until: desk.now + INVITE_MS, by: actor ?? null });
  return { invitation: id };
}

/** @throws {Refusal} `NOT_FOUND` */
export function revokeInvite(desk: Desk, command: RevokeInvite, actor: string | undefined): Receipt {
  const { id } = find(desk, command.invitation);
  desk.emit({ type: 'invite.revoked', id, by: actor ?? null });
  return { invitation: id };
}

/** The user is named by the contact that was invited. @throws {Refusal} `INVITE_EXPIRED` also for a link that was used or revoked */
export function acceptInvite(desk: Desk, command: AcceptInvite): Receipt {
  const invitation = desk.state.access.invitations.find(({ id }) => id === command.invitation);
  if (!invitation || invitation.secret !== command.secret || desk.now >= invitation.until) {
    return refuse('INVITE_EXPIRED');
  }
  desk.emit({ type: 'invite.accepted', id: invitation.id, user: invitation.contact });
  return { user: invitation.contact };
}

/** @throws {Refusal} `NOT_FOUND`, `FORBIDDEN`, `SELF_CHANGE` */
export function offerOwnership(desk: Desk, { to }: OfferOwnership, actor: string | undefined): Receipt {
  if (actor === undefined || actor !== ownerOf(desk.state)) return refuse('FORBIDDEN');
  if (to === actor) refuse('SELF_CHANGE');
  const levels = levelsOf(desk.state, to) ?? refuse('NOT_FOUND');
  // The contract goes to one whom its owner has trusted with the cabinet before.
  if (levels.CORE !== 'ADMIN') refuse('LEVEL_EXCEEDED');
  const until = desk.now + OFFER_MS;
  desk.emit({ type: 'owner.offered', to, until, by: actor });
  return { to };
}

/** Both have agreed: the former owner becomes an administrator (ADM-2). @throws {Refusal} `NOT_FOUND`, `INVITE_EXPIRED` */
export function acceptOwnership(desk: Desk, actor: string | undefined): Receipt {
  const { users, access } = desk.state;
  const { offer } = access;
  if (!offer || actor !== offer.to) return refuse('NOT_FOUND');
  if (desk.now >= offer.until || ownerOf(desk.state) !== offer.by) return refuse('INVITE_EXPIRED');
  for (const product of PRODUCTS) {
    // The owner may everything without being granted it; as an administrator he needs it.
    if (users[offer.by]?.[product] !== 'ADMIN')
      desk.emit({ type: 'user.granted', user: offer.by, product, level: 'ADMIN', by: actor });
  }
  desk.emit({ type: 'user.granted', user: actor, product: 'CORE', level: 'OWNER', by: actor });
  desk.emit({ type: 'user.scoped', user: actor, numbers: null, selfManage: false, by: actor });
  desk.emit({ type: 'owner.accepted', from: offer.by, by: actor });
  return { owner: actor };
}

/** @throws {Refusal} `NOT_FOUND` */
export function declineOwnership(desk: Desk, actor: string | undefined): Receipt {
  const { offer } = desk.state.access;
  if (!offer || (actor !== undefined && actor !== offer.to && actor !== ownerOf(desk.state))) refuse('NOT_FOUND');
  desk.emit({ type: 'owner.declined', by: actor ?? null });
  return { declined: true };
}

const isInvite = ({ topic }: Message): boolean => topic === 'INVITE';

/** Nobody lets another see numbers that he does not see himself (ADM-2, ADM-4). */
function checkSight(desk: Desk, numbers: readonly string[] | null, actor: string | undefined): void {
  const rights = actor === undefined ? undefined : rightsOf(desk.state, actor);
  const seen = rights && numbersSeen(rights);
  if (seen && (numbers === null || numbers.some((number) => !seen.includes(number)))) refuse('LEVEL_EXCEEDED');
}

function checkLevels(desk: Desk, user: string, levels: Levels, actor: string | undefined): void {
  for (const product of PRODUCTS) {
    const level = levels[product];
    if (level !== undefined) check(desk, { user, product, level }, actor ?? null);
  }
}

function check(desk: Desk, change: Parameters<typeof decideGrant>[0], by: string | null): void {
  const decision = decideGrant(change, by, (name) => rightsOf(desk.state, name), ownerOf(desk.state));
  if ('refused' in decision) refuse(decision.refused, { user: change.user });
  if (change.level === 'OWNER') refuse('LEVEL_EXCEEDED', { user: change.user });
}

/** Numbers that a user may be narrowed to: those of the account. */
function checkedNumbers(desk: Desk, numbers: readonly string[] | null): readonly string[] | null {
  return numbers === null ? null : [...new Set(numbers.map((number) => desk.number(number).number))].sort();
}

function find(desk: Desk, id: string): Invitation {
  return desk.state.access.invitations.find((invitation) => invitation.id === id) ?? refuse('NOT_FOUND');
}
