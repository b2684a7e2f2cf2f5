import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatDayMonth } from '../../../i18n/dates.js';
import { formatTime } from '../../../i18n/times.js';
import { isZero, type Money } from '../../../money/format.js';
import { clock, cross, info, lock, refresh, wallet, warning } from '../../../ui/icons/icons.js';
import { button } from '../../../ui/parts/button.js';
import { small } from '../../../ui/parts/dates.js';
import { icon } from '../../../ui/parts/icon.js';
import { charge, money, moneyText } from '../../../ui/parts/money.js';
import { note } from '../../../ui/parts/note.js';
import { phoneText } from '../../../ui/parts/phone.js';
import { result } from '../../../ui/parts/result.js';
import { blank, skeletonRows } from '../../../ui/parts/states.js';
import { type Addend, sum } from '../../../ui/parts/sum.js';
import type { TariffQuote } from '../data.js';
import { shortNote, shortOf } from '../trouble.view.js';
import { volumesOf, volumeText } from '../texts.js';
import { compareView } from './compare.view.js';
import type { ChangeView } from './change.view.js';

/** Third step: then and now, the written sum by date, what else changes, how long it holds; or what stands in the way. */
export const quoteStep = (v: ChangeView): unknown => {
  const { wizard, t } = v;
  const { confirming, quote } = wizard;
  const failed = failedView(v);
  if (failed) return failed;
  return quote.render({
    pending: () => html`<div class="sec">${skeletonRows(5, t('quoting'))}</div>`,
    ready: (value) =>
      wizard.asking
        ? html`<div class="sec">${skeletonRows(5, t('quoting'))}</div>`
        : quoteView(value, confirming.state === 'running', v),
    error: (error) => refusedView(error.code, error.status, v.describe(error), v),
  });
};

function quoteView(quote: TariffQuote, busy: boolean, v: ChangeView): TemplateResult {
  const { offers, wizard, t, locale, number } = v;
  const from = offers.find((offer) => offer.current)?.tariff;
  const to = offers.find(({ tariff }) => tariff.code === quote.to)?.tariff;
  const isToday = quote.effective === quote.asOf.slice(0, 10);
  const label = t('fromDate', { date: formatDayMonth(quote.effective, locale) });
  const { news } = wizard;
  const short = !isZero(quote.shortfall.value);
  return html`
    ${news ? html`<div class="sec tight">${note(news === 'changed' ? 'warn' : '', info, t(news), nothing, 'status')}</div>` : nothing}
    ${
      from && to
        ? html`<div class="sec">
            ${compareView(
              [
                { tariff: from, label: t('now') },
                { tariff: to, label, strong: true },
              ],
              v,
            )}
          </div>`
        : nothing
    }
    <div class="sec">
      <p class="label">${t('whatWhen')}</p>
      ${sum(addends(quote, isToday, v), true)}
      ${quote.oldMonthly ? html`<p class="hint r2">${t('oldWas', { fee: moneyText(quote.oldMonthly, locale) })}</p>` : nothing}
    </div>
    <div class="sec">
      <p class="label">${t('whatElse')}</p>
      <ul class="what">
        ${consequences(quote, v).map(([path, text]) => html`<li>${icon(path, 's')}<span>${text}</span></li>`)}
      </ul>
    </div>
    ${short ? html`<div class="sec tight">${shortNote(quote.shortfall, v)}</div>` : nothing}
    <div class="foot" part="foot">
      <p class="hint">
        ${t('quoteUntil', { time: untilTime(quote) })}
        ${isToday ? t('noCancelToday') : t('cancelUntil', { date: formatDate(dayBefore(quote.effective)) })}
      </p>
      <div class="btns stack">
        ${busy ? nothing : button(t('back'), () => wizard.go('date'))}
        ${button(
          isZero(quote.now.value)
            ? t('switchTo', { tariff: quote.toName })
            : t('switchFor', { now: moneyText(quote.now, locale) }),
          () => void wizard.confirm(number.tariff.name),
          { kind: 'pri', busy, disabled: short, part: 'confirm' },
        )}
      </div>
    </div>
  `;
}

