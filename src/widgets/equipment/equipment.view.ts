import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { NumberSummary } from '../../core/queries/numbers.js';
import type { SipAccount } from '../../core/queries/sip.js';
import { chevronDown, chevronUp, cross, list as listIcon, plus, refresh } from '../../ui/icons/icons.js';
import { button, iconButton } from '../../ui/parts/button.js';
import { segments, tick } from '../../ui/parts/choices.js';
import { copyButton } from '../../ui/parts/copy.js';
import { below, field, select } from '../../ui/parts/field.js';
import { icon } from '../../ui/parts/icon.js';
import { phoneText } from '../../ui/parts/phone.js';
import { registration } from '../../ui/parts/registration.js';
import { type Codec, CODECS, type Draft, type Equipment, type Setting, withTransport } from './equipment.model.js';
import type { EquipmentWords } from './equipment.messages.js';

/** The accounts to choose from, each with the state of its device. */
export const navView = (
  items: readonly SipAccount[],
  chosen: string,
  { t }: EquipmentWords,
  choose: (id: string) => void,
): TemplateResult =>
  html`<nav class="eqnav" aria-label=${t('accounts')}>
    <ul>
      ${items.map(
        (sip) =>
          html`<li>
            <button type="button" aria-current=${sip.id === chosen ? 'true' : nothing} @click=${() => choose(sip.id)}>
              ${sip.name}${registration(sip, t)}
            </button>
          </li>`,
      )}
    </ul>
  </nav>`;

export interface FormView {
  readonly sip: SipAccount;
  readonly draft: Draft;
  readonly numbers: readonly NumberSummary[];
  readonly currency: string;
  readonly wrong: { readonly setting: Setting; readonly value: string } | null;
  readonly writable: boolean;
  readonly words: EquipmentWords;
  readonly set: (draft: Draft) => void;
  readonly move: (codec: Codec, to: number) => void;
  readonly recommend: () => void;
  readonly copied: (what: string) => void;
  readonly toSip: () => void;
}

/** The settings in groups; what does not go together cannot be chosen. */
export function formView(v: FormView): TemplateResult {
  const { draft, words, writable: w } = v;
  const { t } = words;
  const error = (setting: Setting): string | null =>
    v.wrong?.setting === setting ? t(`error.${setting}` as 'error.allowedIps', { value: v.wrong.value }) : null;
  const text = (setting: 'name' | 'mac' | 'port' | 'registerExpiresSec' | 'natKeepAliveSec', hint?: string) =>
    field({
      id: setting,
      label: t(setting),
      value: draft[setting],
      input: (value) => v.set({ ...draft, [setting]: value }),
      hint,
      error: error(setting),
      inputmode: setting === 'name' || setting === 'mac' ? 'text' : 'numeric',
      maxlength: setting === 'name' ? 50 : 24,
      disabled: !w,
    });
  return html`<div class="sec">
      <h3>${t('device')}</h3>
      <div class="grid2">
        ${text('name')} ${text('mac', t('optional'))}
        ${select(
          'callerId',
          t('callerId'),
          v.numbers.map(({ number }) => ({ value: number, label: phoneText(number) })),
          draft.callerId,
          (callerId) => v.set({ ...draft, callerId }),
          { hint: t('callerIdHint'), error: error('callerId'), disabled: !w },
        )}
      </div>
    </div>
    <div class="sec">
      <h3>${t('network')}</h3>
      <div class="grid2">
        <div class="field">
          <span class="label" aria-hidden="true">${t('transport')}</span>
          ${segments<Equipment['transport']>(
            'transport',
            t('transport'),
            (['UDP', 'TCP', 'TLS'] as const).map((value) => ({ value, label: value, disabled: !w })),
            draft.transport,
            (transport) => v.set(withTransport(draft, transport)),
          )}
        </div>
        ${text('port')}
        <div class="field">
          <span class="label" aria-hidden="true">${t('srtp')}</span>
          ${segments<Equipment['srtp']>(
            'srtp',
            t('srtp'),
            (['OFF', 'OPTIONAL', 'REQUIRED'] as const).map((value) => ({
              value,
              label: t(`srtp.${value}`),
              disabled: !w || (value === 'REQUIRED' && draft.transport !== 'TLS'),
            })),
            draft.srtp,
            (srtp) => v.set({ ...draft, srtp }),
          )}
          ${below('srtp', draft.transport === 'TLS' ? nothing : t('srtpNeedsTls'), error('srtp'))}
        </div>
        ${text('registerExpiresSec')} ${text('natKeepAliveSec', t('natHint'))}
        ${select<Equipment['dtmf']>(
          'dtmf',
          t('dtmf'),
          (['RFC4733', 'INFO', 'INBAND'] as const).map((value) => ({ value, label: t(`dtmf.${value}`) })),
          draft.dtmf,
          (dtmf) => v.set({ ...draft, dtmf }),
          { disabled: !w },
        )}
        <div class="field all">
          <label for="allowedIps">${t('allowedIps')}</label>
          <textarea
            class="inp ${error('allowedIps') ? 'bad' : ''}"
            id="allowedIps"
            rows="2"
            maxlength="1000"
            spellcheck="false"
            ?disabled=${!w}
            aria-invalid=${error('allowedIps') ? 'true' : nothing}
            aria-describedby="allowedIps-note"
            .value=${live(draft.allowedIps)}
            @input=${(event: Event) => {
              if (event.currentTarget instanceof HTMLTextAreaElement)
                v.set({ ...draft, allowedIps: event.currentTarget.value });
            }}
          ></textarea>
          ${below('allowedIps', t('allowedIpsHint'), error('allowedIps'))}
        </div>
      </div>
    </div>
    ${codecsView(v, error('codecs'))}
    <div class="sec">
      <h3>${t('limits')}</h3>
      <div class="grid2">
        <div class="flags">
          ${tick(t('outgoingEnabled'), draft.outgoingEnabled, (on) => v.set({ ...draft, outgoingEnabled: on }), !w)}
          ${tick(
            t('intlEnabled'),
            draft.intlEnabled && draft.outgoingEnabled,
            (on) => v.set({ ...draft, intlEnabled: on }),
            !w || !draft.outgoingEnabled,
          )}
        </div>
        ${field({
          id: 'dailySpendLimit',
          label: t('dailySpendLimit'),
          value: draft.dailySpendLimit,
          input: (dailySpendLimit) => v.set({ ...draft, dailySpendLimit }),
          hint: t('dailyHint'),
          error: error('dailySpendLimit'),
          inputmode: 'decimal',
          unit: v.currency === 'RUB' ? '₽' : v.currency,
          maxlength: 24,
          disabled: !w,
        })}
      </div>
    </div>
    ${parametersView(v)}`;
}

