/** The step that every sensitive action waits for, in one place. Loaded with the first action that needs it. */
import { adoptStyles, css, render, type ReactiveController } from 'lit';
import { asksForStep, errorOf, type LkError } from '../../api/errors.js';
import type { LkSession } from '../../core/session/types.js';
import { languageOf } from '../../i18n/locale.js';
import { translator } from '../../i18n/messages.js';
import type { WidgetHost } from '../controllers/host.js';
import { LkNavigateEvent } from '../element.events.js';
import { base } from '../styles/base.js';
import { buttons } from '../styles/buttons.js';
import { dialog } from '../styles/dialog.js';
import { forms } from '../styles/forms.js';
import { notes } from '../styles/notes.js';
import { options } from '../styles/options.js';
import { type StepUp, StepRequests } from './step-up.data.js';
import { messages, type StepTexts } from './step-up.messages.js';
import { stepView, type StepView } from './step-up.view.js';

/** `proof` goes with the request that waits; without one the request is sent again for a new challenge. */
export interface StepAnswer {
  readonly proof?: string;
}

/**
 * Asks the user to confirm the request that was refused, by a code to another contact.
 *
 * @param refused - The problem `OTP_REQUIRED` with its `challenge`, or `REAUTH_REQUIRED`.
 * @returns `null` if he would rather not, or has left the page.
 * @see domain.md ADM-8
 */
export async function askForStep(host: WidgetHost, session: LkSession, refused: LkError): Promise<StepAnswer | null> {
  const { scope, locale } = host.scoped;
  if (scope === null) return null;
  const texts = await messages.load(languageOf(locale) ?? 'ru');
  return new Step(host, translator(messages, texts, locale, session.strings), refused, (challenge, signal) => {
    const ends = AbortSignal.any([session.signal, signal]);
    return new StepRequests(session.client, scope.account, challenge, ends);
  }).answer;
}

/**
 * Sends a request that is no command of a form, and again with the user's proof if it has to be confirmed.
 *
 * @returns `false` if he would rather not.
 * @throws {LkError} As the request.
 */
export async function confirmed(
  host: WidgetHost,
  session: LkSession,
  send: (proof: StepAnswer) => Promise<unknown>,
): Promise<boolean> {
  for (let proof: StepAnswer | null = {}; proof !== null;) {
    try {
      await send(proof);
      return true;
    } catch (reason) {
      const error = errorOf(reason, true);
      if (!asksForStep(error)) throw error;
      proof = await askForStep(host, session, error);
    }
  }
  return false;
}

const own = css`
  :host {
    display: contents;
  }
  dialog {
    inline-size: min(28em, calc(100vi - 32px));
    font: var(--lk-w) var(--lk-fs-3) / var(--lk-lh-3) var(--lk-face);
  }
  .again,
  dialog .btns.again {
    justify-content: flex-start;
    align-items: center;
    min-block-size: 2.2em;
  }
  .to {
    display: flex;
    gap: var(--lk-s2);
    align-items: center;
  }
`;

class Step implements ReactiveController {
  readonly answer: Promise<StepAnswer | null>;
  readonly #host: WidgetHost;
  readonly #t: StepTexts;
  readonly #place = document.createElement('div');
  readonly #root: ShadowRoot;
  readonly #requests: StepRequests | null;
  readonly #left = new AbortController();
  readonly #ticking: ReturnType<typeof setInterval>;
  #settle: (answer: StepAnswer | null) => void = () => undefined;
  #stage: StepView['stage'] = 'loading';
  #known: StepUp | null = null;
  #chosen: string | null = null;
  #typed = '';
  #busy: StepView['busy'] = null;
  #wrong: LkError | 'empty' | null = null;
  #trouble: LkError | null = null;
  #said = '';
  /** By `performance.now()`. */
  #resendAt = 0;
  #waiting = false;

