import { html, type TemplateResult } from 'lit';
import { formatDate } from '../../../i18n/dates.js';
import { instantText } from '../../../ui/parts/dates.js';
import { phoneText } from '../../../ui/parts/phone.js';
import { type Filter, kindNames } from '../detail.filter.js';
import type { DetailWords } from '../detail.messages.js';
import type { Content } from '../detail.query.js';

/** What paper needs to say and the page around the widget, or its filters, say on screen. @see look.md §15 */
export function paperHead(
  { groups, period }: Extract<Content, { at: 'detail' }>,
  filter: Filter,
  { t }: DetailWords,
): TemplateResult {
  const { number, kinds, direction, destination, paid } = filter;
  const facts = [
    t('account', { number: groups.account }),
    period.from === period.to ? formatDate(period.from) : `${formatDate(period.from)} – ${formatDate(period.to)}`,
    number === '' ? t('allNumbers') : number === 'none' ? t('noNumber') : phoneText(number),
    kinds.size < kindNames.length &&
      kindNames
        .filter((kind) => kinds.has(kind))
        .map((kind) => t(kind))
        .join(', '),
    direction && t(direction),
    destination === 'none' ? t('noDestination') : groups.destinations.find(({ code }) => code === destination)?.name,
    paid && t('paid'),
    instantText(groups.asOf),
  ];
  return html`<p class="sec tight onpaper">${facts.filter(Boolean).join(' · ')}</p>`;
}
