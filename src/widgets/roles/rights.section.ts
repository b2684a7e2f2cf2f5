import { LkError } from '../../api/errors.js';
import { nothing } from 'lit';
import { numbersOf } from '../../core/queries/numbers.js';
import { CommandController } from '../../ui/controllers/command.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { changeUser, inviteUser, PRODUCTS, type User } from './roles.data.js';
import { editView, inviteView, nameOf, type RightsDraft, type RightsView } from './roles.view.js';
import type { SectionHost } from './section.js';

interface Invite {
  readonly contact: string;
  readonly name: string;
}

interface Errors {
  readonly contact: string | null;
  readonly numbers: string | null;
}

const NO_ERRORS: Errors = { contact: null, numbers: null };

const NEW: RightsDraft = {
  levels: { CORE: 'USER', BILLING: 'NONE', TELEPHONY: 'USER', VPBX: 'NONE', DOCS: 'NONE' },
  numbers: null,
  selfManage: false,
};

/** What may be done to a user besides changing his rights. */
export interface UserActions {
  /** Offers him the contract; `null`: that cannot be. */
  readonly transfer: (() => void) | null;
  readonly remove: () => void;
}

/** Rights as they are given: to a user in his row, or to a new one with an invitation. @see domain.md ADM-4, ADM-6 */
export class RightsSection {
  readonly #host: SectionHost;
  readonly #numbers;
  readonly #change;
  readonly #invitation;
  #draft: RightsDraft | null = null;
  #editing: string | null = null;
  #invite: Invite | null = null;
  #errors = NO_ERRORS;

  constructor(host: SectionHost) {
    this.#host = host;
    this.#numbers = new ResourceController(host.element, () => {
      const account = host.account();
      return account !== undefined && this.#draft ? numbersOf(account) : null;
    });
    this.#change = new CommandController(host.element, changeUser);
    this.#invitation = new CommandController(host.element, inviteUser);
  }

  /** User whose rights are being changed. */
  get editing(): string | null {
    return this.#editing;
  }

  get isInviting(): boolean {
    return this.#invite !== null;
  }

  /** What the views of rights are given. */
  get view(): RightsView {
    return {
      draft: this.#draft ?? NEW,
      numbers: (this.#numbers.value?.items ?? []).map(({ number }) => number),
      words: this.#host.words(),
      set: (next) => this.#set(next),
    };
  }

  invite(): void {
    this.close();
    this.#invitation.reset();
    this.#invite = { contact: '', name: '' };
    this.#set(NEW);
    this.#host.focus('#contact');
  }

  edit(user: User): void {
    this.close();
    this.#change.reset();
    this.#editing = user.id;
    this.#set({ levels: user.levels, numbers: user.numbers, selfManage: user.selfManage });
    this.#host.focus('.editing select');
  }

  readonly close = (): void => {
    this.#editing = null;
    this.#invite = null;
    this.#set(null);
  };

  renderInvite(): unknown {
    const invite = this.#invite;
    if (invite === null) return nothing;
    return inviteView({
      ...invite,
      ...this.view,
      errors: this.#errors,
      busy: this.#invitation.state === 'running',
      failure: this.#errors.contact ? nothing : this.#host.failure(this.#invitation),
      type: (change) => {
        this.#invite = { ...invite, ...change };
        this.#set(this.#draft);
      },
      go: () => void this.#send(),
      cancel: this.close,
    });
  }

  renderUnder(user: User, actions: UserActions): unknown {
    return editView({
      ...this.view,
      ...actions,
      user,
      error: this.#errors.numbers,
      busy: this.#change.state === 'running',
      failure: this.#host.failure(this.#change),
      cancel: this.close,
      save: () => void this.#save(user),
    });
  }

  #set(draft: RightsDraft | null): void {
    this.#draft = draft;
    this.#errors = NO_ERRORS;
    this.#host.element.requestUpdate();
  }

  #wrong(errors: Partial<Errors>, selector: string): void {
    this.#errors = { ...NO_ERRORS, ...errors };
    this.#host.element.requestUpdate();
    this.#host.focus(selector);
  }

  /** At least one number, when they are narrowed. */
  #numbersIn({ numbers }: RightsDraft): boolean {
    if (numbers === null || numbers.length > 0) return true;
    this.#wrong({ numbers: this.#host.words().t('scopeEmpty') }, '.chips input');
    return false;
  }

  async #save(user: User): Promise<void> {
    const draft = this.#draft;
    const account = this.#host.account();
    if (!draft || account === undefined || !this.#numbersIn(draft)) return;
    const changed = PRODUCTS.filter((product) => draft.levels[product] !== user.levels[product]);
    const levels = Object.fromEntries(changed.map((product) => [product, draft.levels[product]]));
    const { selfManage } = draft;
    const numbers = draft.numbers && [...draft.numbers];
    const running = this.#change.run({ account, user: user.id, levels, numbers, selfManage });
    await this.#host.done(running, 'changed', nameOf(user));
  }

  async #send(): Promise<void> {
    const invite = this.#invite;
    const draft = this.#draft;
    const account = this.#host.account();
    if (!invite || !draft || account === undefined) return;
    const { t } = this.#host.words();
    const contact = invite.contact.trim();
    if (contact === '') return this.#wrong({ contact: t('contactEmpty') }, '#contact');
    if (!this.#numbersIn(draft)) return;
    const numbers = draft.numbers && [...draft.numbers];
    const name = invite.name.trim() || null;
    const running = this.#invitation.run({ account, contact, name, levels: draft.levels, numbers });
    if (await this.#host.done(running, 'invited', contact)) return;
    const refused = this.#invitation.error;
    // What no address can hold is refused before anybody looks whether it is one.
    const isUnfit = refused?.code === 'REQUEST_INVALID' && refused.fields.some(({ field }) => field === 'contact');
    const error = isUnfit ? new LkError({ kind: 'problem', code: 'CONTACT_INVALID' }) : refused;
    if (error?.code !== 'CONTACT_INVALID' && error?.code !== 'INVITE_EXISTS') return;
    this.#wrong({ contact: this.#host.describe(error) || t('contactEmpty') }, '#contact');
  }
}
