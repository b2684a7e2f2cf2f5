import { html, nothing, type TemplateResult } from 'lit';
import { formatDays, formatMonthName } from '../../i18n/dates.js';
import { formatUnit } from '../../i18n/quantities.js';
import { clock, info } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { swatch } from '../../ui/parts/icon.js';
import { charge, moneyText } from '../../ui/parts/money.js';
import { topNote } from '../../ui/parts/note.js';
import { secondsText } from '../../ui/parts/quantity.js';
import { plusDays } from './detail.filter.js';
import type { DetailWords } from './detail.messages.js';
import type { Content } from './detail.query.js';

type Shown = Extract<Content, { at: 'detail' }>;

/** Totals of the whole filter, today left out; when there is nothing but today, those of today. @see domain.md DET-4, DET-6 */
export const totalsView = ({ groups, period }: Shown, words: DetailWords): TemplateResult => {
  const { t, locale } = words;
  const { today } = groups;
  const onlyToday = period.from >= today;
  const totals = onlyToday ? groups.preliminary : groups.totals;
  const last = onlyToday || period.to < today ? period.to : plusDays(today, -1);
  const days = last < period.from ? period.from : last;
  const events = t('events', { count: totals.count });
  return html`<div class="sec tight sunk totals" part="totals">
    <dl class="strip">
      <div>
        <dt>${swatch('c2')}${t('charges')}</dt>
        <dd>${charge(totals.charges, words)}</dd>
      </div>
      <div>
        <dt>${swatch('hatch')}${t('accruals')}</dt>
        <dd>${charge(totals.accruals, words)}</dd>
      </div>
      <div>
        <dt>${t('total')}</dt>
        <dd>${charge(totals.total, words)}</dd>
      </div>
      <div class="end">
        <dt>${formatDays(period.from, days, locale)}</dt>
        <dd class="cnt">
          ${totals.seconds > 0 ? t('eventsTime', { events, time: hoursText(totals.seconds, locale) }) : events}
        </dd>
      </div>
    </dl>
  </div>`;
};

/** What the totals leave out: today, and records that were posted in a later month. */
export const besideView = (
  { groups, period }: Shown,
  words: DetailWords,
  showMonth: (month: string) => void,
): TemplateResult => {
  const { t, locale } = words;
  const { elsewhere, preliminary, today } = groups;
  const late = elsewhere && {
    events: t('events', { count: elsewhere.count }),
    month: formatMonthName(elsewhere.month, locale),
    amount: moneyText(elsewhere.total, locale),
  };
  return html`${preliminary.count > 0 && period.from >= today ? topNote('', clock, t('preliminaryTotals')) : nothing}
  ${
    elsewhere && late
      ? topNote(
          '',
          info,
          t('elsewhere', late),
          button(t('showMonth'), () => showMonth(elsewhere.month), { kind: 'quiet s' }),
        )
      : nothing
  }`;
};

/** Whole minutes are enough for hours of talk: `5 ч 12 мин`. */
export function hoursText(seconds: number, locale: string): string {
  if (seconds < 3600) return secondsText(seconds, locale);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return `${formatUnit(hours, 'hour', locale)} ${formatUnit(minutes, 'minute', locale)}`;
}
