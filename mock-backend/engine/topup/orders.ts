/** Payments that run through the provider: begun, decided once, posted once. @see domain.md PAY-1, PAY-2, TOP-1…TOP-4 */
import { addDays } from '../calendar.js';
import type { Receipt } from '../command.js';
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import { compare } from '../money.js';
import { pay } from '../payments.js';
import { begin, checkedSum } from './begin.js';
import type { CancelTopUp, CreateTopUp, SettleTopUp } from './command.js';
import type { TopUpOrder } from './state.js';

/** @throws {Refusal} `AMOUNT_INVALID`, `AMOUNT_OUT_OF_RANGE` */
export function createTopUp(desk: Desk, command: CreateTopUp): Receipt {
  const order = begin(desk, checkedSum(desk, command.amount), command.method, false, command.receipt ?? null);
  return { topup: order };
}

/** Gives up a payment that is not decided; money that comes all the same is posted (PAY-1). @throws {Refusal} `NOT_FOUND`, `CHANGE_NOT_CANCELLABLE` */
export function cancelTopUp(desk: Desk, command: CancelTopUp): Receipt {
  const order = find(desk, command.topup);
  if (order.state === 'CANCELLED') return receiptOf(order);
  if (order.state !== 'PENDING') refuse('CHANGE_NOT_CANCELLABLE');
  desk.emit({ type: 'topup.settled', topup: order.id, state: 'CANCELLED', reason: null, txn: null });
  return receiptOf(find(desk, order.id));
}

/**
 * What the provider tells. The same transaction again changes nothing; another sum or currency, money for an order that is paid, and a
 * transaction that was posted to another account, are held for review and never posted; money that comes late is posted.
 *
 * @throws {Refusal} `NOT_FOUND` for an order that the account does not have
 */
export function settleTopUp(desk: Desk, command: SettleTopUp): Receipt {
  const order = find(desk, command.topup);
  const { provider, txn, currency } = command;
  const told = `${provider}:${txn}`;
  if (order.txn === told || desk.state.topups.held.some((held) => held.provider === provider && held.txn === txn)) {
    return receiptOf(order);
  }
  if (command.outcome === 'FAILED') {
    // A decision that was made is not unmade by a late refusal.
    if (order.state === 'PENDING') {
      const retry = order.auto ? { retryOn: addDays(desk.today, 1) } : {};
      const reason = command.reason ?? 'DECLINED';
      desk.emit({ type: 'topup.settled', topup: order.id, state: 'FAILED', reason, txn: told, ...retry });
    }
    return receiptOf(find(desk, order.id));
  }
  const wrongSum = currency !== desk.state.currency || compareSums(command.amount, order.amount) !== 0;
  const owner = desk.world.ownerOfPayment(provider, txn);
  const elsewhere = owner !== null && owner !== desk.state.id;
  if (wrongSum || elsewhere || order.state === 'SUCCEEDED') {
    desk.emit({ type: 'topup.held', payment: { topup: order.id, provider, txn, amount: command.amount, currency } });
    return { ...receiptOf(order), held: true };
  }
  desk.emit({ type: 'topup.settled', topup: order.id, state: 'SUCCEEDED', reason: null, txn: told });
  pay(desk, {
    do: 'payment',
    account: desk.state.id,
    amount: order.amount,
    txn,
    provider,
    method: order.method,
  });
  return receiptOf(find(desk, order.id));
}

/** Ends what nobody has paid in time. */
export function expireTopUps(desk: Desk): void {
  for (const { id, state, expiresAt } of [...desk.state.topups.orders]) {
    if (state === 'PENDING' && expiresAt <= desk.now) {
      desk.emit({ type: 'topup.settled', topup: id, state: 'EXPIRED', reason: 'TIMEOUT', txn: null });
    }
  }
}

/** The next instant at which a payment ends by itself. */
export function nextTopUpDue(orders: readonly TopUpOrder[]): number {
  return orders.reduce(
    (due, { state, expiresAt }) => (state === 'PENDING' ? Math.min(due, expiresAt) : due),
    Number.POSITIVE_INFINITY,
  );
}

function find(desk: Desk, id: string): TopUpOrder {
  return desk.state.topups.orders.find((order) => order.id === id) ?? refuse('NOT_FOUND', { topup: id });
}

function receiptOf({ id, state, amount }: TopUpOrder): Receipt {
  return { topup: id, state, amount };
}

/** The provider may write a sum without kopecks; what is no sum is unequal to all. */
function compareSums(told: string, ours: string): number {
  return /^\d{1,12}(\.\d{1,6})?$/.test(told) ? compare(told, ours) : 1;
}
