import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { LkError } from '../../api/errors.js';
import { numbersOf } from '../../core/queries/numbers.js';
import { CommandController } from '../../ui/controllers/command.js';
import { keepFocus } from '../../ui/controllers/focus.js';
import { PagesController } from '../../ui/controllers/pages.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { LkElement } from '../../ui/element.js';
import { check, list as listIcon, plus, users as usersIcon, warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { confirm, openConfirm } from '../../ui/parts/confirm.js';
import { instantText } from '../../ui/parts/dates.js';
import { frame } from '../../ui/parts/frame.js';
import { icon } from '../../ui/parts/icon.js';
import { note } from '../../ui/parts/note.js';
import { blank, skeletonRows } from '../../ui/parts/states.js';
import { panel, tabs as tabsPart } from '../../ui/parts/tabs.js';
import { freshness, trouble } from '../../ui/parts/view.js';
import { base } from '../../ui/styles/base.js';
import { buttons } from '../../ui/styles/buttons.js';
import { chips } from '../../ui/styles/chips.js';
import { dataTables } from '../../ui/styles/data-tables.js';
import { dialog } from '../../ui/styles/dialog.js';
import { forms } from '../../ui/styles/forms.js';
import { ledger } from '../../ui/styles/ledger.js';
import { notes } from '../../ui/styles/notes.js';
import { segments } from '../../ui/styles/segments.js';
import { signals } from '../../ui/styles/signals.js';
import { states } from '../../ui/styles/states.js';
import { status } from '../../ui/styles/status.js';
import { switches } from '../../ui/styles/switches.js';
import { tabs } from '../../ui/styles/tabs.js';
import { tags } from '../../ui/styles/tags.js';
import { auditView, filterView } from './audit.view.js';
import {
  acceptOwnership,
  type AuditEntry,
  type AuditFilter,
  auditOf,
  changeUser,
  declineOwnership,
  inviteUser,
  offerOwnership,
  PRODUCTS,
  removeUser,
  resendInvitation,
  revokeInvitation,
  type User,
  type Users,
  usersOf,
} from './roles.data.js';
import { LkRolesChangedEvent } from './roles.events.js';
import { messages, type RolesMessages, type RolesWords } from './roles.messages.js';
import { styles } from './roles.styles.js';
import { editView, inviteView, keyView, nameOf, type RightsDraft, usersView } from './roles.view.js';

type Tab = 'users' | 'audit';
type Said = LkRolesChangedEvent['change'];
interface Invite {
  readonly contact: string;
  readonly name: string;
}
const NEW: RightsDraft = {
  levels: { CORE: 'USER', BILLING: 'NONE', TELEPHONY: 'USER', VPBX: 'NONE', DOCS: 'NONE' },
  numbers: null,
  selfManage: false,
};

/**
 * Who may use the account: users and their levels by product, numbers they see, invitations, handing over the contract, log of changes.
 *
 * @summary Users and rights.
 * @tagname lk-roles
 * @fires lk-roles-changed - Somebody's access was changed; `change` says how.
 * @slot heading - Replaces the heading.
 * @slot help - Replaces the link to help.
 * @slot error - Replaces what is shown when the users could not be read.
 * @slot unavailable - Replaces what is shown to users without the right to see them.
 * @slot loading - Replaces the skeleton.
 * @csspart tabs - The tabs.
 * @see domain.md §11
 */
export class LkRoles extends LkElement<RolesMessages> {
  static override readonly messages = messages;
  static override readonly styles = [
    ...base,
    buttons,
    forms,
    segments,
    chips,
    switches,
    dataTables,
    signals,
    status,
    tags,
    tabs,
    notes,
    states,
    ledger,
    dialog,
    styles,
  ];

  @state() private _tab: Tab = 'users';
  @state() private _editing: string | null = null;
  @state() private _draft: RightsDraft | null = null;
  @state() private _invite: Invite | null = null;
  @state() private _errors: { readonly contact: string | null; readonly numbers: string | null } = NO_ERRORS;
  @state() private _asking: { readonly what: 'remove' | 'transfer'; readonly user: User } | null = null;
  @state() private _filter: AuditFilter = {};
  @state() private _said = '';
  #of: string | null = null;

  readonly #users = new ResourceController<Users>(this, () => (this.scope ? usersOf(this.scope.account) : null));
  readonly #numbers = new ResourceController(this, () =>
    this.scope && this._draft ? numbersOf(this.scope.account) : null,
  );
  readonly #audit = new ResourceController(
    this,
    () => (this.scope && this._tab === 'audit' ? auditOf(this.scope.account, this._filter) : null),
    { isEmpty: ({ items }) => items.length === 0 },
  );
  readonly #pages = new PagesController<AuditEntry>(this, (client, cursor, options) =>
    client.get('/v1/accounts/{account}/audit', { ...options, query: { ...this._filter, cursor } }),
  );
  readonly #change = new CommandController(this, changeUser);
  readonly #removal = new CommandController(this, removeUser);
  readonly #invitation = new CommandController(this, inviteUser);
  readonly #resending = new CommandController(this, resendInvitation);
  readonly #revoking = new CommandController(this, revokeInvitation);
  readonly #offer = new CommandController(this, offerOwnership);
  readonly #acceptance = new CommandController(this, acceptOwnership);
  readonly #refusal = new CommandController(this, declineOwnership);

  constructor() {
    super();
    keepFocus(this);
  }

  get #words(): RolesWords {
    return { t: this.t, locale: this.language };
  }

  protected override willUpdate(): void {
    const of = this.scope?.account ?? null;
    if (of === this.#of) return;
    this.#of = of;
    this.#close();
    this._filter = {};
    this._said = '';
  }

  protected override render(): unknown {
    const { t } = this;
    const users = this.#users.value;
    return frame({
      heading: t('heading'),
      actions:
        users && !this._invite && this._tab === 'users'
          ? button(t('invite'), this.#begin, { icon: plus, kind: 's' })
          : nothing,
      tabs: users
        ? tabsPart<Tab>(
            [
              { id: 'users', label: t('users', { count: users.items.length + users.invitations.length }) },
              { id: 'audit', label: t('audit') },
            ],
            this._tab,
            t('tabs'),
            (tab) => (this._tab = tab),
          )
        : nothing,
      body: html`${freshness(this.#users, t)}
        ${this.#users.render({
          pending: () =>
            html`<slot name="loading"><div class="sec first">${skeletonRows(4, t('loading'))}</div></slot>`,
          ready: (ready) => panel(this._tab, this._tab === 'users' ? this.#people(ready) : this.#journal(ready)),
          error: (error) =>
            trouble({
              error,
              text: this.describe(error),
              t,
              retry: this.#users.retry,
              failed: t('failedHeading'),
              forbidden: t('forbiddenHeading'),
            }),
        })}
        <p class="sr" role="status">${this._said}</p>`,
      foot: users && this._tab === 'users' ? keyView(this.#words) : nothing,
    });
  }

  #people(users: Users): unknown {
    const { t } = this;
    const draft = this._draft ?? NEW;
    const set = (next: RightsDraft) => {
      this._draft = next;
      this._errors = NO_ERRORS;
    };
    const numbers = (this.#numbers.value?.items ?? []).map(({ number }) => number);
    return html`<div class="sec first rsec">
      ${this._said ? html`<p class="did">${icon(check, 's')}<span>${this._said}</span></p>` : nothing}
      ${this.#offered(users)}
      ${[this.#removal, this.#resending, this.#revoking, this.#offer, this.#acceptance, this.#refusal].map((one) => this.#failure(one))}
      ${
        this._invite
          ? inviteView({
              ...this._invite,
              draft,
              numbers,
              words: this.#words,
              errors: this._errors,
              busy: this.#invitation.state === 'running',
              failure: this._errors.contact ? nothing : this.#failure(this.#invitation),
              set,
              type: (change) => {
                this._invite = { contact: '', name: '', ...this._invite, ...change };
                this._errors = NO_ERRORS;
              },
              go: () => void this.#send(),
              cancel: this.#close,
            })
          : nothing
      }
      ${usersView({
        users,
        editing: this._editing,
        draft: this._draft,
        numbers,
        words: this.#words,
        set,
        edit: this.#edit,
        resend: ({ id, contact }) =>
          void this.#done(this.#resending.run({ ...this.#path, invitation: id }), 'invited', contact),
        revoke: ({ id, contact }) =>
          void this.#done(this.#revoking.run({ ...this.#path, invitation: id }), 'revoked', contact),
        under: (user) =>
          editView({
            user,
            draft,
            numbers,
            words: this.#words,
            error: this._errors.numbers,
            busy: this.#change.state === 'running',
            failure: this.#failure(this.#change),
            set,
            transfer: this.#mayOffer(users, user) ? () => void this.#ask('transfer', user) : null,
            remove: () => void this.#ask('remove', user),
            cancel: this.#close,
            save: () => void this.#save(user),
          }),
      })}
      ${users.items.length === 1 && users.invitations.length === 0 && !this._invite ? blank(usersIcon, t('invite'), t('onlyOwner')) : nothing}
      ${this._asking ? this.#question(this._asking) : nothing}
    </div>`;
  }

  /** The contract is on its way to another owner (ADM-2). */
  #offered({ offer, items }: Users): unknown {
    if (!offer) return nothing;
    const { t } = this;
    const name = (id: string) => nameOf(items.find((one) => one.id === id) ?? { id, name: null });
    const time = instantText(offer.expiresAt);
    const decline = button(
      t(offer.mine === 'TO' ? 'decline' : 'withdraw'),
      () => void this.#done(this.#refusal.run(this.#path), 'declined', ''),
      {
        kind: 'quiet s',
      },
    );
    if (offer.mine === null) return note('', usersIcon, t('offerOther', { by: name(offer.by), name: name(offer.to) }));
    if (offer.mine === 'BY') return note('', usersIcon, t('offerBy', { name: name(offer.to), time }), decline);
    return html`${note(
      'brand',
      usersIcon,
      t('offerTo', { name: name(offer.by), time }),
      html`${decline} ${button(t('accept'), () => openConfirm(this.renderRoot, 'accept'), { kind: 'pri s' })}`,
    )}
    ${confirm({
      id: 'accept',
      question: t('accept.question'),
      body: html`<p>${t('accept.body')}</p>`,
      safe: t('accept.safe'),
      danger: t('accept.do'),
      confirm: () => void this.#done(this.#acceptance.run(this.#path), 'transferred', name(offer.to)),
    })}`;
  }

  #journal({ items }: Users): unknown {
    const { t } = this;
    const view = {
      users: items,
      filter: this._filter,
      words: this.#words,
      set: (filter: AuditFilter) => (this._filter = filter),
    };
    const filtered = Object.keys(this._filter).length > 0;
    return html`<div class="sec first rsec">
      ${filterView({ ...view, items: [], more: nothing })}
      ${this.#audit.render({
        pending: () => skeletonRows(4, t('loading')),
        ready: (page) => auditView({ ...view, items: this.#pages.items(page), more: this.#pages.button(t) }),
        empty: () => blank(listIcon, t(filtered ? 'auditNothing' : 'auditEmpty'), ''),
        error: (error) => trouble({ error, text: this.describe(error), t, retry: this.#audit.retry }),
      })}
    </div>`;
  }

  #question({ what, user }: { readonly what: 'remove' | 'transfer'; readonly user: User }): unknown {
    const { t } = this;
    const name = nameOf(user);
    return confirm({
      id: 'ask',
      question: t(`${what}.question`, { name }),
      body: html`<p>${t(`${what}.body`)}</p>`,
      safe: t('remove.safe'),
      danger: t(what === 'remove' ? 'remove' : 'transfer.do'),
      confirm: () =>
        void (what === 'remove'
          ? this.#done(this.#removal.run({ ...this.#path, user: user.id }), 'removed', name)
          : this.#done(this.#offer.run({ ...this.#path, to: user.id }), 'offered', name)),
    });
  }

  #failure({ state, error }: { state: string; error: LkError | null }): unknown {
    if (state === 'unknown') return note('warn', warning, this.t('unknown'), nothing, 'status');
    return state === 'failed' && error
      ? note('bad', warning, this.t('notDone', { reason: this.describe(error) }), nothing, 'alert')
      : nothing;
  }

  get #path(): { readonly account: string } {
    return { account: this.scope?.account ?? '' };
  }

  #mayOffer({ items, offer }: Users, { levels }: User): boolean {
    return (
      offer === null && levels.CORE === 'ADMIN' && items.some(({ self, levels }) => self && levels.CORE === 'OWNER')
    );
  }

  #begin = (): void => {
    this.#close();
    this._said = '';
    this.#invitation.reset();
    this._invite = { contact: '', name: '' };
    this._draft = NEW;
    this.#focus('#contact');
  };

  #edit = (user: User): void => {
    this.#close();
    this._said = '';
    this.#change.reset();
    this._editing = user.id;
    this._draft = { levels: user.levels, numbers: user.numbers, selfManage: user.selfManage };
    this.#focus('.editing select');
  };

  #close = (): void => {
    this._editing = null;
    this._draft = null;
    this._invite = null;
    this._asking = null;
    this._errors = NO_ERRORS;
  };

  /** At least one number, when they are narrowed. */
  #numbersIn({ numbers }: RightsDraft): boolean {
    if (numbers === null || numbers.length > 0) return true;
    this._errors = { ...NO_ERRORS, numbers: this.t('scopeEmpty') };
    this.#focus('.chips input');
    return false;
  }

  async #save(user: User): Promise<void> {
    const draft = this._draft;
    if (!draft || !this.#numbersIn(draft)) return;
    const levels = Object.fromEntries(
      PRODUCTS.filter((product) => draft.levels[product] !== user.levels[product]).map((product) => [
        product,
        draft.levels[product],
      ]),
    );
    const { selfManage } = draft;
    const numbers = draft.numbers && [...draft.numbers];
    await this.#done(
      this.#change.run({ ...this.#path, user: user.id, levels, numbers, selfManage }),
      'changed',
      nameOf(user),
    );
  }

  async #send(): Promise<void> {
    const { _invite: invite, _draft: draft } = this;
    if (!invite || !draft) return;
    const contact = invite.contact.trim();
    if (contact === '') {
      this._errors = { ...NO_ERRORS, contact: this.t('contactEmpty') };
      return this.#focus('#contact');
    }
    if (!this.#numbersIn(draft)) return;
    const numbers = draft.numbers && [...draft.numbers];
    const name = invite.name.trim() || null;
    const running = this.#invitation.run({ ...this.#path, contact, name, levels: draft.levels, numbers });
    if (await this.#done(running, 'invited', contact)) return;
    const { error } = this.#invitation;
    if (error?.code !== 'CONTACT_INVALID' && error?.code !== 'INVITE_EXISTS') return;
    this._errors = { ...NO_ERRORS, contact: this.describe(error) || this.t('contactEmpty') };
    this.#focus('#contact');
  }

  async #ask(what: 'remove' | 'transfer', user: User): Promise<void> {
    this.#removal.reset();
    this.#offer.reset();
    this._asking = { what, user };
    await this.updateComplete;
    openConfirm(this.renderRoot, 'ask');
  }

  async #done(running: Promise<Users | undefined>, said: Said, name: string): Promise<boolean> {
    this._said = '';
    if (!(await running)) return false;
    this.#close();
    this._said = said === 'declined' ? this.t('said.declined') : this.t(`said.${said}`, { name });
    this.dispatchEvent(new LkRolesChangedEvent(said));
    return true;
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

const NO_ERRORS = { contact: null, numbers: null };

declare global {
  interface HTMLElementTagNameMap {
    'lk-roles': LkRoles;
  }
}
