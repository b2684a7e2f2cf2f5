import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Money } from '../../money/format.js';
import { mail, more, phone as phoneIcon } from '../../ui/icons/icons.js';
import { button, iconButton } from '../../ui/parts/button.js';
import { segments } from '../../ui/parts/choices.js';
import { instantText } from '../../ui/parts/dates.js';
import { below, field } from '../../ui/parts/field.js';
import { icon } from '../../ui/parts/icon.js';
import { moneyText } from '../../ui/parts/money.js';
import { phoneText } from '../../ui/parts/phone.js';
import { type Glyph, status } from '../../ui/parts/status.js';
import type { AlertLog, Alerts, Contact, Flag } from './alerts.data.js';
import type { AlertsWords } from './alerts.messages.js';

export const FLAGS: readonly Flag[] = ['lowBalance', 'dayLimit', 'topUp'];
const GLYPH: Readonly<Record<Contact['state'], Glyph>> = {
  WORKING: 'fine',
  CONNECTING: 'progress',
  PAUSED: 'idle',
  EXPIRED: 'attention',
};

/** A telephone number or an address as it is read. */
export const contactText = ({ type, value }: Pick<Contact, 'type' | 'value'>): string =>
  type === 'PHONE' ? phoneText(value) : value;

export interface ThresholdsView {
  readonly lowBalance: string;
  readonly dayLimit: string;
  readonly errors: Readonly<Partial<Record<'lowBalance' | 'dayLimit', string>>>;
  readonly unit: string;
  readonly changed: boolean;
  readonly writable: boolean;
  readonly busy: boolean;
  readonly words: AlertsWords;
  readonly set: (name: 'lowBalance' | 'dayLimit', value: string) => void;
  readonly save: () => void;
  readonly cancel: () => void;
}

/** Two sums that belong to the account, above the contacts that each choose their events (ALR-12). */
export function thresholdsView({ words: { t }, ...v }: ThresholdsView): TemplateResult {
  const one = (name: 'lowBalance' | 'dayLimit') =>
    field({
      id: name,
      label: t(name),
      value: v[name],
      input: (value) => v.set(name, value),
      hint: t(`${name}Hint`),
      error: v.errors[name],
      inputmode: name === 'lowBalance' ? 'text' : 'decimal',
      unit: v.unit,
      maxlength: 20,
      disabled: !v.writable,
    });
  return html`<form
    class="thr"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      v.save();
    }}
  >
    <div class="grid2">${one('lowBalance')} ${one('dayLimit')}</div>
    ${
      v.changed
        ? html`<div class="btns">
            ${button(t('cancel'), v.cancel, { kind: 's', disabled: v.busy, cancels: true })}
            ${button(t('save'), () => undefined, { kind: 'pri s', type: 'submit', busy: v.busy })}
          </div>`
        : nothing
    }
  </form>`;
}

export interface ContactsView {
  readonly contacts: readonly Contact[];
  readonly writable: boolean;
  /** Contact whose flag is being saved. */
  readonly busy: string | null;
  /** Contact whose actions are open. */
  readonly open: string | null;
  readonly words: AlertsWords;
  readonly flag: (contact: Contact, flag: Flag, on: boolean) => void;
  readonly toggle: (contact: Contact) => void;
  /** What stands under a row: its actions, or the code that it waits for. */
  readonly under: (contact: Contact) => unknown;
}

export function contactsView({ words: { t }, ...v }: ContactsView): TemplateResult {
  const tick = (contact: Contact, flag: Flag) =>
    html`<td class="c tkc">
      <label
        ><input
          type="checkbox"
          class="tick"
          aria-label=${`${t(`flag.${flag}`)}: ${contactText(contact)}`}
          .checked=${live(contact[flag])}
          ?disabled=${!v.writable || !contact.confirmed || v.busy === contact.id}
          @change=${(event: Event) =>
            v.flag(contact, flag, event.currentTarget instanceof HTMLInputElement && event.currentTarget.checked)}
        /><span class="tkl" aria-hidden="true">${t(`flag.${flag}`)}</span></label
      >
    </td>`;
  const row = (contact: Contact) => {
    const under = v.under(contact);
    return html`<tr>
        <th scope="row">
          <span class="cti"
            >${icon(contact.type === 'PHONE' ? phoneIcon : mail)}<span
              ><span class="num strong">${contactText(contact)}</span
              ><span class="lsub"
                >${status(GLYPH[contact.state], contact.bounced ? t('bounced') : t(`state.${contact.state}`))}</span
              ></span
            ></span
          >
        </th>
        ${FLAGS.map((flag) => tick(contact, flag))}
        <td class="r acts">
          ${
            v.writable
              ? iconButton(more, t('actions', { contact: contactText(contact) }), () => v.toggle(contact), {
                  expanded: v.open === contact.id,
                })
              : nothing
          }
        </td>
      </tr>
      ${
        under === nothing
          ? nothing
          : html`<tr class="sub2">
              <td class="under" colspan="5">${under}</td>
            </tr>`
      }`;
  };
  return html`<table class="tbl cts">
    <thead>
      <tr>
        <th scope="col">${t('to')}</th>
        ${FLAGS.map((flag) => html`<th scope="col" class="c">${t(`flag.${flag}`)}</th>`)}
        <th><span class="sr">${t('actionsHead')}</span></th>
      </tr>
    </thead>
    <tbody>
      ${v.contacts.map(row)}
    </tbody>
  </table>`;
}

