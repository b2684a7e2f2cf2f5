import { html, nothing, type TemplateResult } from 'lit';
import { formatDayMonth, formatMonthName } from '../../../i18n/dates.js';
import { sumOf } from '../../../money/add.js';
import { absolute, isNegative } from '../../../money/format.js';
import { bill as billIcon, download } from '../../../ui/icons/icons.js';
import { button, iconButton } from '../../../ui/parts/button.js';
import { segments } from '../../../ui/parts/choices.js';
import { capital, nextDay, nextMonth } from '../../../ui/parts/dates.js';
import { swatch } from '../../../ui/parts/icon.js';
import { charge, money, moneyText } from '../../../ui/parts/money.js';
import { type BarScale, monthBar } from '../../../ui/parts/month-bar.js';
import { asOf } from '../../../ui/parts/note.js';
import { blank } from '../../../ui/parts/states.js';
import { billState } from './bill-state.js';
import type { ArchiveWords } from './archive.messages.js';
import type { BillPage, BillSummary } from '../bills.query.js';
import { digits } from '../blocks.view.js';
import type { Downloads } from './downloads.js';

export interface BillListView {
  page: BillPage;
  words: ArchiveWords;
  /** The year chosen; the newest one unless chosen. */
  year: number | null;
  downloads: Downloads;
  chooseYear: (year: number) => void;
  open: (view: string) => void;
}

/** A year of bills, newest first, with its bars: hatched is accrued, solid is charged. */
export function billListView({ page, words, year, downloads, chooseYear, open }: BillListView): TemplateResult {
  const { t } = words;
  const shown = year ?? page.years[0] ?? null;
  const bills = page.items.filter(({ month }) => shown === null || month.startsWith(`${shown}-`));
  const scale = scaleOf(bills);
  const whole = page.numbers === null;
  return html`
    <div class="sec tight bar-line">
      ${
        page.years.length > 1
          ? segments(
              'year',
              t('year'),
              page.years.map((one) => ({ value: String(one), label: String(one) })),
              String(shown),
              (one) => chooseYear(Number(one)),
              true,
            )
          : nothing
      }
      <span class="sub" role="status">${summaryText(bills, words)}</span>
    </div>
    <div class="sec">
      <table class="ledger months">
        <thead>
          <tr>
            <th scope="col">${t('period')}</th>
            <th scope="col" class="only-w">
              <span class="keys">${swatch('hatch')}${t('given')} ${swatch('c2')}${t('taken')}</span>
            </th>
            ${
              whole
                ? html`<th scope="col" class="r only-m">${t('opening')}</th>
                    <th scope="col" class="r only-m">${t('payments')}</th>`
                : nothing
            }
            <th scope="col" class="r">${t('rendered')}</th>
            ${whole ? html`<th scope="col" class="r only-m">${t('closing')}</th>` : nothing}
            <th scope="col" class="only-w"><span class="sr">${t('documents')}</span></th>
          </tr>
        </thead>
        <tbody>
          ${bills.map((bill) => rowView(bill, scale, words, downloads, open))}
        </tbody>
      </table>
    </div>
  `;
}

/** The open month is not among the bills: says where it is and when its bill comes. */
export function openMonthView(
  { asOf: at }: BillPage,
  words: ArchiveWords,
  open: (view: string) => void,
): TemplateResult {
  const { t, locale } = words;
  const month = (at.slice(11, 16) === '23:59' ? nextDay(at) : at).slice(0, 7);
  const day = formatDayMonth(nextMonth(month).slice(0, 8) + '03', locale);
  return asOf(
    html`${t('going', { month: capital(formatMonthName(month, locale)) })}<span class="nw"
        ><button type="button" class="link" @click=${() => open('statement')}>${t('goingLink')}</button>.</span
      >
      ${t('goingEnd', { day })}`,
  );
}

/** No bill yet: the first month is not over. */
export const noBillsView = ({ t }: ArchiveWords, open: (view: string) => void): TemplateResult =>
  html`<slot name="empty"
    >${blank(
      billIcon,
      t('noBills'),
      t('noBillsText'),
      button(t('openStatement'), () => open('statement'), { kind: 's' }),
    )}</slot
  >`;

function rowView(
  bill: BillSummary,
  scale: BarScale,
  words: ArchiveWords,
  downloads: Downloads,
  open: (view: string) => void,
): TemplateResult {
  const { t, locale } = words;
  const name = capital(formatMonthName(bill.month, locale));
  const { opening, payments, closing } = bill;
  const plain = bill.state === 'SETTLED';
  const file = bill.documents.find(({ kind, state }) => kind === 'BILL' && state !== 'VOID');
  const bars = monthBar(drawn(bill.accruals.value), drawn(bill.charges.value), scale);
  const label = t('bars', {
    charges: moneyText(bill.charges, locale),
    accruals: moneyText(absolute(bill.accruals), locale),
  });
  return html`<tr>
    <td>
      <button type="button" class="link strong" id="bill-${bill.month}" @click=${() => open(`bill:${bill.month}`)}>
        ${name}
      </button>
      ${plain ? nothing : html`<span class="lsub">${billState(bill, words, true)}</span>`}
      ${
        opening && closing
          ? html`<span class="lsub fold"
              >${t('balances', { from: digits(opening, locale), to: digits(closing, locale) })}</span
            >`
          : nothing
      }
    </td>
    <td class="only-w mb">${bars}<span class="sr">${label}</span></td>
    ${opening ? html`<td class="r only-m">${money(opening, words)}</td>` : nothing}
    ${payments ? html`<td class="r only-m">${money(payments, words)}</td>` : nothing}
    <td class="r">
      ${charge(bill.total, words)}
      ${isNegative(bill.total.value) ? html`<span class="lsub cr">${t('credited')}</span>` : nothing}
      <span class="only-n mbn">${bars}</span>
    </td>
    ${closing ? html`<td class="r only-m">${money(closing, words)}</td>` : nothing}
    <td class="only-w dl">
      ${
        file
          ? iconButton(
              download,
              t('downloadNamed', {
                name: t('documentFor', { kind: t('BILL'), month: formatMonthName(bill.month, locale) }),
                format: file.format,
              }),
              () => downloads.start(bill.month, file),
              { busy: downloads.isBusy(bill.month, file.kind) },
            )
          : nothing
      }
    </td>
  </tr>`;
}

function summaryText(bills: readonly BillSummary[], { t, locale }: ArchiveWords): string {
  const total = sumOf(bills.map(({ total }) => total));
  const count = t('billsOf', { count: bills.length });
  if (total === null) return count;
  const amount = moneyText(absolute(total), locale);
  return `${count} · ${t(isNegative(total.value) ? 'creditedFor' : 'renderedFor', { amount })}`;
}

function scaleOf(bills: readonly BillSummary[]): BarScale {
  return {
    given: Math.max(0, ...bills.map(({ accruals }) => drawn(accruals.value))),
    taken: Math.max(0, ...bills.map(({ charges }) => drawn(charges.value))),
  };
}

/** Length of a bar; pixels, not money. */
function drawn(value: string): number {
  return Math.abs(Number(value));
}
