import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatDayMonth } from '../../../i18n/dates.js';
import { isZero } from '../../../money/format.js';
import {
  chevronStart,
  chevronEnd,
  clock,
  info,
  lock,
  phone as phoneIcon,
  plus,
  trash,
} from '../../../ui/icons/icons.js';
import { button, iconButton } from '../../../ui/parts/button.js';
import { nextDay } from '../../../ui/parts/dates.js';
import { icon } from '../../../ui/parts/icon.js';
import { money } from '../../../ui/parts/money.js';
import { note } from '../../../ui/parts/note.js';
import { phone, phoneText } from '../../../ui/parts/phone.js';
import { blank, skeletonRows } from '../../../ui/parts/states.js';
import { status } from '../../../ui/parts/status.js';
import { tag } from '../../../ui/parts/tag.js';
import type { NumberItem, TariffCard } from '../data.js';
import type { ServicesView } from '../host.js';
import { isOpen, kindText, statusOf } from '../texts.js';

export interface CardView extends ServicesView {
  readonly number: NumberItem;
  /** The present tariff in full; `undefined` while it is not known. */
  readonly tariff: TariffCard | undefined;
  /** What was just done: "The change is cancelled". */
  readonly news: string;
  /** The sections below the tariff; each has its own states. */
  readonly packages: unknown;
  readonly options: unknown;
  /** The attempt to cancel a change, if it did not go well. */
  readonly cancelling: unknown;
  readonly cancelBusy: boolean;
  readonly cancelChange: () => void;
  readonly disconnect: () => void;
}

/** The head of a number's card: back, the number, what it is, its status. */
export const cardHead = (number: NumberItem | undefined, e164: string, v: ServicesView): TemplateResult => {
  const state = number && statusOf(number, v);
  return html`<header class="head cardhead" part="head">
    ${iconButton(chevronStart, v.t('backToList'), () => v.go({ at: 'list' }), { flip: true })}
    <div class="grow">
      <h2 id="heading" tabindex="-1" part="heading">${phone(e164)}</h2>
      ${
        number
          ? html`<p class="sub">
              ${[kindText(number.kind, v), number.city].filter(Boolean).join(', ')} ·
              ${v.t('connectedOn', { date: formatDate(number.connectedOn) })}
            </p>`
          : nothing
      }
    </div>
    ${state ? status(state.glyph, state.text) : nothing}
  </header>`;
};

/** Other sections about the number: not tabs of this widget, but ways to others. */
export const sectionsNav = (number: NumberItem, v: ServicesView): TemplateResult => {
  const ways = [
    { section: 'detail', label: v.t('tabDetail'), on: v.may('detail.read') },
    { section: 'forwarding', label: v.t('tabForwarding'), on: v.may('forwarding.read') && number.status !== 'HOLD' },
    {
      section: 'sim',
      label: v.t('tabSim'),
      on: v.may('sim.read') && number.kind === 'MOBILE' && number.status !== 'HOLD',
    },
    { section: 'sip', label: v.t('tabSip'), on: v.may('sip.read') && number.status !== 'HOLD' },
  ].filter(({ on }) => on);
  return html`<nav class="tabs" aria-label=${v.t('sections')} part="tabs">
    <span class="tab" aria-current="page">${v.t('tabTariff')}</span>
    ${ways.map(
      ({ section, label }) =>
        html`<button type="button" class="tab" @click=${() => v.open(section, number.number)}>${label}</button>`,
    )}
  </nav>`;
};

/** One number: its tariff, packages, options, and the ways to everything else about it. */
export const cardView = (v: CardView): TemplateResult => {
  const { number, t } = v;
  const open = isOpen(number);
  return html`
    ${notes(v)}
    <p class="sr" role="status">${v.news}</p>
    ${number.status === 'HOLD' || number.status === 'CLOSED' ? nothing : tariffSection(v)}
    ${open ? [v.packages, v.options] : v.packages}
    ${
      open
        ? html`<div class="sec tight ways">
            ${
              number.kind === 'MOBILE' || number.kind === 'GEOGRAPHIC'
                ? html`<button
                    type="button"
                    class="row way"
                    aria-disabled=${v.may('number.connect') ? nothing : 'true'}
                    @click=${() => v.may('number.connect') && v.go({ at: 'connect', step: 'number', beside: number.number })}
                  >
                    ${icon(plus)}<span class="grow"
                      ><span class="strong">${t('addAdditional')}</span
                      ><span class="lsub">${t('addAdditionalHint', { number: phoneText(number.number) })}</span></span
                    >${icon(chevronEnd, 'flip')}
                  </button>`
                : nothing
            }
            ${button(t('disconnect'), v.disconnect, {
              icon: trash,
              kind: 'quiet bad s',
              disabled: !v.may('number.disconnect'),
            })}
          </div>`
        : nothing
    }
  `;
};

