import { html, nothing, type TemplateResult } from 'lit';
import { clock, info, plus, warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { instantText } from '../../ui/parts/dates.js';
import { money, moneyText } from '../../ui/parts/money.js';
import { note } from '../../ui/parts/note.js';
import type { Words } from '../../ui/parts/say.js';
import { boneOfAmount } from '../../ui/parts/states.js';
import { type Glyph, status } from '../../ui/parts/status.js';
import { sum } from '../../ui/parts/sum.js';
import { isZero } from '../../money/format.js';
import type { BalanceMessages } from './balance.messages.js';
import type { Balance } from './balance.query.js';

export interface BalanceView {
  balance: Balance;
  words: Words<BalanceMessages>;
  compact: boolean;
  /** The parts are unfolded. */
  open: boolean;
  /** The last request failed: what is shown is the last value. */
  old: boolean;
  toggle: () => void;
  topUp: () => void;
  retry: () => void;
}

const GLYPHS: Record<Balance['status'], Glyph> = {
  ACTIVE: 'fine',
  CONNECTING: 'progress',
  BLOCKED_FINANCE: 'stopped',
  BLOCKED_LIMIT: 'stopped',
  BLOCKED_ADMIN: 'stopped',
  BLOCKED_VERIFICATION: 'stopped',
  BLOCKED_OVERDUE: 'stopped',
  SUSPENDED_VOLUNTARY: 'idle',
  CLOSING: 'progress',
  CLOSED: 'idle',
};

/** Shape of the answer, without digits, and as high: what stands below does not move when the answer comes. */
export const balanceSkeleton = (label: string, compact: boolean): TemplateResult =>
  html`<div class="sec bal bones" aria-busy="true">
    <span class="sr" role="status">${label}</span>
    <div class="bal-main">
      <p class="sub"><span class="sk l"></span></p>
      ${boneOfAmount('hero')}
    </div>
    <div class="bal-act"><span class="sk btn"></span></div>
    <p class="bal-st">
      <span class="sk sub"></span><span class="sk sub l" ?hidden=${compact}></span
      ><span class="sk sub" ?hidden=${compact}></span>
    </p>
  </div>`;

/** The heading when there is no balance to stand above; a line in a header has no room for one. */
export const troubleHead = (heading: string, compact: boolean): TemplateResult =>
  html`<div class=${compact ? 'sr' : 'head'}>
    <slot name="heading"><h2 id="heading">${heading}</h2></slot>
  </div>`;

/** The balance, its status, the way to top up; below it why it is locked or what it is made of. */
export const balanceView = (view: BalanceView): TemplateResult => {
  const { balance: data, words, compact } = view;
  const { t } = words;
  const locked = data.locks.length > 0 && !data.unlocking;
  return html`
    <div class="sec bal ${view.old ? 'old' : ''}">
      <div class="bal-main">
        <slot name="heading"
          ><h2 class="sub" id="heading">
            ${compact ? t('balance') : accountLine(data.account, t('account', { number: '\u0000' }))}
          </h2></slot
        >
        ${
          data.balance === null
            ? html`<p class="sub">${t('none')}</p>`
            : html`<span part="amount">${money(data.balance, words, 'hero')}</span>`
        }
      </div>
      ${data.status === 'CLOSED' ? nothing : html`<div class="bal-act">${topUpButton(view)}</div>`}
      <p class="bal-st" role="status">
        ${state(data, words, compact)}
        ${
          compact
            ? nothing
            : html`<span class="sub">${t('asOf', { time: instantText(data.asOf) })}</span>${
                  data.balance === null || locked
                    ? nothing
                    : html`<button
                        type="button"
                        class="link small"
                        aria-expanded=${view.open}
                        aria-controls="parts"
                        @click=${view.toggle}
                      >
                        ${t('parts')}
                      </button>`
                }`
        }
      </p>
    </div>
    ${compact ? nothing : below(view, locked)}
  `;
};

function below({ balance: data, words, open, old, retry }: BalanceView, locked: boolean): unknown {
  const { t } = words;
  const time = instantText(data.asOf);
  const finance = data.locks.some(({ code }) => code === 'FINANCE') && !data.unlocking;
  return html`
    ${
      locked || open
        ? html`<div class="sec sunk tight" id="parts">
            <div class="why">
              ${finance || open ? parts(data, words, finance) : nothing}
              ${
                locked
                  ? data.locks.map(
                      ({ code, reason }) => html`<p class="hint">${t(code)}${reason ? ` ${reason}` : ''}</p>`,
                    )
                  : nothing
              }
            </div>
          </div>`
        : nothing
    }
    ${
      old
        ? html`<div class="sec tight">
            ${note('warn', clock, t('unreached', { time }), button(t('retry'), retry, { kind: 'quiet s' }), 'status')}
          </div>`
        : data.stale
          ? html`<div class="sec tight">${note('warn', warning, t('outdated', { time }))}</div>`
          : nothing
    }
    ${data.status === 'CLOSED' ? html`<div class="sec tight">${note('', info, t('closedHint'))}</div>` : nothing}
  `;
}

/** balance + credit + promised − reserved, with the backend's own result. @see domain.md BAL-1 */
function parts({ balance, parts }: Balance, words: Words<BalanceMessages>, short: boolean): unknown {
  const { t } = words;
  const { credit, promised, promisedUntil, reserved, available } = parts;
  return sum([
    balance && { label: t('balance'), amount: money(balance, words) },
    credit === null
      ? { op: '+', label: t('credit'), amount: html`<span class="sub">${t('noLimit')}</span>` }
      : { op: '+', label: t('credit'), amount: money(credit, words) },
    !isZero(promised.value) && {
      op: '+',
      label: html`${t('promised')}${
        promisedUntil
          ? html`<span class="lsub">${t('promisedUntil', { time: instantText(promisedUntil) })}</span>`
          : nothing
      }`,
      amount: money(promised, words),
    },
    !isZero(reserved.value) && { op: '−', label: t('reserved'), amount: money(reserved, words) },
    available && { op: '=', label: t(short ? 'shortage' : 'available'), amount: money(available, words), total: true },
  ]);
}

/** @param beside - The button stands beside it on the same line, and names the sum. */
function state(
  { status: code, unlocking, toUnlock }: Balance,
  { t, locale }: Words<BalanceMessages>,
  beside: boolean,
): unknown {
  if (unlocking) return status('progress', t('unlocking'));
  const text = t(code);
  const amount = code === 'BLOCKED_FINANCE' && toUnlock && !beside ? moneyText(toUnlock, locale) : null;
  return status(GLYPHS[code], amount === null ? text : t('topUpHint', { status: text, amount }));
}

/** Names the outcome with the sum where one is known; primary unless the money is on its way. */
function topUpButton({ balance: data, words: { t, locale }, topUp }: BalanceView): unknown {
  const amount = data.unlocking ? null : data.toUnlock;
  if (amount)
    return button(t('topUpBy', { amount: moneyText(amount, locale) }), topUp, { kind: 'pri', part: 'top-up' });
  return button(t('topUp'), topUp, { icon: plus, kind: data.unlocking ? '' : 'pri', part: 'top-up' });
}

/** The account number keeps its direction and never breaks, wherever the language puts it. */
function accountLine(account: string, text: string): unknown {
  const [before = '', after = ''] = text.split('\u0000');
  return html`${before}<span class="num">${account}</span>${after}`;
}
