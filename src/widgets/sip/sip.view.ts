import { html, nothing, type TemplateResult } from 'lit';
import type { NumberSummary } from '../../core/queries/numbers.js';
import type { SipAccount } from '../../core/queries/sip.js';
import { formatDate } from '../../i18n/dates.js';
import { isolated } from '../../i18n/locale.js';
import { key, qr, trash, warning } from '../../ui/icons/icons.js';
import { button, iconButton } from '../../ui/parts/button.js';
import { segments } from '../../ui/parts/choices.js';
import { copyButton } from '../../ui/parts/copy.js';
import { field, select } from '../../ui/parts/field.js';
import { note } from '../../ui/parts/note.js';
import { phone, phoneText } from '../../ui/parts/phone.js';
import { type QrModules, qrView } from '../../ui/parts/qr.js';
import { registration } from '../../ui/parts/registration.js';
import type { SipSecret } from './sip.commands.js';
import type { SipWords } from './sip.messages.js';

export type SipType = SipAccount['type'];

export interface TableView {
  readonly items: readonly SipAccount[];
  readonly writable: boolean;
  readonly words: SipWords;
  /** Account whose password is about to be changed, and the question below its row. */
  readonly resetting: string | null;
  readonly question: unknown;
  readonly reset: (sip: SipAccount) => void;
  readonly remove: (sip: SipAccount) => void;
}

/** Accounts: whose, on line or not, since when; a new password and deletion at the end of the row. */
export function tableView({ items, writable, words: { t }, ...v }: TableView): TemplateResult {
  const row = (sip: SipAccount) =>
    html`<tr>
        <th scope="row"><span class="strong">${sip.name}</span><span class="lsub num">${sip.login}</span></th>
        <td data-label=${t('number')}>${phone(sip.number)}<span class="lsub">${t(`kind.${sip.type}`)}</span></td>
        <td data-label=${t('registration')}>${registration(sip, t)}</td>
        <td data-label=${t('created')} class="sub">${formatDate(sip.createdAt)}</td>
        <td class="r acts">
          ${
            writable
              ? html`${iconButton(key, t('reset', { name: sip.name }), () => v.reset(sip))}
                ${iconButton(trash, t('remove', { name: sip.name }), () => v.remove(sip))}`
              : nothing
          }
        </td>
      </tr>
      ${
        v.resetting === sip.id
          ? html`<tr>
              <td class="wide" colspan="5">${v.question}</td>
            </tr>`
          : nothing
      }`;
  return html`<table class="tbl cards">
    <thead>
      <tr>
        <th scope="col">${t('nameAndLogin')}</th>
        <th scope="col">${t('number')}</th>
        <th scope="col">${t('registration')}</th>
        <th scope="col">${t('created')}</th>
        <th><span class="sr">${t('actions')}</span></th>
      </tr>
    </thead>
    <tbody>
      ${items.map(row)}
    </tbody>
  </table>`;
}

export interface SecretView {
  readonly secret: SipSecret;
  readonly qr: QrModules | null;
  readonly words: SipWords;
  readonly toggleQr: () => void;
  readonly copied: () => void;
  readonly configure: () => void;
  readonly close: () => void;
}

/** The password, shown once (SIP-3). */
export function secretView({ secret, words: { t }, ...v }: SecretView): TemplateResult {
  return html`<div class="once" role="group" aria-labelledby="secret" tabindex="-1" id="once">
    <div class="grow">
      <p class="strong" id="secret">${t('secretHeading', { name: secret.account.name })}</p>
      <p class="sub">${t('secretNote')}</p>
      <p class="sub">${t('login')}: <span class="num">${secret.account.login}</span></p>
      <p class="pw">
        <span class="num">${secret.password}</span>${copyButton(secret.password, t('copyPassword'), v.copied)}
        ${iconButton(qr, v.qr ? t('hideQr') : t('showQr'), v.toggleQr, { expanded: v.qr !== null })}
      </p>
      ${v.qr ? qrView(v.qr, t('qrLabel')) : nothing}
    </div>
    <div class="btns">
      ${button(t('configure'), v.configure, { kind: 'quiet s' })} ${button(t('close'), v.close, { kind: 's' })}
    </div>
  </div>`;
}

export interface CreateView {
  readonly numbers: readonly NumberSummary[];
  readonly number: string;
  readonly name: string;
  readonly type: SipType;
  readonly error: string | null;
  /** Accounts of the number when it has as many as it may. */
  readonly full: number | null;
  /** Whether it is known for which number. */
  readonly ready: boolean;
  readonly busy: boolean;
  readonly failure: unknown;
  readonly words: SipWords;
  readonly set: (change: { number?: string; name?: string; type?: SipType }) => void;
  readonly create: () => void;
  readonly cancel: () => void;
}

/** A new account: a name, a number, what it is for. */
export function createView({ words: { t, locale }, ...v }: CreateView): TemplateResult {
  return html`<form
    class="newform"
    novalidate
    aria-labelledby="create-heading"
    @submit=${(event: Event) => {
      event.preventDefault();
      v.create();
    }}
  >
    <h3 id="create-heading">${t('createHeading')}</h3>
    ${field({
      id: 'name',
      label: t('name'),
      value: v.name,
      input: (name) => v.set({ name }),
      hint: t('nameHint'),
      error: v.error,
      maxlength: 50,
      required: true,
    })}
    ${select(
      'number',
      t('number'),
      v.numbers.map((one) => ({
        value: one.number,
        label: `${isolated(phoneText(one.number), locale)} · ${one.tariff.name}`,
      })),
      v.number,
      (number) => v.set({ number }),
    )}
    <div class="field">
      <span class="label" aria-hidden="true">${t('type')}</span>
      ${segments<SipType>(
        'type',
        t('type'),
        (['WEBPHONE', 'SOFTPHONE', 'DEVICE'] as const).map((value) => ({ value, label: t(`type.${value}`) })),
        v.type,
        (type) => v.set({ type }),
      )}
    </div>
    ${v.full === null ? nothing : note('warn', warning, t('limit', { count: v.full }), nothing, 'status')} ${v.failure}
    <div class="btns">
      ${button(t('cancel'), v.cancel, { kind: 's', disabled: v.busy, cancels: true })}
      ${button(t('createDo'), () => undefined, {
        kind: 'pri s',
        type: 'submit',
        busy: v.busy,
        disabled: v.full !== null || !v.ready,
      })}
    </div>
  </form>`;
}

/** What a new password means, before it is given. */
export function resetView(v: {
  readonly busy: boolean;
  readonly failure: unknown;
  readonly words: SipWords;
  readonly go: () => void;
  readonly cancel: () => void;
}): TemplateResult {
  const { t } = v.words;
  return html`<div class="resetform" data-form>
    ${note('warn', warning, t('resetNote'))} ${v.failure}
    <div class="btns">
      ${button(t('cancel'), v.cancel, { kind: 's', disabled: v.busy, cancels: true })}
      ${button(t('resetDo'), v.go, { kind: 'pri s', busy: v.busy })}
    </div>
  </div>`;
}