  constructor(
    host: WidgetHost,
    t: StepTexts,
    refused: LkError,
    requests: (challenge: string, signal: AbortSignal) => StepRequests,
  ) {
    this.#host = host;
    this.#t = t;
    const challenge = refused.params['challenge'];
    this.#requests = challenge === undefined ? null : requests(challenge, this.#left.signal);
    this.#place.className = 'lk-step-up';
    this.#root = this.#place.attachShadow({ mode: 'open' });
    adoptStyles(this.#root, [...base, buttons, forms, options, notes, dialog, own].flat());
    // Before what the element renders, which lit leaves alone: so the step inherits the look and the language of the element.
    (host.shadowRoot ?? host).prepend(this.#place);
    this.answer = new Promise((resolve) => (this.#settle = resolve));
    this.#ticking = setInterval(() => this.#tick(), 1000);
    host.addController(this);
    this.#render();
    this.#dialog?.showModal();
    void this.#begin();
  }

  hostDisconnected(): void {
    this.#finish(null);
  }
  /** Sentences of errors come late, and are asked for through the element. */
  hostUpdated(): void {
    this.#render();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#root.querySelector('dialog');
  }
  get #wait(): number {
    return Math.max(0, Math.ceil((this.#resendAt - performance.now()) / 1000));
  }

  async #begin(): Promise<void> {
    if (this.#requests === null) return this.#show('nowhere', '.pri');
    try {
      this.#take(await this.#requests.look());
      const [first] = this.#known?.contacts ?? [];
      this.#chosen = this.#known?.sentTo ?? first?.id ?? null;
      if (this.#chosen === null) return this.#show('nowhere', '.pri');
      if (this.#known?.sentTo) return this.#show('code', '#code');
      this.#show('choose', 'input, .pri');
    } catch (reason) {
      this.#failed(reason);
    }
  }

  #send = async (): Promise<void> => {
    // What could not even be looked at is looked at again.
    if (this.#stage === 'loading') return this.#begin();
    if (this.#requests === null || this.#chosen === null || this.#busy !== null) return;
    this.#work('send');
    try {
      this.#take(await this.#requests.send(this.#chosen));
      this.#typed = '';
      this.#said = this.#sentText();
      this.#show('code', '#code');
    } catch (reason) {
      this.#failed(reason);
    }
  };

  #confirm = async (): Promise<void> => {
    if (this.#requests === null || this.#busy !== null) return;
    const code = this.#typed.replace(/\D/g, '');
    if (code.length !== 6) return this.#reject('empty');
    this.#work('confirm');
    try {
      this.#finish({ proof: await this.#requests.confirm(code) });
    } catch (reason) {
      const error = errorOf(reason, true);
      if (error.code === 'CODE_WRONG' || (error.code === 'CODE_EXPIRED' && this.#stage === 'code')) {
        this.#reject(error);
      } else this.#failed(error);
    }
  };

  #take(known: StepUp): void {
    this.#known = known;
    const wait = known.resendAt === null ? 0 : Date.parse(known.resendAt) - Date.parse(known.now);
    this.#resendAt = performance.now() + wait;
    this.#waiting = wait > 0;
  }

  #work(busy: StepView['busy']): void {
    this.#busy = busy;
    this.#wrong = null;
    this.#trouble = null;
    this.#said = '';
    this.#render();
  }

  /** The code is not the right one: it is selected, to be typed over. */
  #reject(wrong: LkError | 'empty'): void {
    this.#busy = null;
    this.#wrong = wrong;
    this.#render();
    const input = this.#root.querySelector<HTMLInputElement>('#code');
    input?.focus();
    input?.select();
  }

  #failed(reason: unknown): void {
    const error = errorOf(reason, true);
    if (error.kind === 'aborted') return this.#finish(null);
    // The challenge itself is over: the request is sent again and gets another one.
    if (error.code === 'CODE_EXPIRED') return this.#finish({});
    if (error.code === 'CODE_TOO_MANY') this.#resendAt = performance.now() + Number(error.params['sec'] ?? 0) * 1000;
    this.#busy = null;
    this.#trouble = error;
    this.#waiting = this.#wait > 0;
    this.#render();
  }

  #show(stage: StepView['stage'], focus: string): void {
    this.#stage = stage;
    this.#busy = null;
    this.#render();
    this.#root.querySelector<HTMLElement>(focus)?.focus();
  }

  /** Only the end of the waiting is told to readers, not every second of it. */
  #tick(): void {
    if (!this.#waiting) return;
    if (this.#wait === 0) {
      this.#waiting = false;
      if (this.#stage === 'code') this.#said = this.#t('canResend');
    }
    this.#render();
  }

  #finish(answer: StepAnswer | null): void {
    clearInterval(this.#ticking);
    this.#left.abort();
    this.#host.removeController(this);
    // Closing first: the browser gives the focus back to what had it.
    this.#dialog?.close();
    this.#place.remove();
    this.#settle(answer);
  }

  #sentText(): string {
    const contact = this.#known?.contacts.find(({ id }) => id === this.#chosen)?.masked ?? '';
    return this.#t('sent', { contact, time: this.#until ?? '' });
  }

  /** Of the account's own zone, as the backend writes it. */
  get #until(): string | null {
    return this.#known?.codeUntil?.slice(11, 16) ?? null;
  }

  #describe = (error: LkError | null): string | null => (error === null ? null : this.#host.texts.describe(error));

  #render(): void {
    const view: StepView = {
      t: this.#t,
      stage: this.#stage,
      contacts: this.#known?.contacts ?? [],
      chosen: this.#chosen,
      typed: this.#typed,
      until: this.#until,
      wait: this.#wait,
      busy: this.#busy,
      wrong: this.#wrong === 'empty' ? this.#t('codeEmpty') : this.#describe(this.#wrong),
      trouble: this.#describe(this.#trouble),
      said: this.#said,
      choose: (contact) => {
        this.#chosen = contact;
        this.#render();
      },
      type: (code) => {
        this.#typed = code;
        this.#wrong = null;
        this.#render();
      },
      send: () => void this.#send(),
      confirm: () => void this.#confirm(),
      other: () => this.#show('choose', 'input'),
      addContact: () => {
        this.#finish(null);
        this.#host.dispatchEvent(new LkNavigateEvent('alerts'));
      },
      cancel: () => this.#finish(null),
    };
    render(stepView(view), this.#root);
  }
}
