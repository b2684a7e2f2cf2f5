import { css, html, nothing, type TemplateResult } from 'lit';
import { charge } from '../../../ui/parts/money.js';
import type { DetailWords } from '../detail.messages.js';
import type { UsageEvent, UsageGroups } from '../detail.query.js';
import { dayName, describe } from '../row.view.js';

/** In place of the rows that were on screen. */
export const sheetStyles = css`
  .sheet td,
  .sheet.sheet tbody th {
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
    padding-block: 3px;
  }
  .sheet td {
    white-space: nowrap;
  }
  .sheet.sheet .dh th {
    padding-block-start: var(--lk-s4);
    font-weight: var(--lk-w-3);
  }
  @media print {
    .sheet ~ :is(.events, .onpaper) {
      display: none;
    }
  }
`;

/**
 * Every event in one table, whose head is repeated on each page; a day has its subtotal.
 *
 * @param events - All events of the groups, in their order.
 * @param withNumber - The own number is said in each row.
 */
export const sheetView = (
  { groups, today }: UsageGroups,
  events: readonly UsageEvent[],
  words: DetailWords,
  withNumber: boolean,
): TemplateResult => {
  const { t, locale } = words;
  let next = 0;
  const days = groups.map((group) => ({ group, own: events.slice(next, (next += group.count)) }));
  return html`<div class="sec onpaper sheet">
    <table class="ledger">
      <thead>
        <tr>
          <th scope="col">${t('time')}</th>
          <th scope="col">${t('kind')}</th>
          <th scope="col">${t('peer')}</th>
          <th scope="col" class="r">${t('quantity')}</th>
          <th scope="col" class="r">${t('amount')}</th>
        </tr>
      </thead>
      ${days.map(
        ({ group, own }) =>
          html`<tbody>
            <tr class="dh">
              <th scope="rowgroup" colspan="4">
                ${dayName(group.key, today, locale)}${group.key === today ? ` · ${t('preliminary')}` : nothing}
              </th>
              <td class="r">${charge(group.total, words)}</td>
            </tr>
            ${own.map((event) => {
              const { title, label, sub, quantity } = describe(event, { words, withNumber });
              return html`<tr>
                <td>${event.start.slice(11, 16)}</td>
                <td>${label}</td>
                <th scope="row">${title}${sub === nothing ? nothing : html` · ${sub}`}</th>
                <td class="q">${quantity}</td>
                <td class="r">${charge(event.amount, words)}</td>
              </tr>`;
            })}
          </tbody>`,
      )}
    </table>
  </div>`;
};
