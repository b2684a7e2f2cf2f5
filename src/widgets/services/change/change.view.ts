import { html, nothing, type TemplateResult } from 'lit';
import { formatDayMonth } from '../../../i18n/dates.js';
import { chevronStart, warning } from '../../../ui/icons/icons.js';
import { button, iconButton } from '../../../ui/parts/button.js';
import { radioRows } from '../../../ui/parts/choices.js';
import { field } from '../../../ui/parts/field.js';
import { icon } from '../../../ui/parts/icon.js';
import { phone } from '../../../ui/parts/phone.js';
import { blank } from '../../../ui/parts/states.js';
import { steps } from '../../../ui/parts/steps.js';
import type { NumberItem, Offer } from '../data.js';
import type { ServicesView } from '../host.js';
import { CHANGE_STEPS, type ChangeStep } from '../place.js';
import { reasonText } from '../reasons.js';
import { compareView, gist } from './compare.view.js';
import type { ChangeWizard } from './wizard.js';

export interface ChangeView extends ServicesView {
  readonly number: NumberItem;
  readonly offers: readonly Offer[];
  readonly wizard: ChangeWizard;
}

const names = { tariff: 'stepTariff', date: 'stepDate', quote: 'stepQuote', done: 'stepDone' } as const;

export const changeHead = (e164: string, v: ServicesView): TemplateResult =>
  html`<header class="head cardhead" part="head">
    ${iconButton(chevronStart, v.t('toNumber'), () => v.go({ at: 'number', number: e164 }), { flip: true })}
    <div class="grow">
      <h2 id="heading" tabindex="-1" part="heading">${v.t('changeHeading')}</h2>
      <p class="sub">${phone(e164)}</p>
    </div>
  </header>`;

export const changeSteps = (step: ChangeStep, { t }: ServicesView): TemplateResult => {
  const at = CHANGE_STEPS.indexOf(step);
  const position = t('stepOf', { step: at + 1, steps: CHANGE_STEPS.length });
  return html`<div class="sec tight stepsbar">
    ${steps(
      CHANGE_STEPS.map((one) => t(names[one])),
      at,
      position,
      t('changeHeading'),
    )}
  </div>`;
};

/** First step: the catalogue, the present tariff first, what cannot be chosen with its reason, and the terms side by side. */
export const tariffStep = (v: ChangeView): TemplateResult => {
  const { offers, wizard, t } = v;
  const current = offers.find((offer) => offer.current);
  const others = offers.filter((offer) => !offer.current);
  const { to } = wizard.draft;
  const chosen = others.find(({ tariff, unavailable }) => tariff.code === to && unavailable === null);
  if (others.length === 0) {
    return html`${blank(
      warning,
      t('noTariffs'),
      t('noTariffsText', { tariff: v.number.tariff.name }),
      button(t('toNumber'), wizard.leave, { kind: 's' }),
    )}`;
  }
  return html`
    <div class="sec">
      ${radioRows(
        'tariff',
        t('chooseTariff'),
        offers.map(({ tariff, current: own, unavailable }) => ({
          value: tariff.code,
          label: own ? html`${tariff.name} <span class="tag">${t('current')}</span>` : tariff.name,
          hint:
            own || unavailable === null
              ? gist(tariff, v)
              : html`${gist(tariff, v)}<span class="why"
                    >${icon(warning, 's')}${t('unavailable', {
                      reason: reasonText(unavailable, v),
                    })}</span
                  >`,
          disabled: own || unavailable !== null,
        })),
        chosen ? to : null,
        (code) => wizard.set({ to: code }),
      )}
    </div>
    ${
      current && others.some(({ unavailable }) => unavailable === null)
        ? html`<div class="sec">
            <h3>${t('compare')}</h3>
            ${compareView(
              [
                { tariff: current.tariff, label: `${current.tariff.name} (${t('current')})` },
                ...others
                  .filter(({ unavailable }) => unavailable === null)
                  .sort((one, other) => Number(other === chosen) - Number(one === chosen))
                  .slice(0, 3)
                  .map(({ tariff }, at) => ({
                    tariff,
                    label: tariff.name,
                    strong: tariff.code === chosen?.tariff.code,
                    wide: at > 0,
                  })),
              ],
              v,
              true,
            )}
          </div>`
        : nothing
    }
    <div class="foot" part="foot">
      <div class="btns stack">
        ${button(t('cancel'), wizard.leave)}
        ${button(t('next'), () => wizard.go('date'), { kind: 'pri', disabled: !chosen })}
      </div>
    </div>
  `;
};

/** Second step: when. The day that "default" means is the backend's to say: it comes with the quote. */
export const dateStep = (v: ChangeView): TemplateResult => {
  const { wizard, t, locale } = v;
  const { when, day } = wizard.draft;
  const quote = wizard.quote.value;
  const refused = wizard.quote.error;
  const said =
    when === 'default' && quote
      ? t('whenDefaultDay', { date: formatDayMonth(quote.effective, locale) })
      : t('whenDefaultHint');
  const dayError = wizard.dayWrong
    ? t('dayNeeded')
    : when === 'day' && refused?.kind === 'problem' && refused.code.startsWith('DATE_')
      ? t('dayNeeded')
      : null;
  const blocked = refused !== null && refused.kind === 'problem' && dayError === null;
  return html`
    <div class="sec fields">
      ${radioRows(
        'when',
        t('whenLabel'),
        [
          { value: 'default' as const, label: t('whenDefault'), hint: said },
          { value: 'today' as const, label: t('whenToday'), hint: t('whenTodayHint') },
          { value: 'day' as const, label: t('whenDay'), hint: t('whenDayHint') },
        ],
        when,
        (next) => wizard.set({ when: next }),
      )}
      ${
        when === 'day'
          ? field({
              id: 'day',
              label: t('day'),
              type: 'date',
              value: day,
              required: true,
              input: (value) => wizard.set({ day: value }),
              error: dayError,
            })
          : nothing
      }
      ${blocked ? html`<p class="err" role="alert">${icon(warning, 's')}<span>${v.describe(refused)}</span></p>` : nothing}
    </div>
    <div class="foot" part="foot">
      <div class="btns stack">
        ${button(t('back'), () => wizard.go('tariff'))}
        ${button(t('calculate'), () => wizard.go('quote'), { kind: 'pri' })}
      </div>
    </div>
  `;
};
