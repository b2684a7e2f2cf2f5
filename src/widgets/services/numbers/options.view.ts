import { html, nothing, type TemplateResult } from 'lit';
import { formatDayMonth } from '../../../i18n/dates.js';
import { isZero, type Money } from '../../../money/format.js';
import { info } from '../../../ui/icons/icons.js';
import { button } from '../../../ui/parts/button.js';
import { toggle } from '../../../ui/parts/choices.js';
import { money, moneyText } from '../../../ui/parts/money.js';
import { note } from '../../../ui/parts/note.js';
import type { OptionOffer, OptionQuote } from '../data.js';
import type { ServicesView } from '../host.js';
import { attemptNote, shortNote } from '../trouble.view.js';
import { reasonText } from '../reasons.js';
import type { OptionSwitches } from './options.js';

export interface OptionsView extends ServicesView {
  readonly number: string;
  readonly offers: readonly OptionOffer[];
  readonly switches: OptionSwitches;
}

/** Options as switches: one that costs money opens the question under its row and moves only after the answer. */
export const optionsView = (v: OptionsView): TemplateResult =>
  html`<div class="sec optsec">
    <h3>${v.t('options')}</h3>
    ${
      v.offers.length === 0
        ? html`<p class="sub">${v.t('noOptions')}</p>`
        : html`<ul data-form>
            ${v.offers.map((offer) => [optionRow(offer, v), question(offer, v)])}
          </ul>`
    }
    <p class="sr" role="status">${news(v)}</p>
  </div>`;

function optionRow(offer: OptionOffer, v: OptionsView): TemplateResult {
  const { switches, t } = v;
  const on = offer.state === 'ON' || offer.state === 'TURNING_ON';
  const moving = offer.state === 'TURNING_ON' || offer.state === 'TURNING_OFF';
  const asked = switches.asked?.option === offer.option ? switches.asked : null;
  const sending = asked !== null && (switches.command.state === 'running' || switches.command.state === 'unknown');
  const id = `o-${offer.option}`;
  return html`<li class="optrow">
    <div class="grow"><span class="strong" id=${id}>${offer.name}</span>${secondLine(offer, v)}</div>
    ${priceOf(offer, v)}
    ${toggle(id, sending ? asked.on : on, (next) => switches.ask(v.number, offer, next), {
      busy: moving || sending,
      disabled: (!on && offer.unavailable !== null) || !v.may('option.change'),
      held: true,
    })}
  </li>`;

  function secondLine(one: OptionOffer, { offers }: OptionsView): TemplateResult | typeof nothing {
    const names = one.conflicts.map((code) => offers.find(({ option }) => option === code)?.name ?? code).join(', ');
    const text = moving
      ? t('optionBusy')
      : one.state === 'FAILED'
        ? t('optionFailed')
        : names
          ? t('optionConflict', { names })
          : one.unavailable && !on
            ? t('optionUnavailable', { reason: reasonText(one.unavailable, v) })
            : '';
    return text ? html`<span class="lsub">${text}</span>` : nothing;
  }
}

function priceOf({ fee, setupFee }: OptionOffer, v: OptionsView): TemplateResult {
  if (!isZero(fee.value)) {
    return html`<span class="optp">${money(fee, v)}<span class="lsub">${v.t('perMonth')}</span></span>`;
  }
  return isZero(setupFee.value)
    ? html`<span class="sub optp">${v.t('free')}</span>`
    : html`<span class="optp">${money(setupFee, v)}</span>`;
}

function question(offer: OptionOffer, v: OptionsView): TemplateResult | typeof nothing {
  const { switches, t } = v;
  if (switches.asked?.option !== offer.option) return nothing;
  const { quote, command } = switches;
  const busy = command.state === 'running';
  return html`<li class="ask" aria-live="polite">
    ${
      quote.value
        ? answer(quote.value, offer, v)
        : quote.status === 'pending'
          ? note('brand', info, t('asking'))
          : note('bad', info, quote.error ? v.describe(quote.error) : t('quoteFailed'), nothing, 'alert')
    }
    ${attemptNote(command, offer.fee.currency, v)}
    <div class="btns">
      ${
        quote.value && isZero(quote.value.shortfall.value) && command.state !== 'unknown'
          ? button(confirmText(quote.value, v), () => void switches.confirm(), { kind: 'pri s', busy })
          : nothing
      }
      ${busy || command.state === 'unknown' ? nothing : button(t('cancel'), switches.dismiss, { kind: 's', cancels: true })}
    </div>
  </li>`;
}

function answer(quote: OptionQuote, { name }: OptionOffer, v: OptionsView): TemplateResult {
  const { t, locale } = v;
  const text = (amount: Money) => moneyText(amount, locale);
  const { on, now, monthly, nextCharge } = quote;
  const said = on
    ? monthly !== null && nextCharge !== null
      ? t('askOnMonthly', { name, now: text(now), date: formatDayMonth(nextCharge, locale), monthly: text(monthly) })
      : isZero(now.value)
        ? t('askOnFree', { name })
        : t('askOnNow', { name, now: text(now) })
    : monthly === null
      ? t('askOffFree', { name })
      : t('askOff', { name });
  return isZero(quote.shortfall.value)
    ? note('brand', info, said)
    : html`${note('brand', info, said)} ${shortNote(quote.shortfall, v)}`;
}

function confirmText({ on, now }: OptionQuote, { t, locale }: ServicesView): string {
  if (!on) return t('turnOff');
  return isZero(now.value) ? t('turnOn') : t('turnOnFor', { now: moneyText(now, locale) });
}

function news({ switches: { done }, t }: OptionsView): string {
  return done ? t(done.on ? 'turnedOn' : 'turnedOff', { name: done.name }) : '';
}
