/** Contacts of alerts in the state of an account, and what happens to them. @see domain.md §10 */

/** A code that was sent and not typed yet. */
export interface AskedCode {
  code: string;
  at: number;
  /** Attempts left; none: the contact has expired. */
  left: number;
}

export interface Contact {
  id: string;
  value: string;
  confirmed: boolean;
  lowBalance: boolean;
  dayLimit: boolean;
  topUp: boolean;
  /** By the subscriber, or after messages that came back. */
  paused: boolean;
  /** Messages in a row that came back. */
  bounces: number;
  asked: AskedCode | null;
  /** Codes sent on the last day on which any was. */
  sends: { day: string; count: number };
  testedAt: number | null;
}

/** As it is told by the event: what is missing is filled when it is folded. */
export type NewContact = Pick<Contact, 'value' | 'confirmed' | 'lowBalance' | 'dayLimit' | 'topUp'>;

export interface Contacts {
  /** Number of the next id. */
  next: number;
  items: Contact[];
}

export const noContacts = (): Contacts => ({ next: 1, items: [] });

export const isEmail = (value: string): boolean => value.includes('@');

/** Wrong codes until a contact expires (ALR-5). */
export const CODE_ATTEMPTS = 5;

export type ContactEvent =
  | { readonly type: 'alert.contact'; readonly contact: NewContact }
  | { readonly type: 'contact.asked'; readonly contact: string; readonly code: string; readonly day: string }
  | { readonly type: 'contact.missed'; readonly contact: string }
  | { readonly type: 'contact.confirmed'; readonly contact: string }
  | {
      readonly type: 'contact.changed';
      readonly contact: string;
      readonly change: Partial<Pick<Contact, 'value' | 'confirmed' | 'lowBalance' | 'dayLimit' | 'topUp' | 'paused'>>;
    }
  | { readonly type: 'contact.removed'; readonly contact: string }
  | { readonly type: 'contact.tested'; readonly contact: string }
  | { readonly type: 'contact.bounced'; readonly contact: string; readonly paused: boolean };

/** Folds an event into the slice, in place; gives the contact that it is about. */
export function applyContact(state: Contacts, event: ContactEvent & { readonly at: number }): Contact {
  if (event.type === 'alert.contact') {
    const made: Contact = {
      id: `c${state.next}`,
      ...event.contact,
      paused: false,
      bounces: 0,
      asked: null,
      sends: { day: '', count: 0 },
      testedAt: null,
    };
    state.next += 1;
    state.items.push(made);
    return made;
  }
  const contact = state.items.find(({ id }) => id === event.contact);
  if (!contact) throw new Error(`there is no contact ${event.contact}`);
  switch (event.type) {
    case 'contact.asked': {
      const { day, count } = contact.sends;
      contact.asked = { code: event.code, at: event.at, left: CODE_ATTEMPTS };
      contact.sends = { day: event.day, count: day === event.day ? count + 1 : 1 };
      break;
    }
    case 'contact.missed':
      if (contact.asked) contact.asked.left -= 1;
      break;
    case 'contact.confirmed':
      Object.assign(contact, { confirmed: true, asked: null, bounces: 0 });
      break;
    case 'contact.changed':
      Object.assign(contact, event.change);
      if (event.change.paused === false) contact.bounces = 0;
      break;
    case 'contact.removed':
      state.items = state.items.filter((item) => item !== contact);
      break;
    case 'contact.tested':
      contact.testedAt = event.at;
      break;
    case 'contact.bounced':
      contact.bounces += 1;
      contact.paused = event.paused;
  }
  return contact;
}
