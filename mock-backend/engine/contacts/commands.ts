/** Contacts of alerts as commands of an account. @see domain.md ALR-1, ALR-4 … ALR-6, ALR-15 */
import { addDays } from '../calendar.js';
import type { AddAlertContact, Receipt } from '../command.js';
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import type { Message } from '../messages.js';
import { requireCalm, seconds } from './calm.js';
import type {
  BounceContact,
  ChangeContact,
  ConfirmContact,
  RemoveContact,
  ResendCode,
  TestContact,
} from './command.js';
import { type Contact, isEmail } from './state.js';
import { contactValue, sameContact } from './value.js';

/** @see domain.md ALR-5 */
export const MAX_CONTACTS = 5;
const RESEND_MS = 60_000;
const CODES_PER_DAY = 5;
/** On one day, whatever becomes of the contacts. */
const CODES = { toOne: CODES_PER_DAY, inAll: MAX_CONTACTS * CODES_PER_DAY };
/** A code sent by SMS lives shorter than a letter (ALR-5). */
const SMS_MS = 10 * 60_000;
const LETTER_MS = 24 * 3_600_000;
/** Messages in a row that come back until a contact is paused (ALR-15). */
const MAX_BOUNCES = 3;

/** @throws {Refusal} `CONTACT_INVALID`, `CONTACT_EXISTS`, `CONTACT_LIMIT` */
export function addContact(desk: Desk, command: AddAlertContact): Receipt {
  const value = contactValue(command.value);
  requireNew(desk, value);
  if (desk.state.contacts.items.length >= MAX_CONTACTS) refuse('CONTACT_LIMIT');
  if (command.code !== undefined) requireCalm(desk, value, CODES, isCode);
  const contact = `c${desk.state.contacts.next}`;
  desk.emit({
    type: 'alert.contact',
    contact: {
      value,
      confirmed: command.confirmed ?? true,
      lowBalance: command.lowBalance ?? true,
      dayLimit: command.dayLimit ?? true,
      topUp: command.topUp ?? true,
    },
  });
  if (command.code !== undefined) ask(desk, contact, command.code);
  return { account: desk.state.id, contact };
}

/** @throws {Refusal} `NOT_FOUND`, `CONTACT_EXISTS` if it is confirmed already, `CODE_TOO_MANY` */
export function resendCode(desk: Desk, { contact: id, code }: ResendCode): Receipt {
  const contact = find(desk, id);
  if (contact.confirmed) refuse('CONTACT_EXISTS', { value: contact.value });
  const next = resendAt(contact, desk);
  if (desk.now < next) refuse('CODE_TOO_MANY', { sec: seconds(next - desk.now) });
  requireCalm(desk, contact.value, CODES, isCode);
  ask(desk, id, code);
  return { contact: id };
}

/**
 * Takes a code. A wrong one is counted, therefore it is an answer and no refusal.
 *
 * @returns `confirmed`, and the attempts that are `left`.
 * @throws {Refusal} `NOT_FOUND`, `CODE_EXPIRED`
 */
export function confirmContact(desk: Desk, { contact: id, code }: ConfirmContact): Receipt {
  const contact = find(desk, id);
  if (contact.confirmed) return { contact: id, confirmed: true, left: 0 };
  if (!contact.asked || contact.asked.left <= 0 || desk.now >= codeUntil(contact)) return refuse('CODE_EXPIRED');
  if (contact.asked.code !== code) {
    desk.emit({ type: 'contact.missed', contact: id });
    return { contact: id, confirmed: false, left: find(desk, id).asked?.left ?? 0 };
  }
  desk.emit({ type: 'contact.confirmed', contact: id });
  return { contact: id, confirmed: true, left: 0 };
}

