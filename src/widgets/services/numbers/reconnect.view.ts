import { html, nothing, type TemplateResult } from 'lit';
import { isZero } from '../../../money/format.js';
import { chevronStart, clock, info, refresh } from '../../../ui/icons/icons.js';
import { button, iconButton } from '../../../ui/parts/button.js';
import { money, moneyText } from '../../../ui/parts/money.js';
import { note } from '../../../ui/parts/note.js';
import { phone, phoneText } from '../../../ui/parts/phone.js';
import { result } from '../../../ui/parts/result.js';
import { blank, skeletonRows } from '../../../ui/parts/states.js';
import { type Addend, sum } from '../../../ui/parts/sum.js';
import { trouble } from '../../../ui/parts/view.js';
import { lineTitle } from '../connect/checkout.view.js';
import type { ReconnectQuote } from '../data.js';
import type { ServicesView } from '../host.js';
import { attemptNote, shortNote } from '../trouble.view.js';
import type { Reconnection } from './reconnect.js';

export interface ReconnectView extends ServicesView {
  readonly number: string;
  readonly reconnection: Reconnection;
}

export const reconnectHead = (number: string, v: ServicesView): TemplateResult =>
  html`<header class="head cardhead" part="head">
    ${iconButton(chevronStart, v.t('toNumber'), () => v.go({ at: 'number', number }), { flip: true })}
    <div class="grow">
      <h2 id="heading" tabindex="-1" part="heading">${v.t('reconnectHeading')}</h2>
      <p class="sub">${phone(number)}</p>
    </div>
  </header>`;

/** What taking the number back costs, and the button that does it. */
export const reconnectView = (v: ReconnectView): unknown => {
  const { reconnection, number, t } = v;
  const { done, command, quote } = reconnection;
  if (done?.number === number) {
    return result({
      state: 'done',
      heading: t('reconnectedHeading'),
      text: t('reconnectedText', { number: phoneText(number), tariff: done.tariff.name }),
      actions: button(t('openNumber'), () => v.go({ at: 'number', number }), { kind: 'pri' }),
    });
  }
  if (command.state === 'unknown') {
    return result({
      state: 'waiting',
      heading: t('unknownConnect'),
      text: t('unknownConnectText'),
      actions: button(t('check'), () => void reconnection.check(), { icon: refresh }),
    });
  }
  return quote.render({
    pending: () => html`<div class="sec">${skeletonRows(3, t('quoting'))}</div>`,
    ready: (value) => quoteView(value, v),
    error: (error) =>
      error.code === 'SERVICE_CLOSED' || error.code === 'NUMBER_TAKEN'
        ? blank(
            clock,
            t('holdOver'),
            v.describe(error),
            button(t('backToList'), () => v.go({ at: 'list' }), { kind: 's' }),
          )
        : trouble({ error, text: v.describe(error), t, retry: quote.retry, failed: t('quoteFailed') }),
  });
};

function quoteView(quote: ReconnectQuote, v: ReconnectView): TemplateResult {
  const { reconnection, number, t, locale } = v;
  const { command } = reconnection;
  const short = !isZero(quote.shortfall.value);
  const lines = quote.lines.filter(({ amount }) => !isZero(amount.value));
  const addends: Addend[] = lines.map((line, at) => ({
    ...(at > 0 ? { op: '+' as const } : {}),
    label: lineTitle(line, v),
    amount: money(line.amount, v),
  }));
  return html`
    <div class="sec">
      ${reconnection.changed ? note('warn', info, t('changed'), nothing, 'status') : nothing}
      <p>${t('reconnectText', { tariff: quote.tariff.name })}</p>
    </div>
    <div class="sec">
      <p class="label">${t('checkoutHeading')}</p>
      ${sum([...addends, { op: '=', label: t('toPayNow'), amount: money(quote.total, v, 'total'), total: true }])}
      ${
        quote.monthly && !isZero(quote.monthly.value)
          ? html`<p class="hint">${t('monthlyAfter', { fee: moneyText(quote.monthly, locale) })}</p>`
          : nothing
      }
      ${short ? shortNote(quote.shortfall, v) : nothing} ${attemptNote(command, quote.total.currency, v)}
    </div>
    <div class="foot" part="foot">
      <p class="hint">${t('quoteUntil', { time: quote.expiresAt.slice(11, 16) })}</p>
      <div class="btns stack">
        ${button(t('cancel'), () => v.go({ at: 'number', number }))}
        ${button(
          isZero(quote.now.value) ? t('reconnectFree') : t('reconnectFor', { amount: moneyText(quote.now, locale) }),
          () => void reconnection.confirm(),
          { kind: 'pri', busy: command.state === 'running', disabled: short },
        )}
      </div>
    </div>
  `;
}
