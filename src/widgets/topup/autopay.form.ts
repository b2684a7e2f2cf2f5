import { html, type TemplateResult } from 'lit';
import { exponentOf } from '../../money/format.js';
import { parseAmount } from '../../money/parse.js';
import { button } from '../../ui/parts/button.js';
import { segments } from '../../ui/parts/choices.js';
import { field } from '../../ui/parts/field.js';
import type { AutoPay, AutoPayTerms, TopUpOffer } from './topup.data.js';
import type { TopUpWords } from './topup.messages.js';
import { brief, checkSum, isLess } from './topup.model.js';

/** The form of auto-payment and what can be said of what was typed; fetched when it is opened. */

export interface Draft {
  readonly trigger: AutoPay['trigger'];
  readonly threshold: string;
  readonly day: string;
  readonly amount: string;
  readonly cap: string;
}
export type Field = Exclude<keyof Draft, 'trigger'>;
export type Errors = Partial<Record<Field, string>>;

export interface AutoPayView {
  readonly draft: Draft;
  readonly errors: Errors;
  readonly busy: boolean;
  /** Currency of the sums, `₽`. */
  readonly unit: string;
  readonly words: TopUpWords;
  readonly change: (change: Partial<Draft>, name?: Field) => void;
  readonly submit: (event: Event) => void;
  readonly cancel: () => void;
}

export function autoPayForm({ draft, errors, busy, unit, words: { t }, ...v }: AutoPayView): TemplateResult {
  const input = (name: Field, label: string, hint?: string) =>
    field({
      id: `autopay-${name}`,
      label,
      value: draft[name],
      ...(name === 'day' ? { inputmode: 'numeric' } : { inputmode: 'decimal', unit }),
      input: (value) => v.change({ [name]: value }, name),
      hint,
      error: errors[name],
    });
  return html`<form class="fields" novalidate @submit=${v.submit}>
    ${segments(
      'trigger',
      t('trigger'),
      (['THRESHOLD', 'DAY_OF_MONTH'] as const).map((value) => ({ value, label: t(`trigger.${value}`) })),
      draft.trigger,
      (trigger) => v.change({ trigger }),
    )}
    <div class="pairfields">
      ${draft.trigger === 'THRESHOLD' ? input('threshold', t('threshold')) : input('day', t('day'), t('dayHint'))}
      ${input('amount', t('autopaySum'))} ${input('cap', t('cap'), t('capHint'))}
    </div>
    <div class="btns">
      ${button(t('save'), () => undefined, { type: 'submit', busy })}
      ${button(t('cancel'), v.cancel, { kind: 'quiet', cancels: true })}
    </div>
  </form>`;
}

/** The terms that were typed, or what is wrong with them and where first. */
export function readTerms(
  draft: Draft,
  offer: TopUpOffer,
  { t, locale }: TopUpWords,
): { readonly terms: AutoPayTerms } | { readonly errors: Errors; readonly first: Field | undefined } {
  const card = offer.methods.find(({ method }) => method === 'CARD');
  if (!card) return { errors: {}, first: undefined };
  const { min, max } = card;
  const errors: Errors = {};
  const amount = checkSum(draft.amount, min, max);
  if (!amount.ok) errors.amount = t(`fault.${amount.fault}`, { min: brief(min, locale), max: brief(max, locale) });
  const cap =
    draft.cap.trim() === '' ? null : checkSum(draft.cap, min, { ...max, value: `${max.value.split('.')[0]}00` });
  if (cap && (!cap.ok || (amount.ok && isLess(cap.amount, amount.amount)))) errors.cap = t('capBad');
  const threshold = parseAmount(draft.threshold, exponentOf(min.currency));
  if (draft.trigger === 'THRESHOLD' && !threshold.ok) {
    errors.threshold = t(`fault.${threshold.error === 'negative' ? 'format' : threshold.error}`);
  }
  const day = /^\s*\d{1,2}\s*$/.test(draft.day) ? Number(draft.day) : 0;
  const byDay = draft.trigger === 'DAY_OF_MONTH';
  if (byDay && (day < 1 || day > 28)) errors.day = t('dayBad');
  const first = (['threshold', 'day', 'amount', 'cap'] as const).find((name) => errors[name]);
  if (first || !amount.ok) return { errors, first };
  return {
    terms: {
      trigger: draft.trigger,
      threshold: byDay || !threshold.ok ? null : { value: threshold.value, currency: min.currency },
      day: byDay ? day : null,
      amount: amount.amount,
      monthlyCap: cap?.ok ? cap.amount : null,
    },
  };
}