/** Charged now, charged on the day, and every month after: as the backend said it. */
function addends(quote: TariffQuote, isToday: boolean, v: ChangeView): readonly (Addend | null)[] {
  const { t, locale } = v;
  const titles: Record<string, string> = {
    FEE: t('lineFEE'),
    REFUND: t('lineREFUND'),
    MIN_SPEND: t('lineMIN_SPEND'),
    SETUP: t('setupFee'),
  };
  const title = ({ kind, amount }: TariffQuote['lines'][number]) =>
    kind === 'FEE' && amount.value.startsWith('-') ? t('lineREFUND') : (titles[kind] ?? t('lineOther'));
  const due = quote.lines.filter(({ amount }) => !isZero(amount.value));
  const only = due.length === 1 ? due.map((line) => small(title(line), locale)) : [];
  const monthly: Money | null = quote.newMonthly && !isZero(quote.newMonthly.value) ? quote.newMonthly : null;
  return [
    ...(isToday
      ? [
          // One charge is its own sum, and says what it is for.
          ...(due.length > 1 ? due.map((line) => ({ label: title(line), amount: charge(line.amount, v) })) : []),
          { label: [t('now'), ...only].join(': '), amount: money(quote.now, v), total: due.length > 1 },
        ]
      : [
          { label: t('now'), amount: money(quote.now, v) },
          quote.onDay && {
            label: t('onDay', {
              date: formatDayMonth(quote.effective, locale),
              days: t('daysCounted', { count: quote.onDay.days }),
            }),
            amount: money(quote.onDay.amount, v),
          },
        ]),
    monthly
      ? { label: t('thenMonthly'), amount: money(monthly, v), total: true }
      : { label: t('nothingMonthly'), amount: nothing, total: true },
  ];
}

function consequences(quote: TariffQuote, v: ChangeView): readonly (readonly [icon: string, text: string])[] {
  const { t, number } = v;
  const lost = volumesOf(quote.packagesLost);
  const names = quote.optionsOff.map(({ name }) => `«${name}»`).join(', ');
  const all: (readonly [string, string])[] = [];
  if (lost.length > 0) {
    const volumes = lost.map(({ kind, remaining }) => volumeText(kind, remaining, v)).join(', ');
    all.push([clock, t('packagesLost', { tariff: number.tariff.name, date: formatDate(quote.effective), volumes })]);
  }
  if (names) all.push([cross, t('optionsOff', { count: quote.optionsOff.length, names })]);
  if (number.tariff.archived) all.push([warning, t('archiveLeft', { tariff: number.tariff.name })]);
  return all.length > 0 ? all : [[info, t('nothingElse')]];
}

/** How the confirmation ended, if not well. */
function failedView(v: ChangeView): TemplateResult | null {
  const { wizard, t } = v;
  const { confirming } = wizard;
  const { error, state } = confirming;
  if (error === null) return null;
  if (state === 'unknown') {
    return result({
      state: 'waiting',
      heading: t('unknownHeading'),
      text: t('unknownText'),
      actions: button(t('check'), () => void wizard.check(v.number.tariff.name), { icon: refresh }),
    });
  }
  if (state !== 'failed' || error.code === 'QUOTE_EXPIRED') return null;
  const short = shortOf(error, v.offers[0]?.tariff.setupFee.currency ?? 'RUB');
  return short ? moneyView(short, error.params, v) : refusedView(error.code, error.status, v.describe(error), v);
}

