import { nothing } from 'lit';
import type { LkError } from '../../api/errors.js';
import { CommandController } from '../../ui/controllers/command.js';
import { addContact, changeContact, type Contact } from './alerts.data.js';
import { addView } from './alerts.view.js';
import type { SectionHost } from './section.js';

interface Draft {
  readonly kind: Contact['type'];
  readonly value: string;
  /** Contact that is changed; `null`: a new one. */
  readonly of: string | null;
}

export interface ContactHost extends SectionHost {
  /** A code was sent to the contact. */
  readonly asked: (contact: Contact | undefined, said: 'added' | 'changed') => void;
}

/** The form of a contact: a new one, or another number or address for an old one. @see domain.md ALR-1, ALR-6 */
export class ContactSection {
  readonly #host: ContactHost;
  readonly #addition;
  readonly #change;
  #draft: Draft | null = null;
  #error: string | null = null;

  constructor(host: ContactHost) {
    this.#host = host;
    this.#addition = new CommandController(host.element, addContact);
    this.#change = new CommandController(host.element, changeContact);
  }

  /** Which contact the form is open for; `null`: for a new one; `undefined`: it is closed. */
  get of(): string | null | undefined {
    return this.#draft?.of;
  }

  /** Opens the form. @param contact - `null`: for a new one. */
  open(contact: Contact | null): void {
    (contact ? this.#change : this.#addition).reset();
    this.#host.say('');
    this.#error = null;
    this.#set(contact ? { kind: contact.type, value: contact.value, of: contact.id } : NEW);
    this.#host.focus('#contact');
  }

  close(): void {
    this.#set(null);
  }

  render(): unknown {
    const draft = this.#draft;
    if (draft === null) return nothing;
    const running = draft.of === null ? this.#addition : this.#change;
    return addView({
      kind: draft.kind,
      value: draft.value,
      error: this.#error,
      busy: running.state === 'running',
      failure: this.#error ? nothing : this.#host.failure(running),
      editing: draft.of !== null,
      words: this.#host.words(),
      choose: (kind) => this.#type({ ...draft, kind }),
      set: (value) => this.#type({ ...draft, value }),
      go: () => void this.#go(draft),
      cancel: () => this.close(),
    });
  }

  #set(draft: Draft | null): void {
    this.#draft = draft;
    this.#host.element.requestUpdate();
  }

  #type(draft: Draft): void {
    this.#error = null;
    this.#set(draft);
  }

  #wrong(draft: Draft, text: string): void {
    this.#error = text || this.#host.words().t(draft.kind === 'PHONE' ? 'phoneEmpty' : 'emailEmpty');
    this.#host.focus('#contact');
  }

  async #go(draft: Draft): Promise<void> {
    const account = this.#host.account();
    const value = draft.value.trim();
    if (value === '' || (draft.kind === 'EMAIL') !== value.includes('@')) return this.#wrong(draft, '');
    if (account === undefined) return;
    const { of } = draft;
    const running =
      of === null ? this.#addition.run({ account, value }) : this.#change.run({ account, contact: of, value });
    const alerts = await running;
    if (!alerts) return this.#refused(draft, (of === null ? this.#addition : this.#change).error);
    this.close();
    const contact = of === null ? alerts.contacts.at(-1) : alerts.contacts.find(({ id }) => id === of);
    this.#host.asked(contact, of !== null && contact?.confirmed ? 'changed' : 'added');
    this.#host.changed(of === null ? 'added' : 'changed');
  }

  /** Says at the field what the server says of its value. */
  #refused(draft: Draft, error: LkError | null): void {
    if (error?.code === 'CONTACT_EXISTS') return this.#wrong(draft, this.#host.describe(error));
    if (error?.code !== 'CONTACT_INVALID' && error?.code !== 'REQUEST_INVALID') return;
    this.#wrong(draft, this.#host.words().t(draft.kind === 'PHONE' ? 'phoneInvalid' : 'emailInvalid'));
  }
}

const NEW: Draft = { kind: 'PHONE', value: '', of: null };