/** @throws {Refusal} `NOT_FOUND`, `CONTACT_INVALID`, `CONTACT_EXISTS`, `CODE_TOO_MANY` */
export function changeContact(desk: Desk, command: ChangeContact): Receipt {
  const contact = find(desk, command.contact);
  const value = command.value === undefined ? contact.value : contactValue(command.value);
  const isNew = value !== contact.value;
  if (isNew) {
    requireNew(desk, value, contact.id);
    const next = resendAt(contact, desk);
    if (desk.now < next) refuse('CODE_TOO_MANY', { sec: seconds(next - desk.now) });
    requireCalm(desk, value, CODES, isCode);
  }
  desk.emit({
    type: 'contact.changed',
    contact: contact.id,
    change: {
      lowBalance: command.lowBalance ?? contact.lowBalance,
      dayLimit: command.dayLimit ?? contact.dayLimit,
      topUp: command.topUp ?? contact.topUp,
      paused: command.paused ?? contact.paused,
      ...(isNew ? { value, confirmed: false } : {}),
    },
  });
  if (isNew) ask(desk, contact.id, command.code);
  return { contact: contact.id };
}

/** @throws {Refusal} `NOT_FOUND` */
export function removeContact(desk: Desk, { contact: id }: RemoveContact): Receipt {
  desk.emit({ type: 'contact.removed', contact: find(desk, id).id });
  return { contact: id };
}

/** @throws {Refusal} `NOT_FOUND` if it is not confirmed, `CODE_TOO_MANY` within a minute of the last one */
export function testContact(desk: Desk, { contact: id }: TestContact): Receipt {
  const contact = find(desk, id);
  if (!contact.confirmed) refuse('NOT_FOUND');
  const next = (contact.testedAt ?? -RESEND_MS) + RESEND_MS;
  if (desk.now < next) refuse('CODE_TOO_MANY', { sec: seconds(next - desk.now) });
  desk.emit({ type: 'contact.tested', contact: id });
  return { contact: id };
}

/** @throws {Refusal} `NOT_FOUND` */
export function bounceContact(desk: Desk, { contact: id }: BounceContact): Receipt {
  const contact = find(desk, id);
  const paused = contact.paused || contact.bounces + 1 >= MAX_BOUNCES;
  desk.emit({ type: 'contact.bounced', contact: id, paused });
  return { contact: id, paused };
}

/** `CONNECTING` waits for a code, `EXPIRED` for a new one to be asked for. */
export function stateOf(contact: Contact, now: number): 'CONNECTING' | 'WORKING' | 'PAUSED' | 'EXPIRED' {
  if (contact.confirmed) return contact.paused ? 'PAUSED' : 'WORKING';
  const { asked } = contact;
  return asked && asked.left > 0 && now < asked.at + LETTER_MS ? 'CONNECTING' : 'EXPIRED';
}

/** Instant at which the code that was sent ends. */
export function codeUntil({ value, asked }: Contact): number {
  return asked ? asked.at + (isEmail(value) ? LETTER_MS : SMS_MS) : 0;
}

/** Instant from which another code may be sent. */
export function resendAt({ asked, sends }: Contact, desk: Pick<Desk, 'zone' | 'today'>): number {
  if (sends.day === desk.today && sends.count >= CODES_PER_DAY) return desk.zone.startOf(addDays(desk.today, 1));
  return asked ? asked.at + RESEND_MS : 0;
}

function ask(desk: Desk, contact: string, code: string): void {
  desk.emit({ type: 'contact.asked', contact, code, day: desk.today });
}

/** A code for a contact; those for sensitive actions are counted by themselves. */
const isCode = ({ topic, params }: Message): boolean => topic === 'CODE' && params['contact'] !== undefined;

function requireNew(desk: Desk, value: string, but?: string): void {
  const taken = desk.state.contacts.items.some((other) => other.id !== but && sameContact(other.value, value));
  if (taken) refuse('CONTACT_EXISTS', { value });
}

function find(desk: Desk, id: string): Contact {
  return desk.state.contacts.items.find((contact) => contact.id === id) ?? refuse('NOT_FOUND');
}
