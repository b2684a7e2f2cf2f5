import { html, type TemplateResult } from 'lit';
import { calendar, list, sliders } from '../../../ui/icons/icons.js';
import { button } from '../../../ui/parts/button.js';
import { blank } from '../../../ui/parts/states.js';
import { everything, type Filter, kindNames } from '../detail.filter.js';
import type { MoreWords } from './more.messages.js';

type Change = (change: Partial<Filter>) => void;

/** Nothing to show: nothing was spent, or the filter lets nothing through. `null`: the summary. */
export const emptyView = (filter: Filter | null, { t }: MoreWords, change: Change): TemplateResult => {
  if (filter === null) return html`<slot name="empty">${blank(list, t('noSummary'), t('noSummaryText'))}</slot>`;
  return isNarrowed(filter)
    ? blank(
        sliders,
        t('noneFiltered'),
        t('noneFilteredText'),
        button(t('reset'), () => change(reset(filter)), { kind: 's' }),
        true,
      )
    : html`<slot name="empty">${blank(list, t('none'), t('noneText'))}</slot>`;
};

/** Nothing was asked: no service is ticked, or the period is none; what is wrong with it is said at its fields. */
export const noneView = (filter: Filter, { t }: MoreWords, change: Change): TemplateResult =>
  filter.kinds.size === 0
    ? blank(
        sliders,
        t('noKinds'),
        t('noKindsText'),
        button(t('reset'), () => change(reset(filter)), { kind: 's' }),
        true,
      )
    : blank(calendar, t('noPeriod'), '');

/** Everything of the period. */
const reset = ({ preset, from, to, by }: Filter): Filter => ({ ...everything, preset, from, to, by });

/** Something else than the period narrows the list. */
export function isNarrowed(filter: Filter): boolean {
  const { number, direction, destination, paid } = filter;
  return number !== '' || direction !== '' || destination !== '' || paid || filter.kinds.size < kindNames.length;
}
