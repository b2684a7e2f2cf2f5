/** Sensitive actions are confirmed by a code sent to another contact. @see domain.md ADM-8, SIM-6, FWD-13 */
import { addDays } from '../calendar.js';
import type { Receipt } from '../command.js';
import { isEmail } from '../contacts/state.js';
import { sameContact } from '../contacts/value.js';
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import type { AccountState } from '../state.js';
import type { ConfirmStepUp, SendStepUp } from './command.js';
import type { AskedStepUp } from './state.js';

const RESEND_MS = 60_000;
const CODE_MS = 10 * 60_000;
const CODES_PER_DAY = 20;

/** A place that a code may be sent to. */
export interface StepUpContact {
  readonly id: string;
  /** E.164 number or e-mail address. */
  readonly value: string;
}

/**
 * Where a code for an action may go: the login of the user, then the confirmed contacts of the account. Never to the number that the
 * action is about: whoever holds its card would confirm himself (SIM-6).
 */
export function stepUpContacts(state: AccountState, user: string, number: string | null): StepUpContact[] {
  const login = isEmail(user) || user.startsWith('+') ? [{ id: 'login', value: user }] : [];
  const contacts = state.contacts.items.filter(({ confirmed }) => confirmed).map(({ id, value }) => ({ id, value }));
  const all = [...login, ...contacts].filter(({ value }) => value !== number);
  return all.filter(({ value }, i) => all.findIndex((other) => sameContact(other.value, value)) === i);
}

/** @throws {Refusal} `FORBIDDEN` without a user, `NOT_FOUND` for the contact, `CODE_TOO_MANY` */
export function sendStepUp(desk: Desk, command: SendStepUp, user: string | undefined): Receipt {
  if (user === undefined) return refuse('FORBIDDEN');
  const { mark, code, action, target } = command;
  const contact = stepUpContacts(desk.state, user, target).find(({ id }) => id === command.contact);
  if (contact === undefined) return refuse('NOT_FOUND');
  const next = stepUpResendAt(desk, user, mark);
  if (desk.now < next) refuse('CODE_TOO_MANY', { sec: String(Math.ceil((next - desk.now) / 1000)) });
  desk.emit({ type: 'stepup.asked', user, mark, action, target, to: contact.value, code, day: desk.today });
  return { contact: contact.id };
}

/**
 * Takes a code. A wrong one is counted, therefore it is an answer and no refusal.
 *
 * @returns `passed`, and the attempts that are `left`.
 * @throws {Refusal} `FORBIDDEN` without a user, `CODE_EXPIRED`
 */
export function confirmStepUp(desk: Desk, { mark, code }: ConfirmStepUp, user: string | undefined): Receipt {
  if (user === undefined) return refuse('FORBIDDEN');
  const asked = desk.state.stepUps.asked[user];
  if (asked?.mark !== mark || asked.left <= 0 || desk.now >= stepUpUntil(asked)) return refuse('CODE_EXPIRED');
  if (asked.code !== code) {
    desk.emit({ type: 'stepup.missed', user });
    return { passed: false, left: asked.left };
  }
  desk.emit({ type: 'stepup.passed', user });
  return { passed: true, left: 0 };
}

/** Instant at which a code that was sent ends. */
export const stepUpUntil = ({ at }: AskedStepUp): number => at + CODE_MS;

/** Instant from which another code for the same request may be sent; another request need not wait. */
export function stepUpResendAt(
  { state, zone, today }: Pick<Desk, 'state' | 'zone' | 'today'>,
  user: string,
  mark: string,
): number {
  const sends = state.stepUps.sends[user];
  if (sends?.day === today && sends.count >= CODES_PER_DAY) return zone.startOf(addDays(today, 1));
  const asked = state.stepUps.asked[user];
  return asked?.mark === mark ? asked.at + RESEND_MS : 0;
}
