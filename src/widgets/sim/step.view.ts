import { html, nothing, type TemplateResult } from 'lit';
import type { NumberSummary } from '../../core/queries/numbers.js';
import { isolated } from '../../i18n/locale.js';
import { info, warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { radioRows } from '../../ui/parts/choices.js';
import { select } from '../../ui/parts/field.js';
import { note } from '../../ui/parts/note.js';
import { phoneText } from '../../ui/parts/phone.js';
import { maskIccid } from './sim.model.js';
import type { SimWords } from './sim.messages.js';
import type { Sim, SwapReason } from './sim.queries.js';

interface Buttons {
  readonly words: SimWords;
  readonly busy: boolean;
  /** The refusal of the last attempt, as a note. */
  readonly failure: unknown;
  readonly go: () => void;
  readonly cancel: () => void;
}

const buttonsOf = (
  label: string,
  { words: { t }, busy, failure, go, cancel }: Buttons,
  kind = 'pri s',
): TemplateResult =>
  html`${failure}
    <div class="btns">
      ${button(t('cancel'), cancel, { kind: 's', disabled: busy, cancels: true })} ${button(label, go, { kind, busy })}
    </div>`;

export interface ChooseView extends Buttons {
  /** The end that is fixed: a number looks for a card, a card for a number. */
  readonly number: string | null;
  readonly sims: readonly Sim[];
  readonly numbers: readonly NumberSummary[];
  readonly chosen: string;
  readonly choose: (value: string) => void;
}

/** The other end of the line is chosen, and what happens is said before. */
export function bindView(v: ChooseView): TemplateResult {
  const { t } = v.words;
  const byNumber = v.number !== null;
  if (byNumber ? v.sims.length === 0 : v.numbers.length === 0) return nobody(byNumber, v);
  const number = v.number ?? v.chosen;
  return html`${choice(v)} ${note('', info, t('bindNote'))} ${buttonsOf(t('bindDo', { number: phoneText(number) }), v)}`;
}

export interface SwapView extends ChooseView {
  readonly reason: SwapReason;
  readonly setReason: (reason: SwapReason) => void;
}

/** The card of a number is replaced in one operation, with the reason and the warnings (SIM-6). */
export function swapView(v: SwapView): TemplateResult {
  const { t } = v.words;
  if (v.sims.length === 0) return nobody(true, v);
  return html`${choice(v)}
  ${radioRows<SwapReason>(
    'reason',
    t('swapReason'),
    (['CHANGE', 'LOST'] as const).map((value) => ({
      value,
      label: t(`reason.${value}`),
      hint: t(`reason.${value}.hint`),
    })),
    v.reason,
    v.setReason,
  )}
  ${note('warn', warning, t('swapNote'))} ${buttonsOf(t('swapDo'), v)}`;
}

/** What unbinding means, before it happens (SIM-4). */
export const unbindView = (v: Buttons): TemplateResult =>
  html`${note('warn', warning, v.words.t('unbindNote'))} ${buttonsOf(v.words.t('unbindDo'), v, 'bad s')}`;

function choice({ number, sims, numbers, chosen, choose, words: { t, locale } }: ChooseView): TemplateResult {
  return number !== null
    ? select(
        'other',
        t('chooseSim'),
        sims.map(({ iccid, form }) => ({
          value: iccid,
          label: `${isolated(maskIccid(iccid), locale)} · ${t(form === 'ESIM' ? 'esim' : 'plastic')}`,
        })),
        chosen,
        choose,
      )
    : select(
        'other',
        t('chooseNumber'),
        numbers.map((one) => ({
          value: one.number,
          label: `${isolated(phoneText(one.number), locale)} · ${one.tariff.name}`,
        })),
        chosen,
        choose,
      );
}

function nobody(cards: boolean, { words: { t }, cancel }: Buttons): TemplateResult {
  return html`${note('', info, cards ? html`<b>${t('noFree')}.</b> ${t('noFreeHint')}` : t('noFreeNumbers'), nothing, 'status')}
    <div class="btns">${button(t('cancel'), cancel, { kind: 's', cancels: true })}</div>`;
}
