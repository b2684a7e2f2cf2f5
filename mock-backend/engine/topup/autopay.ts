/** Auto-payment: begins a top-up by itself, one at a time and within its monthly cap. @see domain.md §6 */
import { dayOfMonth, monthOf } from '../calendar.js';
import type { Receipt } from '../command.js';
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import { compare, plus, sign } from '../money.js';
import { begin, checkedSum } from './begin.js';
import type { AutoPayTerms, SetAutoPay } from './command.js';

const LAST_DAY = 28;

/** @throws {Refusal} `AMOUNT_INVALID`, `AMOUNT_OUT_OF_RANGE`, `THRESHOLD_INVALID`, `DATE_INVALID` */
export function setAutoPay(desk: Desk, { terms }: SetAutoPay): Receipt {
  if (terms === null) {
    if (desk.state.topups.autopay) desk.emit({ type: 'autopay.set', terms: null });
    return { enabled: false };
  }
  desk.emit({ type: 'autopay.set', terms: checked(desk, terms) });
  checkAutoPay(desk);
  return { enabled: true };
}

function checked(desk: Desk, terms: AutoPayTerms): AutoPayTerms {
  const amount = checkedSum(desk, terms.amount);
  const monthlyCap = terms.monthlyCap === null ? null : desk.amount(terms.monthlyCap);
  if (monthlyCap !== null && compare(monthlyCap, amount) < 0) {
    refuse('AMOUNT_OUT_OF_RANGE', { min: amount, max: desk.catalogue.policy.maxTopUp });
  }
  if (terms.trigger === 'THRESHOLD') {
    if (terms.threshold === null) return refuse('THRESHOLD_INVALID');
    return { trigger: 'THRESHOLD', threshold: desk.amount(terms.threshold), day: null, amount, monthlyCap };
  }
  const { day } = terms;
  if (day === null || !Number.isInteger(day) || day < 1 || day > LAST_DAY) return refuse('DATE_INVALID');
  return { trigger: 'DAY_OF_MONTH', threshold: null, day, amount, monthlyCap };
}

/** After a posting: the balance may have fallen below the threshold. */
export function checkAutoPay(desk: Desk): void {
  const { autopay } = desk.state.topups;
  if (autopay?.trigger !== 'THRESHOLD' || autopay.threshold === null) return;
  if (compare(desk.state.balance, autopay.threshold) < 0) beginAutoPay(desk, autopay);
}

/** At a midnight: the day of the month may have come. */
export function autoPayAtMidnight(desk: Desk): void {
  const { autopay } = desk.state.topups;
  if (!autopay) return;
  if (autopay.trigger === 'THRESHOLD') checkAutoPay(desk);
  else if (dayOfMonth(desk.state.day) === autopay.day) beginAutoPay(desk, autopay);
}

function beginAutoPay(desk: Desk, { amount, monthlyCap }: AutoPayTerms): void {
  const { orders, autopayFrom } = desk.state.topups;
  if (autopayFrom !== null && desk.state.day < autopayFrom) return;
  if (orders.some(({ auto, state }) => auto && state === 'PENDING')) return;
  const month = monthOf(desk.state.day);
  const taken = orders
    .filter(({ auto, state, createdAt }) => auto && state === 'SUCCEEDED' && desk.zone.monthAt(createdAt) === month)
    .map((order) => order.amount)
    .reduce(plus, desk.zero);
  if (monthlyCap !== null && compare(plus(taken, amount), monthlyCap) > 0) return;
  if (sign(amount) > 0) begin(desk, amount, 'CARD', true, null);
}
