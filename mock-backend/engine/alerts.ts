/** Notices to the subscriber's contacts. They are free and post nothing. @see domain.md §10 */
import type { SetAlerts } from './command.js';
import type { Desk } from './desk.js';
import { refuse } from './errors.js';
import { compare } from './money.js';

/** Ranges of the thresholds (ALR-12). */
export const LOW_BALANCE = { min: '-100000', max: '1000000' };
export const DAY_LIMIT = { min: '1', max: '1000000' };

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
  const { contacts: all, alerts, balance } = desk.state;
  const contacts = all.items
    .filter((contact) => contact.confirmed && !contact.paused && contact[flag])
    .map(({ value }) => value);
  const threshold = flag === 'topUp' ? null : alerts[flag];
  if (contacts.length > 0) {
    desk.emit({ type: 'alert.sent', event: EVENT[flag], value, contacts, balance, threshold });
  }
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
