import { html, nothing, type TemplateResult } from 'lit';
import { formatMonth } from '../../../i18n/dates.js';
import { isNegative } from '../../../money/format.js';
import { capital } from '../../../ui/parts/dates.js';
import { swatch } from '../../../ui/parts/icon.js';
import { charge, moneyText } from '../../../ui/parts/money.js';
import type { MoreWords } from '../more/more.messages.js';
import type { MonthSummary } from '../detail.query.js';

export interface Months {
  readonly months: readonly MonthSummary[];
  readonly selected: MonthSummary;
  readonly words: MoreWords;
  readonly select: (month: string) => void;
  /** Opens the detail of a month. */
  readonly open: (month: string) => void;
}

/** Each column as a button: for the keyboard, for readers, and to be clicked. */
export const columnButtons = ({ months, selected, words, select }: Months): TemplateResult =>
  html`<ul class="months">
    ${months.map(
      ({ month, total }) =>
        html`<li>
          <button
            type="button"
            aria-pressed=${month === selected.month ? 'true' : 'false'}
            @click=${() => select(month)}
          >
            <span class="sr"
              >${words.t('monthTotal', {
                month: formatMonth(month, words.locale),
                amount: moneyText(total, words.locale),
              })}</span
            >
          </button>
        </li>`,
    )}
  </ul>`;

export const legend = ({ t }: MoreWords): TemplateResult =>
  html`<ul class="key">
    <li>${swatch('c1')}${t('feesLong')}</li>
    <li>${swatch('c2')}${t('calls')}</li>
    <li>${swatch('c3')}${t('sms')}</li>
    <li>${swatch('c4')}${t('data')}</li>
    <li>${swatch('hatch')}${t('givenToYou')}</li>
    <li>
      <svg class="nk" viewBox="0 0 14 10" aria-hidden="true"><path d="M0 5H14" /></svg>${t('total')}
    </li>
  </ul>`;

/** Sums of the selected month, the way to its detail and to the table. */
export const readout = (
  { selected, words, open }: Months,
  table: { readonly shown: boolean; readonly toggle: () => void },
): TemplateResult => {
  const { t, locale } = words;
  const { month, charges, accruals, total } = selected;
  const name = formatMonth(month, locale);
  const note = stateNote(selected, words);
  return html`<div class="sec tight sunk readout">
    <p class="strong">${capital(name)}</p>
    <p class="sub" role="status">
      ${t('readCharges')} ${charge(charges, words)} · ${t('readAccruals')} ${charge(accruals, words)} ·
      ${t('readTotal')}
      <b>${charge(total, words)}</b>${note ? html` · ${note}` : nothing}
    </p>
    <span class="rl">
      <button type="button" class="link small" @click=${() => open(month)}>${t('monthDetail', { month: name })}</button>
      <button type="button" class="link small" aria-expanded=${table.shown ? 'true' : 'false'} @click=${table.toggle}>
        ${t(table.shown ? 'asChart' : 'asTable')}
      </button>
    </span>
  </div>`;
};

/** The chart in figures. */
export const monthTable = ({ months, words, open }: Months): TemplateResult => {
  const { t, locale } = words;
  return html`<div class="sec">
    <table class="ledger">
      <caption class="sr">
        ${t('summary')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('month')}</th>
          <th scope="col" class="r only-w">${t('charges')}</th>
          <th scope="col" class="r only-w">${t('accruals')}</th>
          <th scope="col" class="r">${t('total')}</th>
        </tr>
      </thead>
      <tbody>
        ${[...months].reverse().map((one) => {
          const note = stateNote(one, words);
          return html`<tr>
            <th scope="row">
              <button type="button" class="link" @click=${() => open(one.month)}>
                ${capital(formatMonth(one.month, locale))}
              </button>
              ${note ? html`<span class="lsub">${note}</span>` : nothing}
            </th>
            <td class="r only-w">${charge(one.charges, words)}</td>
            <td class="r only-w">${isNegative(one.accruals.value) ? charge(one.accruals, words) : nothing}</td>
            <td class="r">${charge(one.total, words, 'strong')}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
};

function stateNote({ state }: MonthSummary, { t }: MoreWords): string {
  return state === 'CLOSED' ? '' : t(state);
}