/** Order of preference: by the arrows, or by dragging a row. */
function codecsView({ draft, writable, words: { t }, set, move, recommend }: FormView, error: string | null): unknown {
  const unused = CODECS.filter((codec) => !draft.codecs.includes(codec));
  let dragged: Codec | null = null;
  return html`<div class="sec">
    <h3 id="codecs-name">${t('codecs')}</h3>
    <ol class="codecs" id="codecs" tabindex="-1" aria-labelledby="codecs-name" aria-describedby="codecs-note">
      ${draft.codecs.map(
        (codec, index) =>
          html`<li
            draggable=${writable ? 'true' : 'false'}
            @dragstart=${() => (dragged = codec)}
            @dragover=${(event: DragEvent) => event.preventDefault()}
            @drop=${(event: DragEvent) => {
              event.preventDefault();
              if (dragged) move(dragged, index);
            }}
          >
            ${icon(listIcon)}<span class="grow">${index + 1}. ${codec}</span>
            ${
              writable
                ? html`${
                    index > 0
                      ? iconButton(chevronUp, t('up', { codec }), () => move(codec, index - 1), { id: `up-${codec}` })
                      : nothing
                  }
                  ${
                    index < draft.codecs.length - 1
                      ? iconButton(chevronDown, t('down', { codec }), () => move(codec, index + 1), {
                          id: `down-${codec}`,
                        })
                      : nothing
                  }
                  ${iconButton(cross, t('off', { codec }), () =>
                    set({ ...draft, codecs: draft.codecs.filter((one) => one !== codec) }),
                  )}`
                : nothing
            }
          </li>`,
      )}
    </ol>
    ${below('codecs', t('codecsHint'), error)}
    ${
      writable
        ? html`<div class="add">
            ${unused.map((codec, at) =>
              button(t('on', { codec }), () => set({ ...draft, codecs: [...draft.codecs, codec] }), {
                icon: plus,
                kind: at === 0 ? 'quiet s edge' : 'quiet s',
              }),
            )}
            ${button(t('recommended'), recommend, { icon: refresh, kind: 's' })}
          </div>`
        : nothing
    }
  </div>`;
}

/** What is typed into the device; never the password. */
function parametersView({ sip, draft, words: { t }, copied, toSip }: FormView): TemplateResult {
  const row = (label: string, value: string) =>
    html`<dt>${label}</dt>
      <dd><span class="num">${value}</span>${copyButton(value, t('copy', { what: label }), () => copied(label))}</dd>`;
  return html`<div class="sec">
    <h3>${t('parameters')}</h3>
    <dl class="pairs">
      ${row(t('server'), sip.domain)} ${row(t('login'), sip.login)}
      ${row(t('portTransport'), `${draft.port}, ${draft.transport}`)}
    </dl>
    <p class="hint">${t('passwordHint')} ${button(t('toSip'), toSip, { kind: 'quiet s' })}</p>
  </div>`;
}
