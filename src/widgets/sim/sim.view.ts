import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../../i18n/dates.js';
import { eye, link, mobile, plus, sim as simIcon, swap } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { copyButton } from '../../ui/parts/copy.js';
import { field } from '../../ui/parts/field.js';
import { icon } from '../../ui/parts/icon.js';
import { phone } from '../../ui/parts/phone.js';
import { status } from '../../ui/parts/status.js';
import { maskIccid, type Pair, type Step } from './sim.model.js';
import type { Sim } from './sim.queries.js';
import type { SimWords } from './sim.messages.js';

/** The code that unlocks a card, behind a button. */
export interface PukView {
  readonly code: string | null;
  readonly busy: boolean;
  readonly failure: unknown;
  readonly show: () => void;
  readonly hide: () => void;
  readonly copied: () => void;
}

export interface PairView {
  readonly pair: Pair;
  readonly words: SimWords;
  readonly writable: boolean;
  /** A change of this row is on its way: what is said meanwhile. */
  readonly busy: string | null;
  /** What is open below the row; `null` = nothing. */
  readonly opened: unknown;
  readonly open: (step: Step) => void;
  /** `null`: there is no card, or its code is not for this user. */
  readonly puk: PukView | null;
}

/** Until it is switched on in the telephone an eSIM has no network, whatever it is bound to. */
const PROFILES = { RELEASED: 'attention', DOWNLOADED: 'progress', ENABLED: 'fine' } as const;

const formOf = ({ form }: Sim, { t }: SimWords): string => t(form === 'ESIM' ? 'esim' : 'plastic');

/** A number and its card, tied by a line: solid, dashed while it changes, open when one end is free. */
export function pairView({ pair: { number, sim }, words, ...v }: PairView): TemplateResult {
  const { t } = words;
  const tie = v.busy ? 'busy' : sim && number ? '' : 'open';
  return html`<li class="pair">
    <div class="pe">
      ${
        number
          ? html`${icon(mobile)}
              <div>
                <p class="strong">${phone(number.number)}</p>
                <p class="sub">${number.status === 'ACTIVE' ? number.tariff.name : t('notActive')}</p>
              </div>`
          : html`<span class="slot" aria-hidden="true"></span>
              <p class="sub">${t('noNumber')}</p>`
      }
    </div>
    <span class="tie ${tie}" aria-hidden="true">${tie === '' ? icon(link, 's') : nothing}</span>
    ${
      sim
        ? html`<div class="pe">
            ${icon(simIcon)}
            <div>
              <p><span class="num">${maskIccid(sim.iccid)}</span></p>
              <p class="sub">${cardState(sim, words)}</p>
              ${sim.profile && sim.state !== 'LOST_BLOCKED' ? status(PROFILES[sim.profile], t(`profile.${sim.profile}`)) : nothing}
              ${v.puk ? pukView(v.puk, words) : nothing}
            </div>
          </div>`
        : html`<div class="pe">
            <span class="slot" aria-hidden="true"></span>
            <p class="sub">${t('withoutSim')}</p>
          </div>`
    }
    <div class="pa">
      ${v.busy ? html`<span class="netwait"><span class="spin" aria-hidden="true"></span>${v.busy}</span>` : actions(v, number, sim, words)}
    </div>
    ${v.opened ? html`<div class="step" data-form>${v.opened}</div>` : nothing}
  </li>`;
}

function pukView({ code, busy, failure, show, hide, copied }: PukView, { t }: SimWords): TemplateResult {
  return code === null
    ? html`<p class="puk">${button(t('pukShow'), show, { icon: eye, kind: 'quiet s edge', busy })}</p>
        ${failure}`
    : html`<p class="puk">
        <span class="sub">${t('puk')}</span> <span class="num strong">${code}</span>
        ${copyButton(code, t('pukCopy'), copied)} ${button(t('pukHide'), hide, { kind: 'quiet s edge' })}
      </p>`;
}

function cardState(sim: Sim, words: SimWords): string {
  const form = formOf(sim, words);
  if (sim.state === 'LOST_BLOCKED') return words.t('lost');
  if (sim.number === null) return words.t('free', { form });
  return sim.boundOn ? words.t('since', { form, date: formatDate(sim.boundOn) }) : form;
}

function actions(
  { writable, opened, open }: Pick<PairView, 'writable' | 'opened' | 'open'>,
  number: Pair['number'],
  sim: Sim | null,
  { t }: SimWords,
): unknown {
  if (!writable || opened) return nothing;
  if (number && sim) {
    return html`${button(t('swap'), () => open({ kind: 'swap', number: number.number }), { icon: swap, kind: 's' })}
    ${button(t('unbind'), () => open({ kind: 'unbind', number: number.number }), { kind: 'quiet s' })}`;
  }
  if (number?.status === 'ACTIVE')
    return button(t('bindNumber'), () => open({ kind: 'bind-number', number: number.number }), { kind: 's' });
  return sim?.state === 'ASSIGNED'
    ? button(t('bindSim'), () => open({ kind: 'bind-sim', iccid: sim.iccid }), { kind: 's' })
    : nothing;
}

export interface AddView {
  readonly opened: boolean;
  readonly value: string;
  readonly error: string | null;
  readonly busy: boolean;
  readonly failure: unknown;
  readonly words: SimWords;
  readonly open: () => void;
  readonly typed: (value: string) => void;
  readonly add: () => void;
  readonly cancel: () => void;
}

/** A card is added by the number printed on it. */
export function addView({ words: { t }, ...v }: AddView): TemplateResult {
  if (!v.opened)
    return html`<div class="simfoot">
      ${button(t('add'), v.open, { icon: plus, kind: 's' })}
      <p class="hint">${t('addHint')}</p>
    </div>`;
  return html`<form
    class="addform"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      v.add();
    }}
  >
    ${field({
      id: 'iccid',
      label: t('iccid'),
      value: v.value,
      input: v.typed,
      hint: t('iccidHint'),
      error: v.error,
      inputmode: 'numeric',
      maxlength: 40,
      required: true,
    })}
    ${v.failure}
    <div class="btns">
      ${button(t('cancel'), v.cancel, { kind: 's', disabled: v.busy, cancels: true })}
      ${button(t('addDo'), () => undefined, { kind: 'pri s', type: 'submit', busy: v.busy })}
    </div>
  </form>`;
}
