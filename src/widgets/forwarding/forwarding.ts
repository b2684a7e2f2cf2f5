import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { errorOf, type LkError } from '../../api/errors.js';
import { whileOnline } from '../../api/online.js';
import { accountIn, accountsQuery, may } from '../../core/queries/account.js';
import { numbersOf } from '../../core/queries/numbers.js';
import type * as World from '../../i18n/phone-world.js';
import { CommandController } from '../../ui/controllers/command.js';
import { closeOnEscape } from '../../ui/controllers/escape.js';
import { keepFocus } from '../../ui/controllers/focus.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { LkElement } from '../../ui/element.js';
import { mobile } from '../../ui/icons/icons.js';
import { openConfirm } from '../../ui/parts/confirm.js';
import { frame } from '../../ui/parts/frame.js';
import { sentence } from '../../ui/parts/say.js';
import { blank, skeletonRows } from '../../ui/parts/states.js';
import { freshness, trouble } from '../../ui/parts/view.js';
import { aside } from '../../ui/styles/aside.js';
import { base } from '../../ui/styles/base.js';
import { buttons } from '../../ui/styles/buttons.js';
import { callPath } from '../../ui/styles/call-path.js';
import { segments } from '../../ui/styles/segments.js';
import { switches } from '../../ui/styles/switches.js';
import { dialog } from '../../ui/styles/dialog.js';
import { forms } from '../../ui/styles/forms.js';
import { ledger } from '../../ui/styles/ledger.js';
import { notes } from '../../ui/styles/notes.js';
import { states } from '../../ui/styles/states.js';
import { LkForwardingChangedEvent } from './forwarding.events.js';
import { type ForwardingMessages, messages } from './forwarding.messages.js';
import { type Draft, draftOf, type Mode, modeOf, ruleOf } from './forwarding.model.js';
import {
  eraseAll,
  eraseRule,
  type Forwarding,
  forwardingOf,
  legQuoteOf,
  type RuleType,
  setRule,
  TYPES,
  unknownNumber,
} from './forwarding.queries.js';
import { styles } from './forwarding.styles.js';
import { allOffQuestion, bodyView, footView, headView } from './forwarding.view.js';
import { type ForwardingWords, type Progress, ruleView, say } from './rule.view.js';

/**
 * Where the calls of a number go: unconditional forwarding, or one target for each of three conditions; the path of a call, and
 * the codes that do the same from the phone. A change stands when the network has confirmed it.
 *
 * @summary Call forwarding of a number.
 * @tagname lk-forwarding
 * @fires lk-forwarding-changed - The network confirmed a change; `rule` names it, or `ALL`.
 * @slot heading - Replaces the heading.
 * @slot help - Replaces the link to help.
 * @slot empty - Replaces what is shown to an account without numbers.
 * @slot error - Replaces what is shown when the rules could not be read.
 * @slot unavailable - Replaces what is shown to users without the right to see them.
 * @slot loading - Replaces the skeleton.
 * @see domain.md §7.1
 */
export class LkForwarding extends LkElement<ForwardingMessages> {
  static override readonly messages = messages;
  static override readonly styles = [
    ...base,
    buttons,
    forms,
    segments,
    switches,
    callPath,
    aside,
    notes,
    states,
    ledger,
    dialog,
    styles,
  ];

  /** Number whose rules are shown, E.164. Without it the subscriber chooses. */
  @property() number: string | undefined;

  @state() private _chosen: string | null = null;
  @state() private _mode: Mode | null = null;
  @state() private _drafts: Partial<Record<RuleType, Draft>> = {};
  @state() private _done: Partial<Record<RuleType, string>> = {};
  /** The number that could not even be read: without a network what knows of numbers does not come. */
  @state() private _unread: { readonly type: RuleType; readonly error: LkError } | null = null;
  @state() private _said = '';
  #of = '';
  #world: typeof World | null = null;

