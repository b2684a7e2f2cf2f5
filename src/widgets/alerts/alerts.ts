import { html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import type { LkError } from '../../api/errors.js';
import { accountIn, accountsQuery, may } from '../../core/queries/account.js';
import { CommandController } from '../../ui/controllers/command.js';
import { keepFocus } from '../../ui/controllers/focus.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { LkElement } from '../../ui/element.js';
import { bell, check, lock, plus, warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { confirm, openConfirm } from '../../ui/parts/confirm.js';
import { frame } from '../../ui/parts/frame.js';
import { icon } from '../../ui/parts/icon.js';
import { note } from '../../ui/parts/note.js';
import { blank, skeletonRows } from '../../ui/parts/states.js';
import { freshness, trouble } from '../../ui/parts/view.js';
import { base } from '../../ui/styles/base.js';
import { buttons } from '../../ui/styles/buttons.js';
import { dataTables } from '../../ui/styles/data-tables.js';
import { dialog } from '../../ui/styles/dialog.js';
import { forms } from '../../ui/styles/forms.js';
import { ledger } from '../../ui/styles/ledger.js';
import { notes } from '../../ui/styles/notes.js';
import { segments } from '../../ui/styles/segments.js';
import { states } from '../../ui/styles/states.js';
import { status } from '../../ui/styles/status.js';
import { switches } from '../../ui/styles/switches.js';
import {
  addContact,
  type AlertLog,
  alertLogOf,
  type Alerts,
  alertsOf,
  changeContact,
  confirmContact,
  type Contact,
  removeContact,
  resendCode,
  testContact,
} from './alerts.data.js';
import { LkAlertsChangedEvent } from './alerts.events.js';
import { type AlertsMessages, type AlertsWords, messages } from './alerts.messages.js';
import { styles } from './alerts.styles.js';
import { ThresholdsSection } from './thresholds.section.js';
import { addView, codeView, contactsView, contactText, lastView, logView } from './alerts.view.js';

interface Draft {
  readonly kind: Contact['type'];
  readonly value: string;
  /** Contact that is changed; `null`: a new one. */
  readonly of: string | null;
}

/**
 * Free alerts on a low balance, daily spending and top-ups: contacts with their events, codes that confirm them, thresholds, log.
 *
 * @summary Alerts.
 * @tagname lk-alerts
 * @fires lk-alerts-changed - Contacts or thresholds were changed; `change` says how.
 * @slot heading - Replaces the heading.
 * @slot help - Replaces the link to help.
 * @slot empty - Replaces what is shown while there are no contacts.
 * @slot error - Replaces what is shown when they could not be read.
 * @slot unavailable - Replaces what is shown to users without the right to see them.
 * @slot loading - Replaces the skeleton.
 * @see domain.md §10
 */
export class LkAlerts extends LkElement<AlertsMessages> {
  static override readonly messages = messages;
  static override readonly styles = [
    ...base,
    buttons,
    forms,
    segments,
    switches,
    dataTables,
    status,
    notes,
    states,
    ledger,
    dialog,
    styles,
  ];

  @state() private _draft: Draft | null = null;
  @state() private _draftError: string | null = null;
  @state() private _open: string | null = null;
  @state() private _code: { readonly of: string; readonly text: string; readonly error: string | null } | null = null;
  @state() private _removing: Contact | null = null;
  @state() private _log = false;
  @state() private _said = '';
  #of: string | null = null;
  #wanted: string | null = null;
  #clock: ReturnType<typeof setInterval> | undefined;

  readonly #alerts = new ResourceController<Alerts>(this, () => (this.scope ? alertsOf(this.scope.account) : null));
  readonly #accounts = new ResourceController(this, () => accountsQuery);
  readonly #entries = new ResourceController<AlertLog>(this, () =>
    this.scope && this._log ? alertLogOf(this.scope.account) : null,
  );
  readonly #addition = new CommandController(this, addContact);
  readonly #change = new CommandController(this, changeContact);
  readonly #removal = new CommandController(this, removeContact);
  readonly #confirmation = new CommandController(this, confirmContact);
  readonly #resending = new CommandController(this, resendCode);
  readonly #testing = new CommandController(this, testContact);
  readonly #thresholds = new ThresholdsSection({
    element: this,
    account: () => this.scope?.account,
    words: () => this.#words,
    writable: () => this.#writable,
    say: (text) => (this._said = text),
    focus: (selector) => this.#focus(selector),
    saved: () => this.dispatchEvent(new LkAlertsChangedEvent('thresholds')),
  });

  constructor() {
    super();
    keepFocus(this);
  }

  get #words(): AlertsWords {
    return { t: this.t, locale: this.language };
  }

  get #writable(): boolean {
    return may(accountIn(this.#accounts.value, this.scope?.account), 'alerts.change');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
    this.#clock = undefined;
  }

  protected override willUpdate(): void {
    const of = this.scope?.account ?? null;
    if (of === this.#of) return;
    this.#of = of;
    this._draft = null;
    this._code = null;
    this._open = null;
    this.#thresholds.reset();
    this._said = '';
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const wanted = this.#wanted === null ? null : this.renderRoot.querySelector<HTMLElement>(this.#wanted);
    if (wanted) {
      this.#wanted = null;
      wanted.focus();
    }
    const waits = (this.#alerts.value?.contacts ?? []).some((contact) => this.#wait(contact) > 0);
    if (waits && this.isConnected) this.#clock ??= setInterval(() => this.requestUpdate(), 1000);
    else {
      clearInterval(this.#clock);
      this.#clock = undefined;
    }
  }

  protected override render(): unknown {
    const { t } = this;
    const alerts = this.#alerts.value;
    const full = alerts ? alerts.contacts.length >= alerts.maxContacts : false;
    return frame({
      heading: t('heading'),
      actions:
        this.#writable && alerts && alerts.contacts.length > 0 && !this._draft && !full
          ? button(t('add'), this.#begin, { icon: plus, kind: 's' })
          : nothing,
      body: html`${freshness(this.#alerts, t)}
        ${this.#alerts.render({
          pending: () =>
            html`<slot name="loading"><div class="sec first">${skeletonRows(3, t('loading'))}</div></slot>`,
          ready: (ready) => this.#body(ready, full),
          error: (error) =>
            trouble({
              error,
              text: this.describe(error),
              t,
              retry: this.#alerts.retry,
              failed: t('failedHeading'),
              forbidden: t('forbiddenHeading'),
            }),
        })}
        <p class="sr" role="status">${this._said}</p>`,
      foot: alerts && alerts.contacts.length > 0 ? this.#foot(alerts) : nothing,
    });
  }

  #body(alerts: Alerts, full: boolean): unknown {
    const { t } = this;
    const form = this._draft?.of === null ? html`<div class="sec">${this.#form(this._draft)}</div>` : nothing;
    if (alerts.contacts.length === 0) {
      if (this._draft) return html`<div class="sec first">${this.#form(this._draft)}</div>`;
      const action = this.#writable ? button(t('add'), this.#begin, { icon: plus, kind: 'pri s' }) : nothing;
      return html`<slot name="empty"
        ><div class="sec first">
          ${this._said ? this.#done() : nothing}
          ${blank(bell, t('empty'), this.#writable ? t('emptyHint') : t('readOnlyReason'), action)}
        </div></slot
      >`;
    }
    return html`<div class="sec first thr">
        ${this.#writable ? nothing : note('', lock, t('readOnlyReason'))}
        <p class="small sub">${t('free')}</p>
        ${this.#thresholds.render(alerts)} ${this.#failure(this.#thresholds.outcome)}
      </div>
      ${form}
      <div class="sec">
        ${this.#done()} ${this.#failure(this.#removal)} ${this.#failure(this.#testing)}
        ${this.#failure(this.#resending)} ${this._draft ? nothing : this.#failure(this.#change)}
        ${contactsView({
          contacts: alerts.contacts,
          writable: this.#writable,
          busy: this.#change.state === 'running' ? (this.#change.input?.contact ?? null) : null,
          open: this._open,
          words: this.#words,
          flag: (contact, flag, on) => void this.#save(contact, { [flag]: on }),
          toggle: ({ id }) => {
            this._open = this._open === id ? null : id;
            this._draft = null;
          },
          under: (contact) => this.#under(contact),
        })}
        ${full && this.#writable ? html`<p class="hint">${t('full', { count: alerts.maxContacts })}</p>` : nothing}
        ${this._removing ? this.#question(this._removing) : nothing}
      </div>
      ${this._log ? this.#journal() : nothing}`;
  }

  #foot(alerts: Alerts): unknown {
    return html`<div class="asofbar">
      <p class="sub">${lastView(alerts, this.#words)}</p>
      ${button(this.t(this._log ? 'logHide' : 'log'), () => (this._log = !this._log), { kind: 'quiet s' })}
    </div>`;
  }

  #journal(): unknown {
    const { t } = this;
    return html`<div class="sec thr">
      <h3>${t('log')}</h3>
      ${this.#entries.render({
        pending: () => skeletonRows(2, t('loading')),
        ready: ({ items }) => logView(items, this.#words),
        error: (error) => trouble({ error, text: this.describe(error), t, retry: this.#entries.retry }),
      })}
    </div>`;
  }

  #done(): unknown {
    return this._said ? html`<p class="did">${icon(check, 's')}<span>${this._said}</span></p>` : nothing;
  }

  #under(contact: Contact): unknown {
    if (!this.#writable) return nothing;
    if (this._draft?.of === contact.id) return html`<div class="more2">${this.#form(this._draft)}</div>`;
    const actions = this._open === contact.id ? this.#actions(contact) : nothing;
    if (contact.confirmed) return actions;
    const code = this._code?.of === contact.id ? this._code : null;
    return html`${actions}
    ${codeView({
      contact,
      code: code?.text ?? '',
      error: code?.error ?? null,
      wait: this.#wait(contact),
      busy: this.#confirmation.state === 'running',
      words: this.#words,
      set: (text) => {
        this._code = { of: contact.id, text: text.replace(/\D/g, '').slice(0, 6), error: null };
      },
      confirm: () => void this.#confirm(contact),
      resend: () => void this.#resend(contact),
    })}`;
  }

  #actions(contact: Contact): unknown {
    const { t } = this;
    const quiet = { kind: 'quiet s' };
    return html`<div class="more2 btns">
      ${button(t('edit'), () => this.#edit(contact), quiet)}
      ${
        contact.confirmed
          ? html`${button(t('test'), () => void this.#test(contact), { ...quiet, busy: this.#testing.state === 'running' })}
            ${button(t(contact.state === 'PAUSED' ? 'resume' : 'pause'), () => void this.#save(contact, { paused: contact.state !== 'PAUSED' }), quiet)}`
          : nothing
      }
      ${button(t('remove'), () => void this.#ask(contact), quiet)}
    </div>`;
  }

  #form(draft: Draft): unknown {
    const running = draft.of === null ? this.#addition : this.#change;
    return addView({
      kind: draft.kind,
      value: draft.value,
      error: this._draftError,
      busy: running.state === 'running',
      failure: this._draftError ? nothing : this.#failure(running),
      editing: draft.of !== null,
      words: this.#words,
      choose: (kind) => {
        this._draft = { ...draft, kind };
        this._draftError = null;
      },
      set: (value) => {
        this._draft = { ...draft, value };
        this._draftError = null;
      },
      go: () => void (draft.of === null ? this.#add(draft) : this.#rename(draft, draft.of)),
      cancel: () => (this._draft = null),
    });
  }

  #question(contact: Contact): unknown {
    const { t } = this;
    return confirm({
      id: 'remove',
      question: t('remove.question', { contact: contactText(contact) }),
      body: html`<p>${t('remove.body')}</p>`,
      safe: t('remove.safe'),
      danger: t('remove'),
      confirm: () => void this.#remove(contact),
    });
  }

  #failure({ state, error }: { state: string; error: LkError | null }): unknown {
    if (state === 'unknown') return note('warn', warning, this.t('unknown'), nothing, 'status');
    if (state !== 'failed' || !error) return nothing;
    return note('bad', warning, this.t('notDone', { reason: this.describe(error) }), nothing, 'alert');
  }

  /** Seconds until another code may be sent, by the clock of the server. */
  #wait({ resendAt }: Contact): number {
    const alerts = this.#alerts.value;
    if (!alerts || resendAt === null) return 0;
    const since = Date.now() - (this.#alerts.updatedAt ?? Date.now());
    return Math.max(0, Math.ceil((Date.parse(resendAt) - Date.parse(alerts.now) - since) / 1000));
  }

  #begin = (): void => {
    this.#addition.reset();
    this._said = '';
    this._draftError = null;
    this._draft = { kind: 'PHONE', value: '', of: null };
    this.#focus('#contact');
  };

  #edit({ id, type, value }: Contact): void {
    this.#change.reset();
    this._draftError = null;
    this._draft = { kind: type, value, of: id };
    this.#focus('#contact');
  }

  #valueOf({ kind, value }: Draft): string | null {
    const text = value.trim();
    if (text !== '' && (kind === 'EMAIL') === text.includes('@')) return text;
    this._draftError = this.t(kind === 'PHONE' ? 'phoneEmpty' : 'emailEmpty');
    this.#focus('#contact');
    return null;
  }

  async #add(draft: Draft): Promise<void> {
    const value = this.#valueOf(draft);
    if (!this.scope || value === null) return;
    const alerts = await this.#addition.run({ account: this.scope.account, value });
    if (!alerts) return this.#wrongValue(this.#addition.error);
    this._draft = null;
    this.#asked(alerts.contacts.at(-1), 'added');
    this.dispatchEvent(new LkAlertsChangedEvent('added'));
  }

  async #rename(draft: Draft, contact: string): Promise<void> {
    const value = this.#valueOf(draft);
    if (!this.scope || value === null) return;
    const alerts = await this.#change.run({ account: this.scope.account, contact, value });
    if (!alerts) return this.#wrongValue(this.#change.error);
    this._draft = null;
    this._open = null;
    const changed = alerts.contacts.find(({ id }) => id === contact);
    this.#asked(changed, changed?.confirmed ? 'changed' : 'added');
    this.dispatchEvent(new LkAlertsChangedEvent('changed'));
  }

  /** Says at the field what the server says of its value. */
  #wrongValue(error: LkError | null): void {
    if (error?.code !== 'CONTACT_INVALID' && error?.code !== 'CONTACT_EXISTS') return;
    this._draftError = this.describe(error) || this.t(this._draft?.kind === 'EMAIL' ? 'emailEmpty' : 'phoneEmpty');
    this.#focus('#contact');
  }

  #asked(contact: Contact | undefined, said: 'added' | 'resent' | 'changed'): void {
    if (!contact) return;
    this._said = this.t(said, { contact: contactText(contact) });
    this._code = { of: contact.id, text: '', error: null };
    this.#focus(`#code-${contact.id}`);
  }

  async #confirm(contact: Contact): Promise<void> {
    const text = this._code?.of === contact.id ? this._code.text : '';
    const { id } = contact;
    if (!this.scope) return;
    if (text.length < 6) {
      this._code = { of: id, text, error: this.t('codeShort') };
      return this.#focus(`#code-${id}`);
    }
    if (await this.#confirmation.run({ account: this.scope.account, contact: id, code: text })) {
      this._code = null;
      this._said = this.t('confirmed', { contact: contactText(contact) });
      this.dispatchEvent(new LkAlertsChangedEvent('confirmed'));
      return;
    }
    const { error } = this.#confirmation;
    if (!error) return;
    const left = Number(error.params['n'] ?? 0);
    this._code = { of: id, text, error: this.#codeError(error, left) };
    // Attempts are counted at the server: the state of the contact may be another one now.
    if (error.code === 'CODE_WRONG' && left === 0) this.#alerts.retry();
    this.#focus(`#code-${id}`);
  }

  #codeError(error: LkError, left: number): string {
    if (error.code === 'CODE_WRONG') return left > 0 ? this.t('codeWrong', { count: left }) : this.t('codeOver');
    return error.code === 'CODE_EXPIRED' ? this.t('codeOld') : this.describe(error);
  }

  async #resend(contact: Contact): Promise<void> {
    if (!this.scope) return;
    const alerts = await this.#resending.run({ account: this.scope.account, contact: contact.id });
    if (alerts) this.#asked(contact, 'resent');
  }

  async #save(contact: Contact, change: Partial<Record<'lowBalance' | 'dayLimit' | 'topUp' | 'paused', boolean>>) {
    if (!this.scope) return;
    this._said = '';
    if (!(await this.#change.run({ account: this.scope.account, contact: contact.id, ...change }))) {
      this.requestUpdate();
      return;
    }
    this._said = this.t('changed', { contact: contactText(contact) });
    this.dispatchEvent(new LkAlertsChangedEvent('changed'));
  }

  async #test(contact: Contact): Promise<void> {
    if (!this.scope) return;
    this._said = '';
    if (await this.#testing.run({ account: this.scope.account, contact: contact.id })) {
      this._said = this.t('tested', { contact: contactText(contact) });
    }
  }

  async #ask(contact: Contact): Promise<void> {
    this.#removal.reset();
    this._removing = contact;
    await this.updateComplete;
    openConfirm(this.renderRoot, 'remove');
  }

  async #remove(contact: Contact): Promise<void> {
    if (!this.scope || !(await this.#removal.run({ account: this.scope.account, contact: contact.id }))) return;
    this._open = null;
    this._said = this.t('removed', { contact: contactText(contact) });
    this.dispatchEvent(new LkAlertsChangedEvent('removed'));
  }

  /** The element may only be there when the list has been read again. */
  #focus(selector: string): void {
    this.#wanted = selector;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lk-alerts': LkAlerts;
  }
}
