import { html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { isLkError, type LkError } from '../../api/errors.js';
import { warnOnce } from '../../core/registry/page.js';
import { formatMonth } from '../../i18n/dates.js';
import { PagesController } from '../../ui/controllers/pages.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { LkElement } from '../../ui/element.js';
import { bill as billIcon, printer } from '../../ui/icons/icons.js';
import { button, iconButton } from '../../ui/parts/button.js';
import { instantText } from '../../ui/parts/dates.js';
import { frame } from '../../ui/parts/frame.js';
import { printElement } from '../../ui/parts/print.js';
import { blank, skeletonRows } from '../../ui/parts/states.js';
import { panel, revealSelected, tabs } from '../../ui/parts/tabs.js';
import { freshness, readOnly, trouble } from '../../ui/parts/view.js';
import { LkTopUpRequestedEvent } from '../../ui/topup-requested.js';
import { billCardView, billHead } from './bill-card.view.js';
import { billListView, noBillsView, openMonthView } from './bill-list.view.js';
import { type BillsMessages, type BillsWords, messages } from './bills.messages.js';
import { type Place, placeOf, tabNames } from './bills.place.js';
import {
  type Account,
  accountOf,
  type Content,
  contentOf,
  type DocumentPage,
  type Payment,
  type PaymentFilter,
} from './bills.query.js';
import { billsStyles } from './bills.styles.js';
import type { Folding } from './blocks.view.js';
import { documentsView, noDocumentsView } from './documents.view.js';
import { Downloads } from './downloads.js';
import { noPaymentsView, paymentFilters, paymentsView } from './payments.view.js';
import { noDaysView, statementView } from './statement.view.js';

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
 * @csspart frame - The widget's frame.
 * @csspart head - Its head.
 * @csspart heading - Its heading.
 * @csspart tabs - The tabs.
 * @csspart pay - The button that pays a bill.
 * @csspart foot - The foot.
 * @see domain.md §5
 */
export class LkBills extends LkElement<BillsMessages> {
  static override readonly messages = messages;
  static override readonly styles = billsStyles;

  @state() private year: number | null = null;
  @state() private filter: PaymentFilter = {};
  @state() private folded: ReadonlySet<string> = new Set();

  readonly #content = new ResourceController<Content | null>(
    this,
    () => (this.scope ? contentOf(this.scope.account, this.#place, this.filter) : null),
    { isEmpty: (content) => content === null || isEmpty(content) },
  );
  readonly #account = new ResourceController<Account>(this, () => (this.scope ? accountOf(this.scope.account) : null));
  readonly #downloads: Downloads = new Downloads(this, (reason) =>
    isLkError(reason) ? this.describe(reason) : this.t('documentFailed'),
  );
  readonly #payments = new PagesController<Payment>(this, (client, cursor, options) =>
    client.get('/v1/accounts/{account}/payments', { ...options, query: { ...this.filter, cursor } }),
  );
  readonly #documents = new PagesController<DocumentPage['items'][number]>(this, (client, cursor, options) =>
    client.get('/v1/accounts/{account}/documents', { ...options, query: { cursor } }),
  );
  /** What to focus when it is there: the reader came from elsewhere in the widget. */
  #focus: string | null = null;
  #poll: ReturnType<typeof setTimeout> | undefined;

  get #place(): Place {
    const place = placeOf(this.view ?? 'statement');
    if (place === null) warnOnce(`<${this.localName} view="${this.view}"> is not known; the statement is shown.`);
    return place ?? { tab: 'statement' };
  }

  get #words(): BillsWords {
    return { t: this.t, locale: this.language };
  }

  protected override render(): unknown {
    const { t } = this;
    const { tab, month } = this.#place;
    const content = this.#content.value;
    const print =
      content?.at === 'statement' || content?.at === 'bill'
        ? iconButton(printer, t('print'), () => printElement(this))
        : nothing;
    const body = html`${freshness(this.#content, t)} ${this.#closedNote()} ${this.#paper()} ${this.#body()}
      <p class="sr" role="status">${this.#news()}</p>`;
    if (month !== undefined) {
      const bill = content?.at === 'bill' ? content.data : null;
      return frame({
        heading: '',
        head: billHead(month, bill, this.#words, print, () => this.#open('bills', `#bill-${month}`)),
        body,
      });
    }
    return frame({
      heading: t('heading'),
      actions: print,
      tabs: tabs(
        tabNames.map((id) => ({ id, label: t(id) })),
        tab,
        t('heading'),
        (id) => this.#open(id),
      ),
      body: panel(tab, body),
      foot: content?.at === 'bills' ? openMonthView(content.data, this.#words, this.#open) : null,
    });
  }

  #body(): unknown {
    const { t } = this;
    const { tab, month } = this.#place;
    const words = this.#words;
    const filters =
      tab === 'payments' ? paymentFilters(this.filter, words, (filter) => (this.filter = filter)) : nothing;
    const shown = this.#content.render({
      pending: () =>
        html`<slot name="loading"><div class="sec">${skeletonRows(month ? 6 : 5, t('loading'))}</div></slot>`,
      ready: (content) => content && this.#ready(content),
      empty: () => this.#empty(),
      error: (error) => this.#trouble(error),
    });
    return html`${filters} ${shown}`;
  }

  #ready(content: Content): unknown {
    const words = this.#words;
    const folding: Folding = { changed: this.folded, toggle: (key) => this.#fold([key]), toggleAll: this.#fold };
    switch (content.at) {
      case 'statement':
        return statementView(content.data, words, folding, this.#open);
      case 'bills':
        return billListView({
          page: content.data,
          words,
          year: this.year,
          downloads: this.#downloads,
          chooseYear: (year) => (this.year = year),
          open: this.#open,
        });
      case 'bill':
        return billCardView({ bill: content.data, words, folding, downloads: this.#downloads, pay: this.#pay });
      case 'payments':
        return paymentsView(this.#payments.items(content.data), words, this.#payments.button(this.t));
      case 'documents':
        return documentsView(
          this.#documents.items(content.data),
          words,
          this.#downloads,
          this.#documents.button(this.t),
        );
    }
  }

  #empty(): unknown {
    const content = this.#content.value;
    const words = this.#words;
    const { t } = words;
    switch (content?.at) {
      case 'statement':
        return noDaysView(content.data, words, this.#open);
      case 'payments':
        return noPaymentsView(
          Object.keys(this.filter).length > 0,
          words,
          () => (this.filter = {}),
          () => this.#pay(null),
        );
      case 'documents':
        return noDocumentsView(words);
      case 'bills':
        return noBillsView(words, this.#open);
      default:
        return blank(
          billIcon,
          t('noBill'),
          t('noBillText'),
          button(t('openBills'), () => this.#open('bills'), { kind: 's' }),
        );
    }
  }

  #trouble(error: LkError): unknown {
    const { t } = this;
    return trouble({
      error,
      text: this.describe(error),
      t,
      retry: this.#content.retry,
      failed: t('failedBills'),
      forbidden: t('forbiddenBills'),
    });
  }

  #closedNote(): unknown {
    return this.#account.value?.status === 'CLOSED' ? readOnly(this.t('closed')) : nothing;
  }

  /** What paper needs to say and the page around the widget says on screen. */
  #paper(): unknown {
    const content = this.#content.value;
    if (content?.at !== 'statement' && content?.at !== 'bill') return nothing;
    const { t } = this;
    const { account, asOf, month } = content.data;
    const facts = [
      t('account', { number: account }),
      this.#account.value?.name,
      content.at === 'statement' ? formatMonth(month, this.language) : null,
      instantText(asOf),
    ];
    return html`<p class="onpaper paper">${facts.filter(Boolean).join(' · ')}</p>`;
  }

  /** What a screen reader is told about files. */
  #news(): string {
    const { news } = this.#downloads;
    if (news === null) return '';
    const { t } = this;
    const name = t('documentFor', { kind: t(news.kind), month: formatMonth(news.month, this.language) });
    if (news.state === 'failed')
      return t('downloadFailed', { reason: this.#downloads.failure(news.month, news.kind) ?? name });
    return t(news.state === 'busy' ? 'downloading' : 'downloaded', { name });
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

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    revealSelected(this.renderRoot);
    if (this.#focus !== null) {
      const target = this.renderRoot.querySelector<HTMLElement>(this.#focus);
      target?.focus();
      if (target) this.#focus = null;
    }
    this.#watchFiles();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#poll);
  }

  /** Looks again after files that are being made. */
  #watchFiles(): void {
    clearTimeout(this.#poll);
    if (isMaking(this.#content.value)) this.#poll = setTimeout(this.#content.retry, POLL);
  }
}

function isEmpty(content: Content): boolean {
  if (content.at === 'statement') return content.data.days === 0;
  return content.at !== 'bill' && content.data.items.length === 0;
}

function isMaking(content: Content | null | undefined): boolean {
  if (content?.at === 'bill') return content.data.documents.some(({ state }) => state === 'GENERATING');
  return content?.at === 'documents' && content.data.items.some(({ document }) => document.state === 'GENERATING');
}

declare global {
  interface HTMLElementTagNameMap {
    'lk-bills': LkBills;
  }
}
