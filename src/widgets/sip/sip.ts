import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { LkError } from '../../api/errors.js';
import { accountIn, accountsQuery, may } from '../../core/queries/account.js';
import { numbersOf, type NumberSummary } from '../../core/queries/numbers.js';
import { type SipAccount, type SipList, sipOf } from '../../core/queries/sip.js';
import { CommandController } from '../../ui/controllers/command.js';
import { closeOnEscape } from '../../ui/controllers/escape.js';
import { keepFocus } from '../../ui/controllers/focus.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { LkElement } from '../../ui/element.js';
import { check, headset, lock, plus, warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { confirm, openConfirm } from '../../ui/parts/confirm.js';
import { frame } from '../../ui/parts/frame.js';
import { icon } from '../../ui/parts/icon.js';
import { note } from '../../ui/parts/note.js';
import { type QrModules, qrOf } from '../../ui/parts/qr.js';
import { sentence } from '../../ui/parts/say.js';
import { blank, skeletonRows } from '../../ui/parts/states.js';
import { revealSelected } from '../../ui/parts/reveal.js';
import { freshness, trouble } from '../../ui/parts/view.js';
import { base } from '../../ui/styles/base.js';
import { buttons } from '../../ui/styles/buttons.js';
import { dataTables } from '../../ui/styles/data-tables.js';
import { dialog } from '../../ui/styles/dialog.js';
import { forms } from '../../ui/styles/forms.js';
import { ledger } from '../../ui/styles/ledger.js';
import { notes } from '../../ui/styles/notes.js';
import { qr } from '../../ui/styles/qr.js';
import { segments } from '../../ui/styles/segments.js';
import { states } from '../../ui/styles/states.js';
import { status } from '../../ui/styles/status.js';
import { createSip, deleteSip, resetSip, type SipSecret } from './sip.commands.js';
import { LkSipChangedEvent } from './sip.events.js';
import { messages, type SipMessages, type SipWords } from './sip.messages.js';
import { styles } from './sip.styles.js';
import { createView, resetView, secretView, type SipType, tableView } from './sip.view.js';

interface Draft {
  readonly name: string;
  /** `null` = the first of those that may have one: they may come after the form was opened. */
  readonly number: string | null;
  readonly type: SipType;
}

/**
 * SIP accounts of an account: create, delete, a new password that is shown once. Their devices are set up by `lk-equipment`.
 *
 * @summary SIP accounts.
 * @tagname lk-sip
 * @fires lk-sip-changed - An account was created, deleted, or got a new password; `change` says which.
 * @slot heading - Replaces the heading.
 * @slot help - Replaces the link to help.
 * @slot empty - Replaces what is shown while there are no SIP accounts.
 * @slot error - Replaces what is shown when they could not be read.
 * @slot unavailable - Replaces what is shown to users without the right to see them.
 * @slot loading - Replaces the skeleton.
 * @see domain.md §7.3
 */
export class LkSip extends LkElement<SipMessages> {
  static override readonly messages = messages;
  static override readonly styles = [
    ...base,
    buttons,
    forms,
    segments,
    dataTables,
    status,
    notes,
    states,
    ledger,
    dialog,
    qr,
    styles,
  ];

  /** Shows only the SIP accounts of this number, E.164. */
  @property() number: string | undefined;

  @state() private _draft: Draft | null = null;
  @state() private _nameError: string | null = null;
  @state() private _resetting: string | null = null;
  @state() private _removing: SipAccount | null = null;
  @state() private _secret: SipSecret | null = null;
  @state() private _qr: QrModules | null = null;
  @state() private _said = '';
  #of: string | null = null;

  readonly #list = new ResourceController<SipList>(this, () => (this.scope ? sipOf(this.scope.account) : null), {
    isEmpty: (list) => this.#shown(list).length === 0,
  });
  readonly #numbers = new ResourceController(this, () => (this.scope ? numbersOf(this.scope.account) : null));
  readonly #accounts = new ResourceController(this, () => accountsQuery);
  readonly #creation = new CommandController(this, createSip);
  readonly #reset = new CommandController(this, resetSip);
  readonly #deletion = new CommandController(this, deleteSip);

  readonly #escape = closeOnEscape(this, () => this.t('escapeAgain'));

  constructor() {
    super();
    keepFocus(this);
  }

  /** Whether something is typed and not sent; a cabinet asks before it leaves. */
  get dirty(): boolean {
    return this.#escape.dirty;
  }

  get #words(): SipWords {
    return { t: this.t, locale: this.language };
  }

  get #writable(): boolean {
    return may(accountIn(this.#accounts.value, this.scope?.account), 'sip.change');
  }

  protected override willUpdate(): void {
    const of = this.scope?.account ?? null;
    if (of === this.#of) return;
    // Another account: a password on screen is not for its eyes.
    this.#of = of;
    this._secret = null;
    this._qr = null;
    this._draft = null;
    this._resetting = null;
    this._said = '';
  }

  protected override updated(...changed: Parameters<LkElement['updated']>): void {
    super.updated(...changed);
    revealSelected(this.renderRoot);
  }

  protected override render(): unknown {
    const { t } = this;
    return frame({
      heading: t('heading'),
      actions:
        this.#writable && this.#list.value && this.#shown(this.#list.value).length > 0 && !this._draft
          ? button(t('create'), this.#open, { icon: plus, kind: 's' })
          : nothing,
      body: html`${freshness(this.#list, t)}
        <div class="sec first">
          ${this.#above()}
          ${this.#list.render({
            pending: () => html`<slot name="loading">${skeletonRows(3, t('loading'))}</slot>`,
            ready: (list) => this.#table(list),
            empty: () => (this._draft ? nothing : this.#empty()),
            error: (error) =>
              trouble({
                error,
                text: this.describe(error),
                t,
                retry: this.#list.retry,
                failed: t('failedHeading'),
                forbidden: t('forbiddenHeading'),
              }),
          })}
          <p class="sr" role="status">${this._said}</p>
        </div>`,
    });
  }

  #shown({ items }: SipList): SipAccount[] {
    return this.number === undefined ? items : items.filter(({ number }) => number === this.number);
  }

  /** Password, form and result stand above the list, where the eyes are after the click. */
  #above(): unknown {
    const { t } = this;
    return html`${this.#writable || !this.#list.value ? nothing : note('', lock, t('readOnlyReason'))}
    ${this.#deletion.state === 'failed' ? this.#failure(this.#deletion) : nothing}
    ${this._said && !this._secret ? html`<p class="did">${icon(check, 's')}<span>${this._said}</span></p>` : nothing}
    ${
      this._secret
        ? secretView({
            secret: this._secret,
            qr: this._qr,
            words: this.#words,
            toggleQr: () => void this.#toggleQr(),
            copied: () => (this._said = t('copied')),
            configure: () => this.navigate('equipment', { sip: this._secret?.account.id ?? '' }),
            close: () => this.#forget(),
          })
        : nothing
    }
    ${this._draft ? this.#form(this._draft) : nothing}`;
  }

  #form(draft: Draft): unknown {
    const list = this.#list.value;
    const of = this.#numberOf(draft);
    const count = (list?.items ?? []).filter(({ number }) => number === of).length;
    return createView({
      ...draft,
      number: of ?? '',
      numbers: this.#eligible,
      error: this._nameError,
      full: list && count >= list.perNumber ? count : null,
      ready: of !== null,
      busy: this.#creation.state === 'running',
      failure: this._nameError ? nothing : this.#failure(this.#creation),
      words: this.#words,
      set: (change) => {
        this._draft = { ...draft, ...change };
        if (change.name !== undefined) this._nameError = null;
      },
      create: () => void this.#create(),
      cancel: () => (this._draft = null),
    });
  }

  #table(list: SipList): unknown {
    const { t, _removing: removing } = this;
    return html`${tableView({
      items: this.#shown(list),
      writable: this.#writable,
      words: this.#words,
      resetting: this._resetting,
      question: resetView({
        busy: this.#reset.state === 'running',
        failure: this.#failure(this.#reset),
        words: this.#words,
        go: () => void this.#renew(),
        cancel: () => (this._resetting = null),
      }),
      reset: (sip) => {
        this.#reset.reset();
        this._resetting = sip.id;
      },
      remove: (sip) => void this.#ask(sip),
    })}
    ${
      removing
        ? confirm({
            id: 'remove',
            question: t('remove.question', { name: removing.name }),
            body: html`<p>${t('remove.body', { login: removing.login })}</p>
              ${removing.registration.state === 'REGISTERED' ? html`<p>${t('remove.active')}</p>` : nothing}
              ${removing.lastOfNumber ? html`<p>${t('remove.last')}</p>` : nothing}`,
            safe: t('remove.safe'),
            danger: t('remove.do'),
            confirm: () => void this.#remove(removing),
          })
        : nothing
    }`;
  }

  #empty(): unknown {
    const { t } = this;
    return html`<slot name="empty"
      >${blank(
        headset,
        t('empty'),
        t('emptyHint'),
        this.#writable && !this._draft ? button(t('create'), this.#open, { icon: plus, kind: 'pri s' }) : nothing,
      )}</slot
    >`;
  }

  #failure({ state, error }: { state: string; error: LkError | null }): unknown {
    if (state === 'unknown') return note('warn', warning, this.t('unknown'), nothing, 'status');
    return state === 'failed' && error
      ? note('bad', warning, this.t('notDone', { reason: sentence(this.describe(error)) }), nothing, 'alert')
      : nothing;
  }

  #open = (): void => {
    this.#creation.reset();
    this._said = '';
    this._nameError = null;
    this._draft = { name: '', number: null, type: 'DEVICE' };
    this.#focus('#name');
  };

  /** Numbers that may get an account. */
  get #eligible(): readonly NumberSummary[] {
    return (this.#numbers.value?.items ?? []).filter(
      ({ status, number }) => status === 'ACTIVE' && (this.number === undefined || number === this.number),
    );
  }

  #numberOf(draft: Draft): string | null {
    return draft.number ?? this.#eligible[0]?.number ?? null;
  }

  async #create(): Promise<void> {
    const { scope, _draft: draft } = this;
    const number = draft && this.#numberOf(draft);
    if (!scope || !draft || number === null) return;
    const name = draft.name.trim();
    if (name === '') return this.#wrongName('nameEmpty');
    const secret = await this.#creation.run({ account: scope.account, number, name, type: draft.type });
    if (!secret) {
      const { error } = this.#creation;
      if (error?.code === 'SIP_PARAM_INVALID' && error.params['field'] === 'name') this.#wrongName('nameLong');
      return;
    }
    this._draft = null;
    this.#show(secret, 'created');
  }

  #wrongName(fault: 'nameEmpty' | 'nameLong'): void {
    this._nameError = this.t(fault);
    this.#focus('#name');
  }

  async #renew(): Promise<void> {
    const { scope, _resetting: sip } = this;
    if (!scope || sip === null) return;
    const secret = await this.#reset.run({ account: scope.account, sip });
    if (!secret) return;
    this._resetting = null;
    this.#show(secret, 'reset');
  }

  async #ask(sip: SipAccount): Promise<void> {
    this.#deletion.reset();
    this._said = '';
    this._removing = sip;
    await this.updateComplete;
    openConfirm(this.renderRoot, 'remove');
  }

  async #remove({ id, name }: SipAccount): Promise<void> {
    if (!this.scope || !(await this.#deletion.run({ account: this.scope.account, sip: id }))) return;
    this._said = this.t('removed', { name });
    this.dispatchEvent(new LkSipChangedEvent('deleted'));
  }

  #show(secret: SipSecret, change: 'created' | 'reset'): void {
    this._secret = secret;
    this._qr = null;
    this._said = '';
    this.#focus('#once');
    this.dispatchEvent(new LkSipChangedEvent(change));
  }

  #forget(): void {
    this._secret = null;
    this._qr = null;
    this._said = '';
    this.#creation.reset();
    this.#reset.reset();
  }

  async #toggleQr(): Promise<void> {
    const secret = this._secret;
    if (this._qr || !secret) {
      this._qr = null;
      return;
    }
    const modules = await qrOf(secret.uri);
    if (this._secret === secret) this._qr = modules;
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lk-sip': LkSip;
  }
}
