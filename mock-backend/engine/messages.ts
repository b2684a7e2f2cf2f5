/** Messages that went to people: what a gateway for SMS and mail would be given. @see domain.md ALR-3, ALR-11, ADM-6 */
import { isEmail } from './contacts/state.js';
import type { Event } from './events.js';
import type { AccountState } from './state.js';

export type MessageTopic = 'LOW_BALANCE' | 'DAY_LIMIT' | 'TOP_UP' | 'TEST' | 'CODE' | 'INVITE' | 'OWNER_OFFER';

export interface Message {
  readonly id: string;
  readonly at: number;
  readonly channel: 'SMS' | 'EMAIL';
  /** Telephone number, address, or the login of a user. */
  readonly to: string;
  readonly topic: MessageTopic;
  /** What the text is made of: amounts as decimal strings, codes, ids. */
  readonly params: Readonly<Record<string, string>>;
  /** It came back. */
  failed: boolean;
}

export interface Outbox {
  /** Number of the next id. */
  next: number;
  /** The latest, oldest first. */
  items: Message[];
}

/** Older messages are forgotten. */
const KEPT = 300;

export const noMessages = (): Outbox => ({ next: 1, items: [] });

/** Posts what an event says to people, after it is folded. */
export function tell(state: AccountState, event: Event): void {
  const send = (to: string, topic: MessageTopic, params: Message['params'] = {}) => {
    post(state.messages, event.at, to, topic, params);
  };
  const contactOf = (id: string) => state.contacts.items.find((contact) => contact.id === id)?.value;
  switch (event.type) {
    case 'alert.sent': {
      const { value, balance = '', threshold } = event;
      for (const to of event.contacts) send(to, event.event, { value, balance, ...(threshold ? { threshold } : {}) });
      return;
    }
    case 'contact.asked': {
      const to = contactOf(event.contact);
      if (to !== undefined) send(to, 'CODE', { code: event.code, contact: event.contact });
      return;
    }
    case 'stepup.asked':
      return send(event.to, 'CODE', {
        code: event.code,
        action: event.action,
        ...(event.target === null ? {} : { target: event.target }),
      });
    case 'contact.tested': {
      const to = contactOf(event.contact);
      if (to !== undefined) send(to, 'TEST');
      return;
    }
    case 'contact.bounced': {
      const to = contactOf(event.contact);
      const last = state.messages.items.findLast((message) => message.to === to);
      if (last) last.failed = true;
      return;
    }
    case 'user.invited':
      return send(event.invitation.contact, 'INVITE', {
        invitation: event.invitation.id,
        secret: event.invitation.secret,
      });
    case 'invite.resent': {
      const invitation = state.access.invitations.find(({ id }) => id === event.id);
      if (invitation) send(invitation.contact, 'INVITE', { invitation: event.id, secret: event.secret });
      return;
    }
    case 'owner.offered':
      // A login that is no address is told by the operator's own means.
      if (isEmail(event.to) || event.to.startsWith('+')) send(event.to, 'OWNER_OFFER');
  }
}

function post(
  outbox: Outbox,
  at: number,
  to: string,
  topic: MessageTopic,
  params: Readonly<Record<string, string>> = {},
): void {
  const message: Message = {
    id: `m${outbox.next}`,
    at,
    channel: isEmail(to) ? 'EMAIL' : 'SMS',
    to,
    topic,
    params,
    failed: false,
  };
  outbox.next += 1;
  outbox.items = [...outbox.items.slice(1 - KEPT), message];
}

/** How long a message is on its way. */
const UNDERWAY_MS = 10_000;

export function deliveryOf(message: Message, now: number): 'SENT' | 'DELIVERED' | 'FAILED' {
  if (message.failed) return 'FAILED';
  return now < message.at + UNDERWAY_MS ? 'SENT' : 'DELIVERED';
}
