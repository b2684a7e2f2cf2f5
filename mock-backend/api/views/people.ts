import type { z } from '@hono/zod-openapi';
import { DAY_LIMIT, LOW_BALANCE } from '../../engine/alerts.js';
import { maskContact } from '../../engine/access/mask.js';
import { decide } from '../../engine/access/policy.js';
import { ownerOf } from '../../engine/access/commands.js';
import type { AuditEvent } from '../../engine/access/state.js';
import { codeUntil, MAX_CONTACTS, resendAt, stateOf } from '../../engine/contacts/commands.js';
import { type Contact, isEmail } from '../../engine/contacts/state.js';
import { deliveryOf, type Message } from '../../engine/messages.js';
import { round, Exact, scaleOf } from '../../engine/money.js';
import { AlertEvent, type AlertContact, type AlertLogEntry, type AlertSettings } from '../contract/alerts.js';
import type { AuditEntry, AuditQuery, UserList } from '../contract/users.js';
import { Reader } from '../reader.js';
import { levelsOf } from './account.js';

type LogEntry = z.infer<typeof AlertLogEntry>;

export function alertsView(reader: Reader): z.infer<typeof AlertSettings> {
  const { alerts, contacts } = reader.state;
  const range = ({ min, max }: { min: string; max: string }) => ({ min: whole(reader, min), max: whole(reader, max) });
  return {
    lowBalance: reader.moneyOrNull(alerts.lowBalance),
    dayLimit: reader.moneyOrNull(alerts.dayLimit),
    ranges: { lowBalance: range(LOW_BALANCE), dayLimit: range(DAY_LIMIT) },
    contacts: contacts.items.map((contact) => contactView(contact, reader)),
    maxContacts: MAX_CONTACTS,
    last: alertLog(reader)[0] ?? null,
    now: reader.asOf,
  };
}

const whole = (reader: Reader, value: string) => reader.money(round(new Exact(value), scaleOf(reader.state.currency)));

function contactView(contact: Contact, reader: Reader): z.infer<typeof AlertContact> {
  const { id, value, confirmed, lowBalance, dayLimit, topUp, asked, paused, bounces } = contact;
  const { zone, now } = reader;
  const resend = resendAt(contact, { zone, today: zone.dayAt(now) });
  return {
    id,
    value,
    type: isEmail(value) ? 'EMAIL' : 'PHONE',
    state: stateOf(contact, now),
    confirmed,
    bounced: paused && bounces > 0,
    lowBalance,
    dayLimit,
    topUp,
    codeUntil: asked ? zone.format(codeUntil(contact)) : null,
    attemptsLeft: asked?.left ?? 0,
    resendAt: !confirmed && resend > now ? zone.format(resend) : null,
  };
}

/** What was sent, newest first. */
export function alertLog(reader: Reader): LogEntry[] {
  return reader.state.messages.items.flatMap((message) => logEntry(message, reader) ?? []).reverse();
}

function logEntry(message: Message, reader: Reader): LogEntry | null {
  const event = AlertEvent.safeParse(message.topic);
  const { value, balance, threshold } = message.params;
  if (!event.success || value === undefined) return null;
  return {
    id: message.id,
    event: event.data,
    at: reader.zone.format(message.at),
    value: reader.money(value),
    balance: balance ? reader.money(balance) : null,
    threshold: threshold ? reader.money(threshold) : null,
    contact: message.to,
    delivery: deliveryOf(message, reader.now),
  };
}

/** Name of the fact that remembers when a user was given a token last. */
export const loginFact = (user: string): string => `login:${user}`;

/** The owner first, then by id; open invitations after them. @see domain.md §11 */
export async function usersView(reader: Reader): Promise<z.infer<typeof UserList>> {
  const { host, state, user, zone } = reader;
  const owner = ownerOf(state);
  const ids = Object.keys(state.users).sort((a, b) => Number(b === owner) - Number(a === owner) || (a < b ? -1 : 1));
  // Whom the contract is with stands on the card, for those who may read it.
  const signer = decide('card.read', reader.rights) === 'ALLOWED' ? (state.documents.card?.fullName ?? null) : null;
  const items = await Promise.all(
    ids.map(async (id) => {
      const login = await host.store.fact(loginFact(id));
      const other = new Reader(host, state, id);
      return {
        id,
        name: state.access.people[id]?.name ?? (id === owner ? signer : null),
        self: id === user,
        levels: levelsOf(other),
        numbers: other.rights?.numbers ? [...other.rights.numbers] : null,
        selfManage: other.rights?.selfManage ?? false,
        lastLogin: login === null ? null : zone.format(Date.parse(login)),
        locked: id === user ? ('SELF' as const) : id === owner ? ('OWNER' as const) : null,
      };
    }),
  );
  const { offer, invitations } = state.access;
  const open = offer !== null && offer.until > reader.now ? offer : null;
  return {
    items,
    invitations: invitations.map(({ id, contact, name, levels, numbers, by, at, until }) => ({
      id,
      contact,
      name,
      levels: { ...NO_LEVELS, ...levels },
      numbers: numbers && [...numbers],
      invitedBy: by,
      sentAt: zone.format(at),
      expiresAt: zone.format(until),
      state: until > reader.now ? ('SENT' as const) : ('EXPIRED' as const),
    })),
    offer: open && {
      to: open.to,
      by: open.by,
      expiresAt: zone.format(open.until),
      mine: open.to === user ? 'TO' : open.by === user ? 'BY' : null,
    },
  };
}

const NO_LEVELS = { CORE: 'NONE', BILLING: 'NONE', TELEPHONY: 'NONE', VPBX: 'NONE', DOCS: 'NONE' } as const;

const SUBJECTS: Readonly<Record<NonNullable<z.infer<typeof AuditQuery>['subject']>, RegExp>> = {
  access: /^(user|invite|owner)\./,
  alerts: /^(alert|contact)\./,
  telephony: /^(forwarding|sim|sip|detail)\./,
  services: /^(number|tariff|option|package|product)\./,
  money: /^(promised|autopay|topup)\./,
  documents: /^(card|file|passport|request)\./,
};

/** The audit log, newest first; contacts are masked. */
export function auditViews(
  reader: Reader,
  filter: Omit<z.infer<typeof AuditQuery>, 'cursor' | 'limit'>,
): z.infer<typeof AuditEntry>[] {
  const { audit } = reader.state.access;
  const day = ({ at }: AuditEvent) => reader.zone.dayAt(at);
  return audit
    .map((event, index) => ({ event, id: `${event.at}-${index}` }))
    .filter(
      ({ event }) =>
        (filter.actor === undefined || event.actor === filter.actor) &&
        (filter.subject === undefined || SUBJECTS[filter.subject].test(event.action)) &&
        (filter.from === undefined || day(event) >= filter.from) &&
        (filter.to === undefined || day(event) <= filter.to),
    )
    .reverse()
    .map(({ event, id }) => ({
      id,
      at: reader.zone.format(event.at),
      actor: event.actor,
      action: event.action,
      target: event.target?.includes('@') ? maskContact(event.target) : event.target,
      before: event.before,
      after: event.after,
    }));
}
