import { nothing } from 'lit';
import { isLkError, type LkError } from '../../../api/errors.js';
import { formatMonth } from '../../../i18n/dates.js';
import { PagesController } from '../../../ui/controllers/pages.js';
import { TextsController } from '../../../ui/controllers/texts.js';
import { bill as billIcon } from '../../../ui/icons/icons.js';
import { button } from '../../../ui/parts/button.js';
import { blank } from '../../../ui/parts/states.js';
import { adopt } from '../../../ui/styles/adopt.js';
import { styles } from './archive.styles.js';
import { billCardView, billHead } from './bill-card.view.js';
import { billListView, noBillsView, openMonthView } from './bill-list.view.js';
import { type ArchiveMessages, type ArchiveWords, messages } from './archive.messages.js';
import type { LkBills } from '../bills.js';
import type { Content, DocumentPage, Payment, PaymentFilter } from '../bills.query.js';
import type { Folding } from '../blocks.view.js';
import { documentsView, noDocumentsView } from './documents.view.js';
import { Downloads } from './downloads.js';
import { noPaymentsView, paymentFilters, paymentsView } from './payments.view.js';

/** What the archive may do to its element. */
export interface ArchiveActions {
  open: (view: string, focus?: string) => void;
  pay: (amount: string | null) => void;
  filter: (filter: PaymentFilter) => void;
  /** Says in the reader's words what went wrong. */
  describe: (reason: unknown) => string;
}

/** Everything but the current statement: bills, their cards, payments, documents. Loaded when first looked at. */
export class Archive {
  readonly #host: LkBills;
  readonly #actions: ArchiveActions;
  readonly #texts: TextsController<ArchiveMessages>;
  readonly #downloads: Downloads;
  readonly #payments: PagesController<Payment>;
  readonly #documents: PagesController<DocumentPage['items'][number]>;
  #filter: PaymentFilter = {};
  #year: number | null = null;

  constructor(host: LkBills, actions: ArchiveActions) {
    this.#host = host;
    this.#actions = actions;
    this.#texts = new TextsController(host, messages);
    this.#downloads = new Downloads(host, actions.describe);
    this.#payments = new PagesController<Payment>(host, (client, cursor, options) =>
      client.get('/v1/accounts/{account}/payments', { ...options, query: { ...this.#filter, cursor } }),
    );
    this.#documents = new PagesController<DocumentPage['items'][number]>(host, (client, cursor, options) =>
      client.get('/v1/accounts/{account}/documents', { ...options, query: { cursor } }),
    );
    adopt(host.renderRoot, styles);
  }

  /** Its texts are here: it can be shown. */
  get ready(): boolean {
    return this.#texts.ready;
  }

  get #words(): ArchiveWords {
    return { t: this.#texts.t, locale: this.#texts.locale };
  }

  /** Head of the card of a month. @param actions - Buttons at its end. */
  head(month: string, content: Content | null | undefined, actions: unknown): unknown {
    const bill = content?.at === 'bill' ? content.data : null;
    return billHead(month, bill, this.#words, actions, () => this.#actions.open('bills', `#bill-${month}`));
  }

  show(content: Content, folding: Folding): unknown {
    const words = this.#words;
    const { open, pay } = this.#actions;
    const { t } = words;
    const downloads = this.#downloads;
    switch (content.at) {
      case 'bills':
        return billListView({
          page: content.data,
          words,
          year: this.#year,
          downloads,
          open,
          chooseYear: (year) => {
            this.#year = year;
            this.#host.requestUpdate();
          },
        });
      case 'bill':
        return billCardView({ bill: content.data, words, folding, downloads, pay });
      case 'payments':
        return paymentsView(this.#payments.items(content.data), words, this.#payments.button(t));
      case 'documents':
        return documentsView(this.#documents.items(content.data), words, downloads, this.#documents.button(t));
      case 'statement':
        return nothing;
    }
  }

  /** There is nothing; `null` means that the bill asked for does not exist. */
  empty(content: Content | null | undefined): unknown {
    const words = this.#words;
    const { open, pay, filter } = this.#actions;
    const { t } = words;
    switch (content?.at) {
      case 'payments': {
        const filtered = Object.keys(this.#filter).length > 0;
        return noPaymentsView(
          filtered,
          words,
          () => filter({}),
          () => pay(null),
        );
      }
      case 'documents':
        return noDocumentsView(words);
      case 'bills':
        return noBillsView(words, open);
      default:
        return blank(
          billIcon,
          t('noBill'),
          t('noBillText'),
          button(t('openBills'), () => open('bills'), { kind: 's' }),
        );
    }
  }

  /** Filters stay while their answer is on its way. */
  filters(filter: PaymentFilter): unknown {
    this.#filter = filter;
    return paymentFilters(filter, this.#words, this.#actions.filter);
  }

  foot(content: Content | null | undefined): unknown {
    return content?.at === 'bills' ? openMonthView(content.data, this.#words, this.#actions.open) : null;
  }

  /** What a screen reader is told about files. */
  news(): string {
    const { t, locale } = this.#words;
    const { news } = this.#downloads;
    if (news === null) return '';
    const name = t('documentFor', { kind: t(news.kind), month: formatMonth(news.month, locale) });
    const reason = this.#downloads.failure(news.month, news.kind);
    if (reason !== null) return t('downloadFailed', { reason });
    return t(news.state === 'busy' ? 'downloading' : 'downloaded', { name });
  }
}

/** Whether a file is being made, so that it is worth looking again. */
export function isMaking(content: Content | null | undefined): boolean {
  if (content?.at === 'bill') return content.data.documents.some(({ state }) => state === 'GENERATING');
  return content?.at === 'documents' && content.data.items.some(({ document }) => document.state === 'GENERATING');
}

/** Says why a file could not be fetched. */
export const reasonOf = (reason: unknown, describe: (error: LkError) => string, other: string): string =>
  isLkError(reason) ? describe(reason) : other;
