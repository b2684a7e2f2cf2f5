import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { LkError } from '../../api/errors.js';
import { accountIn, accountsQuery } from '../../core/queries/account.js';
import { numbersOf } from '../../core/queries/numbers.js';
import { warnOnce } from '../../core/registry/page.js';
import { Late } from '../../ui/controllers/late.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { LkElement } from '../../ui/element.js';
import { download, printer } from '../../ui/icons/icons.js';
import { button, iconButton } from '../../ui/parts/button.js';
import { frame } from '../../ui/parts/frame.js';
import { bone, skeletonRows } from '../../ui/parts/states.js';
import { revealSelected } from '../../ui/parts/reveal.js';
import { panel, tabs } from '../../ui/parts/tabs.js';
import { freshness, partial, trouble } from '../../ui/parts/view.js';
import { askedOf, everything, type Filter, monthFilter, type Period, periodOf, problemOf } from './detail.filter.js';
import { type DetailMessages, type DetailWords, messages } from './detail.messages.js';
import { type Place, placeOf, tabNames } from './detail.place.js';
import { type Content, contentOf, type Explanation, explanationOf, type Summary } from './detail.query.js';
import { detailStyles } from './detail.styles.js';
import type { ExportController, Format } from './export/export.js';
import type { Paper } from './paper/paper.js';
import { filtersView } from './filters.view.js';
import { EventList } from './list/event-list.js';
import { listView } from './list.view.js';
import { paperHead } from './paper/head.view.js';
import { besideView, totalsView } from './totals.view.js';

/**
 * What was used and what it cost: every call, message, megabyte, fee and bonus of a period, the sum of the whole filter, why an event
 * costs what it costs, and spending by month. However long the list, only what is in view is fetched and drawn.
 *
 * @summary Detail by service and period, and spending by month.
 * @tagname lk-detail
 * @fires lk-navigate - The reader went to another tab or month (`detail`, `{ view }`).
 * @slot heading - Replaces the heading.
 * @slot help - Link to help, beside the heading.
 * @slot empty - Replaces what is shown when there is nothing.
 * @slot error - Replaces what is shown when nothing could be read.
 * @slot unavailable - Replaces what is shown to users without the right to see the detail.
 * @slot loading - Replaces the skeleton.
 * @csspart tabs - The tabs.
 * @csspart filters - The filters.
 * @csspart totals - The totals of the filter.
 * @csspart events - The list.
 * @csspart why - Why an amount is what it is.
 * @csspart chart - The chart of months.
 * @see domain.md §4
 */
export class LkDetail extends LkElement<DetailMessages> {
  static override readonly messages = messages;
  static override readonly styles = detailStyles;

  /** The number to begin with, E.164; all numbers unless given. */
  @property() number: string | undefined;

  @state() private filter: Filter = everything;
  @state() private unfolded = false;
  /** Local day of the account by the server's clock; `null` until it is known. */
  #today: string | null = null;

