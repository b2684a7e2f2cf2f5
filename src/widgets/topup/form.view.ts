import { html, nothing, type TemplateResult } from 'lit';
import { formatPercent } from '../../i18n/measures.js';
import { isZero, type Money } from '../../money/format.js';
import { bill, card, info, qr, warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { instantText } from '../../ui/parts/dates.js';
import { presets, radioRows } from '../../ui/parts/choices.js';
import { field } from '../../ui/parts/field.js';
import { icon } from '../../ui/parts/icon.js';
import { money, moneyText } from '../../ui/parts/money.js';
import { note } from '../../ui/parts/note.js';
import { bone } from '../../ui/parts/states.js';
import { sum } from '../../ui/parts/sum.js';
import type { Method, TopUp, TopUpOffer, TopUpQuote } from './topup.data.js';
import type { TopUpWords } from './topup.messages.js';
import { brief, unitOf } from './topup.model.js';

export interface FormView {
  readonly offer: TopUpOffer;
  readonly account: string;
  readonly balance: Money | null;
  /** Note about a lock of the account, above the form. */
  readonly blocked: string | null;
  /** The last payment begun by hand, to say what became of it. */
  readonly last: TopUp | null;
  readonly text: string;
  /** What the text means, when it is a sum that may be paid. */
  readonly amount: Money | null;
  readonly method: Method;
  readonly receipt: string;
  readonly amountError: string | null;
  readonly receiptError: string | null;
  readonly quote: TopUpQuote | null;
  readonly quoteError: string | null;
  readonly failure: string | null;
  readonly busy: boolean;
  readonly words: TopUpWords;
  readonly type: (text: string) => void;
  readonly leave: () => void;
  readonly preset: (amount: Money) => void;
  readonly choose: (method: Method) => void;
  readonly typeReceipt: (text: string) => void;
  readonly requote: () => void;
  readonly pay: () => void;
}

const glyphs: Readonly<Record<Method, string>> = { CARD: card, SBP: qr, INVOICE: bill };

/** Sum, method, what it costs, where the receipt goes, one button that names the outcome. */
export function formView(v: FormView): TemplateResult {
  const { t, locale } = v.words;
  const [first] = v.offer.methods;
  return html`<form
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      if (!v.busy) v.pay();
    }}
  >
    <div class="sec first fields">
      ${v.blocked ? note('bad', warning, v.blocked) : nothing} ${v.last ? lastView(v.last, v.words) : nothing}
      ${field({
        id: 'sum',
        label: t('sum'),
        value: v.text,
        input: v.type,
        change: v.leave,
        inputmode: 'decimal',
        large: true,
        unit: first ? unitOf(first.min, locale) : '',
        error: v.amountError,
        hint: sumHint(v),
      })}
      ${presets(
        'preset',
        t('presets'),
        choices(v.offer).map((amount) => ({
          value: amount.value,
          label:
            amount === v.offer.suggested ? t('shortfall', { amount: brief(amount, locale) }) : brief(amount, locale),
        })),
        v.amount?.value ?? null,
        (value) => v.preset({ value, currency: v.offer.presets[0]?.currency ?? v.amount?.currency ?? 'RUB' }),
      )}
    </div>
    <div class="sec">
      ${radioRows(
        'method',
        t('method'),
        v.offer.methods.map(({ method, commissionPercent }) => ({
          value: method,
          label: t(`method.${method}`),
          hint: `${t(`hint.${method}`)} ${
            isZero(commissionPercent)
              ? t('free')
              : t('commissionRate', { percent: formatPercent(commissionPercent, locale) })
          }`,
          end: icon(glyphs[method]),
        })),
        v.method,
        v.choose,
      )}
    </div>
    ${v.method === 'INVOICE' ? nothing : onlineView(v)}
    <div class="sec sunk tight paybar">
      ${v.failure ? note('bad', warning, v.failure, nothing, 'alert') : nothing}
      ${button(payLabel(v), () => undefined, { kind: 'pri wide', type: 'submit', busy: v.busy })}
    </div>
  </form>`;
}

/** The sums that may be chosen with one press; what is missing comes first. */
const choices = ({ suggested, presets }: TopUpOffer): Money[] => [
  ...(suggested ? [suggested] : []),
  ...presets.filter(({ value }) => value !== suggested?.value),
];

function onlineView(v: FormView): TemplateResult {
  const { words, quote } = v;
  const { t } = words;
  const amount = (value: Money | undefined) => (value ? money(value, words) : bone('a'));
  return html`${
    v.amount
      ? html`<div class="sec" aria-busy=${quote || v.quoteError ? nothing : 'true'}>
          ${
            v.quoteError
              ? note('warn', warning, v.quoteError, button(t('retry'), v.requote, { kind: 'quiet s' }), 'status')
              : sum([
                  { label: t('toBalance'), amount: amount(quote?.amount) },
                  { op: '+', label: t('commission'), amount: amount(quote?.commission) },
                  { op: '=', label: t('total'), amount: amount(quote?.total), total: true },
                ])
          }
        </div>`
      : nothing
  }
  ${
    v.offer.receiptRequired
      ? html`<div class="sec">
          ${field({
            id: 'receipt',
            label: t('receipt'),
            value: v.receipt,
            input: v.typeReceipt,
            hint: t('receiptHint'),
            error: v.receiptError,
            inputmode: 'email',
            autocomplete: 'email',
            required: true,
          })}
        </div>`
      : nothing
  }`;
}

function payLabel({ method, quote, amount, words: { t, locale } }: FormView): string {
  if (method === 'INVOICE') return amount ? t('invoiceAmount', { amount: moneyText(amount, locale) }) : t('invoiceDo');
  return amount && quote ? t('payAmount', { amount: moneyText(quote.total, locale) }) : t('pay');
}

function sumHint({ offer, method, account, balance, words: { t, locale } }: FormView): string {
  const terms = offer.methods.find((one) => one.method === method);
  if (!terms) return '';
  const limits = { account, min: brief(terms.min, locale), max: brief(terms.max, locale) };
  return balance ? t('sumHint', { ...limits, balance: moneyText(balance, locale) }) : t('sumHintPlain', limits);
}

function lastView({ state, amount, createdAt }: TopUp, { t, locale }: TopUpWords): TemplateResult {
  const text = t(`last.${state}`, { amount: moneyText(amount, locale), date: instantText(createdAt) });
  return note(state === 'SUCCEEDED' ? 'ok' : '', info, text);
}
