import { html, nothing, type TemplateResult } from 'lit';
import { isZero } from '../../../money/format.js';
import { phone as phoneIcon, warning } from '../../../ui/icons/icons.js';
import { button } from '../../../ui/parts/button.js';
import { radioRows } from '../../../ui/parts/choices.js';
import { icon } from '../../../ui/parts/icon.js';
import { money, moneyText } from '../../../ui/parts/money.js';
import { phone, phoneText } from '../../../ui/parts/phone.js';
import { blank, skeletonRows } from '../../../ui/parts/states.js';
import { trouble } from '../../../ui/parts/view.js';
import { gist } from '../change/compare.view.js';
import { reasonText } from '../reasons.js';
import { attemptNote } from '../trouble.view.js';
import type { ConnectTariff, ShowcaseNumber } from './data.js';
import { classTag, type ConnectView, placeText } from './showcase.view.js';

/** The chosen number and the tariffs it may have; at the end it is reserved. */
export const connectTariffStep = (v: ConnectView): unknown => {
  const { connector, t } = v;
  const { number } = connector.draft;
  if (number === null) return nothing;
  const { putting } = connector;
  if (putting.state === 'failed' && putting.error?.code === 'NUMBER_TAKEN') {
    return blank(
      phoneIcon,
      t('takenHeading'),
      t('takenText', { number: phoneText(number.number) }),
      button(t('otherNumber'), () => connector.go('number'), { kind: 'pri' }),
      true,
    );
  }
  return connector.tariffs.render({
    pending: () => html`<div class="sec">${skeletonRows(4, t('loading'))}</div>`,
    ready: (tariffs) => chooseView(number, tariffs, v),
    error: (error) =>
      trouble({ error, text: v.describe(error), t, retry: connector.tariffs.retry, failed: t('tariffsFailed') }),
  });
};

function chooseView(number: ShowcaseNumber, tariffs: readonly ConnectTariff[], v: ConnectView): TemplateResult {
  const { connector, t } = v;
  const { putting } = connector;
  const chosen = tariffs.find(
    ({ tariff, unavailable }) => tariff.code === connector.draft.tariff && unavailable === null,
  );
  const minutes = connector.showcase.value?.holdMinutes ?? 30;
  return html`
    <div class="sec chosen">
      <div class="grow">
        <p class="sub">${t('chosenNumber')}</p>
        <p class="tarn">${phone(number.number)} ${classTag(number.class, v)}</p>
        <p class="sub">${placeText(number, v)}</p>
      </div>
      <div>
        <p class="sub">${t('numberPrice')}</p>
        <p class="end">${isZero(number.price.value) ? t('free') : money(number.price, v, 'total')}</p>
      </div>
    </div>
    <div class="sec">
      ${
        tariffs.length === 0
          ? html`<p class="sub">${t('noTariffs')}</p>`
          : radioRows(
              'connect-tariff',
              t('tariffFor'),
              tariffs.map(({ tariff, unavailable }) => ({
                value: tariff.code,
                label: tariff.name,
                hint: html`${gist(tariff, v)}${
                  unavailable === null
                    ? isZero(tariff.setupFee.value)
                      ? nothing
                      : ` · ${t('setupFee')}: ${moneyText(tariff.setupFee, v.locale)}`
                    : html`<span class="why"
                        >${icon(warning, 's')}${t('unavailable', { reason: reasonText(unavailable, v) })}</span
                      >`
                }`,
                disabled: unavailable !== null,
              })),
              chosen ? chosen.tariff.code : null,
              (code) => connector.set({ tariff: code }),
            )
      }
      ${attemptNote(putting, number.price.currency, v)}
    </div>
    <div class="foot" part="foot">
      <div class="btns stack">
        ${button(t('back'), () => connector.go('number'))}
        ${button(t('reserve', { minutes }), () => void connector.reserve(), {
          kind: 'pri',
          busy: putting.state === 'running',
          disabled: !chosen || !v.may('number.connect'),
        })}
      </div>
    </div>
  `;
}
