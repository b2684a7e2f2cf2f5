import type { z } from '@hono/zod-openapi';
import { paymentStatus, refundable } from '../../engine/payments.js';
import type { Payment, PaymentsQuery } from '../contract/payments.js';
import type { Reader } from '../reader.js';

type Filter = Pick<z.infer<typeof PaymentsQuery>, 'from' | 'to' | 'method' | 'state'>;

/** Payments that the filter lets through, newest first. @see domain.md PAY-1, PAY-4 */
export function paymentViews(reader: Reader, filter: Filter): z.infer<typeof Payment>[] {
  const { state, zone } = reader;
  return (
    state.payments
      .map((payment, made) => ({
        made,
        day: zone.dayAt(payment.at),
        at: payment.at,
        view: {
          id: `${payment.provider}:${payment.txn}`,
          at: zone.format(payment.at),
          amount: reader.money(payment.amount),
          method: payment.method,
          provider: payment.provider,
          state: paymentStatus(payment),
          refunded: reader.money(payment.refunded),
          refundable: reader.money(refundable(reader, payment)),
        },
      }))
      .filter(
        ({ day }) => (filter.from === undefined || day >= filter.from) && (filter.to === undefined || day <= filter.to),
      )
      .filter(({ view }) => filter.method === undefined || view.method === filter.method)
      .filter(({ view }) => filter.state === undefined || view.state === filter.state)
      // Of one instant: the one that came later first.
      .sort((a, b) => b.at - a.at || b.made - a.made)
      .map(({ view }) => view)
  );
}
