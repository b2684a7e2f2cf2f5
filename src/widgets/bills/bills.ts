import { html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { errorOf, type LkError } from '../../api/errors.js';
import { whileOnline } from '../../api/online.js';
import { accountIn, accountsQuery } from '../../core/queries/account.js';
import { warnOnce } from '../../core/registry/page.js';
import { formatMonth } from '../../i18n/dates.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { LkElement } from '../../ui/element.js';
import { lock, printer } from '../../ui/icons/icons.js';
import { iconButton } from '../../ui/parts/button.js';
import { instantText } from '../../ui/parts/dates.js';
import { frame } from '../../ui/parts/frame.js';
import { skeletonRows } from '../../ui/parts/states.js';
import { revealSelected } from '../../ui/parts/reveal.js';
import { panel, tabs } from '../../ui/parts/tabs.js';
import { topNote } from '../../ui/parts/note.js';
import { phoneText } from '../../ui/parts/phone.js';
import { freshness, readOnly, trouble } from '../../ui/parts/view.js';
import { LkTopUpRequestedEvent } from '../../ui/topup-requested.js';
import type { Archive } from './archive/archive.js';
import { type BillsMessages, type BillsWords, messages } from './bills.messages.js';
import { type Place, placeOf, tabNames } from './bills.place.js';
import { type Content, contentOf, type PaymentFilter } from './bills.query.js';
import { styles } from './bills.styles.js';
import type { Folding } from './blocks.view.js';
import { noDaysView, statementSkeleton, statementView } from './statement.view.js';

/** How often a file that is being made is looked for, milliseconds. */
const POLL = 5_000;

/**
 * What was charged and accrued: the current statement, the bills of closed months, payments and documents.
 *
 * @summary Current statement, bills, payments and documents of one account.
 * @tagname lk-bills
 * @fires lk-navigate - The reader went to another tab or bill (`bills`, `{ view }`), or wants to pay (`topup`, `{ amount }`).
 * @fires lk-topup-requested - The subscriber wants to pay a bill; `amount` is what is to pay.
 * @slot heading - Replaces the heading.
 * @slot help - Link to help, beside the heading.
 * @slot empty - Replaces what is shown when there is nothing yet.
 * @slot error - Replaces what is shown when nothing could be read.
 * @slot unavailable - Replaces what is shown to users without the right to see bills.
 * @slot loading - Replaces the skeleton.
 * @csspart tabs - The tabs.
 * @csspart pay - The button that pays a bill.
 * @see domain.md §5
 */
export class LkBills extends LkElement<BillsMessages> {
  static override readonly messages = messages;
  static override readonly styles = styles;

  @state() private filter: PaymentFilter = {};
  @state() private folded: ReadonlySet<string> = new Set();
  @state() private printing = false;
  @state() private archive: Archive | null = null;
  /** The archive could not be loaded. */
  @state() private missing: LkError | null = null;

  readonly #content = new ResourceController<Content | null>(
    this,
    () => (this.scope ? contentOf(this.scope.account, this.#place, this.filter) : null),
    { isEmpty: (content) => content === null || isEmpty(content) },
  );
  readonly #accounts = new ResourceController(this, () => (this.scope ? accountsQuery : null));
  /** What to focus when it is there: the reader came from elsewhere in the widget. */
  #focus: string | null = null;
  #poll: ReturnType<typeof setTimeout> | undefined;
  #isMaking: (content: Content | null | undefined) => boolean = () => false;

  get #place(): Place {
    const place = placeOf(this.view ?? 'statement');
    if (place === null) warnOnce(`<${this.localName} view="${this.view}"> is not known; the statement is shown.`);
    return place ?? { tab: 'statement' };
  }

  /** The archive once it can be shown. */
  private get shown(): Archive | null {
    return this.archive?.ready ? this.archive : null;
  }

  /** Whose it is, and whether it can still be used. */
  get #account(): ReturnType<typeof accountIn> {
    return accountIn(this.#accounts.value, this.scope?.account);
  }

  get #words(): BillsWords {
    return { t: this.t, locale: this.language };
  }

  protected override render(): unknown {
    const { t, shown: archive } = this;
    const { tab, month } = this.#place;
    const content = this.#content.value;
    const printable = content?.at === 'bill' || (content?.at === 'statement' && content.data.days > 0);
    const print = printable ? iconButton(printer, t('print'), this.#print) : nothing;
    const body = html`${freshness(this.#content, t)}
      ${this.#account?.status === 'CLOSED' ? readOnly(t('closed')) : nothing} ${this.#paper()}
      ${tab === 'payments' ? archive?.filters(this.filter) : nothing} ${this.#body()}
      <p class="sr" role="status">${archive?.news()}</p>`;
    const alone = month !== undefined;
    return frame({
      heading: t('heading'),
      head: alone ? archive?.head(month, content, print) : undefined,
      actions: print,
      tabs: alone
        ? undefined
        : tabs(
            tabNames.map((id) => ({ id, label: t(id) })),
            tab,
            t('heading'),
            (id) => this.#open(id),
          ),
      body: alone ? body : panel(tab, body),
      foot: archive?.foot(content),
    });
  }

  #body(): unknown {
    const { shown: archive, t } = this;
    const words = this.#words;
    const { tab } = this.#place;
    const pending = () =>
      html`<slot name="loading"
        >${
          tab === 'statement'
            ? statementSkeleton(t('loading'))
            : html`<div class="sec">${skeletonRows(5, t('loading'))}</div>`
        }</slot
      >`;
    if (tab !== 'statement' && archive === null) {
      return this.missing === null ? pending() : this.#trouble(this.missing, this.#loadArchive);
    }
    const folding: Folding = {
      changed: this.folded,
      toggle: (key) => this.#fold([key]),
      toggleAll: this.#fold,
      printing: this.printing,
    };
    return this.#content.render({
      pending,
      ready: (content) =>
        html`${this.#narrowed(content)}${
          content?.at === 'statement'
            ? statementView(content.data, words, folding, this.#open)
            : content && archive?.show(content, folding)
        }`,
      empty: () => {
        const content = this.#content.value;
        return content?.at === 'statement' ? noDaysView(content.data, words, this.#open) : archive?.empty(content);
      },
      error: (error) => this.#trouble(error, this.#content.retry),
    });
  }

  /** Who sees some numbers only is told that sums are of these (ADM-4). */
  #narrowed(content: Content | null): unknown {
    const numbers = content && 'numbers' in content.data ? content.data.numbers : null;
    return numbers ? topNote('', lock, this.t('onlyNumbers', { numbers: numbers.map(phoneText).join(', ') })) : nothing;
  }

  #trouble(error: LkError, retry: () => void): unknown {
    const { t } = this;
    const text = this.describe(error);
    return trouble({ error, text, t, retry, failed: t('failedBills'), forbidden: t('forbiddenBills') });
  }

  /** What paper needs to say and the page around the widget says on screen. */
  #paper(): unknown {
    const content = this.#content.value;
    if (content?.at !== 'statement' && content?.at !== 'bill') return nothing;
    const { account, asOf, month } = content.data;
    const facts = [
      this.t('account', { number: account }),
      this.#account?.name,
      content.at === 'statement' ? formatMonth(month, this.language) : null,
      instantText(asOf),
    ];
    return html`<p class="onpaper paper">${facts.filter(Boolean).join(' · ')}</p>`;
  }

  /** Goes to a place of the widget, unless the host goes there itself; the focus goes along. */
  #open = (view: string, focus?: string): void => {
    if (view === (this.view ?? 'statement') || !this.navigate('bills', { view })) return;
    this.view = view;
    this.#focus = focus ?? (view.startsWith('bill:') ? '#heading' : `#tab-${view}`);
  };

  #fold = (keys: readonly string[]): void => {
    const folded = new Set(this.folded);
    for (const key of keys) if (!folded.delete(key)) folded.add(key);
    this.folded = folded;
  };

  #pay = (amount: string | null): void => {
    if (!this.dispatchEvent(new LkTopUpRequestedEvent(amount))) return;
    this.navigate('topup', amount === null ? {} : { amount });
  };

  #print = async (): Promise<void> => {
    const { printElement } = await import('../../ui/parts/print.js');
    printElement(this);
  };

  #loadArchive = async (): Promise<void> => {
    this.missing = null;
    try {
      const { Archive, isMaking, reasonOf } = await whileOnline(() => import('./archive/archive.js'));
      this.#isMaking = isMaking;
      this.archive ??= new Archive(this, {
        open: this.#open,
        pay: this.#pay,
        filter: (filter) => (this.filter = filter),
        describe: (reason) => reasonOf(reason, this.describe, this.t('documentFailed')),
      });
    } catch (reason) {
      this.missing = errorOf(reason, false);
    }
  };

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.archive === null && this.missing === null && this.#place.tab !== 'statement') void this.#loadArchive();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    revealSelected(this.renderRoot);
    const target = this.#focus === null ? null : this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (target) {
      this.#focus = null;
      target.focus();
    }
    clearTimeout(this.#poll);
    if (this.#isMaking(this.#content.value)) this.#poll = setTimeout(this.#content.retry, POLL);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#onPrint);
    addEventListener('afterprint', this.#onPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#onPrint);
    removeEventListener('afterprint', this.#onPrint);
    clearTimeout(this.#poll);
  }

  /** At once: the page is put on paper as it is when the event ends. */
  #onPrint = ({ type }: Event): void => {
    this.printing = type === 'beforeprint';
    this.performUpdate();
  };
}

function isEmpty(content: Content): boolean {
  if (content.at === 'statement') return content.data.days === 0;
  return content.at !== 'bill' && content.data.items.length === 0;
}

declare global {
  interface HTMLElementTagNameMap {
    'lk-bills': LkBills;
  }
}
