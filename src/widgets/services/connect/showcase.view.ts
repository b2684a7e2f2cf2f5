import { html, nothing, type TemplateResult } from 'lit';
import { formatMoney, isZero } from '../../../money/format.js';
import { chevronStart, info, search, wallet } from '../../../ui/icons/icons.js';
import { button, iconButton } from '../../../ui/parts/button.js';
import { segments } from '../../../ui/parts/choices.js';
import { field, select } from '../../../ui/parts/field.js';
import { icon } from '../../../ui/parts/icon.js';
import { money } from '../../../ui/parts/money.js';
import { note } from '../../../ui/parts/note.js';
import { phone, phoneText } from '../../../ui/parts/phone.js';
import { blank, skeletonRows } from '../../../ui/parts/states.js';
import { tag } from '../../../ui/parts/tag.js';
import { steps } from '../../../ui/parts/steps.js';
import { trouble } from '../../../ui/parts/view.js';
import type { ServicesView } from '../host.js';
import { CONNECT_STEPS, type ConnectStep } from '../place.js';
import { kindText } from '../texts.js';
import type { Connector } from './connector.js';
import type { BeautyClass, Showcase, ShowcaseNumber } from './data.js';
import { faultsOf, isFiltering } from './filter.js';

export interface ConnectView extends ServicesView {
  readonly connector: Connector;
}

const names = { number: 'stepNumber', tariff: 'stepTariff', cart: 'stepCart', done: 'stepDone' } as const;

export const connectHead = (v: ConnectView): TemplateResult => {
  const { beside } = v.connector;
  const count = v.connector.cart.value?.items.length ?? 0;
  const back = () => v.go(beside === null ? { at: 'list' } : { at: 'number', number: beside });
  return html`<header class="head cardhead" part="head">
    ${iconButton(chevronStart, v.t(beside === null ? 'backToList' : 'toNumber'), back, { flip: true })}
    <div class="grow">
      <h2 id="heading" tabindex="-1" part="heading">
        ${v.t(beside === null ? 'connectHeading' : 'additionalHeading')}
      </h2>
      ${beside === null ? nothing : html`<p class="sub">${v.t('addAdditionalHint', { number: phoneText(beside) })}</p>`}
    </div>
    ${
      count > 0 && v.connector.step !== 'cart' && v.connector.step !== 'done'
        ? button(v.t('cartButton', { count }), () => v.connector.go('cart'), { icon: wallet, kind: 's' })
        : nothing
    }
  </header>`;
};

export const connectSteps = (step: ConnectStep, { t, connector }: ConnectView): TemplateResult => {
  const at = CONNECT_STEPS.indexOf(step);
  const position = t('stepOf', { step: at + 1, steps: CONNECT_STEPS.length });
  const heading = t(connector.beside === null ? 'connectHeading' : 'additionalHeading');
  return html`<div class="sec tight stepsbar">
    ${steps(
      CONNECT_STEPS.map((one) => t(names[one])),
      at,
      position,
      heading,
    )}
  </div>`;
};

/** Free numbers to choose from. */
export const showcaseStep = (v: ConnectView): unknown => {
  const { connector, t } = v;
  return connector.showcase.render({
    pending: () => html`<div class="sec">${skeletonRows(6, t('loading'))}</div>`,
    ready: (showcase) => html`
      ${connector.beside === null ? nothing : html`<div class="sec tight">${note('', info, t('additionalText'))}</div>`}
      ${
        connector.cart.value?.verified === false
          ? html`<div class="sec tight">
              ${note(
                'warn',
                info,
                html`<b>${t('notVerifiedHeading')}.</b> ${t('notVerifiedText')}`,
                button(t('verify'), () => v.open('documents', ''), { kind: 's' }),
              )}
            </div>`
          : nothing
      }
      ${filterBar(showcase, v)} ${stock(v)}
    `,
    error: (error) =>
      trouble({ error, text: v.describe(error), t, retry: connector.showcase.retry, failed: t('showcaseFailed') }),
  });
};

