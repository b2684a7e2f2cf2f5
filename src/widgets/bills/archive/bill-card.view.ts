import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatDayMonth, formatMonth } from '../../../i18n/dates.js';
import { absolute, isNegative, isZero } from '../../../money/format.js';
import { chevronStart } from '../../../ui/icons/icons.js';
import { button, iconButton } from '../../../ui/parts/button.js';
import { glued, nextMonth } from '../../../ui/parts/dates.js';
import { charge, money, moneyText } from '../../../ui/parts/money.js';
import { sum } from '../../../ui/parts/sum.js';
import { billState } from './bill-state.js';
import type { ArchiveWords } from './archive.messages.js';
import type { Bill } from '../bills.query.js';
import { blocksView, type Folding } from '../blocks.view.js';
import { documentRow } from './documents.view.js';
import type { Downloads } from './downloads.js';
import { less } from '../statement.view.js';

export interface BillCardView {
  bill: Bill;
  words: ArchiveWords;
  folding: Folding;
  downloads: Downloads;
  pay: (amount: string) => void;
}

/** Head of the card of a month: the way back and the name are there before the bill is. */
export function billHead(
  month: string,
  bill: Bill | null,
  words: ArchiveWords,
  actions: unknown,
  back: () => void,
): TemplateResult {
  const { t, locale } = words;
  const facts = bill && [
    bill.number === null
      ? ''
      : t('numbered', { number: bill.number, day: bill.issuedAt === null ? '' : formatDate(bill.issuedAt) }),
    t('periodOf', { days: `${formatDate(bill.period.from).slice(0, 5)}–${formatDate(bill.period.to)}` }),
  ];
  return html`<header class="head billhead" part="head">
    ${iconButton(chevronStart, t('back'), back, { flip: true })}
    <div class="grow">
      <h2 id="heading" tabindex="-1" part="heading">${t('billFor', { month: formatMonth(month, locale) })}</h2>
      ${facts ? html`<p class="sub">${facts.filter(Boolean).join(' · ')}</p>` : nothing}
    </div>
    ${bill ? billState(bill, words) : nothing} ${actions}
  </header>`;
}

/** The bill: its lines with VAT, its total, what is to pay, how the balance went through the month, its documents. */
export function billCardView({ bill, words, folding, downloads, pay }: BillCardView): TemplateResult {
  const { t } = words;
  return html`<div class="two">
    <div class="sec side a">
      <p class="label">${t('billTotal')}</p>
      ${totalView(bill, words)}
      ${isNegative(bill.total.value) ? html`<p class="hint cr say">${t('creditedMore')}</p>` : nothing}
      ${toPayView(bill, words, pay)}
    </div>
    <div class="sec main">${blocksView(bill.blocks, bill.month, words, folding, true)}</div>
    <div class="sec side b">
      ${flowView(bill, words)}
      ${
        bill.documents.length > 0
          ? html`<p class="label gap noprint">${t('documents')}</p>
              <ul class="docs noprint">
                ${bill.documents.map((document) => documentRow(bill.month, document, words, downloads, false))}
              </ul>`
          : nothing
      }
    </div>
  </div>`;
}

/** VAT is added to the net sum; a seller without VAT has none to add. @see domain.md VAT-3, VAT-5 */
function totalView({ blocks, net, vat, total }: Bill, words: ArchiveWords): unknown {
  const { t } = words;
  const rates = new Set(blocks.flatMap(({ lines }) => lines.map(({ vatRate }) => vatRate)));
  const [rate] = rates;
  const taxed = rates.size > 1 || (rate !== undefined && rate !== null);
  return sum(
    [
      { label: taxed ? t('net') : t('noVat'), amount: charge(net, words) },
      taxed && {
        op: '+',
        label: rates.size === 1 && typeof rate === 'string' ? t('vatRate', { rate }) : t('vat'),
        amount: charge(vat, words),
      },
      { op: '=', label: t('total'), amount: charge(total, words, 'total'), total: true },
    ],
    !taxed,
  );
}

/** What is still owed for this bill, and why it is nothing if it is. @see domain.md BIL-17, BIL-18 */
function toPayView(bill: Bill, words: ArchiveWords, pay: (amount: string) => void): unknown {
  const { t, locale } = words;
  const { toPay, total, closing, month, dueDate } = bill;
  // Of the contract, which this user does not see.
  if (toPay === null || closing === null) return nothing;
  const owed = !isZero(toPay.value);
  const day = glued(formatDayMonth(nextMonth(month), locale));
  const why = isNegative(total.value)
    ? t('creditedTotal', { amount: moneyText(absolute(total), locale) })
    : owed
      ? dueDate && t('payBy', { day: formatDate(dueDate) })
      : isNegative(closing.value)
        ? ''
        : t('covered', { day, amount: moneyText(closing, locale) });
  return html`<p class="label gap">${t('toPay')} ${money(toPay, words, 'topay')}</p>
    ${why ? html`<p class="hint">${why}</p>` : nothing}
    ${
      owed
        ? html`<div class="btns act-row">
            ${button(t('pay', { amount: moneyText(toPay, locale) }), () => pay(toPay.value), { kind: 'pri', part: 'pay' })}
          </div>`
        : nothing
    }`;
}

/** opening + payments − total = closing. @see domain.md BIL-12 */
function flowView({ month, opening, payments, total, closing }: Bill, words: ArchiveWords): unknown {
  const { t, locale } = words;
  if (opening === null || payments === null || closing === null) return nothing;
  return html`<p class="label">${t('accountFlow')}</p>
    ${sum([
      { label: t('onDay', { day: formatDayMonth(`${month}-01`, locale) }), amount: money(opening, words) },
      { op: '+', label: t('plusPayments'), amount: money(payments, words) },
      less(total, t('rendered'), t('netCredit'), words),
      {
        op: '=',
        label: t('onDay', { day: formatDayMonth(nextMonth(month), locale) }),
        amount: money(closing, words),
        total: true,
      },
    ])}`;
}