  readonly #content = new ResourceController<Content>(
    this,
    () => this.scope && contentOf(this.scope.account, this.#place.tab, this.filter, this.#today),
    { isEmpty: (content) => isEmpty(content) },
  );
  readonly #numbers = new ResourceController(this, () => this.scope && numbersOf(this.scope.account));
  readonly #accounts = new ResourceController(this, () => (this.scope ? accountsQuery : null));
  readonly #why = new ResourceController<Explanation>(this, () => {
    const open = this.#list.open;
    return this.scope && open ? explanationOf(this.scope.account, open.event.id) : null;
  });
  readonly #list: EventList = new EventList(this, () => this.#whyShown());
  readonly #late = new Late(this, {
    more: async () => new (await import('./more/more.js')).More(this),
    files: () => import('./export/export.js'),
    paper: () => import('./paper/paper.js'),
    summary: async () => new (await import('./summary/summary.js')).SummaryPart(this),
  });
  #export: ExportController | null = null;
  #paper: Paper | null = null;
  #focus: string | null = null;
  /** The period came from the view. */
  #named = false;
  /** Whose data the filter was made for: another account begins anew. */
  #of: string | null = null;

  get #place(): Place {
    const place = placeOf(this.view || 'detail');
    if (place === null) warnOnce(`<${this.localName} view="${this.view}"> is not known; the detail is shown.`);
    return place ?? { tab: 'detail' };
  }

  /** What there is to print. */
  get #printable(): Extract<Content, { at: 'detail' }> | null {
    const content = this.#content.value;
    return this.#place.tab === 'detail' && content?.at === 'detail' && !isEmpty(content) ? content : null;
  }

  /** Each row says whose it is. */
  get #withNumber(): boolean {
    return this.filter.number === '' && (this.#numbers.value?.items.length ?? 0) > 1;
  }

  get #words(): DetailWords {
    return { t: this.t, locale: this.language };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('number')) this.filter = { ...this.filter, number: this.number ?? '' };
    if (changed.has('view')) this.#follow(this.#place);
    const account = this.scope?.account ?? null;
    if (account !== this.#of) {
      // Numbers and days are another account's.
      if (this.#of !== null) this.filter = { ...everything, number: this.number ?? '' };
      this.#of = account;
      this.#today = null;
      this.#list.close();
      this.#list.forget();
      // What is held yet is the other account's answer, whose day may be another one.
      return;
    }
    const content = this.#content.value;
    if (content?.at === 'none') this.#today = content.today;
    if (content?.at === 'detail') this.#today = content.groups.today;
    if (content?.at === 'summary') this.#today ??= content.summary.asOf.slice(0, 10);
  }

  protected override render(): unknown {
    const { t } = this;
    const { tab } = this.#place;
    this.#paper?.follow(this.#printable);
    return frame({
      heading: t('heading'),
      actions: tab === 'detail' ? this.#downloads() : nothing,
      tabs: tabs(
        tabNames.map((id) => ({ id, label: t(id) })),
        tab,
        t('heading'),
        this.#open,
      ),
      body: panel(tab, tab === 'detail' ? this.#detail() : this.#summary()),
    });
  }

  #detail(): unknown {
    const { t } = this;
    const words = this.#words;
    const content = this.#content.value;
    const groups = content?.at === 'detail' ? content.groups : null;
    const printable = this.#printable;
    return html`${filtersView({
        filter: this.filter,
        preset: this.#preset,
        today: this.#today,
        numbers: this.#numbers.value?.items.map(({ number }) => number) ?? [],
        destinations: groups?.destinations ?? [],
        unfolded: this.unfolded,
        words,
        own: () => this.#late.want('more')?.period(this.filter, this.#today, this.#change),
        unfold: () => (this.unfolded = !this.unfolded),
        change: this.#change,
      })}
      ${this.#export && this.#late.want('more')?.job(this.#export, this.describe)}
      ${printable && paperHead(printable, this.filter, words)} ${this.#paper?.view(words)} ${this.#lateTrouble()}
      ${freshness(this.#content, t)} ${this.#numbers.error && groups ? partial(t, this.#numbers.retry) : nothing}
      ${this.#content.render({
        pending: this.#pending,
        ready: (shown) => this.#shown(shown),
        empty: () => this.#late.want('more')?.empty(this.filter, this.#change) ?? this.#pending(),
        error: (error) =>
          this.#trouble(
            error,
            this.#content,
            'failedDetail',
            this.filter.number ? 'forbiddenNumber' : 'forbiddenDetail',
          ),
      })}
      <p class="sr" role="status">${this.#news()}</p>`;
  }

  #shown(content: Content): unknown {
    const words = this.#words;
    if (content.at === 'none') return this.#late.want('more')?.none(this.filter, this.#change) ?? this.#pending();
    if (content.at === 'summary') return nothing;
    const head = html`${totalsView(content, words)}
    ${besideView(content, words, (month) => this.#open(`detail:${month}`))}`;
    const { by } = this.filter;
    if (by !== 'EVENT') {
      const view = this.#late.want('more')?.groups(content.groups, by, this.#openGroup);
      return html`${head} ${view ?? this.#pending()}`;
    }
    return html`${head} ${this.#paper?.sheet(words, this.#withNumber) || nothing}
    ${listView({
      rows: content.groups.groups.reduce((sum, { count }) => sum + count + 1, 0),
      failed: this.#list.failed,
      words,
      retry: this.#list.retry,
      keydown: this.#list.keydown,
      focusin: this.#list.focusin,
    })}`;
  }

  #summary(): unknown {
    return html`${freshness(this.#content, this.t)} ${this.#lateTrouble()}
    ${this.#content.render({
      pending: this.#pending,
      ready: (content) => (content.at === 'summary' && this.#months(content.summary)) || this.#pending(),
      empty: () => this.#late.want('more')?.empty(null, this.#change) ?? this.#pending(),
      error: (error) => this.#trouble(error, this.#content, 'failedSummary', 'forbiddenDetail'),
    })}`;
  }

  #pending = (): unknown =>
    html`<slot name="loading"><div class="sec">${skeletonRows(6, this.t('loading'))}</div></slot>`;

  #trouble(
    error: LkError,
    { retry }: { readonly retry: () => void },
    failed: 'failedDetail' | 'failedSummary' | 'failedWhy',
    forbidden: 'forbidden' | 'forbiddenDetail' | 'forbiddenNumber' = 'forbidden',
  ): unknown {
    const { t } = this;
    return trouble({ error, text: this.describe(error), t, retry, failed: t(failed), forbidden: t(forbidden) });
  }

  #whyShown(): unknown {
    const event = this.#list.open?.event;
    if (event === undefined) return nothing;
    const more = this.#late.want('more');
    const pending = () => html`<div class="why" aria-busy="true">${bone('a')}${bone('l')}${bone()}</div>`;
    return this.#why.render({
      pending,
      ready: (explanation) => more?.why(event, explanation) ?? pending(),
      error: (error) => this.#trouble(error, this.#why, 'failedWhy'),
    });
  }

  /** The chart of months, once its drawing and its words are here. */
  #months(summary: Summary): unknown {
    const [part, words] = [this.#late.want('summary'), this.#late.want('more')?.words];
    return part && words && part.view(summary, words, (month) => this.#open(`detail:${month}`));
  }

  /** A part of the widget itself could not be fetched. */
  #lateTrouble(): unknown {
    const { error, retry } = this.#late;
    return error === null ? nothing : partial(this.t, retry, this.describe(error));
  }

  #downloads(): unknown {
    const { t } = this;
    const forbidden = accountIn(this.#accounts.value, this.scope?.account)?.permissions['detail.export'] === false;
    const busy = this.#export?.state.is === 'running' ? this.#export.state.format : null;
    const one = (format: Format, label: string) =>
      button(label, () => void this.#download(format), {
        icon: download,
        kind: `s ${format}`,
        busy: busy === format,
        disabled: forbidden || busy !== null || this.#exportable() === null,
      });
    return html`${forbidden ? html`<span class="sr" id="noexport">${t('exportForbidden')}</span>` : nothing}
    ${one('csv', 'CSV')} ${one('xlsx', 'XLSX')}
    ${iconButton(printer, t('print'), this.#print, { busy: this.#paper?.busy ?? false })}`;
  }

  #print = async (): Promise<void> => {
    if (this.#content.value === undefined) return;
    const part = await this.#late.load('paper');
    if (part === null) return;
    this.#paper ??= new part.Paper(this);
    this.#paper.follow(this.#printable);
    void this.#paper.print(this.filter.by === 'EVENT');
  };

  /** The period that would be written: what is shown, or one that is too long to be shown. */
  #exportable(): Period | null {
    if (this.#today === null || this.filter.kinds.size === 0) return null;
    const period = periodOf(this.filter, this.#today);
    const problem = problemOf(period, this.#today);
    return problem === null || problem.code === 'RANGE_TOO_LONG' ? period : null;
  }

  async #download(format: Format): Promise<void> {
    const [files, more] = await Promise.all([this.#late.load('files'), this.#late.load('more')]);
    if (files === null || more === null) return;
    this.#export ??= new files.ExportController(this);
    const period = this.#exportable();
    if (this.scope === null || period === null) return;
    const { account } = this.scope;
    void this.#export.start({
      format,
      account,
      asked: askedOf(this.filter, period),
      name: `detail-${account}-${period.from}-${period.to}`,
      words: () => more.spoken(),
    });
  }

  /** What has changed, for those who do not see it. */
  #news(): string {
    const content = this.#content.value;
    if (content?.at !== 'detail' || this.#content.status === 'pending') return '';
    const { totals, preliminary } = content.groups;
    return this.t('events', { count: totals.count + preliminary.count });
  }

  /** A period that was named, not typed, goes by its name. */
  get #preset(): Filter['preset'] {
    const { preset, from, to } = this.filter;
    return preset === 'own' && this.#named && this.#today !== null
      ? monthFilter({ from, to }, this.#today).preset
      : preset;
  }

  #change = (change: Partial<Filter>): void => {
    if (change.preset !== undefined) this.#named = false;
    this.filter = { ...this.filter, ...change };
    this.#list.close();
    this.#export?.dismiss();
  };

  #openGroup = (change: Partial<Filter>): void => {
    this.#change({ ...change, by: 'EVENT' });
    this.#focus = '[name="by"]:checked';
  };

  /** Goes to a tab or a month, unless the host goes there itself; the focus goes along. */
  #open = (view: string): void => {
    if (view === (this.view || 'detail') || !this.navigate('detail', { view })) return;
    this.view = view;
    this.#focus = `#tab-${placeOf(view)?.tab ?? 'detail'}`;
  };

  /** The view names a period: the filter takes it over. */
  #follow(place: Place): void {
    if (place.tab !== 'detail' || place.from === undefined || place.to === undefined) return;
    this.filter = { ...this.filter, ...this.#periodFilter({ from: place.from, to: place.to }), by: 'EVENT' };
    this.#named = true;
  }

  #periodFilter(period: Period): Pick<Filter, 'preset' | 'from' | 'to'> {
    return this.#today === null ? { preset: 'own', ...period } : monthFilter(period, this.#today);
  }

  /** The events are asked for beside their sums, not after them. */
  #expect(): void {
    if (this.scope?.account !== this.#of || this.#today === null || this.#place.tab !== 'detail') return;
    const period = periodOf(this.filter, this.#today);
    const nothingToAsk = problemOf(period, this.#today) !== null || this.filter.kinds.size === 0;
    if (this.filter.by !== 'EVENT' || nothingToAsk) return;
    this.#list.expect(this.#of, askedOf(this.filter, period));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const shown = this.filter.by === 'EVENT' ? this.#printable : null;
    if (shown === null) this.#expect();
    this.#list.show(this.texts.ready ? shown : null, this.#words, {
      account: this.scope?.account ?? '',
      withNumber: this.#withNumber,
    });
    revealSelected(this.renderRoot);
    const target = this.#focus === null ? null : this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (target) {
      this.#focus = null;
      target.focus();
    }
  }
}

function isEmpty(content: Content): boolean {
  if (content.at === 'none') return false;
  return content.at === 'summary' ? content.summary.months.length === 0 : content.groups.groups.length === 0;
}

declare global {
  interface HTMLElementTagNameMap {
    'lk-detail': LkDetail;
  }
}
