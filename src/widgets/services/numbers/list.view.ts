import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../../../i18n/dates.js';
import { chevronEnd, phone as phoneIcon, plus, search } from '../../../ui/icons/icons.js';
import { packageMini } from '../../../ui/parts/bar.js';
import { button } from '../../../ui/parts/button.js';
import { segments } from '../../../ui/parts/choices.js';
import { field, select } from '../../../ui/parts/field.js';
import { icon } from '../../../ui/parts/icon.js';
import { money } from '../../../ui/parts/money.js';
import { phone } from '../../../ui/parts/phone.js';
import { blank } from '../../../ui/parts/states.js';
import { tag } from '../../../ui/parts/tag.js';
import type { NumberItem } from '../data.js';
import type { ServicesView } from '../host.js';
import { gauge, kindText, volumesOf } from '../texts.js';
import { type ListFilter, KINDS, matches, type NumberState, stateOf, STATES } from './filter.js';

export interface ListView extends ServicesView {
  readonly numbers: readonly NumberItem[];
  readonly filter: ListFilter;
  readonly setFilter: (filter: ListFilter) => void;
  /** Rows to show at first. */
  readonly shown: number;
  readonly showMore: () => void;
  /** Stands beside the filters where there is no heading to stand beside. */
  readonly action: unknown;
}

const EMPTY: ListFilter = { text: '', kind: 'ALL', state: 'ALL' };
const stateKey = {
  ACTIVE: 'stateActive',
  CHANGE: 'stateChange',
  CLOSING: 'stateClosing',
  HOLD: 'stateHold',
  NOT_VERIFIED: 'stateNotVerified',
  CLOSED: 'stateClosed',
} as const satisfies Record<NumberState, string>;

/** The button of the head. */
export const connectButton = (v: ServicesView): TemplateResult =>
  button(v.t('connect'), () => v.go({ at: 'connect', step: 'number', beside: null }), {
    icon: plus,
    kind: 's',
    disabled: !v.may('number.connect'),
    part: 'connect',
  });

/** All numbers of the account, with search and filters. */
export const listView = (v: ListView): TemplateResult => {
  const found = v.numbers.filter((number) => matches(number, v.filter));
  const shown = found.slice(0, v.shown);
  return html`
    ${toolbar(v)}
    <p class="sr" role="status">${isFiltering(v.filter) ? v.t('found', { count: found.length }) : ''}</p>
    ${
      found.length === 0
        ? blank(
            search,
            v.t('noneFound'),
            v.t('noneFoundText'),
            button(v.t('reset'), () => v.setFilter(EMPTY), { kind: 's' }),
          )
        : html`<ul class="rows nums" part="numbers">
            ${shown.map((number) => html`<li>${numberRow(number, v)}</li>`)}
          </ul>`
    }
    ${
      found.length > shown.length
        ? html`<div class="sec tight">${button(v.t('more'), v.showMore, { kind: 'quiet s edge' })}</div>`
        : nothing
    }
  `;
};

/** The account has no number yet. */
export const noNumbersView = (v: ServicesView): TemplateResult =>
  html`<slot name="empty"
    >${blank(
      phoneIcon,
      v.t('noNumbers'),
      v.t('noNumbersText'),
      button(v.t('chooseNumber'), () => v.go({ at: 'connect', step: 'number', beside: null }), {
        kind: 'pri',
        disabled: !v.may('number.connect'),
      }),
    )}</slot
  >`;

