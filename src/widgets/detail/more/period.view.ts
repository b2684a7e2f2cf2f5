import { html, type TemplateResult } from 'lit';
import { field } from '../../../ui/parts/field.js';
import { type Filter, MAX_DAYS, plusDays, problemOf } from '../detail.filter.js';
import type { MoreWords } from './more.messages.js';

/** Months for which events are kept (§16.2). */
const HISTORY_MONTHS = 12;

/** Two days, checked as they are typed; an error is said below the one that is wrong. */
export function periodView(
  filter: Pick<Filter, 'from' | 'to'>,
  today: string | null,
  change: (change: Partial<Filter>) => void,
  { t }: MoreWords,
): TemplateResult {
  const { from, to } = filter;
  const problem = today === null ? null : problemOf({ from, to }, today);
  const error = (at: 'from' | 'to') => (problem?.at === at ? t(problem.code, { days: MAX_DAYS }) : null);
  const earliest = today === null ? {} : { min: `${monthsBefore(today, HISTORY_MONTHS)}-01`, max: today };
  return html`${field({
    id: 'from',
    type: 'date',
    label: t('from'),
    value: from,
    input: (value) => change({ from: value }),
    error: error('from'),
    ...earliest,
  })}
  ${field({
    id: 'to',
    type: 'date',
    label: t('to'),
    value: to,
    input: (value) => change({ to: value }),
    error: error('to'),
    ...earliest,
  })}`;
}

function monthsBefore(day: string, months: number): string {
  let month = day.slice(0, 7);
  for (let left = months; left > 0; left--) month = plusDays(`${month}-01`, -1).slice(0, 7);
  return month;
}
