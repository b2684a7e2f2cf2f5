/** What is due without anybody asking: midnights, terms, the issue of bills. @see FORMAT.md §3 */
import { addDays, dayOfMonth, monthOf, Zone } from './calendar.js';
import { closeMonthDue, nextClosing } from './billing/issue.js';
import { expireOrders } from './cart/quotes.js';
import { cartDue } from './cart/state.js';
import type { Catalogue } from './catalogue.js';
import type { Desk } from './desk.js';
import { chargeAtMidnight, hasFee, isWithheld } from './fees.js';
import { changeAtMidnight } from './orders/change.js';
import { closeAtMidnight } from './orders/disconnect.js';
import { carryOver, expireBuckets, grantBase } from './packages.js';
import { expirePromised } from './payments.js';
import { checkVerification } from './locks.js';
import type { AccountState, NumberState } from './state.js';
import { productsAtMidnight } from './products/commands.js';
import { autoPayAtMidnight } from './topup/autopay.js';
import { expireTopUps, nextTopUpDue } from './topup/orders.js';

/** The next instant at which something of the account is due. */
export function nextDue(state: AccountState, catalogue: Catalogue): number {
  const zone = Zone.of(state.timezone);
  let due = Math.min(zone.startOf(addDays(state.day, 1)), nextClosing(state, catalogue));
  if (state.promised) due = Math.min(due, state.promised.until);
  for (const { expiresAt } of Object.values(state.quotes)) due = Math.min(due, expiresAt);
  return Math.min(due, cartDue(state.cart), nextTopUpDue(state.topups.orders));
}

/** Runs what is due at the desk's instant: midnight, then terms, then the bill. Running it again does nothing. */
export function runDue(desk: Desk): void {
  const tomorrow = addDays(desk.state.day, 1);
  if (desk.zone.startOf(tomorrow) <= desk.now) beginDay(desk, tomorrow);
  expirePromised(desk);
  for (const { id, expiresAt } of Object.values(desk.state.quotes)) {
    if (expiresAt <= desk.now) desk.emit({ type: 'quote.expired', id });
  }
  expireOrders(desk);
  expireTopUps(desk);
  closeMonthDue(desk);
}

/**
 * A local midnight: expiry of packages, closings and changes of tariff, carry-over and new base packages, fees, reset of the day
 * limit. Numbers go in order of connection.
 */
function beginDay(desk: Desk, day: string): void {
  desk.emit({ type: 'day.began', day });
  const { numbers } = desk.state;
  const active = (run: (number: NumberState) => void) => {
    for (const number of numbers) if (number.status === 'ACTIVE') run(number);
  };
  for (const number of numbers) expireBuckets(desk, number);
  active((number) => {
    closeAtMidnight(desk, number);
    if (number.status === 'ACTIVE') changeAtMidnight(desk, number);
  });
  active((number) => renewPackages(desk, number));
  active((number) => chargeAtMidnight(desk, number));
  productsAtMidnight(desk);
  if (desk.state.locks.DAY_LIMIT !== undefined) desk.emit({ type: 'lock.lifted', lock: 'DAY_LIMIT' });
  checkVerification(desk);
  autoPayAtMidnight(desk);
}

/** Carries over and grants anew on the 1st, and with a tariff that begins today; nothing while a change is put off (SRV-14). */
function renewPackages(desk: Desk, number: NumberState): void {
  const { day, locks } = desk.state;
  const begins = number.stays.at(-1)?.fromDay === day;
  const postponed = number.change?.state === 'POSTPONED';
  if (postponed || (dayOfMonth(day) !== 1 && !begins)) return;
  if (!begins && locks.FINANCE === undefined) carryOver(desk, number);
  const tariff = desk.tariffOf(number);
  if (number.basePackages === monthOf(day) || (hasFee(tariff) && isWithheld(desk, tariff))) return;
  grantBase(desk, number, tariff);
}
