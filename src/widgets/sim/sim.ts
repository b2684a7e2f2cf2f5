import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { accountIn, accountsQuery, may } from '../../core/queries/account.js';
import { numbersOf } from '../../core/queries/numbers.js';
import { CommandController } from '../../ui/controllers/command.js';
import { closeOnEscape } from '../../ui/controllers/escape.js';
import { keepFocus } from '../../ui/controllers/focus.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { LkElement } from '../../ui/element.js';
import { check, lock, sim as simIcon, warning } from '../../ui/icons/icons.js';
import { frame } from '../../ui/parts/frame.js';
import { icon } from '../../ui/parts/icon.js';
import { note } from '../../ui/parts/note.js';
import { phoneText } from '../../ui/parts/phone.js';
import { sentence } from '../../ui/parts/say.js';
import { blank, skeletonRows } from '../../ui/parts/states.js';
import { freshness, trouble } from '../../ui/parts/view.js';
import { base } from '../../ui/styles/base.js';
import { buttons } from '../../ui/styles/buttons.js';
import { ties } from '../../ui/styles/ties.js';
import { options } from '../../ui/styles/options.js';
import { forms } from '../../ui/styles/forms.js';
import { ledger } from '../../ui/styles/ledger.js';
import { notes } from '../../ui/styles/notes.js';
import { states } from '../../ui/styles/states.js';
import { status } from '../../ui/styles/status.js';
import { LkSimChangedEvent } from './sim.events.js';
import { messages, type SimMessages, type SimWords } from './sim.messages.js';
import { bareNumbers, freeSims, maskIccid, type Pair, pairsOf, readIccid, type Step } from './sim.model.js';
import {
  addSim,
  bindSim,
  revealPuk,
  type SimList,
  simsOf,
  swapSim,
  type SwapReason,
  unbindSim,
} from './sim.queries.js';
import { styles } from './sim.styles.js';
import { addView, pairView, type PukView } from './sim.view.js';
import { bindView, swapView, unbindView } from './step.view.js';

/**
 * Which number is in which SIM card: bind, unbind, replace, and add a card by the number printed on it.
 *
 * @summary Numbers and SIM cards of an account.
 * @tagname lk-sim
 * @fires lk-sim-changed - A card was added, bound, unbound or swapped; `change` says which.
 * @slot heading - Replaces the heading.
 * @slot help - Replaces the link to help.
 * @slot empty - Replaces what is shown to an account without cards and mobile numbers.
 * @slot error - Replaces what is shown when the cards could not be read.
 * @slot unavailable - Replaces what is shown to users without the right to see them.
 * @slot loading - Replaces the skeleton.
 * @see domain.md §7.2
 */
export class LkSim extends LkElement<SimMessages> {
  static override readonly messages = messages;
  static override readonly styles = [...base, buttons, forms, options, ties, status, notes, states, ledger, styles];

  @state() private _step: Step | null = null;
  @state() private _chosen = '';
  @state() private _reason: SwapReason = 'CHANGE';
  @state() private _typed = '';
  @state() private _typedError: string | null = null;
  @state() private _said = '';
  #of: string | null = null;

