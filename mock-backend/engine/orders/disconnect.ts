/** Disconnecting a number. @see domain.md SRV-56, SRV-57, SIM-5, FWD-12 */
import type { DisconnectNumber, Receipt } from '../command.js';
import { addDays } from '../calendar.js';
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import { endBuckets } from '../packages.js';
import type { NumberState } from '../state.js';
import { afterPaidPeriod } from './change.js';

/**
 * Disconnects today without a refund, or on the day after what is paid. It is never postponed.
 *
 * @throws {Refusal} `NOT_FOUND`, `SERVICE_CLOSED`, `NUMBER_HAS_DEPENDENTS`
 */
export function disconnectNumber(desk: Desk, command: DisconnectNumber): Receipt {
  const number = checkDisconnect(desk, command.number);
  const on = command.effective === 'today' ? desk.today : afterPaidPeriod(desk, number);
  if (on === desk.today) close(desk, number);
  else if (number.closing !== on) desk.emit({ type: 'number.closing', number: number.number, on });
  return { number: number.number, effective: on };
}

/** The number, if it may be disconnected. @throws {Refusal} As {@link disconnectNumber} */
export function checkDisconnect(desk: Desk, e164: string): NumberState {
  const number = desk.activeNumber(e164);
  const dependents = desk.state.numbers.filter(({ main, status }) => !main && status === 'ACTIVE');
  if (number.main && dependents.length > 0) {
    refuse('NUMBER_HAS_DEPENDENTS', { numbers: dependents.map((dependent) => dependent.number).join(', ') });
  }
  return number;
}

/** At a midnight: disconnects a number whose day has come. */
export function closeAtMidnight(desk: Desk, number: NumberState): void {
  if (number.closing !== null && number.closing <= desk.state.day) close(desk, number);
}

function close(desk: Desk, number: NumberState): void {
  endBuckets(desk, number, ['BASE', 'CARRY', 'ADDON']);
  const holdUntil = addDays(desk.today, desk.catalogue.policy.holdDays);
  desk.emit({ type: 'number.closed', number: number.number, holdUntil });
}
