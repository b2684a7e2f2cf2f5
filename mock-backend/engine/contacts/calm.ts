import { addDays } from '../calendar.js';
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import type { Message } from '../messages.js';
import { sameContact } from './value.js';

/**
 * To take something away and ask for it again is no way to pester anybody, or to try more codes (ALR-5).
 *
 * @param to - Whom one more message would go to.
 * @param most - Messages of the sort on one day: to one person, and of the account.
 * @param isOfSort - Whether a message counts.
 * @throws {Refusal} `CODE_TOO_MANY`
 */
export function requireCalm(
  desk: Desk,
  to: string,
  most: { readonly toOne: number; readonly inAll: number },
  isOfSort: (message: Message) => boolean,
): void {
  const today = desk.zone.startOf(desk.today);
  const sent = desk.state.messages.items.filter((message) => message.at >= today && isOfSort(message));
  if (sent.length < most.inAll && sent.filter((message) => sameContact(message.to, to)).length < most.toOne) return;
  refuse('CODE_TOO_MANY', { sec: seconds(desk.zone.startOf(addDays(desk.today, 1)) - desk.now) });
}

export const seconds = (ms: number): string => String(Math.ceil(ms / 1000));
