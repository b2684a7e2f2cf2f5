/** Notices to the subscriber's contacts. They are free and post nothing. @see domain.md §10 */
import type { AddAlertContact, SetAlerts } from './command.js';
import type { Desk } from './desk.js';
import { refuse } from './errors.js';
import { compare } from './money.js';
import type { Contact } from './state.js';
import { parsePhone } from './telephony/e164.js';

const MAX_CONTACTS = 5;
const MAX_EMAIL = 254;
const EMAIL = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\.]+(\.[^\s@<>"(),:;[\]\\.]+)+$/u;
/** Ranges of the thresholds (ALR-12). */
const LOW_BALANCE = { min: '-100000', max: '1000000' };
const DAY_LIMIT = { min: '1', max: '1000000' };

type Flag = 'lowBalance' | 'dayLimit' | 'topUp';

/** Sends what has become due, and arms the low-balance alert again once the balance has recovered. */
export function checkAlerts(desk: Desk): void {
  const { alerts, balance, spent, day } = desk.state;
  if (alerts.lowBalance !== null) {
    const low = compare(balance, alerts.lowBalance) < 0;
    if (low && !alerts.lowSent) send(desk, 'lowBalance', balance);
    if (!low && alerts.lowSent) desk.emit({ type: 'alert.armed' });
  }
  if (alerts.dayLimit !== null && alerts.daySentOn !== day && compare(spent.counted, alerts.dayLimit) > 0) {
    send(desk, 'dayLimit', spent.counted);
  }
}

/** Tells of a payment (ALR-11). */
export function notifyTopUp(desk: Desk, amount: string): void {
  send(desk, 'topUp', amount);
}

const EVENT = { lowBalance: 'LOW_BALANCE', dayLimit: 'DAY_LIMIT', topUp: 'TOP_UP' } as const;

/** An alert that reaches nobody is not sent, and stays due. */
function send(desk: Desk, flag: Flag, value: string): void {
  const contacts = desk.state.contacts
    .filter((contact) => contact.confirmed && contact[flag])
    .map(({ value }) => value);
  if (contacts.length > 0) desk.emit({ type: 'alert.sent', event: EVENT[flag], value, contacts });
}

/** @throws {Refusal} `CONTACT_INVALID`, `CONTACT_EXISTS`, `CONTACT_LIMIT` */
export function addContact(desk: Desk, command: AddAlertContact): void {
  const value = contactValue(command.value);
  if (desk.state.contacts.some((contact) => contact.value === value)) refuse('CONTACT_EXISTS', { value });
  if (desk.state.contacts.length >= MAX_CONTACTS) refuse('CONTACT_LIMIT');
  const contact: Contact = {
    value,
    confirmed: command.confirmed ?? true,
    lowBalance: command.lowBalance ?? true,
    dayLimit: command.dayLimit ?? true,
    topUp: command.topUp ?? true,
  };
  desk.emit({ type: 'alert.contact', contact });
}

function contactValue(typed: string): string {
  if (typed.includes('@')) {
    return typed.length <= MAX_EMAIL && EMAIL.test(typed) ? typed : refuse('CONTACT_INVALID', { value: typed });
  }
  const phone = parsePhone(typed);
  return phone?.kind === 'E164' ? phone.value : refuse('CONTACT_INVALID', { value: typed });
}

/**
 * Sets thresholds and looks at them at once. Raising the low-balance threshold arms it again, lowering does not; saving what is set
 * already sends nothing (ALR-8).
 *
 * @throws {Refusal} `THRESHOLD_INVALID`
 */
export function setAlerts(desk: Desk, command: SetAlerts): void {
  const before = desk.state.alerts;
  const lowBalance = threshold(desk, command.lowBalance, before.lowBalance, LOW_BALANCE);
  const dayLimit = threshold(desk, command.dayLimit, before.dayLimit, DAY_LIMIT);
  if (lowBalance === before.lowBalance && dayLimit === before.dayLimit) return;
  const raised = lowBalance !== null && (before.lowBalance === null || compare(lowBalance, before.lowBalance) > 0);
  const armAgain = raised && before.lowSent;
  desk.emit({ type: 'alert.set', lowBalance, dayLimit });
  if (armAgain) desk.emit({ type: 'alert.armed' });
  checkAlerts(desk);
}

function threshold(
  desk: Desk,
  wanted: string | null | undefined,
  before: string | null,
  range: { readonly min: string; readonly max: string },
): string | null {
  if (wanted === undefined) return before;
  if (wanted === null) return null;
  const amount = desk.amount(wanted);
  if (compare(amount, range.min) < 0 || compare(amount, range.max) > 0) refuse('THRESHOLD_INVALID', { value: wanted });
  return amount;
}
