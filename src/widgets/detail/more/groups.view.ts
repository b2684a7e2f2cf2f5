import { html, nothing, type TemplateResult } from 'lit';
import { formatMonth } from '../../../i18n/dates.js';
import { isNegative } from '../../../money/format.js';
import { chevronEnd } from '../../../ui/icons/icons.js';
import { capital } from '../../../ui/parts/dates.js';
import { icon } from '../../../ui/parts/icon.js';
import { charge } from '../../../ui/parts/money.js';
import { kilobytesText, piecesText } from '../../../ui/parts/quantity.js';
import { tag } from '../../../ui/parts/tag.js';
import { type Filter, type Granularity, monthFilter } from '../detail.filter.js';
import type { MoreWords } from './more.messages.js';
import type { UsageGroup, UsageGroups } from '../detail.query.js';
import { lastDayOf } from '../detail.place.js';
import { dayName } from '../row.view.js';
import { hoursText } from '../totals.view.js';

/** Sums by day, month or destination; each opens its events. @see domain.md DET-2 */
export const groupsView = (
  { groups, today }: UsageGroups,
  by: Exclude<Granularity, 'EVENT'>,
  words: MoreWords,
  /** Opens the events of a group: what of the filter changes. */
  open: (change: Partial<Filter>) => void,
): TemplateResult => {
  const { t, locale } = words;
  const heading = t(({ DAY: 'groupedDay', MONTH: 'groupedMonth', DESTINATION: 'groupedDestination' } as const)[by]);
  const nameOf = ({ key, name }: UsageGroup) => {
    if (by === 'DESTINATION') return key === '' ? t('noDestination') : (name ?? key);
    return by === 'DAY' ? dayName(key, today, locale) : capital(formatMonth(key, locale));
  };
  return html`<div class="sec">
    <table class="ledger">
      <caption class="sr">
        ${heading}
      </caption>
      <thead>
        <tr>
          <th scope="col">${by === 'DESTINATION' ? t('destination') : by === 'DAY' ? t('colDate') : t('month')}</th>
          <th scope="col" class="r only-w">${t('quantity')}</th>
          <th scope="col" class="r only-w">${t('charges')}</th>
          <th scope="col" class="r only-w">${t('accruals')}</th>
          <th scope="col" class="r">${t('total')}</th>
        </tr>
      </thead>
      <tbody>
        ${groups.map((group) => {
          const quantity = quantityText(group, words);
          return html`<tr class="group">
            <th scope="row">
              <span class=${by === 'DESTINATION' ? '' : 'nw'}
                ><button
                  type="button"
                  class="link"
                  @click=${() => open(filterOf(by, group.key, today))}
                  title=${t('openGroup')}
                >
                  ${nameOf(group)}</button
                >${icon(chevronEnd, 's flip')}</span
              >
              ${group.key === today ? tag(t('preliminary'), 'warn') : nothing}
              <span class="lsub">${t('events', { count: group.count })}</span>
              ${quantity ? html`<span class="lsub only-n">${quantity}</span>` : nothing}
            </th>
            <td class="q only-w">${quantity}</td>
            <td class="r only-w">${charge(group.charges, words)}</td>
            <td class="r only-w">${isNegative(group.accruals.value) ? charge(group.accruals, words) : nothing}</td>
            <td class="r">${charge(group.total, words, 'strong')}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
};

function quantityText({ seconds, segments, kilobytes }: UsageGroup, { t, locale }: MoreWords): string {
  return [
    seconds > 0 ? hoursText(seconds, locale) : null,
    segments > 0 ? piecesText(segments, t) : null,
    kilobytes > 0 ? kilobytesText(kilobytes, locale) : null,
  ]
    .filter((text) => text !== null)
    .join(' · ');
}

/** The filter that lets through what a group is made of. */
function filterOf(by: Exclude<Granularity, 'EVENT'>, key: string, today: string): Partial<Filter> {
  if (by === 'DESTINATION') return { destination: key || 'none' };
  return monthFilter(by === 'DAY' ? { from: key, to: key } : { from: `${key}-01`, to: lastDayOf(key) }, today);
}
