import type { z } from '@hono/zod-openapi';
import { compare, minus, sign } from '../../engine/money.js';
import type { PaymentState as Paid } from '../../engine/state.js';
import type { Payment, PaymentState, PaymentsQuery } from '../contract/payments.js';
import type { Reader } from '../reader.js';

type Filter = Pick<z.infer<typeof PaymentsQuery>, 'from' | 'to' | 'method' | 'state'>;

function stateOf(payment: Paid): z.infer<typeof PaymentState> {
  if (payment.outcome === 'FAILED') return 'FAILED';
  if (sign(payment.refunded) === 0) return 'SUCCEEDED';
  return compare(payment.refunded, payment.amount) < 0 ? 'PARTIALLY_REFUNDED' : 'REFUNDED';
}

/** Payments that the filter lets through, newest first. @see domain.md PAY-1, PAY-4 */
export function paymentViews(reader: Reader, filter: Filter): z.infer<typeof Payment>[] {
  const { state, zone } = reader;
  return state.payments
    .map((payment) => ({
      day: zone.dayAt(payment.at),
      at: payment.at,
      view: {
        id: `${payment.provider}:${payment.txn}`,
        at: zone.format(payment.at),
        amount: reader.money(payment.amount),
        method: payment.method,
        provider: payment.provider,
        state: stateOf(payment),
        refunded: reader.money(payment.refunded),
        refundable: reader.money(payment.outcome === 'FAILED' ? reader.zero : minus(payment.amount, payment.refunded)),
      },
    }))
    .filter(
      ({ day }) => (filter.from === undefined || day >= filter.from) && (filter.to === undefined || day <= filter.to),
    )
    .filter(({ view }) => filter.method === undefined || view.method === filter.method)
    .filter(({ view }) => filter.state === undefined || view.state === filter.state)
    .sort((a, b) => b.at - a.at || (a.view.id < b.view.id ? 1 : -1))
    .map(({ view }) => view);
}
