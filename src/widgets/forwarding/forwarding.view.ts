import { html, nothing, type TemplateResult } from 'lit';
import type { NumberSummary } from '../../core/queries/numbers.js';
import { isolated } from '../../i18n/locale.js';
import { forward, info, lock } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { segments } from '../../ui/parts/choices.js';
import { confirm } from '../../ui/parts/confirm.js';
import { instantText } from '../../ui/parts/dates.js';
import { select } from '../../ui/parts/field.js';
import { icon } from '../../ui/parts/icon.js';
import { asOf, note } from '../../ui/parts/note.js';
import { phoneText } from '../../ui/parts/phone.js';
import { blank } from '../../ui/parts/states.js';
import { areSuspended, type Mode } from './forwarding.model.js';
import { CONDITIONS, type Forwarding, type RuleType } from './forwarding.queries.js';
import { codesView, pathView } from './path.view.js';
import type { ForwardingWords } from './rule.view.js';

export interface HeadView {
  readonly numbers: readonly NumberSummary[];
  readonly number: string;
  /** The host fixed the number. */
  readonly fixed: boolean;
  readonly mode: Mode | null;
  readonly writable: boolean;
  readonly words: ForwardingWords;
  readonly choose: (number: string) => void;
  readonly setMode: (mode: Mode) => void;
}

/** Which number, and when its calls are forwarded. */
export function headView({
  numbers,
  number,
  fixed,
  mode,
  writable,
  words: { t, locale },
  ...v
}: HeadView): TemplateResult {
  const shown = numbers.filter(({ status }) => status !== 'CLOSED');
  return html`<div class="sec first fhead">
    ${select(
      'number',
      t('number'),
      (fixed ? shown.filter((one) => one.number === number) : shown).map((one) => ({
        value: one.number,
        label: `${isolated(phoneText(one.number), locale)} · ${one.tariff.name}`,
      })),
      number,
      v.choose,
    )}
    ${
      mode === null
        ? nothing
        : html`<div class="field">
            <span class="label">${t('mode')}</span>
            ${segments<Mode>(
              'mode',
              t('mode'),
              (['none', 'all', 'conditions'] as const).map((value) => ({
                value,
                label: t(`mode.${value}`),
                disabled: !writable,
              })),
              mode,
              v.setMode,
            )}
          </div>`
    }
  </div>`;
}

export interface BodyView {
  readonly forwarding: Forwarding;
  readonly number: NumberSummary | undefined;
  readonly mode: Mode;
  readonly writable: boolean;
  readonly words: ForwardingWords;
  readonly rule: (type: RuleType) => unknown;
  readonly stopAll: () => void;
  readonly copied: (code: string) => void;
}

/** The rules, and beside them the path that a call takes. */
export function bodyView(v: BodyView): TemplateResult {
  const { forwarding, mode, words } = v;
  const { t } = words;
  const types: readonly RuleType[] = mode === 'all' ? ['CFU'] : mode === 'conditions' ? CONDITIONS : [];
  return html`<div class="two fw2">
    <div class="sec main">
      ${v.number && v.number.status !== 'ACTIVE' ? note('warn', info, t('notActive')) : nothing}
      ${v.writable ? nothing : note('', lock, t('readOnlyReason'))}
      ${
        mode === 'conditions' && areSuspended(forwarding.rules)
          ? note(
              'warn',
              info,
              t('suspended'),
              v.writable ? button(t('suspendedOff'), v.stopAll, { kind: 'quiet s' }) : nothing,
              'status',
            )
          : nothing
      }
      ${
        types.length === 0
          ? blank(icon(forward, 'flip'), t('empty'), t('emptyHint'))
          : html`<ul class="conds">
              ${types.map(v.rule)}
            </ul>`
      }
    </div>
    <div class="sec side a fside">
      <p class="label">${t('path')}</p>
      ${pathView(forwarding.number, forwarding.rules, words)} ${codesView(forwarding.rules, words, v.copied)}
    </div>
  </div>`;
}

/** When the network was asked, and the way out of everything. */
export function footView(
  forwarding: Forwarding,
  { t }: ForwardingWords,
  off: { readonly shown: boolean; readonly busy: boolean; readonly ask: () => void },
): TemplateResult {
  return html`<div class="asofbar">
    ${asOf(t('asOf', { time: instantText(forwarding.asOf) }))}
    ${off.shown ? button(t('allOff'), off.ask, { kind: 's', busy: off.busy }) : nothing}
  </div>`;
}

/** The question before all rules are erased. */
export const allOffQuestion = (number: string, { t }: ForwardingWords, yes: () => void): TemplateResult =>
  confirm({
    id: 'all-off',
    question: t('allOff.question', { number: phoneText(number) }),
    body: t('allOff.body'),
    safe: t('allOff.safe'),
    danger: t('allOff'),
    confirm: yes,
  });