/** Money is short at the last moment: the sum, and both ways on. */
function moneyView(short: Money, params: Readonly<Record<string, string>>, v: ChangeView): TemplateResult {
  const { wizard, t, locale } = v;
  const amount = (value: string | undefined): Money | null =>
    value !== undefined && /^-?\d+(\.\d+)?$/.test(value) ? { value, currency: short.currency } : null;
  const need = amount(params['need']);
  const available = amount(params['available']);
  return result({
    state: 'failed',
    heading: t('moneyHeading', { amount: moneyText(short, locale) }),
    text:
      need && available
        ? t('moneyText', { need: moneyText(need, locale), available: moneyText(available, locale) })
        : t('short', { amount: moneyText(short, locale) }),
    more:
      need && available
        ? sum([
            { label: t('need'), amount: money(need, v) },
            { op: '−', label: t('available'), amount: money(available, v) },
            { op: '=', label: t('missing'), amount: money(short, v), total: true },
          ])
        : nothing,
    actions: html`${button(t('topUp', { amount: moneyText(short, locale) }), () => v.topUp(short), { icon: wallet, kind: 'pri' })}
    ${button(t('requote'), wizard.requote)} ${button(t('otherDate'), () => wizard.go('date'), { kind: 'quiet' })}`,
  });
}

/** The change is refused for good: what happened, that nothing changed, and where to go. */
function refusedView(code: string, httpStatus: number | null, text: string, v: ChangeView): TemplateResult {
  const { wizard, t, number } = v;
  const name = v.offers.find(({ tariff }) => tariff.code === wizard.draft.to)?.tariff.name ?? '';
  if (httpStatus === 403 || httpStatus === 404) {
    return blank(lock, t('rightsHeading'), t('rightsText'), button(t('toNumber'), wizard.leave, { kind: 's' }), true);
  }
  if (code === 'TARIFF_NOT_AVAILABLE') {
    return blank(
      warning,
      t('archivedHeading'),
      t('archivedText', { tariff: name }),
      button(t('chooseOther'), () => wizard.set({ to: null }), { kind: 'pri' }),
      true,
    );
  }
  if (code.startsWith('DATE_') || code === 'TARIFF_CHANGED_TODAY') {
    return blank(
      clock,
      t('quoteFailed'),
      text,
      button(t('otherDate'), () => wizard.go('date'), { kind: 'pri' }),
      true,
    );
  }
  if (code === 'CHANGE_ALREADY_SCHEDULED') {
    return blank(clock, t('quoteFailed'), text, button(t('toNumber'), wizard.leave, { kind: 'pri' }), true);
  }
  return blank(
    warning,
    t('quoteFailed'),
    text,
    html`${button(t('requote'), wizard.requote, { kind: 's', icon: refresh })}
    ${button(t('toNumber'), () => v.go({ at: 'number', number: number.number }), { kind: 'quiet s' })}`,
    true,
  );
}

/** Last step: what was done, and the way back while there is one. */
export const doneStep = (v: ChangeView): TemplateResult | typeof nothing => {
  const { wizard, t, number } = v;
  const done = wizard.result;
  if (done === null) return nothing;
  const { quote, old } = done;
  const values = { date: formatDate(quote.effective), tariff: quote.toName, old };
  const { change } = number;
  const applied = change === null && number.tariff.code === quote.to;
  const cancelled = change === null && !applied;
  return result({
    state: 'done',
    heading: cancelled
      ? t('changeCancelled', { tariff: number.tariff.name })
      : applied
        ? t('appliedHeading')
        : t('scheduledHeading'),
    text: cancelled
      ? ''
      : applied
        ? t('applied', { number: phoneText(number.number), tariff: quote.toName })
        : t('scheduled', values),
    actions: html`${
      change?.cancellable
        ? html`${button(t('cancelChange'), () => void wizard.cancel(number.number), {
              busy: wizard.cancelling.state === 'running',
            })}<span class="sub">${t('cancelFree', { date: formatDate(dayBefore(quote.effective)) })}</span>`
        : nothing
    }
    ${button(t('close'), wizard.leave, { kind: change?.cancellable ? 'quiet' : 'pri' })}`,
  });
};

/** Time of day of an instant, as the backend wrote it: in the zone of the account. */
const untilTime = ({ expiresAt }: TariffQuote): string => expiresAt.slice(11, 16) || formatTime(expiresAt);

function dayBefore(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