function filterBar(showcase: Showcase, v: ConnectView): TemplateResult {
  const { connector, t, locale } = v;
  const { filter } = connector.draft;
  const faults = faultsOf(filter);
  const cities = showcase.cities.filter(({ kinds }) => filter.kind === 'ALL' || kinds.includes(filter.kind));
  const currency = showcase.cheapest ? formatMoney(showcase.cheapest, locale).currency : undefined;
  const price = (id: 'priceFrom' | 'priceTo') =>
    field({
      id,
      label: t(id),
      value: filter[id],
      input: (text) => connector.setFilter({ [id]: text }, true),
      inputmode: 'decimal',
      error: faults[id] && t(faults[id]),
      maxlength: 15,
      ...(currency === undefined ? {} : { unit: currency }),
    });
  return html`<div class="sec tight filters" role="search" aria-label=${t('filters')}>
    ${
      showcase.kinds.length > 1
        ? html`<div class="whole">
            ${segments(
              'stock-kind',
              t('kindLabel'),
              [
                { value: 'ALL' as const, label: t('anyKind') },
                ...showcase.kinds.map((kind) => ({ value: kind, label: kindText(kind, v) })),
              ],
              filter.kind,
              (kind) => connector.setFilter({ kind, city: '' }),
            )}
          </div>`
        : nothing
    }
    ${field({
      id: 'mask',
      label: t('maskLabel'),
      value: filter.mask,
      input: (mask) => connector.setFilter({ mask }, true),
      inputmode: 'tel',
      before: icon(search),
      placeholder: '*77*',
      hint: t('maskHint'),
      error: faults.mask && t(faults.mask),
      maxlength: 24,
    })}
    ${
      cities.length > 0
        ? select(
            'city',
            t('cityLabel'),
            [{ value: '', label: t('anyCity') }, ...cities.map(({ code, name }) => ({ value: code, label: name }))],
            filter.city,
            (city) => connector.setFilter({ city }),
          )
        : nothing
    }
    ${
      showcase.classes.length > 1
        ? select(
            'class',
            t('classLabel'),
            [
              { value: 'ALL' as const, label: t('anyClass') },
              ...showcase.classes.map((one) => ({ value: one, label: t(`class${one}`) })),
            ],
            filter.class,
            (chosen) => connector.setFilter({ class: chosen }),
          )
        : nothing
    }
    ${price('priceFrom')} ${price('priceTo')}
    ${select(
      'sort',
      t('sortLabel'),
      [
        { value: 'number' as const, label: t('sortNumber') },
        { value: 'cheapest' as const, label: t('sortCheapest') },
        { value: 'dearest' as const, label: t('sortDearest') },
      ],
      filter.sort,
      (sort) => connector.setFilter({ sort }),
    )}
  </div>`;
}

function stock(v: ConnectView): unknown {
  const { connector, t } = v;
  const { page } = connector;
  if (page === null) {
    return connector.stock.render({
      pending: () => html`<div class="sec">${skeletonRows(6, t('loading'))}</div>`,
      ready: () => nothing,
      error: (error) =>
        trouble({ error, text: v.describe(error), t, retry: connector.stock.retry, failed: t('showcaseFailed') }),
    });
  }
  if (page.items.length === 0) {
    return blank(
      search,
      t('noStock'),
      t('noStockText'),
      isFiltering(connector.draft.filter) ? button(t('reset'), connector.resetFilter, { kind: 's' }) : nothing,
      true,
    );
  }
  return html`<div class="sec tight stockhead">
      <h3>${t('freeNumbers')}</h3>
      <p class="sub" role="status">${t('freeFound', { count: page.total })}</p>
    </div>
    <ul class="rows stock">
      ${page.items.map((number) => html`<li>${stockRow(number, v)}</li>`)}
    </ul>
    ${
      connector.hasMore
        ? html`<div class="sec tight">
            ${button(t('more'), connector.more, { kind: 'quiet s edge', busy: connector.stock.status === 'pending' })}
          </div>`
        : nothing
    }`;
}

function stockRow(number: ShowcaseNumber, v: ConnectView): TemplateResult {
  return html`<button type="button" class="row srow" @click=${() => v.connector.choose(number)}>
    <span class="nmain"
      ><span class="lname"
        ><span class="strong" aria-label=${v.t('chooseNumberLabel', { number: phoneText(number.number) })}
          >${phone(number.number)}</span
        >${classTag(number.class, v)}</span
      ><span class="lsub">${placeText(number, v)}</span></span
    >
    <span class="nfee"
      >${isZero(number.price.value) ? html`<span class="sub">${v.t('free')}</span>` : money(number.price, v)}</span
    >
    <span class="pick" aria-hidden="true">${v.t('choose')}</span>
  </button>`;
}

/** A class above the ordinary one, as a tag. */
export const classTag = (one: BeautyClass, { t }: ServicesView): TemplateResult | typeof nothing =>
  one === 'STANDARD' ? nothing : tag(t(`class${one}`), one === 'BRONZE' ? '' : 'act');

export const placeText = (number: ShowcaseNumber, v: ServicesView): string =>
  [kindText(number.kind, v), number.city?.name ?? v.t('wholeCountry')].join('\u00a0· ');
