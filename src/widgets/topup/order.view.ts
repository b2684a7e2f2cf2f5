import { html, nothing, type TemplateResult } from 'lit';
import { type Money, isZero } from '../../money/format.js';
import { sumOf } from '../../money/add.js';
import { bank, card, download, info, qr as qrIcon, refresh, warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { instantText } from '../../ui/parts/dates.js';
import { icon } from '../../ui/parts/icon.js';
import { money, moneyText } from '../../ui/parts/money.js';
import { note } from '../../ui/parts/note.js';
import { type QrModules, qrView } from '../../ui/parts/qr.js';
import { result } from '../../ui/parts/result.js';
import { bone } from '../../ui/parts/states.js';
import { sum } from '../../ui/parts/sum.js';
import type { Invoice, TopUp } from './topup.data.js';
import type { TopUpMessages, TopUpWords } from './topup.messages.js';
import { leftText, pageAddress } from './topup.model.js';

export { qrOf } from '../../ui/parts/qr.js';

export interface OrderView {
  readonly order: TopUp;
  readonly account: string;
  readonly words: TopUpWords;
  /** The code, once it is drawn; `false`: it could not be. */
  readonly qr: QrModules | null | false;
  /** Milliseconds for which the provider's page still waits. */
  readonly left: number;
  /** The subscriber may have been on the provider's page. */
  readonly visited: boolean;
  /** It has been waited for long enough. */
  readonly over: boolean;
  readonly checking: boolean;
  readonly cancelling: boolean;
  readonly failure: string | null;
  readonly before: Money | null;
  /** Balance after the payment; `null` until it is known. */
  readonly after: Money | null;
  readonly go: (event: Event, url: string) => void;
  readonly check: () => void;
  readonly show: () => void;
  readonly cancel: () => void;
  readonly again: () => void;
  readonly other: () => void;
  readonly finish: () => void;
}

/** A payment that was begun: how to pay it, that it is waited for, how it ended. */
export function orderView(v: OrderView): TemplateResult {
  const { t } = v.words;
  switch (v.order.state) {
    case 'PENDING':
      return v.over && (v.visited || v.order.method === 'SBP') ? processingView(v) : waitingView(v);
    case 'SUCCEEDED':
      return doneView(v);
    case 'FAILED':
      return result({
        state: 'failed',
        heading: t('declined'),
        text: `${t(reasonKey(v.order.reason))} ${t('notCharged')}`,
        actions: html`${button(t('again'), v.again, { kind: 'pri' })}${button(t('anotherWay'), v.other)}`,
      });
    case 'EXPIRED':
      return ended(v, 'expired', 'expiredText');
    case 'CANCELLED':
      return ended(v, 'cancelled', 'cancelledText');
  }
}

const ended = (v: OrderView, heading: 'expired' | 'cancelled', text: 'expiredText' | 'cancelledText') =>
  result({
    state: 'waiting',
    told: true,
    heading: v.words.t(heading),
    text: v.words.t(text),
    actions: button(v.words.t('newPayment'), v.again),
  });

function waitingView(v: OrderView): TemplateResult {
  const { t, locale } = v.words;
  const { order, words } = v;
  const sbp = order.method === 'SBP';
  const left = leftText(v.left);
  return html`<div class="sec first payment">
      ${sbp ? html`<div class="code">${codeView(v)}</div>` : nothing}
      <div class="grow">
        <h3 class="sr" id="result" tabindex="-1">${t(`order.${order.method}`)}</h3>
        <p>${money(order.total, words, 'hero')}</p>
        <p class="sub">
          ${t('toAccount', { account: v.account })}${
            isZero(order.commission.value)
              ? nothing
              : html`, ${t('withCommission', { amount: moneyText(order.commission, locale) })}`
          }
        </p>
        <p class="how">${t(sbp ? 'howSbp' : 'howCard')}</p>
        <div class="btns">
          ${pageLink(
            v,
            sbp ? t('openBank') : t('openPage', { amount: moneyText(order.total, locale) }),
            'pri',
            sbp ? bank : card,
          )}
        </div>
      </div>
    </div>
    ${v.failure ? html`<div class="sec tight">${note('bad', warning, v.failure, nothing, 'alert')}</div>` : nothing}
    <div class="sec tight wait">
      <span class="spin" aria-hidden="true"></span>
      <p class="small grow">
        ${t('waiting')} ${v.visited && !sbp ? t('paidAlready') : nothing}
        ${left ? html`${t(sbp ? 'codeLeft' : 'pageLeft')} <b class="num">${left}</b>` : nothing}
      </p>
      ${button(t('anotherWay'), v.cancel, { kind: 's', busy: v.cancelling })}
    </div>`;
}

function codeView({ qr, order, words: { t, locale } }: OrderView): TemplateResult {
  if (qr === false) return note('warn', warning, t('qrFailed'), nothing, 'status');
  return qr ? qrView(qr, t('qrLabel', { amount: moneyText(order.total, locale) })) : html`<span class="sk qr"></span>`;
}

/** A real link: no blocker of windows stands in its way, and it can be opened as the reader likes. */
function pageLink(v: OrderView, label: string, kind: string, path: string): TemplateResult {
  const url = pageAddress(v.order.redirectUrl);
  if (url === null) return note('warn', warning, v.words.t('noPage'));
  return html`<a
    class="btn ${kind}"
    part="pay-link"
    href=${url}
    target="_blank"
    rel="noopener noreferrer"
    @click=${(event: Event) => v.go(event, url)}
    >${icon(path)}${label}<span class="sr">, ${v.words.t('newTab')}</span></a
  >`;
}

function processingView(v: OrderView): TemplateResult {
  const { t } = v.words;
  return result({
    state: 'waiting',
    heading: t('processing'),
    text: t('processingText'),
    more: html`${note('', info, t('notTwice'))}
    ${v.failure ? note('bad', warning, v.failure, nothing, 'alert') : nothing}`,
    actions: html`${button(t('checkNow'), v.check, { icon: refresh, busy: v.checking })}
    ${
      v.order.method === 'SBP'
        ? button(t('showCode'), v.show, { icon: qrIcon })
        : pageLink(v, t('backToPage'), '', card)
    }
    ${button(t('notPaid'), v.cancel, { kind: 'quiet', busy: v.cancelling })}`,
  });
}

function doneView(v: OrderView): TemplateResult {
  const { order, words, before, after } = v;
  const { t } = words;
  // Written as a sum only if it is one: something else may have happened to the balance meanwhile.
  const adds = before && after && sumOf([before, order.amount])?.value === after.value;
  const now = { label: t('now'), amount: after ? money(after, words, 'total') : bone('a'), total: true };
  return result({
    state: 'done',
    told: true,
    heading: t('done'),
    text: t('doneText', { date: instantText(order.settledAt ?? order.createdAt), method: t(`method.${order.method}`) }),
    more: adds
      ? sum([
          { label: t('was'), amount: money(before, words) },
          { op: '+', label: t('payment'), amount: money(order.amount, words) },
          { op: '=', ...now },
        ])
      : sum([{ label: t('payment'), amount: money(order.amount, words) }, now], true),
    actions: button(t('finish'), v.finish, { kind: 'pri' }),
  });
}

const REASONS = ['DECLINED', 'INSUFFICIENT_FUNDS', 'THREE_DS_FAILED', 'TIMEOUT'] as const;

/** The provider's reason in words; one we do not know is not shown raw. */
function reasonKey(reason: string | null): keyof TopUpMessages & `reason.${string}` {
  const known = REASONS.find((one) => one === reason);
  return known ? `reason.${known}` : 'reason.other';
}

export interface InvoiceView {
  readonly invoice: Invoice;
  readonly words: TopUpWords;
  readonly downloading: boolean;
  readonly failure: string | null;
  readonly download: () => void;
  readonly finish: () => void;
}

/** An invoice that was made, or given again. @see domain.md TOP-3 */
export function invoiceView({ invoice, words: { t, locale }, ...v }: InvoiceView): TemplateResult {
  const params = { id: invoice.id, amount: moneyText(invoice.amount, locale), date: instantText(invoice.issuedAt) };
  return result({
    state: 'done',
    heading: invoice.existing ? t('invoiceExisting') : t('invoiceReady', params),
    text: t(invoice.existing ? 'invoiceExistingText' : 'invoiceText', params),
    more: v.failure ? note('bad', warning, v.failure, nothing, 'alert') : nothing,
    actions: html`${button(t('downloadPdf'), v.download, { kind: 'pri', icon: download, busy: v.downloading })}
    ${button(t('finish'), v.finish)}`,
  });
}

/** Nobody knows whether the payment was begun; the second attempt is the same one. */
export const unknownView = ({ t }: TopUpWords, busy: boolean, resend: () => void): TemplateResult =>
  result({
    state: 'waiting',
    heading: t('unknown'),
    text: t('unknownText'),
    actions: button(t('resend'), resend, { icon: refresh, busy }),
  });
