import { html, nothing, type TemplateResult } from 'lit';
import { moneyText } from '../../ui/parts/money.js';
import { button } from '../../ui/parts/button.js';
import { toggle } from '../../ui/parts/choices.js';
import { field, select } from '../../ui/parts/field.js';
import { icon } from '../../ui/parts/icon.js';
import { note } from '../../ui/parts/note.js';
import { phoneText } from '../../ui/parts/phone.js';
import type { Words } from '../../ui/parts/say.js';
import { check, phone, warning } from '../../ui/icons/icons.js';
import type { Draft } from './forwarding.model.js';
import { type LegQuote, type Rule, type RuleType, WAITS } from './forwarding.queries.js';
import type { ForwardingMessages } from './forwarding.messages.js';

export type ForwardingWords = Words<ForwardingMessages>;

/** How the last change of a rule stands. */
export interface Progress {
  readonly state: 'idle' | 'running' | 'unknown' | 'failed' | 'done';
  /** The user is asked for his proof first: the network knows of nothing. */
  readonly asking: boolean;
  /** Sentence of the failure. */
  readonly reason: string;
  /** What was done, said once. */
  readonly done: string;
}

export interface RuleView {
  readonly type: RuleType;
  readonly rule: Rule | null;
  /** `null`: the form is closed. */
  readonly draft: Draft | null;
  readonly leg: LegQuote | null;
  readonly progress: Progress;
  readonly writable: boolean;
  readonly words: ForwardingWords;
  readonly switchTo: (on: boolean) => void;
  readonly edit: () => void;
  readonly typed: (target: string) => void;
  /** The field was left: the moment to read the number. */
  readonly left: (target: string) => void;
  readonly wait: (seconds: number) => void;
  readonly save: () => void;
  readonly cancel: () => void;
  readonly erase: () => void;
}

/** What the rule does, as a sentence: "No answer for 20 seconds → +7 495 000-00-02". */
export function say(type: RuleType, target: string, wait: number, { t }: ForwardingWords): string {
  const to = phoneText(target);
  return type === 'CFNRY' ? t('CFNRY.say', { target: to, count: wait }) : t(`${type}.say`, { target: to });
}

/** One rule: a switch with its name, the form while it is open, the sentence, the price, and how the last change stands. */
export function ruleView(v: RuleView): TemplateResult {
  const { type, rule, draft, words, progress } = v;
  const { t } = words;
  const busy = progress.state === 'running' || progress.state === 'unknown';
  return html`<li class="cond ${rule?.active || draft ? '' : 'isoff'}">
    <div class="condh">
      <span class="grow" id="name-${type}"
        ><span class="strong">${t(`${type}.title`)}</span><span class="lsub">${t(`${type}.hint`)}</span></span
      >
      ${toggle(`name-${type}`, rule?.active === true || (draft !== null && rule === null), v.switchTo, {
        busy,
        disabled: !v.writable,
      })}
    </div>
    ${draft ? form(v, draft, busy) : rule?.active ? sentence(v, rule) : nothing} ${stand(v)}
  </li>`;
}

function form(v: RuleView, draft: Draft, busy: boolean): TemplateResult {
  const { type, words } = v;
  const { t } = words;
  return html`<form
    class="condf"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      v.save();
    }}
  >
    <div class="condb">
      ${field({
        id: `target-${type}`,
        label: t('target'),
        value: draft.target,
        input: v.typed,
        change: v.left,
        hint: t('targetHint'),
        error: draft.error,
        type: 'tel',
        inputmode: 'tel',
        autocomplete: 'tel',
        maxlength: 32,
        required: true,
        before: icon(phone),
      })}
      ${
        type === 'CFNRY'
          ? select(
              'wait',
              t('wait'),
              WAITS.map((seconds) => ({ value: String(seconds), label: t('seconds', { count: seconds }) })),
              String(draft.wait),
              (value) => v.wait(Number(value)),
            )
          : nothing
      }
    </div>
    ${draft.e164 ? html`<p class="say">${say(type, draft.e164, draft.wait, words)}</p>` : nothing}
    <p class="hint">${price(v.leg, words)}</p>
    <div class="btns">
      ${button(t('save'), () => undefined, { kind: 'pri s', type: 'submit', busy })}
      ${button(t('cancel'), v.cancel, { kind: 's', disabled: busy, cancels: true })}
      ${v.rule ? button(t('erase'), v.erase, { kind: 'quiet s', disabled: busy }) : nothing}
    </div>
  </form>`;
}

function sentence({ type, words, writable, edit }: RuleView, { target, noReplySec }: Rule): TemplateResult {
  return html`<div class="sayline">
    <p class="say">${say(type, target, noReplySec ?? 0, words)}</p>
    ${writable ? button(words.t('edit'), edit, { kind: 'quiet s edge' }) : nothing}
  </div>`;
}

/** The price of a minute of the forwarded leg, as the backend says it (FWD-7). */
function price(leg: LegQuote | null, { t, locale }: ForwardingWords): string {
  if (leg === null || leg.perMinute === null) return t('priceUnknown');
  if (leg.free) return t('priceFree');
  const text = moneyText(leg.perMinute, locale);
  return leg.packaged ? t('pricePackage', { price: text }) : t('price', { price: text });
}

/** Waiting, unknown, failed, done: where the action was, never a toast. */
function stand({ progress, words: { t } }: RuleView): TemplateResult {
  return html`<div role="status" class="stand">
    ${
      progress.state === 'running' && !progress.asking
        ? html`<p class="netwait"><span class="spin" aria-hidden="true"></span><span>${t('waiting')}</span></p>`
        : progress.state === 'unknown'
          ? html`<p class="netwait"><span class="spin" aria-hidden="true"></span><span>${t('unknown')}</span></p>`
          : progress.state === 'failed'
            ? note('bad', warning, t('notSaved', { reason: progress.reason }))
            : progress.state === 'done' && progress.done
              ? html`<p class="did">${icon(check, 's')}<span>${progress.done}</span></p>`
              : nothing
    }
  </div>`;
}
