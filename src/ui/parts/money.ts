import { html, type TemplateResult } from 'lit';
import { absolute, formatMoney, type Money, parse } from '../../money/format.js';
import type { Say } from './say.js';

/** What a part needs to write and to say an amount. */
export interface Speech {
  readonly t: Say;
  readonly locale: string;
}

/** The amount as text, for labels and sentences: "-100,00 ₽". @see domain.md CC-5 */
export const moneyText = (amount: Money, locale: string): string => formatMoney(amount, locale).text;

/** The amount without its sign, for sentences that say in words whose it is: "вам начислено 100,00 ₽". */
export const absoluteText = (amount: Money, locale: string): string => moneyText(absolute(amount), locale);

/**
 * An amount with "-" before the digits when negative; for balances and payments. Styles: `money`.
 *
 * @param kind - `hero`: the one figure of a widget; `total`: the total of a section, with smaller kopecks; or a class of your own.
 */
export const money = (amount: Money, speech: Speech, kind = ''): TemplateResult =>
  draw(amount, speech, kind, '', 'minus');

/** An amount on the display side: when negative it is accrued to the subscriber, which is said by colour and in words too. */
export const charge = (amount: Money, speech: Speech, kind = ''): TemplateResult =>
  draw(amount, speech, kind, 'cr', 'accrued');

function draw(
  amount: Money,
  { t, locale }: Speech,
  kind: string,
  negative: string,
  said: 'minus' | 'accrued',
): TemplateResult {
  const { sign, integer, decimal, fraction, currency, currencyFirst, gap } = formatMoney(amount, locale);
  const rest = decimal + fraction;
  const figure =
    kind === 'hero' || kind === 'total'
      ? currencyFirst
        ? html`<small>${currency}${gap}</small>${integer}<small>${rest}</small>`
        : html`${integer}<small>${rest}${gap}${currency}</small>`
      : currencyFirst
        ? html`<i>${currency}${gap}</i>${integer}${rest}`
        : html`${integer}${rest}<i>${gap}${currency}</i>`;
  // prettier-ignore
  return html`<span class="amt ${kind} ${sign && negative}">${
    sign ? html`<span aria-hidden="true"><b>-</b>${figure}</span><span class="sr">${t(said, { amount: spoken(amount, { t, locale }) })}</span>` : figure
  }</span>`;
}

/** "100 рублей 00 копеек"; other currencies as they are written. */
function spoken(amount: Money, { t, locale }: Speech): string {
  if (amount.currency !== 'RUB') return absoluteText(amount, locale);
  const { whole, fraction } = parse(amount.value);
  return `${t('rubles', { count: whole })} ${t('kopecks', { count: fraction.padEnd(2, '0') })}`;
}
