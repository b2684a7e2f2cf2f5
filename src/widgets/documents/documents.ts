import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { errorOf, type LkError } from '../../api/errors.js';
import { accountIn, accountsQuery, may } from '../../core/queries/account.js';
import { CommandController } from '../../ui/controllers/command.js';
import { closeOnEscape } from '../../ui/controllers/escape.js';
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
import { sentence } from '../../ui/parts/say.js';
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
import {
  type Card,
  deleteFile,
  type Documents,
  documentsOf,
  type FileKind,
  type PaperFile,
  revealCard,
  type Template,
} from './documents.data.js';
import { LkDocumentsChangedEvent } from './documents.events.js';
import { type DocumentsMessages, type DocumentsWords, messages } from './documents.messages.js';
import { styles } from './documents.styles.js';
import { type Sending, Uploader } from './documents.upload.js';
import { dropView, listView, templatesView } from './files.view.js';
import { PassportSection } from './passport.section.js';
import { RequestSection } from './request.section.js';
import type { SectionHost } from './section.js';

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
  readonly #uploader = new Uploader({
    changed: () => this.requestUpdate(),
    stored: (sending) => this.#stored(sending),
  });
  readonly #section: SectionHost = {
    element: this,
    account: () => this.scope?.account,
    words: () => this.#words,
    focus: (selector) => this.#focus(selector),
    failure: (outcome) => this.#failure(outcome),
    close: () => (this._form = null),
    sent: () => {
      this.#clearForms();
      this.#tell('requestSent', 'requested');
    },
  };
  readonly #passport = new PassportSection({ ...this.#section, add: (files, kind) => this.#add(files, kind) });
  readonly #request = new RequestSection({
    ...this.#section,
    withdrawn: () => this.#tell('withdrawn', 'withdrawn'),
  });

  readonly #escape = closeOnEscape(this, () => this.t('escapeAgain'));

  constructor() {
    super();
    keepFocus(this);
  }

  /** Whether something is typed and not sent; a cabinet asks before it leaves. */
  get dirty(): boolean {
    return this.#escape.dirty;
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
    this.#clearForms();
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
    return html`<div class="two">
        <div class="sec side a">${this.#card(documents)}</div>
        <div class="sec main stack">
          ${this._said ? html`<p class="did">${icon(check, 's')}<span>${this._said}</span></p>` : nothing}
          ${this._form === 'passport' ? this.#passport.render(documents) : nothing}
          ${this._form === 'request' ? this.#request.render(documents) : nothing}
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
          ${this.#request.renderTrackers(documents, writable)}
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
    this._said = '';
    this._form = form;
    if (form === 'passport') this.#passport.open();
    else this.#request.open();
  }

  #clearForms(): void {
    this._form = null;
    this.#passport.reset();
    this.#request.reset();
  }

  #tell(said: 'requestSent' | 'withdrawn', change: LkDocumentsChangedEvent['change']): void {
    this._said = this.t(said);
    this.dispatchEvent(new LkDocumentsChangedEvent(change));
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

  async #show(): Promise<void> {
    const account = this.scope?.account;
    if (account === undefined) return;
    const whole = await this.#reveal.run({ account });
    if (whole && account === this.scope?.account) this._whole = whole;
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
      this._trouble = this.t('downloadFailed', { reason: sentence(this.describe(errorOf(reason, false))) });
    }
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lk-documents': LkDocuments;
  }
}
