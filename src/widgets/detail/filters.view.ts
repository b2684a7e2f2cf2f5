import { html, nothing, type TemplateResult } from 'lit';
import { formatMonthName } from '../../i18n/dates.js';
import { sliders } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { chips, segments } from '../../ui/parts/choices.js';
import { capital } from '../../ui/parts/dates.js';
import { select } from '../../ui/parts/field.js';
import { phoneText } from '../../ui/parts/phone.js';
import { type Filter, granularities, type Kind, kindNames, periodOf, type Preset, presets } from './detail.filter.js';
import type { DetailWords } from './detail.messages.js';

export interface Filters {
  readonly filter: Filter;
  /** The period as it is called: a month that a link named may be one of the presets. */
  readonly preset: Preset;
  /** Local day of the account; `null` until the first answer. */
  readonly today: string | null;
  /** Numbers of the account, E.164. */
  readonly numbers: readonly string[];
  readonly destinations: readonly { readonly code: string; readonly name: string }[];
  /** The further filters are open; they always are where there is room. */
  readonly unfolded: boolean;
  readonly words: DetailWords;
  /** Fields of a period of one's own, once they are here. */
  readonly own: () => unknown;
  readonly unfold: () => void;
  readonly change: (change: Partial<Filter>) => void;
}

/** What to show: number, direction and period, then services, then the rest. @see domain.md DET-2 */
export const filtersView = (f: Filters): TemplateResult => {
  const { filter, today, words, change } = f;
  const { t } = words;
  return html`<div class="sec tight filters noprint" role="search" aria-label=${t('filters')} part="filters">
    <div class="f1">
      ${select('number', t('number'), numberChoices(f), filter.number, (number) => change({ number }))}
      <div class="field per">
        <span class="label" aria-hidden="true">${t('period')}</span>
        ${segments(
          'period',
          t('period'),
          presets.map((value) => ({ value, label: presetName(value, today, words) })),
          f.preset,
          (preset) => change({ preset, ...(preset === 'own' && today ? typed(filter, today) : {}) }),
        )}
      </div>
    </div>
    ${f.preset === 'own' ? html`<div class="own">${f.own()}</div>` : nothing}
    <div class="f2">
      ${chips<Kind | 'paid'>(
        t('services'),
        [...kindNames, 'paid' as const].map((value) => ({ value, label: t(value) })),
        new Set([...filter.kinds, ...(filter.paid ? (['paid'] as const) : [])]),
        (value, on) => change(value === 'paid' ? { paid: on } : { kinds: withKind(filter.kinds, value, on) }),
      )}
      ${button(t('moreFilters'), f.unfold, { icon: sliders, kind: 'quiet s edge unfold' })}
    </div>
    <div class="f3 ${f.unfolded ? 'on' : ''}">
      ${select(
        'direction',
        t('direction'),
        [
          { value: '', label: t('bothDirections') },
          { value: 'OUT', label: t('OUT') },
          { value: 'IN', label: t('IN') },
        ],
        filter.direction,
        (direction) => change({ direction }),
      )}
      ${select('destination', t('destination'), destinationChoices(f), filter.destination, (destination) =>
        change({ destination }),
      )}
      <div class="field">
        <span class="label" aria-hidden="true">${t('group')}</span>
        ${segments(
          'by',
          t('group'),
          granularities.map((value) => ({ value, label: t(value) })),
          filter.by,
          (by) => change({ by }),
        )}
      </div>
    </div>
  </div>`;
};

/** Months by their names, as the reader calls them. */
function presetName(preset: Preset, today: string | null, { t, locale }: DetailWords): string {
  if (preset !== 'month' && preset !== 'before') return t(preset);
  if (today === null) return '…';
  return capital(formatMonthName(periodOf({ preset, from: '', to: '' }, today).from.slice(0, 7), locale));
}

/** A period of one's own begins as the one that was shown. */
function typed(filter: Filter, today: string): Pick<Filter, 'from' | 'to'> {
  const { from, to } = periodOf(filter, today);
  return { from, to: to > today ? today : to };
}

const numberChoices = ({ numbers, filter, words: { t } }: Filters): Choice[] =>
  choicesOf(
    t('allNumbers'),
    numbers.map((value) => ({ value, label: phoneText(value) })),
    { value: filter.number, label: phoneText(filter.number) },
    t('noNumber'),
  );

const destinationChoices = ({ destinations, filter, words: { t } }: Filters): Choice[] =>
  choicesOf(
    t('anywhere'),
    destinations.map(({ code, name }) => ({ value: code, label: name })),
    { value: filter.destination, label: filter.destination },
    t('noDestination'),
  );

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** All of them, each, and what belongs to none; the chosen one also if it is not among those that are known. */
function choicesOf(all: string, known: readonly Choice[], chosen: Choice, none: string): Choice[] {
  const choices = [{ value: '', label: all }, ...known, { value: 'none', label: none }];
  if (!choices.some(({ value }) => value === chosen.value)) choices.splice(-1, 0, chosen);
  return choices;
}

function withKind(kinds: ReadonlySet<Kind>, kind: Kind, on: boolean): ReadonlySet<Kind> {
  return new Set(kindNames.filter((name) => (name === kind ? on : kinds.has(name))));
}
