import { html, nothing, type TemplateResult } from 'lit';
import { formatDayMonth, formatDays, formatMonthName } from '../../i18n/dates.js';
import { absolute, isNegative, type Money } from '../../money/format.js';
import { calendar, clock, warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { instantText, nextDay, zoneText } from '../../ui/parts/dates.js';
import { swatch } from '../../ui/parts/icon.js';
import { charge, money, moneyText } from '../../ui/parts/money.js';
import { asOf, note } from '../../ui/parts/note.js';
import { blank, boneOfAmount } from '../../ui/parts/states.js';
import { type Addend, sum } from '../../ui/parts/sum.js';
import type { BillsWords } from './bills.messages.js';
import type { Statement } from './bills.query.js';
import { blocksView, type Folding } from './blocks.view.js';

/** The current statement: as of the end of yesterday, its lines, its total and how that agrees with the balance. */
export function statementView(
  data: Statement,
  words: BillsWords,
  folding: Folding,
  open: (view: string) => void,
): TemplateResult {
  const { t, locale } = words;
  const { reconciliation: proof, month } = data;
  const time = t('asOf', { time: instantText(data.asOf), zone: zoneText(data.asOf, data.total.currency, t('msk')) });
  const days = formatDays(data.period.from, data.asOf.slice(0, 10), locale);
  return html`
    <div class="sec tight">${asOf(html`${time}<span class="only-w">. ${t('tomorrow')}</span>`)}</div>
    ${data.complete ? nothing : html`<div class="top">${note('warn', warning, t('incomplete'))}</div>`}
    ${previousView(data, words, open)}
    <div class="two">
      <div class="sec side a">
        <p class="label">${t('services', { days })}</p>
        ${sum(
          [
            {
              label: html`<span class="swl">${swatch('c2')}${t('charges')}</span>`,
              amount: charge(data.charges, words),
            },
            {
              label: html`<span class="swl">${swatch('hatch')}${t('accruals')}</span>`,
              amount: charge(data.accruals, words),
            },
            { label: t('total'), amount: charge(data.total, words, 'total'), total: true },
          ],
          true,
        )}
        ${isNegative(data.total.value) ? html`<p class="hint cr say">${t('creditedMore')}</p>` : nothing}
      </div>
      <div class="sec main">${blocksView(data.blocks, month, words, folding, false)}</div>
      ${proof ? html`<div class="sec side b">${proofView(proof, month, words)}</div>` : nothing}
    </div>
  `;
}

/** How the statement agrees with the balance. @see domain.md BIL-8 */
function proofView(proof: NonNullable<Statement['reconciliation']>, month: string, words: BillsWords): TemplateResult {
  const { t, locale } = words;
  return html`<p class="label">${t('reconciliation')}</p>
    ${sum([
      { label: t('onDay', { day: formatDayMonth(`${month}-01`, locale) }), amount: money(proof.opening, words) },
      { op: '+', label: t('plusPayments'), amount: money(proof.payments, words) },
      less(proof.total, t('rendered'), t('netCredit'), words),
      { op: '=', label: t('byStatement'), amount: money(proof.byStatement, words), total: true },
      { ...less(proof.today, t('today'), t('todayCredit'), words), dim: true },
      { op: '=', label: t('balanceNow'), amount: money(proof.balance, words), total: true },
    ])}`;
}

const two = html`<span class="sk"></span><span class="lsub only-n"><span class="sk a"></span></span>`;
const row = html`<tr>
  <td>
    <span class="sk"></span><span class="lsub only-n"><span class="sk a"></span></span>
  </td>
</tr>`;
const line = (kind: string): TemplateResult =>
  html`<div class=${kind}>
    <span class="op"></span><span><span class="sk l"></span></span><span><span class="sk a"></span></span>
  </div>`;
const lineOfTwo = html`<div>
  <span><span class="sk l"></span></span><span><span class="sk a"></span></span>
</div>`;

/** Shape of a statement with one number, without digits: what stands around it stays where it is when the answer comes. */
export const statementSkeleton = (label: string): TemplateResult =>
  html`<div class="bones" aria-busy="true">
    <span class="sr" role="status">${label}</span>
    <div class="sec tight">
      <p class="asof"><span class="sk l"></span></p>
    </div>
    <div class="two" aria-hidden="true">
      <div class="sec side a">
        <p class="label"><span class="sk"></span></p>
        <div class="calc noop">
          ${[lineOfTwo, lineOfTwo]}
          <div class="eq"><span>${boneOfAmount('')}</span>${boneOfAmount('total')}</div>
        </div>
      </div>
      <div class="sec main">
        <div class="blockhead"><div class="grow">${two}</div></div>
        <table class="ledger fix">
          <thead>
            <tr>
              <th><span class="sk"></span></th>
            </tr>
          </thead>
          <tbody>
            ${[row, row, row, row, row]}
          </tbody>
        </table>
        <div class="legend"><div class="grow">${two}</div></div>
      </div>
      <div class="sec side b">
        <p class="label"><span class="sk"></span></p>
        <div class="calc">${['', '', '', 'eq', '', 'eq'].map(line)}</div>
      </div>
    </div>
  </div>`;

/** The first of a month: no complete day yet, which is no error. @see domain.md BIL-5 */
export function noDaysView(data: Statement, words: BillsWords, open: (view: string) => void): TemplateResult {
  const { t, locale } = words;
  const month = (of: string) => formatMonthName(of, locale);
  const forming = data.previous?.state === 'CLOSING' ? ` ${t('forming', { month: month(data.previous.month) })}` : '';
  const day = formatDayMonth(nextDay(`${data.month}-01`), locale);
  return html`<slot name="empty"
    >${blank(
      calendar,
      t('noData', { month: month(data.month) }),
      t('noDataText', { day }) + forming,
      button(t('openBills'), () => open('bills'), { kind: 's' }),
    )}</slot
  >`;
}

/** Charges are subtracted; what was accrued on the whole is added, so that no line says "minus minus". */
export function less(amount: Money, charged: string, credited: string, words: BillsWords): Addend {
  return isNegative(amount.value)
    ? { op: '+', label: credited, amount: money(absolute(amount), words) }
    : { op: '−', label: charged, amount: money(amount, words) };
}

/** The month before, while its bill is being formed. @see domain.md BIL-6 */
function previousView({ previous }: Statement, { t, locale }: BillsWords, open: (view: string) => void): unknown {
  if (previous?.state !== 'CLOSING') return nothing;
  const text = t('preliminary', {
    month: formatMonthName(previous.month, locale),
    amount: moneyText(previous.total, locale),
  });
  const view = button(t('openBill'), () => open(`bill:${previous.month}`), { kind: 'quiet s' });
  return html`<div class="top noprint">${note('', clock, text, view)}</div>`;
}
