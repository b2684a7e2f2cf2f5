import { html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import type { LkError } from '../../api/errors.js';
import { accountIn, accountsQuery, may } from '../../core/queries/account.js';
import { CommandController } from '../../ui/controllers/command.js';
import { closeOnEscape } from '../../ui/controllers/escape.js';
import { keepFocus } from '../../ui/controllers/focus.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { LkElement } from '../../ui/element.js';
import { bell, check, lock, plus, warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { confirm, openConfirm } from '../../ui/parts/confirm.js';
import { frame } from '../../ui/parts/frame.js';
import { icon } from '../../ui/parts/icon.js';
import { note } from '../../ui/parts/note.js';
import { sentence } from '../../ui/parts/say.js';
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
  type AlertLog,
  alertLogOf,
  type Alerts,
  alertsOf,
  changeContact,
  type Contact,
  removeContact,
  testContact,
} from './alerts.data.js';
import { LkAlertsChangedEvent } from './alerts.events.js';
import { type AlertsMessages, type AlertsWords, messages } from './alerts.messages.js';
import { styles } from './alerts.styles.js';
import { contactsView, contactText, lastView, logView } from './alerts.view.js';
import { CodeSection } from './code.section.js';
import { ContactSection } from './contact.section.js';
import type { SectionHost } from './section.js';
import { ThresholdsSection } from './thresholds.section.js';

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

  @state() private _open: string | null = null;
  @state() private _removing: Contact | null = null;
  @state() private _log = false;
  @state() private _said = '';
  #of: string | null = null;
  #wanted: string | null = null;

  readonly #alerts = new ResourceController<Alerts>(this, () => (this.scope ? alertsOf(this.scope.account) : null));
  readonly #accounts = new ResourceController(this, () => accountsQuery);
  readonly #entries = new ResourceController<AlertLog>(this, () =>
    this.scope && this._log ? alertLogOf(this.scope.account) : null,
  );
  readonly #change = new CommandController(this, changeContact);
  readonly #removal = new CommandController(this, removeContact);
  readonly #testing = new CommandController(this, testContact);
  readonly #section: SectionHost = {
    element: this,
    account: () => this.scope?.account,
    words: () => this.#words,
    say: (text) => (this._said = text),
    focus: (selector) => this.#focus(selector),
    failure: (outcome) => this.#failure(outcome),
    describe: this.describe,
    changed: (change) => this.dispatchEvent(new LkAlertsChangedEvent(change)),
  };
  readonly #thresholds = new ThresholdsSection({ ...this.#section, writable: () => this.#writable });
  readonly #code = new CodeSection({ ...this.#section, alerts: this.#alerts });
  readonly #form = new ContactSection({
    ...this.#section,
    asked: (contact, said) => {
      this._open = null;
      this.#code.expect(contact, said);
    },
  });

  readonly #escape = closeOnEscape(this, () => this.t('escapeAgain'));

  constructor() {
    super();
    keepFocus(this);
  }

  /** Whether something is typed and not sent; a cabinet asks before it leaves. */
  get dirty(): boolean {
    return this.#escape.dirty;
  }

  get #words(): AlertsWords {
    return { t: this.t, locale: this.language };
  }

  get #writable(): boolean {
    return may(accountIn(this.#accounts.value, this.scope?.account), 'alerts.change');
  }

  protected override willUpdate(): void {
    const of = this.scope?.account ?? null;
    if (of === this.#of) return;
    this.#of = of;
    this._open = null;
    this.#form.close();
    this.#code.reset();
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
  }

  protected override render(): unknown {
    const { t } = this;
    const alerts = this.#alerts.value;
    const full = alerts ? alerts.contacts.length >= alerts.maxContacts : false;
    return frame({
      heading: t('heading'),
      actions:
        this.#writable && alerts && alerts.contacts.length > 0 && this.#form.of === undefined && !full
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
    const adding = this.#form.of === null;
    if (alerts.contacts.length === 0) {
      if (adding) return html`<div class="sec first">${this.#form.render()}</div>`;
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
      ${adding ? html`<div class="sec">${this.#form.render()}</div>` : nothing}
      <div class="sec">
        ${this.#done()} ${this.#failure(this.#removal)} ${this.#failure(this.#testing)}
        ${this.#failure(this.#code.outcome)} ${this.#failure(this.#change)}
        ${contactsView({
          contacts: alerts.contacts,
          writable: this.#writable,
          busy: this.#change.state === 'running' ? (this.#change.input?.contact ?? null) : null,
          open: this._open,
          words: this.#words,
          flag: (contact, flag, on) => void this.#save(contact, { [flag]: on }),
          toggle: ({ id }) => {
            this._open = this._open === id ? null : id;
            this.#form.close();
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
    if (this.#form.of === contact.id) return html`<div class="more2">${this.#form.render()}</div>`;
    const actions = this._open === contact.id ? this.#actions(contact) : nothing;
    return contact.confirmed ? actions : html`${actions} ${this.#code.render(contact)}`;
  }

  #actions(contact: Contact): unknown {
    const { t } = this;
    const quiet = { kind: 'quiet s' };
    return html`<div class="more2 btns">
      ${button(t('edit'), () => this.#form.open(contact), quiet)}
      ${
        contact.confirmed
          ? html`${button(t('test'), () => void this.#test(contact), { ...quiet, busy: this.#testing.state === 'running' })}
            ${button(t(contact.state === 'PAUSED' ? 'resume' : 'pause'), () => void this.#save(contact, { paused: contact.state !== 'PAUSED' }), quiet)}`
          : nothing
      }
      ${button(t('remove'), () => void this.#ask(contact), quiet)}
    </div>`;
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
    return note('bad', warning, this.t('notDone', { reason: sentence(this.describe(error)) }), nothing, 'alert');
  }

  #begin = (): void => this.#form.open(null);

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