function toolbar(v: ListView): TemplateResult {
  const { filter, numbers, t } = v;
  const count = (kind: NumberItem['kind']) => numbers.filter((number) => number.kind === kind).length;
  const kinds = KINDS.filter((kind) => count(kind) > 0);
  const states = STATES.filter((state) => numbers.some((number) => stateOf(number) === state));
  const set = (change: Partial<ListFilter>) => v.setFilter({ ...filter, ...change });
  return html`<div class="sec tight first toolbar ${v.action === nothing ? '' : 'acting'}" role="search">
    ${field({
      id: 'find',
      label: t('find'),
      value: filter.text,
      input: (text) => set({ text }),
      type: 'search',
      placeholder: t('findHint'),
      before: icon(search),
    })}
    ${v.action}
    ${
      kinds.length > 1
        ? segments(
            'kind',
            t('kindLabel'),
            [
              { value: 'ALL' as const, label: t('all', { count: numbers.length }) },
              ...kinds.map((kind) => ({ value: kind, label: t(`many${kind}`, { count: count(kind) }) })),
            ],
            filter.kind,
            (kind) => set({ kind }),
          )
        : nothing
    }
    ${
      states.length > 1
        ? select(
            'state',
            t('stateLabel'),
            [
              { value: 'ALL' as const, label: t('stateAll') },
              ...states.map((state) => ({ value: state, label: t(stateKey[state]) })),
            ],
            filter.state,
            (state) => set({ state }),
          )
        : nothing
    }
  </div>`;
}

function numberRow(number: NumberItem, v: ServicesView): TemplateResult {
  const { t } = v;
  const gone = number.status === 'HOLD' || number.status === 'CLOSED';
  return html`<button
    type="button"
    class="row nrow ${gone ? 'off' : ''}"
    id="n${number.number.slice(1)}"
    @click=${() => v.go({ at: 'number', number: number.number })}
  >
    <span class="nmain"
      ><span class="lname"><span class="strong">${phone(number.number)}</span>${badges(number, v)}</span
      ><span class="lsub"
        >${
          gone
            ? t('closedSub')
            : html`${facts(number, v)}<span class="only-w in2"
                  >, ${t('since', { date: formatDate(number.connectedOn) })}</span
                >`
        }</span
      ></span
    >
    <span class="npk">${gone ? nothing : bars(number, v)}</span>
    <span class="nfee"
      >${
        gone || number.tariff.fee === null
          ? nothing
          : html`${money(number.tariff.fee, v)}<span class="lsub">${t('perMonth')}</span>`
      }</span
    >
    ${icon(chevronEnd, 'flip')}
  </button>`;
}

/** Kind, tariff and city, each once: a tariff is often named as its kind of number. */
function facts(number: NumberItem, v: ServicesView): string {
  const kind = number.kind === 'MOBILE' ? '' : kindText(number.kind, v);
  return [...new Set([kind, number.tariff.name, number.city ?? ''])].filter(Boolean).join('\u00a0· ');
}

function badges(number: NumberItem, { t }: ServicesView): readonly (TemplateResult | typeof nothing)[] {
  const { change } = number;
  return [
    number.main ? tag(t('main')) : nothing,
    number.sim ? tag(t('sim')) : nothing,
    change === null
      ? nothing
      : change.state === 'POSTPONED'
        ? tag(t('postponedTag', { tariff: change.toName }), 'warn')
        : tag(t('changeTag', { date: formatDate(change.effective), tariff: change.toName }), 'act'),
    number.status === 'HOLD' && number.holdUntil
      ? tag(t('holdTag', { date: formatDate(number.holdUntil) }), 'warn')
      : nothing,
    number.status === 'CLOSING' && number.closesOn
      ? tag(t('closingTag', { date: formatDate(number.closesOn) }), 'warn')
      : nothing,
    number.status === 'NOT_VERIFIED' ? tag(t('notVerifiedTag'), 'warn') : nothing,
  ];
}

function bars(number: NumberItem, v: ServicesView): unknown {
  const volumes = volumesOf(number.packages);
  if (volumes.length === 0) return html`<span class="sub">${v.t('noPackages')}</span>`;
  return volumes.map(({ kind, remaining, nominal }) => {
    const { left, whole, unit, share } = gauge(kind, remaining, nominal, v);
    return packageMini(share, left, html`<span class="in2">${v.t('ofWhole', { whole })} </span>${unit}`);
  });
}

function isFiltering({ text, kind, state }: ListFilter): boolean {
  return text.trim() !== '' || kind !== 'ALL' || state !== 'ALL';
}
