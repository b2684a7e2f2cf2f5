import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { LkError } from '../../api/errors.js';
import { accountIn, accountsQuery, may } from '../../core/queries/account.js';
import { CommandController } from '../../ui/controllers/command.js';
import { keepFocus } from '../../ui/controllers/focus.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { LkElement } from '../../ui/element.js';
import { check, file as fileIcon, lock, warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { confirm, openConfirm } from '../../ui/parts/confirm.js';
import { frame } from '../../ui/parts/frame.js';
import { icon } from '../../ui/parts/icon.js';
import { note } from '../../ui/parts/note.js';
import { saveFile } from '../../ui/parts/save.js';
import { blank, skeletonRows } from '../../ui/parts/states.js';
import { freshness, trouble } from '../../ui/parts/view.js';
import { aside } from '../../ui/styles/aside.js';
import { bars } from '../../ui/styles/bars.js';
import { base } from '../../ui/styles/base.js';
import { buttons } from '../../ui/styles/buttons.js';
import { dialog } from '../../ui/styles/dialog.js';
import { docs } from '../../ui/styles/docs.js';
import { forms } from '../../ui/styles/forms.js';
import { ledger } from '../../ui/styles/ledger.js';
import { notes } from '../../ui/styles/notes.js';
import { pairs } from '../../ui/styles/pairs.js';
import { states } from '../../ui/styles/states.js';
import { status } from '../../ui/styles/status.js';
import { steps } from '../../ui/styles/steps.js';
import { switches } from '../../ui/styles/switches.js';
import { tags } from '../../ui/styles/tags.js';
import { cardView } from './card.view.js';
import { PASSPORT_FIELDS, type PassportField, passportFaults, tidied } from './documents.check.js';
import {
  type Card,
  deleteFile,
  type Documents,
  documentsOf,
  type FileKind,
  type PaperFile,
  type PassportDraft,
  replacePassport,
  type RequestKind,
  revealCard,
  submitRequest,
  supplyRequest,
  type Template,
  withdrawRequest,
} from './documents.data.js';
import { LkDocumentsChangedEvent } from './documents.events.js';
import { type DocumentsMessages, type DocumentsWords, messages } from './documents.messages.js';
import { styles } from './documents.styles.js';
import { type Sending, Uploader } from './documents.upload.js';
import { dropView, listView, templatesView } from './files.view.js';
import { passportView, requestView, trackerView } from './requests.view.js';

const NO_PASSPORT: PassportDraft = { series: '', number: '', issuedAt: '', issuedBy: '', deptCode: '' };

/**
 * The subscriber card, uploaded files, a new passport and applications with their progress, blanks to download.
 *
 * @summary Documents and verification.
 * @tagname lk-documents
 * @fires lk-documents-changed - A file was uploaded or deleted, a request was sent or withdrawn; `change` says which.
 * @slot heading - Replaces the heading.
 * @slot help - Replaces the link to help.
 * @slot empty - Replaces what is shown while there are no files.
 * @slot error - Replaces what is shown when the documents could not be read.
 * @slot unavailable - Replaces what is shown to users without the right to see them.
 * @slot loading - Replaces the skeleton.
 * @see domain.md §9
 */
export class LkDocuments extends LkElement<DocumentsMessages> {
  static override readonly messages = messages;
  static override readonly styles = [
    ...base,
    buttons,
    forms,
    switches,
    status,
    tags,
    notes,
    states,
    ledger,
    dialog,
    pairs,
    steps,
    bars,
    docs,
    aside,
    styles,
  ];

  @state() private _kind: FileKind = 'OTHER';
  @state() private _over = false;
  @state() private _whole: Card | null = null;
  @state() private _form: 'passport' | 'request' | null = null;
  @state() private _passport: PassportDraft = NO_PASSPORT;
  @state() private _about: { readonly kind: RequestKind; readonly text: string } = { kind: 'NAME_CHANGE', text: '' };
  @state() private _picked: ReadonlySet<string> = new Set();
  @state() private _wrong: ReadonlySet<PassportField | 'files' | 'text'> = new Set();
  @state() private _removing: PaperFile | null = null;
  @state() private _trouble: string | null = null;
  @state() private _said = '';
  #of: string | null = null;

  readonly #documents = new ResourceController<Documents>(this, () =>
    this.scope ? documentsOf(this.scope.account) : null,
  );
  readonly #accounts = new ResourceController(this, () => accountsQuery);
  readonly #reveal = new CommandController(this, revealCard);
  readonly #deletion = new CommandController(this, deleteFile);
  readonly #replacement = new CommandController(this, replacePassport);
  readonly #submission = new CommandController(this, submitRequest);
  readonly #supply = new CommandController(this, supplyRequest);
  readonly #withdrawal = new CommandController(this, withdrawRequest);
  readonly #uploader = new Uploader({
    changed: () => this.requestUpdate(),
    stored: (sending) => this.#stored(sending),
  });

  constructor() {
    super();
    keepFocus(this);
  }

  get #words(): DocumentsWords {
    return { t: this.t, locale: this.language };
  }

  #may(action: string): boolean {
    return may(accountIn(this.#accounts.value, this.scope?.account), action);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#uploader.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#uploader.clear();
    this._whole = null;
  }

  protected override willUpdate(): void {
    const of = this.scope?.account ?? null;
    if (of === this.#of) return;
    // Another account: nothing of the one before is for its eyes.
    this.#of = of;
    this.#uploader.clear();
    this.#uploader.connect();
    this._whole = null;
    this._form = null;
    this._passport = NO_PASSPORT;
    this._picked = new Set();
    this._said = '';
    this._trouble = null;
  }

  protected override render(): unknown {
    const { t } = this;
    return frame({
      heading: t('heading'),
      actions:
        this.#documents.value && this.#may('files.upload') && this._form === null
          ? button(t('newRequest'), () => this.#open('request'), { kind: 's' })
          : nothing,
      body: html`${freshness(this.#documents, t)}
        ${this.#documents.render({
          pending: () =>
            html`<div class="sec first"><slot name="loading">${skeletonRows(4, t('loading'))}</slot></div>`,
          ready: (documents) => this.#body(documents),
          error: (error) =>
            html`<div class="sec first">
              ${trouble({
                error,
                text: this.describe(error),
                t,
                retry: this.#documents.retry,
                failed: t('failedHeading'),
                forbidden: t('forbiddenHeading'),
              })}
            </div>`,
        })}
        <p class="sr" role="status">${this._said}</p>`,
    });
  }

  #body(documents: Documents): unknown {
    const { t } = this;
    const writable = this.#may('files.upload');
    const requests = documents.requests.filter(({ state }, index) => index < 3 || state === 'NEED_MORE');
    return html`<div class="two">
        <div class="sec side a">${this.#card(documents)}</div>
        <div class="sec main stack">
          ${this._said ? html`<p class="did">${icon(check, 's')}<span>${this._said}</span></p>` : nothing}
          ${this._form === 'passport' ? this.#passportForm(documents) : nothing}
          ${this._form === 'request' ? this.#requestForm(documents) : nothing}
          ${
            writable
              ? dropView({
                  kind: this._kind,
                  maxFiles: documents.limits.maxFiles,
                  over: this._over,
                  words: this.#words,
                  choose: (kind) => (this._kind = kind),
                  add: (files) => this.#add(files, this._kind),
                  hover: (over) => (this._over = over),
                })
              : note('', lock, t('readOnly'))
          }
          ${this._trouble ? note('bad', warning, this._trouble, nothing, 'alert') : nothing}
          ${this.#failure(this.#deletion)} ${this.#list(documents, writable)}
        </div>
        <div class="sec side b">
          ${requests.map((request) =>
            trackerView({
              request,
              loose: loose(documents),
              picked: this._picked,
              writable,
              busy: this.#supply.state === 'running' || this.#withdrawal.state === 'running',
              words: this.#words,
              pick: this.#pick,
              supply: () => void this.#supplyFiles(request.id),
              withdraw: () => void this.#withdraw(request.id),
            }),
          )}
          ${this.#failure(this.#supply)} ${this.#failure(this.#withdrawal)}
          ${templatesView(documents, this.#words, (id, title) => void this.#download(id, title))}
        </div>
      </div>
      ${this._removing ? this.#question(this._removing) : nothing}`;
  }

  #card(documents: Documents): unknown {
    return cardView({
      account: this.scope?.account ?? '',
      documents,
      whole: this._whole,
      busy: this.#reveal.state === 'running',
      failure: this.#failure(this.#reveal),
      replacing: documents.requests.some(
        ({ kind, state }) =>
          kind === 'PASSPORT_REPLACEMENT' && (state === 'SUBMITTED' || state === 'IN_REVIEW' || state === 'NEED_MORE'),
      ),
      mayReplace: this.#may('passport.replace'),
      words: this.#words,
      reveal: () => void this.#show(),
      hide: () => (this._whole = null),
      replace: () => this.#open('passport'),
    });
  }

  #list({ files }: Documents, writable: boolean): unknown {
    const { t } = this;
    const sending = this.#uploader.items;
    if (files.length === 0 && sending.length === 0)
      return html`<slot name="empty">${blank(fileIcon, t('empty'), t('emptyHint'))}</slot>`;
    return listView({
      files,
      sending,
      writable,
      describe: ({ error }) => (error ? this.describe(error) : ''),
      words: this.#words,
      cancel: ({ id }) => this.#uploader.cancel(id),
      resume: this.#uploader.resume,
      remove: (file) => void this.#ask(file),
      again: (file) => {
        this._kind = file.kind;
        this.#focus('#files');
      },
    });
  }

  #passportForm(documents: Documents): unknown {
    const last = (kind: FileKind) => loose(documents).find((file) => file.kind === kind);
    return passportView({
      draft: this._passport,
      wrong: new Set(PASSPORT_FIELDS.filter((name) => this._wrong.has(name))),
      today: documents.asOf.slice(0, 10),
      main: last('PASSPORT_MAIN')?.fileName ?? null,
      registration: last('PASSPORT_REG')?.fileName ?? null,
      spreadsMissing: this._wrong.has('files'),
      busy: this.#replacement.state === 'running',
      failure: this.#failure(this.#replacement),
      words: this.#words,
      set: (name, value) => {
        this._passport = { ...this._passport, [name]: value };
        this.#right(name);
      },
      add: (kind, files) => {
        this.#right('files');
        this.#add(files.slice(0, 1), kind);
      },
      send: () => void this.#replace(documents),
      cancel: () => (this._form = null),
    });
  }

  #requestForm(documents: Documents): unknown {
    return requestView({
      ...this._about,
      textWrong: this._wrong.has('text'),
      filesWrong: this._wrong.has('files'),
      loose: loose(documents),
      picked: this._picked,
      busy: this.#submission.state === 'running',
      failure: this.#failure(this.#submission),
      words: this.#words,
      set: (change) => {
        this._about = { ...this._about, ...change };
        this.#right('text');
      },
      pick: this.#pick,
      send: () => void this.#submit(),
      cancel: () => (this._form = null),
    });
  }

  #question(file: PaperFile): unknown {
    const { t } = this;
    return confirm({
      id: 'remove',
      question: t('delete.question', { name: file.fileName }),
      body: html`<p>${t('delete.body')}</p>`,
      safe: t('delete.safe'),
      danger: t('delete.do'),
      confirm: () => void this.#remove(file),
    });
  }

  #failure({ state, error }: { state: string; error: LkError | null }): unknown {
    if (state === 'unknown') return note('warn', warning, this.t('unknown'), nothing, 'status');
    return state === 'failed' && error
      ? note('bad', warning, this.t('notDone', { reason: sentence(this.describe(error)) }), nothing, 'alert')
      : nothing;
  }

  #open(form: 'passport' | 'request'): void {
    this.#replacement.reset();
    this.#submission.reset();
    this._said = '';
    this._wrong = new Set();
    this._form = form;
    this.#focus(form === 'passport' ? '#series' : '#about');
  }

  #add(files: readonly File[], kind: FileKind): void {
    const { scope } = this;
    const limits = this.#documents.value?.limits;
    if (!scope || !limits || files.length === 0) return;
    this._said = '';
    const room = limits.maxFiles - this.#uploader.items.filter(({ state }) => state !== 'failed').length;
    this._trouble = files.length > room ? this.t('tooMany', { count: limits.maxFiles }) : null;
    this.#uploader.add(files.slice(0, Math.max(0, room)), kind, {
      session: scope.session,
      account: scope.account,
      maxBytes: limits.maxBytes,
    });
  }

  #stored({ file }: Sending): void {
    this._said = this.t('uploaded', { name: file.name });
    this.scope?.session.resources.invalidate(['documents']);
    this.dispatchEvent(new LkDocumentsChangedEvent('uploaded'));
  }

  #pick = (file: string, on: boolean): void => {
    const picked = new Set(this._picked);
    if (on) picked.add(file);
    else picked.delete(file);
    this._picked = picked;
    this.#right('files');
  };

  async #show(): Promise<void> {
    const account = this.scope?.account;
    if (account === undefined) return;
    const whole = await this.#reveal.run({ account });
    if (whole && account === this.scope?.account) this._whole = whole;
  }

  async #replace(documents: Documents): Promise<void> {
    if (!this.scope) return;
    const draft = Object.fromEntries(PASSPORT_FIELDS.map((name) => [name, tidied(name, this._passport[name])]));
    this._passport = { ...this._passport, ...draft };
    const faults: (PassportField | 'files')[] = passportFaults(this._passport, documents.asOf.slice(0, 10));
    const files = (['PASSPORT_MAIN', 'PASSPORT_REG'] as const).flatMap((kind) => {
      const file = loose(documents).find((candidate) => candidate.kind === kind);
      return file ? [file.id] : [];
    });
    if (files.length < 2) faults.push('files');
    if (this.#stop(faults, { files: '#main' })) return;
    const done = await this.#replacement.run({ account: this.scope.account, ...this._passport, files });
    if (done) return this.#sent();
    const refused = PASSPORT_FIELDS.filter((name) =>
      this.#replacement.error?.fields.some(({ field }) => field === name),
    );
    this.#stop(refused, {});
  }

  async #submit(): Promise<void> {
    if (!this.scope) return;
    const text = this._about.text.trim();
    const files = [...this._picked];
    const faults = [...(text === '' ? ['text' as const] : []), ...(files.length === 0 ? ['files' as const] : [])];
    if (this.#stop(faults, { files: '#attach' })) return;
    const { kind } = this._about;
    if (await this.#submission.run({ account: this.scope.account, kind, text, files })) this.#sent();
  }

  #sent(): void {
    this._form = null;
    this._passport = NO_PASSPORT;
    this._about = { kind: 'NAME_CHANGE', text: '' };
    this._picked = new Set();
    this._said = this.t('requestSent');
    this.dispatchEvent(new LkDocumentsChangedEvent('requested'));
  }

  async #supplyFiles(request: string): Promise<void> {
    if (!this.scope) return;
    if (await this.#supply.run({ account: this.scope.account, request, files: [...this._picked] })) this.#sent();
  }

  async #withdraw(request: string): Promise<void> {
    if (!this.scope || !(await this.#withdrawal.run({ account: this.scope.account, request }))) return;
    this._said = this.t('withdrawn');
    this.dispatchEvent(new LkDocumentsChangedEvent('withdrawn'));
  }

  async #ask(file: PaperFile): Promise<void> {
    this.#deletion.reset();
    this._removing = file;
    await this.updateComplete;
    openConfirm(this.renderRoot, 'remove');
  }

  async #remove({ id, fileName }: PaperFile): Promise<void> {
    if (!this.scope || !(await this.#deletion.run({ account: this.scope.account, file: id }))) return;
    this._said = this.t('deleted', { name: fileName });
    this.dispatchEvent(new LkDocumentsChangedEvent('deleted'));
  }

  async #download(template: Template, title: string): Promise<void> {
    const { scope } = this;
    if (!scope) return;
    this._trouble = null;
    try {
      const path = { account: scope.account, template };
      const file = await scope.session.client.blob('/v1/accounts/{account}/papers/templates/{template}', { path });
      saveFile(file, `${title}.pdf`);
    } catch (reason) {
      const { errorOf } = await import('../../api/errors.js');
      this._trouble = this.t('downloadFailed', { reason: sentence(this.describe(errorOf(reason, false))) });
    }
  }

  /** Marks what is wrong and leads to the first of it. @returns Whether anything is. */
  #stop(faults: readonly (PassportField | 'files' | 'text')[], at: Readonly<Record<string, string>>): boolean {
    this._wrong = new Set(faults);
    const [first] = faults;
    if (first === undefined) return false;
    this.#focus(at[first] ?? `#${first}`);
    return true;
  }

  #right(name: PassportField | 'files' | 'text'): void {
    if (this._wrong.has(name)) this._wrong = new Set([...this._wrong].filter((wrong) => wrong !== name));
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

/** Uploaded files that belong to no request. */
const loose = ({ files }: Documents): PaperFile[] => files.filter(({ deletable }) => deletable);

const sentence = (text: string): string => text.replace(/[^.!?…]$/, '$&.');

declare global {
  interface HTMLElementTagNameMap {
    'lk-documents': LkDocuments;
  }
}
