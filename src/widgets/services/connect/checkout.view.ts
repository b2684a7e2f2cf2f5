import { html, nothing, type TemplateResult } from 'lit';
import { isZero } from '../../../money/format.js';
import { info, refresh, warning } from '../../../ui/icons/icons.js';
import { button } from '../../../ui/parts/button.js';
import { money, moneyText } from '../../../ui/parts/money.js';
import { note } from '../../../ui/parts/note.js';
import { phone } from '../../../ui/parts/phone.js';
import { result } from '../../../ui/parts/result.js';
import { skeletonRows } from '../../../ui/parts/states.js';
import { type Addend, sum } from '../../../ui/parts/sum.js';
import { shortNote } from '../trouble.view.js';
import type { ConnectQuote, ConnectResult } from './data.js';
import type { ServicesView } from '../host.js';
import type { ConnectView } from './showcase.view.js';

/** What it all costs, line by line, against what is on the account. */
export const checkoutView = (v: ConnectView): TemplateResult => {
  const { connector, t } = v;
  return html`<div class="sec checkout">
    <h3>${t('checkoutHeading')}</h3>
    ${connector.news ? note(connector.news === 'changed' ? 'warn' : '', info, t(connector.news), nothing, 'status') : nothing}
    ${connector.quote.render({
      pending: () => skeletonRows(3, t('quoting')),
      ready: (quote) => breakdown(quote, v),
      error: (error) =>
        note(
          'bad',
          warning,
          v.describe(error),
          error.retryable ? button(t('requote'), connector.quote.retry, { kind: 's', icon: refresh }) : nothing,
          'alert',
        ),
    })}
  </div>`;
};

function breakdown(quote: ConnectQuote, v: ConnectView): TemplateResult {
  const { t, locale } = v;
  const several = quote.items.length > 1;
  const addends: Addend[] = quote.items.flatMap(({ number, lines }) =>
    lines
      .filter(({ amount }) => !isZero(amount.value))
      .map((line) => ({
        op: '+' as const,
        label: html`${lineTitle(line, v)}${several ? html`<span class="lsub">${phone(number)}</span>` : nothing}`,
        amount: money(line.amount, v),
      })),
  );
  const [first, ...others] = addends;
  const withoutOp = first ? [{ label: first.label, amount: first.amount }, ...others] : [];
  const credit = quote.credit !== null && !isZero(quote.credit.value) && quote.available !== null;
  const balance = moneyText(quote.balance, locale);
  return html`
    ${sum([...withoutOp, { op: '=', label: t('toPayNow'), amount: money(quote.total, v, 'total'), total: true }])}
    <p class="hint">
      ${
        credit && quote.credit && quote.available
          ? t('withCredit', {
              balance,
              credit: moneyText(quote.credit, locale),
              available: moneyText(quote.available, locale),
            })
          : t('onBalance', { balance })
      }.
      ${quote.items.map(({ monthly, number }) =>
        monthly && !isZero(monthly.value)
          ? html`<span class="nextfee"
              >${several ? html`${phone(number)}: ` : nothing}${t('monthlyAfter', { fee: moneyText(monthly, locale) })}</span
            >`
          : nothing,
      )}
    </p>
    ${
      quote.now.value === quote.total.value
        ? nothing
        : html`<p class="hint">${t('chargedNow')}: ${money(quote.now, v)}. ${t('notChargedNow')}</p>`
    }
    ${
      isZero(quote.shortfall.value)
        ? nothing
        : html`${shortNote(quote.shortfall, v)}
            <p class="hint">${t('noMoneyConnect')}</p>`
    }
  `;
}

/** What a line of a connection is for. */
export function lineTitle({ kind, days }: ConnectQuote['items'][number]['lines'][number], { t }: ServicesView): string {
  if (kind === 'NUMBER') return t('numberPrice');
  if (kind === 'SETUP') return t('setupFee');
  const count = days ?? 0;
  if (kind === 'FEE') return t('lineFEEdays', { days: t('daysCounted', { count }) });
  return t('lineMIN_SPENDdays', { days: t('daysCounted', { count }) });
}

/** The one button that connects everything. */
export const checkoutFoot = (v: ConnectView): TemplateResult | typeof nothing => {
  const { connector, t, locale } = v;
  const quote = connector.quote.value;
  if (!quote) return nothing;
  const busy = connector.connecting.state === 'running';
  return html`<div class="foot" part="foot">
    <p class="hint">${t('quoteUntil', { time: quote.expiresAt.slice(11, 16) })}</p>
    <div class="btns stack">
      ${button(
        isZero(quote.now.value) ? t('connectFree') : t('connectFor', { amount: moneyText(quote.now, locale) }),
        () => void connector.confirm(),
        { kind: 'pri', busy, disabled: !isZero(quote.shortfall.value) || !v.may('number.connect'), part: 'confirm' },
      )}
    </div>
  </div>`;
};

/** Connected: what was charged, the SIP accounts made, and what to do next. */
export const connectedStep = (v: ConnectView): TemplateResult | typeof nothing => {
  const { connector, t, locale } = v;
  const done: ConnectResult | null = connector.result;
  if (done === null) return nothing;
  return html`${result({
      state: 'done',
      heading: t('connectedHeading', { count: done.items.length }),
      text: isZero(done.charged.value)
        ? t('connectedFree')
        : t('connectedText', { amount: moneyText(done.charged, locale) }),
    })}
    ${done.items.map(
      ({ number, kind, tariff, sip }) =>
        html`<div class="sec">
          <h3>${phone(number)}</h3>
          <p class="sub">${t('tariff')}: ${tariff.name}</p>
          ${
            sip.length > 0
              ? html`<dl class="pairs made">
                    ${sip.map(
                      ({ login, type }) =>
                        html`<dt>${t(`sip${type}`)}</dt>
                          <dd><span class="num">${login}</span></dd>`,
                    )}
                  </dl>
                  <p class="hint">${t('sipMade')}</p>`
              : nothing
          }
          <div class="btns next">
            ${button(t('openNumber'), () => v.go({ at: 'number', number }), { kind: 's' })}
            ${sip.length > 0 && v.may('sip.read') ? button(t('openSip'), () => v.open('sip', number), { kind: 's' }) : nothing}
            ${kind === 'MOBILE' && v.may('sim.change') ? button(t('bindSim'), () => v.open('sim', number), { kind: 's' }) : nothing}
            ${v.may('forwarding.change') ? button(t('setForwarding'), () => v.open('forwarding', number), { kind: 's' }) : nothing}
          </div>
        </div>`,
    )}
    <div class="foot" part="foot">
      <div class="btns stack">${button(t('close'), () => v.go({ at: 'list' }), { kind: 'pri' })}</div>
    </div>`;
};
