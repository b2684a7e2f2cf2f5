import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { LkError } from '../../api/errors.js';
import { CommandController } from '../../ui/controllers/command.js';
import { closeOnEscape } from '../../ui/controllers/escape.js';
import { keepFocus } from '../../ui/controllers/focus.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { LkElement } from '../../ui/element.js';
import { check, plus, users as usersIcon, warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { confirm, openConfirm } from '../../ui/parts/confirm.js';
import { instantText } from '../../ui/parts/dates.js';
import { frame } from '../../ui/parts/frame.js';
import { icon } from '../../ui/parts/icon.js';
import { note } from '../../ui/parts/note.js';
import { sentence } from '../../ui/parts/say.js';
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
import { AuditSection } from './audit.section.js';
import { RightsSection } from './rights.section.js';
import {
  acceptOwnership,
  declineOwnership,
  offerOwnership,
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
import { keyView, nameOf, usersView } from './roles.view.js';
import type { SectionHost } from './section.js';

type Tab = 'users' | 'audit';
type Said = LkRolesChangedEvent['change'];

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
  @state() private _asking: { readonly what: 'remove' | 'transfer'; readonly user: User } | null = null;
  @state() private _said = '';
  #of: string | null = null;

  readonly #users = new ResourceController<Users>(this, () => (this.scope ? usersOf(this.scope.account) : null));
  readonly #removal = new CommandController(this, removeUser);
  readonly #resending = new CommandController(this, resendInvitation);
  readonly #revoking = new CommandController(this, revokeInvitation);
  readonly #offer = new CommandController(this, offerOwnership);
  readonly #acceptance = new CommandController(this, acceptOwnership);
  readonly #refusal = new CommandController(this, declineOwnership);
  readonly #section: SectionHost = {
    element: this,
    account: () => this.scope?.account,
    words: () => this.#words,
    describe: this.describe,
    focus: (selector) => this.#focus(selector),
    failure: (outcome) => this.#failure(outcome),
    done: (running, change, name) => this.#done(running, change, name),
  };
  readonly #rights = new RightsSection(this.#section);
  readonly #audit = new AuditSection({ ...this.#section, isOpen: () => this._tab === 'audit' });

  readonly #escape = closeOnEscape(this, () => this.t('escapeAgain'));

  constructor() {
    super();
    keepFocus(this);
  }

  /** Whether something is typed and not sent; a cabinet asks before it leaves. */
  get dirty(): boolean {
    return this.#escape.dirty;
  }

  get #words(): RolesWords {
    return { t: this.t, locale: this.language };
  }

  protected override willUpdate(): void {
    const of = this.scope?.account ?? null;
    if (of === this.#of) return;
    this.#of = of;
    this.#close();
    this.#audit.reset();
    this._said = '';
  }

  protected override render(): unknown {
    const { t } = this;
    const users = this.#users.value;
    return frame({
      heading: t('heading'),
      actions:
        users && !this.#rights.isInviting && this._tab === 'users'
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
          ready: (ready) => panel(this._tab, this._tab === 'users' ? this.#people(ready) : this.#audit.render(ready)),
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
    const { editing } = this.#rights;
    return html`<div class="sec first rsec">
      ${this._said ? html`<p class="did">${icon(check, 's')}<span>${this._said}</span></p>` : nothing}
      ${this.#offered(users)}
      ${[this.#removal, this.#resending, this.#revoking, this.#offer, this.#acceptance, this.#refusal].map((one) => this.#failure(one))}
      ${this.#rights.renderInvite()}
      ${usersView({
        ...this.#rights.view,
        users,
        editing,
        edit: (user) => {
          this._said = '';
          this.#rights.edit(user);
        },
        resend: ({ id, contact }) =>
          void this.#done(this.#resending.run({ ...this.#path, invitation: id }), 'invited', contact),
        revoke: ({ id, contact }) =>
          void this.#done(this.#revoking.run({ ...this.#path, invitation: id }), 'revoked', contact),
        under: (user) =>
          this.#rights.renderUnder(user, {
            transfer: this.#mayOffer(users, user) ? () => void this.#ask('transfer', user) : null,
            remove: () => void this.#ask('remove', user),
          }),
      })}
      ${users.items.length === 1 && users.invitations.length === 0 && !this.#rights.isInviting ? blank(usersIcon, t('invite'), t('onlyOwner')) : nothing}
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
      ? note('bad', warning, this.t('notDone', { reason: sentence(this.describe(error)) }), nothing, 'alert')
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
    this._said = '';
    this._asking = null;
    this.#rights.invite();
  };

  #close(): void {
    this._asking = null;
    this.#rights.close();
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

declare global {
  interface HTMLElementTagNameMap {
    'lk-roles': LkRoles;
  }
}
