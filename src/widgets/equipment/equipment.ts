import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { accountIn, accountsQuery, may } from '../../core/queries/account.js';
import { numbersOf } from '../../core/queries/numbers.js';
import { type SipAccount, type SipList, sipOf } from '../../core/queries/sip.js';
import { CommandController } from '../../ui/controllers/command.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { LkElement } from '../../ui/element.js';
import { lock, sliders, warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { frame } from '../../ui/parts/frame.js';
import { note } from '../../ui/parts/note.js';
import { sentence } from '../../ui/parts/say.js';
import { blank, skeletonRows } from '../../ui/parts/states.js';
import { freshness, trouble } from '../../ui/parts/view.js';
import { base } from '../../ui/styles/base.js';
import { buttons } from '../../ui/styles/buttons.js';
import { forms } from '../../ui/styles/forms.js';
import { ledger } from '../../ui/styles/ledger.js';
import { notes } from '../../ui/styles/notes.js';
import { pairs } from '../../ui/styles/pairs.js';
import { segments } from '../../ui/styles/segments.js';
import { states } from '../../ui/styles/states.js';
import { status } from '../../ui/styles/status.js';
import { switches } from '../../ui/styles/switches.js';
import { configure } from './equipment.commands.js';
import { LkEquipmentSavedEvent } from './equipment.events.js';
import { type EquipmentMessages, type EquipmentWords, messages } from './equipment.messages.js';
import {
  type Codec,
  type Draft,
  draftOf,
  isChanged,
  moved,
  read,
  recommendedFor,
  type Setting,
} from './equipment.model.js';
import { styles } from './equipment.styles.js';
import { formView, navView } from './equipment.view.js';

/**
 * Settings of the devices of SIP accounts: network, codecs in order, limits, and what to type into the device. Accounts are made
 * and deleted by `lk-sip`.
 *
 * @summary Settings of SIP devices.
 * @tagname lk-equipment
 * @fires lk-equipment-saved - The settings of a device were saved.
 * @slot heading - Replaces the heading.
 * @slot help - Replaces the link to help.
 * @slot empty - Replaces what is shown while there are no SIP accounts.
 * @slot error - Replaces what is shown when the settings could not be read.
 * @slot unavailable - Replaces what is shown to users without the right to see them.
 * @slot loading - Replaces the skeleton.
 * @see domain.md §7.3
 */
export class LkEquipment extends LkElement<EquipmentMessages> {
  static override readonly messages = messages;
  static override readonly styles = [
    ...base,
    buttons,
    forms,
    segments,
    switches,
    pairs,
    status,
    notes,
    states,
    ledger,
    styles,
  ];

  /** Id of the SIP account to show first. */
  @property() sip: string | undefined;

  @state() private _chosen: string | null = null;
  @state() private _draft: Draft | null = null;
  @state() private _wrong: { setting: Setting; value: string } | null = null;
  @state() private _said = '';
  @state() private _held = false;
  #of: string | null = null;

  readonly #list = new ResourceController<SipList>(this, () => (this.scope ? sipOf(this.scope.account) : null), {
    isEmpty: ({ items }) => items.length === 0,
  });
  readonly #numbers = new ResourceController(this, () => (this.scope ? numbersOf(this.scope.account) : null));
  readonly #accounts = new ResourceController(this, () => accountsQuery);
  readonly #saving = new CommandController(this, configure);

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.#guard);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.#guard);
  }

  /** Whether something is typed and not saved; a cabinet asks before it leaves. */
  get dirty(): boolean {
    const sip = this.#current;
    return sip !== undefined && this._draft !== null && isChanged(this._draft, sip);
  }

  get #current(): SipAccount | undefined {
    const items = this.#list.value?.items ?? [];
    const wanted = this._chosen ?? this.sip;
    return items.find(({ id }) => id === wanted) ?? items[0];
  }

  get #account(): ReturnType<typeof accountIn> {
    return accountIn(this.#accounts.value, this.scope?.account);
  }

  get #words(): EquipmentWords {
    return { t: this.t, locale: this.language };
  }

  protected override willUpdate(): void {
    const of = this.scope?.account ?? null;
    if (of === this.#of) return;
    this.#of = of;
    this._chosen = null;
    this.#discard();
  }

  protected override render(): unknown {
    const { t } = this;
    const writable = may(this.#account, 'equipment.change');
    return frame({
      heading: t('heading'),
      body: html`${freshness(this.#list, t)}
        ${writable || !this.#list.value ? nothing : html`<div class="sec first">${note('', lock, t('readOnlyReason'))}</div>`}
        ${this.#list.render({
          pending: () => html`<slot name="loading"><div class="sec">${skeletonRows(4, t('loading'))}</div></slot>`,
          ready: ({ items }) => this.#body(items, writable),
          empty: () =>
            html`<slot name="empty"
              >${blank(
                sliders,
                t('empty'),
                t('emptyHint'),
                button(t('emptyDo'), () => this.navigate('sip'), { kind: 's' }),
              )}</slot
            >`,
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
        <p class="sr" role="status">${this._said}</p>`,
      foot: this.#current && writable ? this.#foot() : nothing,
    });
  }

  #body(items: readonly SipAccount[], writable: boolean): unknown {
    const sip = this.#current;
    if (!sip) return nothing;
    return html`<div class="eq">
      ${navView(items, sip.id, this.#words, this.#choose)}
      <form
        class="eqform"
        id="form"
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault();
          void this.#save();
        }}
      >
        ${formView({
          sip,
          draft: this._draft ?? draftOf(sip),
          numbers: (this.#numbers.value?.items ?? []).filter(({ status }) => status === 'ACTIVE'),
          currency: this.#account?.currency ?? 'RUB',
          wrong: this._wrong,
          writable,
          words: this.#words,
          set: this.#set,
          move: this.#move,
          recommend: () => this.#set(recommendedFor(this._draft ?? draftOf(sip), sip)),
          copied: (what) => (this._said = this.t('copied', { what })),
          toSip: () => this.navigate('sip'),
        })}
      </form>
    </div>`;
  }

  #foot(): unknown {
    const { t } = this;
    const { state, error } = this.#saving;
    const busy = state === 'running';
    return html`${this._held && this.dirty ? note('warn', warning, t('leave'), nothing, 'alert') : nothing}
      ${state === 'unknown' ? note('warn', warning, t('unknown'), nothing, 'status') : nothing}
      ${
        state === 'failed' && error
          ? note('bad', warning, t('notSaved', { reason: sentence(this.describe(error)) }), nothing, 'alert')
          : nothing
      }
      <div class="savebar">
        <p class="strong">${this.dirty ? t('unsaved') : this._said}</p>
        <div class="btns">
          ${button(t('discard'), () => this.#discard(), { kind: 's', disabled: busy || !this.dirty })}
          ${button(t('save'), () => void this.#save(), { kind: 'pri s', busy, disabled: !this.dirty })}
        </div>
      </div>`;
  }

  /** Another account is shown only when nothing typed would be lost. */
  #choose = (id: string): void => {
    if (this.dirty && id !== this.#current?.id) {
      this._held = true;
      return;
    }
    this._chosen = id;
    this.#discard();
  };

  #set = (draft: Draft): void => {
    this._draft = draft;
    this._wrong = null;
    this._said = '';
    if (this.#saving.state !== 'running') this.#saving.reset();
  };

  #move = (codec: Codec, to: number): void => {
    const sip = this.#current;
    if (!sip) return;
    const draft = this._draft ?? draftOf(sip);
    const up = to < draft.codecs.indexOf(codec);
    this.#set({ ...draft, codecs: moved(draft.codecs, codec, to) });
    this._said = this.t('moved', { codec, place: to + 1, count: draft.codecs.length });
    // The button goes along with the row; at the end of the list the other one takes the focus.
    void this.updateComplete.then(() => {
      const [first, second] = up ? ['up', 'down'] : ['down', 'up'];
      const find = (side: string) => this.renderRoot.querySelector<HTMLElement>(`#${side}-${codec}`);
      (find(first ?? '') ?? find(second ?? ''))?.focus();
    });
  };

  #discard(): void {
    this._draft = null;
    this._wrong = null;
    this._held = false;
    this._said = '';
    this.#saving.reset();
  }

  async #save(): Promise<void> {
    const { scope, _draft: draft } = this;
    const sip = this.#current;
    if (!scope || !sip || !draft) return;
    const result = read(draft, this.#account?.currency ?? 'RUB');
    if ('wrong' in result) return this.#complain(result.wrong, result.value);
    const saved = await this.#saving.run({
      account: scope.account,
      sip: sip.id,
      name: draft.name.trim(),
      callerId: draft.callerId,
      equipment: result.equipment,
    });
    if (!saved) {
      const { error } = this.#saving;
      const named = error?.code === 'SIP_PARAM_INVALID' ? settingOf(error.params?.['field']) : null;
      if (named) this.#complain(named, '');
      return;
    }
    this._draft = null;
    this._held = false;
    this._said = this.t('saved');
    this.dispatchEvent(new LkEquipmentSavedEvent());
  }

  #complain(setting: Setting, value: string): void {
    this._wrong = { setting, value };
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`#${setting}, [name=${setting}]:checked`)?.focus(),
    );
  }

  #guard = (event: BeforeUnloadEvent): void => {
    if (this.dirty) event.preventDefault();
  };
}

const SETTINGS: readonly string[] = [
  'name',
  'callerId',
  'mac',
  'port',
  'codecs',
  'natKeepAliveSec',
  'registerExpiresSec',
  'srtp',
  'allowedIps',
  'dailySpendLimit',
] satisfies Setting[];

function settingOf(name: string | undefined): Setting | null {
  const isSetting = (text: string | undefined): text is Setting => text !== undefined && SETTINGS.includes(text);
  return isSetting(name) ? name : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'lk-equipment': LkEquipment;
  }
}