export interface CodeView {
  readonly contact: Contact;
  readonly code: string;
  readonly error: string | null;
  /** Seconds until another code may be sent. */
  readonly wait: number;
  readonly busy: boolean;
  readonly words: AlertsWords;
  readonly set: (code: string) => void;
  readonly confirm: () => void;
  readonly resend: () => void;
}

/** Where the code is typed that was sent to a contact (ALR-5). */
export function codeView({ contact, words: { t }, ...v }: CodeView): TemplateResult {
  const id = `code-${contact.id}`;
  const waits = contact.state === 'CONNECTING';
  const time = `${Math.floor(v.wait / 60)}:${String(v.wait % 60).padStart(2, '0')}`;
  return html`<form
    class="codebox"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      v.confirm();
    }}
  >
    ${
      waits
        ? html`<label class="small" for=${id}
              >${t(contact.type === 'PHONE' ? 'codeSms' : 'codeEmail', { contact: contactText(contact) })}${
                contact.type === 'EMAIL' ? html` <span class="sub">${t('emailLink')}</span>` : nothing
              }</label
            ><input
              id=${id}
              class="inp code ${v.error ? 'bad' : ''}"
              inputmode="numeric"
              autocomplete="one-time-code"
              maxlength="12"
              aria-invalid=${v.error ? 'true' : nothing}
              aria-describedby=${v.error ? `${id}-note` : nothing}
              .value=${live(v.code)}
              @input=${(event: Event) =>
                v.set(event.currentTarget instanceof HTMLInputElement ? event.currentTarget.value : '')}
            />
            ${button(t('confirm'), () => undefined, { kind: 'pri s', type: 'submit', busy: v.busy })}`
        : nothing
    }
    <span role="alert">${below(id, nothing, v.error ?? (waits ? null : t('codeOld')))}</span>
    ${
      v.wait > 0
        ? html`<span class="sub">${t('resendIn', { time })}</span>`
        : button(t('resend'), v.resend, { kind: 'quiet s' })
    }
  </form>`;
}

export interface AddView {
  readonly kind: Contact['type'];
  readonly value: string;
  readonly error: string | null;
  readonly busy: boolean;
  readonly failure: unknown;
  /** A contact is changed, not added. */
  readonly editing: boolean;
  readonly words: AlertsWords;
  readonly choose: (kind: Contact['type']) => void;
  readonly set: (value: string) => void;
  readonly go: () => void;
  readonly cancel: () => void;
}

export function addView({ words: { t }, ...v }: AddView): TemplateResult {
  const phone = v.kind === 'PHONE';
  return html`<form
    class="addform"
    novalidate
    aria-label=${t(v.editing ? 'edit' : 'addHeading')}
    @submit=${(event: Event) => {
      event.preventDefault();
      v.go();
    }}
  >
    ${
      v.editing
        ? nothing
        : html`<h3>${t('addHeading')}</h3>
            ${segments<Contact['type']>(
              'kind',
              t('kind'),
              (['PHONE', 'EMAIL'] as const).map((value) => ({ value, label: t(value) })),
              v.kind,
              v.choose,
            )}`
    }
    ${field({
      id: 'contact',
      label: t(phone ? 'phone' : 'email'),
      value: v.value,
      input: v.set,
      hint: t(phone ? 'phoneHint' : 'emailHint'),
      error: v.error,
      type: phone ? 'tel' : 'email',
      inputmode: phone ? 'tel' : 'email',
      autocomplete: phone ? 'tel' : 'email',
      maxlength: 254,
      required: true,
    })}
    ${v.editing ? nothing : html`<p class="hint">${t('topUpToo')}</p>`} ${v.failure}
    <div class="btns">
      ${button(t('cancel'), v.cancel, { kind: 's', disabled: v.busy, cancels: true })}
      ${button(t(v.editing ? 'editDo' : 'addDo'), () => undefined, { kind: 'pri s', type: 'submit', busy: v.busy })}
    </div>
  </form>`;
}

type Entry = AlertLog['items'][number];

/** What a message said, in a few words. */
export function sentText(entry: Entry, { t, locale }: AlertsWords): string {
  const text = (money: Money | null) => (money ? moneyText(money, locale) : '—');
  const value = text(entry.value);
  if (entry.event === 'TOP_UP') return t('sent.TOP_UP', { value, balance: text(entry.balance) });
  return t(`sent.${entry.event}`, { value, threshold: text(entry.threshold) });
}

/** The last message, for the foot. */
export function lastView({ last }: Alerts, words: AlertsWords): string {
  if (!last) return words.t('logEmpty');
  return words.t('last', {
    time: instantText(last.at),
    text: sentText(last, words),
    delivery: words.t(`delivery.${last.delivery}`),
  });
}

export function logView(items: readonly Entry[], words: AlertsWords): TemplateResult {
  const { t } = words;
  if (items.length === 0) return html`<p class="sub">${t('logEmpty')}</p>`;
  return html`<table class="tbl cards">
    <thead>
      <tr>
        <th scope="col">${t('logWhen')}</th>
        <th scope="col">${t('logWhat')}</th>
        <th scope="col">${t('to')}</th>
        <th scope="col">${t('logState')}</th>
      </tr>
    </thead>
    <tbody>
      ${items.map(
        (entry) =>
          html`<tr>
            <td class="sub">${instantText(entry.at)}</td>
            <td data-label=${t('logWhat')}>${sentText(entry, words)}</td>
            <td data-label=${t('to')} class="num">${phoneText(entry.contact)}</td>
            <td data-label=${t('logState')}>
              ${status(entry.delivery === 'FAILED' ? 'stopped' : entry.delivery === 'SENT' ? 'progress' : 'fine', t(`delivery.${entry.delivery}`))}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