  readonly #rules = new ResourceController<Forwarding>(this, () => {
    const place = this.#place;
    if (place) return forwardingOf(place);
    // Without the numbers there is nothing to ask about: what went wrong with them went wrong here.
    const { error } = this.#numbers;
    return this.scope && error ? unknownNumber(this.scope.account, error) : null;
  });
  readonly #numbers = new ResourceController(this, () => (this.scope ? numbersOf(this.scope.account) : null));
  readonly #accounts = new ResourceController(this, () => accountsQuery);
  readonly #legs = eachType(
    (type) =>
      new ResourceController(this, () => {
        const target = this._drafts[type]?.e164;
        return this.#place && target ? legQuoteOf(this.#place, target) : null;
      }),
  );
  readonly #changes = eachType((type) => new CommandController(this, setRule(type)));
  readonly #erasures = eachType((type) => new CommandController(this, eraseRule(type)));
  readonly #erasure = new CommandController(this, eraseAll);

  readonly #escape = closeOnEscape(this, () => this.t('escapeAgain'));

  constructor() {
    super();
    keepFocus(this);
  }

  get #place(): { account: string; number: string } | null {
    const { scope } = this;
    const number = this.number ?? this._chosen ?? this.#numbers.value?.items[0]?.number;
    return scope && number ? { account: scope.account, number } : null;
  }

  /** Whether something is typed and not sent; a cabinet asks before it leaves. */
  get dirty(): boolean {
    return this.#escape.dirty;
  }

  get #words(): ForwardingWords {
    return { t: this.t, locale: this.language };
  }

  get #writable(): boolean {
    return may(accountIn(this.#accounts.value, this.scope?.account), 'forwarding.change');
  }

  protected override willUpdate(): void {
    const place = this.#place;
    const of = place ? `${place.account} ${place.number}` : '';
    if (of === this.#of) return;
    // Another number: what was typed for the first one is not for this one.
    this.#of = of;
    this._drafts = {};
    this._done = {};
    this._mode = null;
    this._said = '';
  }

  protected override render(): unknown {
    const { t } = this;
    const known = this.#rules.value;
    const number = this.#place?.number ?? '';
    return frame({
      heading: t('heading'),
      body: html`${freshness(this.#rules, t)}${this.#place === null && this.#numbers.value ? this.#noNumbers() : this.#body()}
        <p class="sr" role="status">${this._said}</p>`,
      foot: known
        ? html`${footView(known, this.#words, {
            shown: this.#writable && known.rules.length > 0,
            busy: this.#erasure.state === 'running',
            ask: () => openConfirm(this.renderRoot, 'all-off'),
          })}${this.#writable ? allOffQuestion(number, this.#words, this.#eraseAll) : nothing}`
        : nothing,
    });
  }

  #body(): unknown {
    const { t } = this;
    const mode = this.#rules.value ? (this._mode ?? modeOf(this.#rules.value.rules)) : null;
    return html`${
      this.#numbers.value && this.#place
        ? headView({
            numbers: this.#numbers.value.items,
            number: this.#place.number,
            fixed: this.number !== undefined,
            mode,
            writable: this.#writable,
            words: this.#words,
            choose: (number) => (this._chosen = number),
            setMode: this.#setMode,
          })
        : nothing
    }
    ${this.#rules.render({
      pending: () => html`<slot name="loading"><div class="sec">${skeletonRows(3, t('loading'))}</div></slot>`,
      ready: (forwarding) =>
        bodyView({
          forwarding,
          number: this.#numbers.value?.items.find((one) => one.number === forwarding.number),
          mode: mode ?? 'none',
          writable: this.#writable,
          words: this.#words,
          rule: (type) => this.#rule(type, forwarding),
          stopAll: () => void this.#switch('CFU', false),
          copied: (code) => (this._said = t('copied', { code })),
        }),
      error: (error) =>
        trouble({
          error,
          text: this.describe(error),
          t,
          retry: this.#place ? this.#rules.retry : this.#numbers.retry,
          failed: t('failedHeading'),
          forbidden: t('forbiddenHeading'),
        }),
    })}`;
  }

  #noNumbers(): unknown {
    const { t } = this;
    return html`<slot name="empty"
      >${blank(
        mobile,
        t('noNumbers'),
        t('noNumbersHint'),
        html`<button type="button" class="btn s" @click=${() => this.navigate('services', { view: 'connect' })}>
          ${t('chooseNumber')}
        </button>`,
      )}</slot
    >`;
  }

  #rule(type: RuleType, { rules }: Forwarding): unknown {
    const rule = ruleOf(rules, type);
    const draft = this._drafts[type] ?? (type === 'CFU' && rule === null && this.#writable ? draftOf(null) : null);
    const progress = this.#progress(type);
    const refused = draft && this.#isRefused(type) ? this.t('notSaved', { reason: progress.reason }) : null;
    return ruleView({
      type,
      rule,
      draft: draft && refused ? { ...draft, error: refused } : draft,
      leg: this.#legs[type].value ?? null,
      progress: refused ? { ...progress, state: 'idle' } : progress,
      writable: this.#writable,
      words: this.#words,
      switchTo: (on) => void this.#switch(type, on),
      edit: () => this.#open(type, draftOf(rule)),
      typed: (target) => this.#draft(type, { ...(draft ?? draftOf(rule)), target, error: null }),
      left: (target) => void this.#read(type, target),
      wait: (wait) => this.#draft(type, { ...(draft ?? draftOf(rule)), wait }),
      save: () => void this.#save(type),
      cancel: () => this.#close(type),
      erase: () => void this.#erase(type),
    });
  }

  #progress(type: RuleType): Progress {
    if (this._unread?.type === type)
      return { state: 'failed', asking: false, reason: sentence(this.describe(this._unread.error)), done: '' };
    const erasure = this.#erasures[type];
    const { state, asking, error } =
      erasure.state === 'idle' || erasure.state === 'done' ? this.#changes[type] : erasure;
    return { state, asking, reason: error ? sentence(this.describe(error)) : '', done: this._done[type] ?? '' };
  }

  /** The network takes no such target: said at its field. */
  #isRefused(type: RuleType): boolean {
    const { state, error } = this.#changes[type];
    return state === 'failed' && error?.code.startsWith('FORWARD_') === true;
  }

  #setMode = (mode: Mode): void => {
    const rules = this.#rules.value?.rules ?? [];
    if (mode === 'none' && rules.length > 0) {
      openConfirm(this.renderRoot, 'all-off');
      // The segments show what is so until the answer.
      this._mode = modeOf(rules);
      this.requestUpdate();
      return;
    }
    this._mode = mode;
  };

  /** A rule that has a target is switched at once; one without opens its form first. */
  async #switch(type: RuleType, on: boolean): Promise<void> {
    const place = this.#place;
    const rule = ruleOf(this.#rules.value?.rules ?? [], type);
    if (!place) return;
    if (rule === null) {
      if (on) this.#open(type, draftOf(null));
      else this.#close(type);
      return;
    }
    const wait = type === 'CFNRY' && rule.noReplySec !== null ? { noReplySec: rule.noReplySec } : {};
    const result = await this.#changes[type].run({ ...place, target: rule.target, ...wait, active: on });
    this.requestUpdate();
    if (result)
      this.#confirmed(
        type,
        on
          ? this.#saved(type, rule.target, rule.noReplySec ?? 0)
          : this.t('switchedOff', { rule: this.t(`${type}.title`) }),
      );
  }

  async #save(type: RuleType): Promise<void> {
    const place = this.#place;
    const draft = await this.#read(type, this._drafts[type]?.target ?? '');
    if (!place || draft.e164 === null) return this.#toTarget(type);
    const wait = type === 'CFNRY' ? { noReplySec: draft.wait } : {};
    const result = await this.#changes[type].run({ ...place, target: draft.e164, ...wait, active: true });
    if (!result) return this.#isRefused(type) ? this.#toTarget(type) : undefined;
    this.#close(type);
    this.#confirmed(type, this.#saved(type, draft.e164, draft.wait));
  }

  async #erase(type: RuleType): Promise<void> {
    const place = this.#place;
    if (!place || !(await this.#erasures[type].run(place))) return;
    this.#close(type);
    this.#confirmed(type, this.t('erased'));
  }

  #eraseAll = async (): Promise<void> => {
    const place = this.#place;
    if (!place || !(await this.#erasure.run(place))) return;
    this._drafts = {};
    this._done = {};
    this._mode = 'none';
    this._said = this.t('allErased');
    this.dispatchEvent(new LkForwardingChangedEvent('ALL'));
  };

  /** What is known of the numbers of all countries, fetched while the number is being typed. */
  async #readers(): Promise<typeof World> {
    this.#world ??= await whileOnline(() => import('../../i18n/phone-world.js'));
    return this.#world;
  }

  /** Reads the number typed; the draft says what is wrong with it, and nothing typed is lost. */
  async #read(type: RuleType, target: string): Promise<Draft> {
    const before = this._drafts[type] ?? draftOf(null);
    const world =
      target.trim() === '' ? null : await this.#readers().catch((reason: unknown) => errorOf(reason, false));
    if (world && 'kind' in world) {
      this.#draft(type, { ...before, target, e164: null, error: null });
      this._unread = { type, error: world };
      return { ...before, target, e164: null, error: null };
    }
    const e164 = world?.readPhone(target) ?? null;
    const error = e164 !== null ? null : this.t(target.trim() === '' ? 'targetEmpty' : 'targetInvalid');
    const draft = {
      ...before,
      target: e164 === null ? target : (world?.formatPhoneOfWorld(e164) ?? target),
      e164,
      error,
    };
    if (this._drafts[type]?.target === target || !this._drafts[type]) this.#draft(type, draft);
    return draft;
  }

  #saved(type: RuleType, target: string, wait: number): string {
    return this.t('saved', { say: say(type, target, wait, this.#words) });
  }

  #confirmed(type: RuleType, text: string): void {
    this._done = { ...this._done, [type]: text };
    this.dispatchEvent(new LkForwardingChangedEvent(type));
  }

  #open(type: RuleType, draft: Draft): void {
    this.#draft(type, draft);
    this.#readers().catch(() => undefined);
    this.#toTarget(type);
  }

  #toTarget(type: RuleType): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>(`#target-${type}`)?.focus());
  }

  #draft(type: RuleType, draft: Draft): void {
    this._unread = null;
    this.#changes[type].reset();
    this.#erasures[type].reset();
    this._done = { ...this._done, [type]: '' };
    this._drafts = { ...this._drafts, [type]: draft };
  }

  #close(type: RuleType): void {
    const { [type]: _closed, ...others } = this._drafts;
    this._drafts = others;
  }
}

function eachType<T>(make: (type: RuleType) => T): Record<RuleType, T> {
  const [CFU, CFNRC, CFB, CFNRY] = TYPES;
  return { CFU: make(CFU), CFNRC: make(CFNRC), CFB: make(CFB), CFNRY: make(CFNRY) };
}

declare global {
  interface HTMLElementTagNameMap {
    'lk-forwarding': LkForwarding;
  }
}
