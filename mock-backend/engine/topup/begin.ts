/** How a payment begins, by hand or by itself. @see domain.md TOP-1 */
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import { compare } from '../money.js';
import type { TopUpMethod } from './command.js';

/** How long the provider's page waits for the payer. */
const PAGE_MS = 20 * 60_000;

/** Begins a payment with the provider. @returns Its id. */
export function begin(desk: Desk, amount: string, method: TopUpMethod, auto: boolean, receipt: string | null): string {
  const id = `${desk.state.id}-T${desk.state.topups.orders.length + 1}`;
  desk.emit({
    type: 'topup.created',
    order: { id, amount, method, auto, expiresAt: desk.now + PAGE_MS, receipt },
  });
  return id;
}

/** A sum that may be paid at once. @throws {Refusal} `AMOUNT_INVALID`, `AMOUNT_OUT_OF_RANGE` */
export function checkedSum(desk: Desk, text: string): string {
  const amount = desk.amount(text);
  const { minTopUp, maxTopUp } = desk.catalogue.policy;
  if (compare(amount, minTopUp) < 0 || compare(amount, maxTopUp) > 0) {
    refuse('AMOUNT_OUT_OF_RANGE', { min: minTopUp, max: maxTopUp });
  }
  return amount;
}
