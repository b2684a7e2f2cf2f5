import { html, nothing, type TemplateResult } from 'lit';
import { isZero } from '../../../money/format.js';
import { plus, search, wallet } from '../../../ui/icons/icons.js';
import { button } from '../../../ui/parts/button.js';
import { instantText } from '../../../ui/parts/dates.js';
import { field, select } from '../../../ui/parts/field.js';
import { money, moneyText } from '../../../ui/parts/money.js';
import { blank } from '../../../ui/parts/states.js';
import { type Glyph, status } from '../../../ui/parts/status.js';
import type { ArchiveMessages, ArchiveWords } from './archive.messages.js';
import type { Payment, PaymentFilter } from '../bills.query.js';

const METHODS = [
  'CARD',
  'SBP',
  'BANK',
  'CASH',
  'EMONEY',
  'TRANSFER',
  'CORRECTION',
] as const satisfies readonly Payment['method'][];

const GLYPHS: Record<Payment['state'], Glyph> = {
  CREATED: 'progress',
  PENDING: 'progress',
  SUCCEEDED: 'fine',
  FAILED: 'stopped',
  CANCELLED: 'idle',
  EXPIRED: 'idle',
  PARTIALLY_REFUNDED: 'attention',
  REFUNDED: 'idle',
  REVERSED: 'stopped',
};
const STATES = Object.keys(GLYPHS).filter((key): key is Payment['state'] => key in GLYPHS);

const methodKey = (method: Payment['method']): keyof ArchiveMessages =>
  method === 'CORRECTION' ? 'methodCORRECTION' : method;

/** Filters of the payments: period, method, state. @see domain.md PAY-4 */
export function paymentFilters(
  filter: PaymentFilter,
  { t }: ArchiveWords,
  choose: (filter: PaymentFilter) => void,
): TemplateResult {
  const set = <K extends keyof PaymentFilter>(key: K, value: PaymentFilter[K] | '') => {
    const { [key]: _, ...rest } = filter;
    choose(value === '' || value === undefined ? rest : { ...rest, [key]: value });
  };
  const wrong = filter.from !== undefined && filter.to !== undefined && filter.from > filter.to;
  const any = { value: '' as const, label: t('any') };
  return html`<div class="sec tight filters noprint">
    ${field({
      id: 'from',
      label: t('from'),
      type: 'date',
      value: filter.from ?? '',
      input: () => undefined,
      change: (value) => set('from', value),
      error: wrong ? t('rangeInvalid') : null,
    })}
    ${field({
      id: 'to',
      label: t('to'),
      type: 'date',
      value: filter.to ?? '',
      input: () => undefined,
      change: (value) => set('to', value),
    })}
    ${select<Payment['method'] | ''>(
      'method',
      t('method'),
      [any, ...METHODS.map((value) => ({ value, label: t(methodKey(value)) }))],
      filter.method ?? '',
      (value) => set('method', value),
    )}
    ${select<Payment['state'] | ''>(
      'state',
      t('state'),
      [any, ...STATES.map((value) => ({ value, label: t(value) }))],
      filter.state ?? '',
      (value) => set('state', value),
    )}
  </div>`;
}

/** Payments, newest first; the sum is always positive. */
export function paymentsView(items: readonly Payment[], words: ArchiveWords, more: unknown): TemplateResult {
  const { t, locale } = words;
  return html`<div class="sec">
    <table class="ledger">
      <thead>
        <tr>
          <th scope="col">${t('date')}</th>
          <th scope="col" class="only-w">${t('method')}</th>
          <th scope="col" class="only-w">${t('state')}</th>
          <th scope="col" class="r">${t('amount')}</th>
        </tr>
      </thead>
      <tbody>
        ${items.map((payment) => {
          const state = status(GLYPHS[payment.state], t(payment.state));
          const method = t(methodKey(payment.method));
          return html`<tr>
            <td>
              <span class="num">${instantText(payment.at)}</span>
              <span class="lsub only-n">${method}</span><span class="only-n">${state}</span>
            </td>
            <td class="only-w">${method}</td>
            <td class="only-w">${state}</td>
            <td class="r">
              ${money(payment.amount, words)}
              ${
                isZero(payment.refunded.value)
                  ? nothing
                  : html`<span class="lsub">${t('refunded', { amount: moneyText(payment.refunded, locale) })}</span>`
              }
            </td>
          </tr>`;
        })}
      </tbody>
    </table>
    ${more}
  </div>`;
}

/** No payment at all, or none for these filters. */
export const noPaymentsView = (
  filtered: boolean,
  { t }: ArchiveWords,
  reset: () => void,
  topUp: () => void,
): TemplateResult =>
  filtered
    ? blank(search, t('notFound'), t('notFoundText'), button(t('reset'), reset, { kind: 's' }), true)
    : html`<slot name="empty"
        >${blank(wallet, t('noPayments'), t('noPaymentsText'), button(t('topUp'), topUp, { kind: 's', icon: plus }))}</slot
      >`;