/** The number asked for is not there. */
export const noSuchNumber = (v: ServicesView): TemplateResult =>
  blank(
    phoneIcon,
    v.t('unknownNumber'),
    v.t('unknownNumberText'),
    button(v.t('backToList'), () => v.go({ at: 'list' }), { kind: 's' }),
  );

export const cardSkeleton = (v: ServicesView): TemplateResult =>
  html`<div class="sec">${skeletonRows(4, v.t('loading'))}</div>`;

function notes(v: CardView): TemplateResult | typeof nothing {
  const { number, t } = v;
  const all = [
    v.may('tariff.change') ? nothing : note('', lock, t('onlyAdmin')),
    number.status === 'HOLD' && number.holdUntil
      ? note(
          'warn',
          clock,
          t('holdNote', { date: formatDate(number.holdUntil) }),
          button(t('reconnect'), () => v.go({ at: 'reconnect', number: number.number }), {
            kind: 's',
            disabled: !v.may('number.connect'),
          }),
        )
      : nothing,
    number.status === 'CLOSING' && number.closesOn
      ? note('warn', clock, t('closingNote', { date: formatDate(number.closesOn) }))
      : nothing,
    number.status === 'NOT_VERIFIED'
      ? note(
          'warn',
          info,
          t('notVerifiedNote'),
          button(t('verify'), () => v.open('documents', ''), { kind: 's' }),
        )
      : nothing,
    changeNote(v),
  ].filter((one) => one !== nothing);
  return all.length === 0 ? nothing : html`<div class="sec tight cardnotes">${all} ${v.cancelling}</div>`;
}

function changeNote(v: CardView): TemplateResult | typeof nothing {
  const { number, t } = v;
  const { change } = number;
  if (change === null) return nothing;
  const values = { tariff: change.toName, old: number.tariff.name, date: formatDate(change.effective) };
  const cancel = change.cancellable
    ? button(t('cancelChange'), v.cancelChange, { kind: 's', busy: v.cancelBusy, disabled: !v.may('tariff.change') })
    : nothing;
  return change.state === 'POSTPONED'
    ? note('warn', clock, t('postponed', values), cancel)
    : note('brand', clock, t('scheduled', values), cancel);
}

function tariffSection(v: CardView): TemplateResult {
  const { number, tariff, t, locale } = v;
  const { fee } = number.tariff;
  return html`<div class="sec">
    <div class="tarh">
      <div>
        <p class="sub">${t('tariff')}</p>
        <p class="tarn">${number.tariff.name} ${number.tariff.archived ? tag(t('archived'), 'warn') : nothing}</p>
      </div>
      <div class="tarp">
        ${
          fee === null
            ? html`<p class="sub">${t('noFee')}</p>`
            : html`<p class="sub">${chargeText(tariff, v)}</p>
                <p>${money(fee, v, 'total')} <span class="sub">${t('perMonth')}</span></p>`
        }
      </div>
      ${
        isOpen(number)
          ? button(t('changeTariff'), () => v.go({ at: 'change', number: number.number, step: 'tariff' }), {
              disabled: !v.may('tariff.change'),
              part: 'change',
            })
          : nothing
      }
    </div>
    ${
      tariff && !isZero(tariff.minSpend.value)
        ? html`<p class="hint">${t('minSpend')}: ${money(tariff.minSpend, { t, locale })}</p>`
        : nothing
    }
  </div>`;
}

/** When the fee is charged next: the day after what is paid, which is the backend's to say. */
function chargeText(tariff: TariffCard | undefined, v: CardView): string {
  if (tariff?.feeCharge === 'DAILY') return v.t('dailyCharge');
  const paidTo = v.number.paidThrough;
  return paidTo === null || paidTo === undefined
    ? v.t('monthlyFee')
    : v.t('nextCharge', { date: formatDayMonth(nextDay(paidTo), v.locale) });
}
