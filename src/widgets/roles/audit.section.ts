import { html, nothing } from 'lit';
import { PagesController } from '../../ui/controllers/pages.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { list } from '../../ui/icons/icons.js';
import { blank, skeletonRows } from '../../ui/parts/states.js';
import { trouble } from '../../ui/parts/view.js';
import { auditView, filterView } from './audit.view.js';
import { type AuditEntry, type AuditFilter, auditOf, type AuditPage, type Users } from './roles.data.js';
import type { SectionHost } from './section.js';

export interface AuditHost extends SectionHost {
  /** The log is looked at: only then is it asked for. */
  readonly isOpen: () => boolean;
}

/** Who changed what, with its filters. @see domain.md §11 */
export class AuditSection {
  readonly #host: AuditHost;
  readonly #audit: ResourceController<AuditPage>;
  readonly #pages: PagesController<AuditEntry>;
  #filter: AuditFilter = {};

  constructor(host: AuditHost) {
    this.#host = host;
    this.#audit = new ResourceController(
      host.element,
      () => {
        const account = host.account();
        return account !== undefined && host.isOpen() ? auditOf(account, this.#filter) : null;
      },
      { isEmpty: ({ items }) => items.length === 0 },
    );
    this.#pages = new PagesController<AuditEntry>(host.element, (client, cursor, options) =>
      client.get('/v1/accounts/{account}/audit', { ...options, query: { ...this.#filter, cursor } }),
    );
  }

  reset(): void {
    this.#filter = {};
  }

  render({ items: users }: Users): unknown {
    const words = this.#host.words();
    const { t } = words;
    const view = {
      users,
      filter: this.#filter,
      words,
      set: (filter: AuditFilter) => {
        this.#filter = filter;
        this.#host.element.requestUpdate();
      },
    };
    const filtered = Object.keys(this.#filter).length > 0;
    return html`<div class="sec first rsec">
      ${filterView({ ...view, items: [], more: nothing })}
      ${this.#audit.render({
        pending: () => skeletonRows(4, t('loading')),
        ready: (page) => auditView({ ...view, items: this.#pages.items(page), more: this.#pages.button(t) }),
        empty: () => blank(list, t(filtered ? 'auditNothing' : 'auditEmpty'), ''),
        error: (error) => trouble({ error, text: this.#host.describe(error), t, retry: this.#audit.retry }),
      })}
    </div>`;
  }
}