  readonly #sims = new ResourceController<SimList>(this, () => (this.scope ? simsOf(this.scope.account) : null), {
    isEmpty: ({ items }) => items.length === 0 && this.#pairs.length === 0,
  });
  readonly #numbers = new ResourceController(this, () => (this.scope ? numbersOf(this.scope.account) : null));
  readonly #accounts = new ResourceController(this, () => accountsQuery);
  readonly #adding = new CommandController(this, addSim);
  readonly #binding = new CommandController(this, bindSim);
  readonly #swapping = new CommandController(this, swapSim);
  readonly #unbinding = new CommandController(this, unbindSim);
  readonly #revealing = new CommandController(this, revealPuk);

  readonly #escape = closeOnEscape(this, () => this.t('escapeAgain'));

  constructor() {
    super();
    keepFocus(this);
  }

  /** Whether something is typed and not sent; a cabinet asks before it leaves. */
  get dirty(): boolean {
    return this.#escape.dirty;
  }

  get #words(): SimWords {
    return { t: this.t, locale: this.language };
  }

  get #pairs(): readonly Pair[] {
    return pairsOf(this.#numbers.value?.items ?? [], this.#sims.value?.items ?? []);
  }

  get #writable(): boolean {
    return may(accountIn(this.#accounts.value, this.scope?.account), 'sim.change');
  }

  protected override willUpdate(): void {
    const of = this.scope?.account ?? null;
    if (of === this.#of) return;
    this.#of = of;
    this.#close();
    this.#revealing.reset();
    this._said = '';
  }

  protected override render(): unknown {
    const { t } = this;
    return frame({
      heading: t('heading'),
      body: html`${freshness(this.#sims, t)}${this.#sims.render({
          pending: () => this.#loading(),
          // Without the numbers every card would look spare, and the rows would change places when they come.
          ready: () => (this.#numbers.status === 'pending' ? this.#loading() : this.#list()),
          empty: () => html`<slot name="empty">${blank(simIcon, t('empty'), t('emptyHint'))}</slot>`,
          error: (error) =>
            trouble({
              error,
              text: this.describe(error),
              t,
              retry: this.#sims.retry,
              failed: t('failedHeading'),
              forbidden: t('forbiddenHeading'),
            }),
        })}
        <p class="sr" role="status">${this._said}</p>`,
      foot: this.#sims.value && this.#writable ? this.#foot() : nothing,
    });
  }

  #loading(): unknown {
    return html`<slot name="loading"><div class="sec">${skeletonRows(3, this.t('loading'))}</div></slot>`;
  }

  #list(): unknown {
    const { t } = this;
    return html`${this.#writable ? nothing : html`<div class="sec first">${note('', lock, t('readOnlyReason'))}</div>`}
      <ul class="pairsl">
        ${this.#pairs.map((pair) =>
          pairView({
            pair,
            words: this.#words,
            writable: this.#writable,
            busy: this.#busyText(pair),
            opened: this.#opened(pair),
            puk: this.#pukOf(pair),
            open: this.#open,
          }),
        )}
      </ul>`;
  }

  #foot(): unknown {
    const added = this.#revealing.value ? '' : this._said;
    return html`${added ? html`<p class="did">${icon(check, 's')}<span>${added}</span></p>` : nothing}
    ${addView({
      opened: this._step?.kind === 'add',
      value: this._typed,
      error: this._typedError,
      busy: this.#adding.state === 'running',
      failure: this._typedError ? nothing : this.#failure(this.#adding),
      words: this.#words,
      open: () => this.#open({ kind: 'add' }),
      typed: (value) => {
        this._typed = value;
        this._typedError = null;
      },
      add: () => void this.#add(),
      cancel: () => this.#close(),
    })}`;
  }

  /** The code behind its button; only one is shown at a time, and none after another account is chosen. */
  #pukOf({ sim }: Pair): PukView | null {
    if (sim === null || sim.state === 'LOST_BLOCKED' || !this.#writable) return null;
    const { iccid } = sim;
    const mine = this.#revealing.input?.iccid === iccid;
    return {
      code: mine ? (this.#revealing.value?.puk ?? null) : null,
      busy: mine && this.#revealing.state === 'running',
      failure: mine ? this.#failure(this.#revealing) : nothing,
      show: () => void this.#showPuk(iccid),
      hide: () => this.#revealing.reset(),
      copied: () => (this._said = this.t('pukCopied')),
    };
  }

  async #showPuk(iccid: string): Promise<void> {
    this.#revealing.reset();
    const answer = this.scope && (await this.#revealing.run({ account: this.scope.account, iccid }));
    if (answer) this._said = this.t('pukShown', { iccid: maskIccid(iccid), puk: answer.puk });
  }

  /** What is open below a row. */
  #opened({ number, sim }: Pair): unknown {
    const step = this._step;
    if (step === null || step.kind === 'add') return null;
    const mine = 'number' in step ? step.number === number?.number : step.iccid === sim?.iccid && number === null;
    if (!mine) return null;
    const running = [this.#binding, this.#swapping, this.#unbinding].find(({ state }) => state === 'running');
    const common = {
      words: this.#words,
      busy: running !== undefined,
      cancel: () => this.#close(),
      sims: freeSims(this.#sims.value?.items ?? []),
      numbers: bareNumbers(this.#pairs),
      chosen: this._chosen,
      choose: (value: string) => (this._chosen = value),
    };
    if (step.kind === 'unbind')
      return unbindView({
        ...common,
        failure: this.#failure(this.#unbinding),
        go: () => void this.#unbind(step.number),
      });
    if (step.kind === 'swap')
      return swapView({
        ...common,
        number: step.number,
        reason: this._reason,
        setReason: (reason) => (this._reason = reason),
        failure: this.#failure(this.#swapping),
        go: () => void this.#swap(step.number, this._chosen),
      });
    return bindView({
      ...common,
      number: 'number' in step ? step.number : null,
      failure: this.#failure(this.#binding),
      go: () => void ('number' in step ? this.#bind(step.number, this._chosen) : this.#bind(this._chosen, step.iccid)),
    });
  }

  #busyText({ number }: Pair): string | null {
    const mine = (input: { number: string } | null) => input !== null && input.number === number?.number;
    for (const change of [this.#binding, this.#swapping, this.#unbinding]) {
      if (!mine(change.input)) continue;
      if (change.state === 'unknown') return this.t('unknown');
      if (change.state === 'running' && !change.asking)
        return this.t(change === this.#unbinding ? 'unbinding' : 'binding');
    }
    return null;
  }

  #failure({ error, state }: { error: Parameters<LkElement['describe']>[0] | null; state: string }): unknown {
    return state === 'failed' && error
      ? note('bad', warning, this.t('notDone', { reason: sentence(this.describe(error)) }), nothing, 'alert')
      : nothing;
  }

  #open = (step: Step): void => {
    for (const change of [this.#adding, this.#binding, this.#swapping, this.#unbinding]) change.reset();
    this._step = step;
    this._typed = '';
    this._typedError = null;
    this._said = '';
    this._reason = 'CHANGE';
    const byCard = step.kind === 'bind-sim';
    this._chosen =
      (byCard ? bareNumbers(this.#pairs)[0]?.number : freeSims(this.#sims.value?.items ?? [])[0]?.iccid) ?? '';
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('#iccid, #other, .open button')?.focus(),
    );
  };

  #close(): void {
    this._step = null;
  }

  #done(change: LkSimChangedEvent['change'], text: string): void {
    this.#close();
    this._said = text;
    this.dispatchEvent(new LkSimChangedEvent(change));
  }

  async #add(): Promise<void> {
    const iccid = readIccid(this._typed);
    if (iccid === null) return this.#wrongIccid(this.t(this._typed.trim() === '' ? 'iccidEmpty' : 'iccidInvalid'));
    if (!this.scope) return;
    if (await this.#adding.run({ account: this.scope.account, iccid })) {
      return this.#done('added', this.t('added', { iccid: maskIccid(iccid) }));
    }
    const { error } = this.#adding;
    if (error?.code === 'SIM_NOT_FOUND' || error?.code === 'ICCID_INVALID') this.#wrongIccid(this.describe(error));
  }

  #wrongIccid(text: string): void {
    this._typedError = text || this.t('iccidInvalid');
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#iccid')?.focus());
  }

  async #bind(number: string, iccid: string): Promise<void> {
    if (!this.scope) return;
    // A card or a number that was free a moment ago may not be now.
    if (!(await this.#binding.run({ account: this.scope.account, number, iccid }))) return this.#sims.retry();
    this.#done('bound', this.t('bound', { number: phoneText(number), iccid: maskIccid(iccid) }));
  }

  async #swap(number: string, iccid: string): Promise<void> {
    const { scope, _reason: reason } = this;
    if (!scope) return;
    if (!(await this.#swapping.run({ account: scope.account, number, iccid, reason }))) return this.#sims.retry();
    this.#done('swapped', this.t('swapped', { number: phoneText(number), iccid: maskIccid(iccid) }));
  }

  async #unbind(number: string): Promise<void> {
    if (!this.scope || !(await this.#unbinding.run({ account: this.scope.account, number }))) return;
    this.#done('unbound', this.t('unbound', { number: phoneText(number) }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lk-sim': LkSim;
  }
}
