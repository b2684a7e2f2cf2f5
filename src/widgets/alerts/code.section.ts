import type { ReactiveController } from 'lit';
import type { LkError } from '../../api/errors.js';
import { CommandController } from '../../ui/controllers/command.js';
import type { ResourceController } from '../../ui/controllers/resource.js';
import { type Alerts, confirmContact, type Contact, resendCode } from './alerts.data.js';
import { codeView, contactText } from './alerts.view.js';
import type { SectionHost } from './section.js';

export interface CodeHost extends SectionHost {
  readonly alerts: ResourceController<Alerts>;
}

interface Typed {
  /** Contact that the code was sent to. */
  readonly of: string;
  readonly text: string;
  readonly error: string | null;
}

/** The code that confirms a contact: typed, counted, sent again after a while. @see domain.md ALR-5 */
export class CodeSection implements ReactiveController {
  readonly #host: CodeHost;
  readonly #confirmation;
  readonly #resending;
  #code: Typed | null = null;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(host: CodeHost) {
    this.#host = host;
    this.#confirmation = new CommandController(host.element, confirmContact);
    this.#resending = new CommandController(host.element, resendCode);
    host.element.addController(this);
  }

  /** Why no other code was sent. */
  get outcome(): { readonly state: string; readonly error: LkError | null } {
    return this.#resending;
  }

  reset(): void {
    this.#set(null);
  }

  /** A code was sent to the contact: says so, and waits for it to be typed. */
  expect(contact: Contact | undefined, said: 'added' | 'resent' | 'changed'): void {
    if (!contact) return;
    this.#host.say(this.#host.words().t(said, { contact: contactText(contact) }));
    this.#set({ of: contact.id, text: '', error: null });
    this.#host.focus(`#code-${contact.id}`);
  }

  render(contact: Contact): unknown {
    const code = this.#code?.of === contact.id ? this.#code : null;
    return codeView({
      contact,
      code: code?.text ?? '',
      error: code?.error ?? null,
      wait: this.#wait(contact),
      busy: this.#confirmation.state === 'running',
      words: this.#host.words(),
      set: (text) => this.#set({ of: contact.id, text: text.replace(/\D/g, '').slice(0, 6), error: null }),
      confirm: () => void this.#confirm(contact),
      resend: () => void this.#resend(contact),
    });
  }

  hostUpdated(): void {
    const { element, alerts } = this.#host;
    const waits = (alerts.value?.contacts ?? []).some((contact) => this.#wait(contact) > 0);
    if (waits && element.isConnected) this.#clock ??= setInterval(() => element.requestUpdate(), 1000);
    else this.#stop();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    clearInterval(this.#clock);
    this.#clock = undefined;
  }

  #set(code: Typed | null): void {
    this.#code = code;
    this.#host.element.requestUpdate();
  }

  /** Seconds until another code may be sent, by the clock of the server. */
  #wait({ resendAt }: Contact): number {
    const { value, updatedAt } = this.#host.alerts;
    if (!value || resendAt === null) return 0;
    const since = Date.now() - (updatedAt ?? Date.now());
    return Math.max(0, Math.ceil((Date.parse(resendAt) - Date.parse(value.now) - since) / 1000));
  }

  async #confirm(contact: Contact): Promise<void> {
    const account = this.#host.account();
    const { id } = contact;
    const text = this.#code?.of === id ? this.#code.text : '';
    const { t } = this.#host.words();
    if (account === undefined) return;
    if (text.length < 6) return this.#wrong(id, text, t('codeShort'));
    if (await this.#confirmation.run({ account, contact: id, code: text })) {
      this.#set(null);
      this.#host.say(t('confirmed', { contact: contactText(contact) }));
      this.#host.changed('confirmed');
      return;
    }
    const { error } = this.#confirmation;
    if (!error) return;
    const left = Number(error.params['n'] ?? 0);
    // Attempts are counted at the server: the state of the contact may be another one now.
    if (error.code === 'CODE_WRONG' && left === 0) this.#host.alerts.retry();
    this.#wrong(id, text, this.#reason(error, left));
  }

  #wrong(of: string, text: string, error: string): void {
    this.#set({ of, text, error });
    this.#host.focus(`#code-${of}`);
  }

  #reason(error: LkError, left: number): string {
    const { t } = this.#host.words();
    if (error.code === 'CODE_WRONG') return left > 0 ? t('codeWrong', { count: left }) : t('codeOver');
    return error.code === 'CODE_EXPIRED' ? t('codeOld') : this.#host.describe(error);
  }

  async #resend(contact: Contact): Promise<void> {
    const account = this.#host.account();
    if (account !== undefined && (await this.#resending.run({ account, contact: contact.id }))) {
      this.expect(contact, 'resent');
    }
  }
}
