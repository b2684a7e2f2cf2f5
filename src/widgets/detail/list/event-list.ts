import type { ReactiveController } from 'lit';
import { html, render } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { errorOf } from '../../../api/errors.js';
import type { WidgetHost } from '../../../ui/controllers/host.js';
import { charge } from '../../../ui/parts/money.js';
import type { DetailWords } from '../detail.messages.js';
import { type Asked, type Content, eventsAt, type UsageEvent, type UsageGroup } from '../detail.query.js';
import { dayRow, dayTitle, eventRow, type RowContext } from '../row.view.js';
import { EventPages } from './event-pages.js';
import type { Layout } from './layout.js';
import { VirtualRows } from './virtual-rows.js';

type Shown = Extract<Content, { at: 'detail' }>;
type Host = WidgetHost & { readonly renderRoot: ParentNode };

/** Height of the line that names the day at the upper edge, in pixels: what is revealed must not lie under it. */
const STICKY = 40;

/**
 * The list of events: fetches and draws what is in view, keeps one row open, and is walked through by the keys.
 *
 * Drawing a scrolled list does not touch the rest of the widget: rows are rendered on their own.
 */
export class EventList implements ReactiveController {
  /** The row that is open and what it is about. */
  open: { readonly row: number; readonly event: UsageEvent } | null = null;
  /** Row with the tab stop. */
  #active = 1;
  readonly #host: Host;
  readonly #why: () => unknown;
  readonly #rows = new VirtualRows();
  #pages: EventPages | null = null;
  /** What the pages are about; `taken`: the list that is shown is made of them. */
  #asked: { readonly name: string; readonly taken: boolean } = { name: '', taken: false };
  #groups: readonly UsageGroup[] = [];
  #name = '';
  #count = 0;
  #words: DetailWords | null = null;
  #context: Pick<RowContext, 'today' | 'withNumber'> = { today: '', withNumber: false };
  #shown: Shown | null = null;
  #stuck = -1;

  /** @param why - The explanation of the open row. */
  constructor(host: Host, why: () => unknown) {
    this.#host = host;
    this.#why = why;
    host.addController(this);
  }

  /** Number of rows, headings of days included. */
  get #length(): number {
    return this.#groups.length + this.#count;
  }

  /** Some of the rows could not be fetched. */
  get failed(): boolean {
    const error = this.#pages?.error ?? null;
    return error !== null && errorOf(error, false).kind !== 'aborted';
  }

  retry = (): void => {
    this.#pages?.retry();
    this.#host.requestUpdate();
  };

  hostDisconnected(): void {
    this.forget();
  }

  /** Ends what is under way and shows nothing more of it: the events are another account's. */
  forget(): void {
    this.#rows.dispose();
    this.#pages?.dispose();
    this.#pages = null;
    this.#shown = null;
    this.#name = '';
    this.#asked = { name: '', taken: false };
  }

  /** Asks for the first events of a filter while its sums are still being made: what comes of it is shown with them. */
  expect(account: string, asked: Asked): void {
    const name = nameOf(account, asked);
    if (name === this.#asked.name) return;
    this.#begin(account, asked);
    this.#pages?.want(0, 0, 1);
  }

  /** Forgets what was open. */
  close(): void {
    this.open = null;
    this.#active = 1;
  }

  /** Shows an answer; call it after each update of the element. */
  show(shown: Shown | null, words: DetailWords, context: { account: string; withNumber: boolean }): void {
    this.#words = words;
    const scroller = this.#host.renderRoot.querySelector<HTMLElement>('.scroll');
    if (shown === null || scroller === null) {
      this.#rows.show(null, null);
      return;
    }
    this.#context = { today: shown.groups.today, withNumber: context.withNumber };
    if (shown !== this.#shown) this.#take(shown, context.account);
    this.#draw(scroller);
  }

  keydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const inWhy = event.composedPath().some((target) => target instanceof Element && target.id === 'why');
    if (inWhy && event.key !== 'Escape') return;
    const { pageRows } = this.#rows;
    const last = this.#length - 1;
    const to = {
      ArrowDown: this.#active + 1,
      ArrowUp: this.#active - 1,
      PageDown: this.#active + pageRows,
      PageUp: this.#active - pageRows,
      Home: 0,
      End: last,
    }[event.key];
    if (event.key === 'Escape' && this.open !== null) {
      event.preventDefault();
      const { row } = this.open;
      this.open = null;
      this.#host.requestUpdate();
      void this.#host.updateComplete.then(() => this.#focus(row));
      return;
    }
    if (to === undefined) return;
    event.preventDefault();
    this.#focus(Math.max(0, Math.min(last, to)));
  };

  /** The row that has the focus is the one the keys go on from. */
  focusin = (event: FocusEvent): void => {
    const target = event.composedPath()[0];
    const row = target instanceof Element ? target.closest('[data-row]')?.getAttribute('data-row') : null;
    if (row === null || row === undefined || Number(row) === this.#active) return;
    this.#active = Number(row);
    this.#rows.redraw();
  };

  #take(shown: Shown, account: string): void {
    const { groups, asked } = shown;
    const name = nameOf(account, asked);
    if (name !== this.#name) this.close();
    this.#shown = shown;
    this.#name = name;
    this.#groups = groups.groups;
    this.#count = groups.groups.reduce((sum, { count }) => sum + count, 0);
    // An answer that came anew has other events perhaps.
    if (this.#asked.name !== name || this.#asked.taken || this.failed) this.#begin(account, asked);
    this.#asked = { name, taken: true };
  }

  #begin(account: string, asked: Asked): void {
    this.#asked = { name: nameOf(account, asked), taken: false };
    this.#pages?.dispose();
    const client = this.#host.scoped.session?.client;
    this.#pages = client
      ? new EventPages(
          (offset, limit, signal) => eventsAt(client, account, asked, offset, limit, signal),
          (first, last) => this.#came(first, last),
        )
      : null;
  }

  /** Events came: the rows are drawn, if they are in view; the element only when it has something to say. */
  #came(first: number, last: number): void {
    const { layout } = this.#rows;
    if (this.#rows.draws(layout.rowOf(first), layout.rowOf(last))) this.#rows.redraw();
    if (this.failed || this.#host.renderRoot.querySelector('.top [role=alert]')) this.#host.requestUpdate();
  }

  #draw(scroller: HTMLElement): void {
    this.#rows.show(scroller, {
      name: this.#name,
      counts: this.#groups.map(({ count }) => count),
      open: this.open?.row ?? null,
      row: this.#row,
      viewed: this.#viewed,
    });
  }

  #row = (row: number, layout: Layout): unknown => {
    const words = this.#words;
    const place = layout.placeOf(row);
    const group = this.#groups[place.day];
    if (words === null || group === undefined) return html``;
    const event = place.is === 'event' ? this.#pages?.at(place.event) : undefined;
    const open = this.open?.row === row ? { row, why: this.#why() } : null;
    const { today, withNumber } = this.#context;
    const draw = () => {
      const context: RowContext = { today, withNumber, words, active: this.#active, open, toggle: this.#toggle };
      return place.is === 'day' ? dayRow(row, group, context) : eventRow(row, event, context);
    };
    // A row that shows what it showed is not even looked at, unless it is open: then its explanation may have come.
    return guard([place.is === 'day' ? group : event, this.#active === row, open, withNumber, words.t], draw);
  };

  #viewed = (first: number, last: number, layout: Layout): void => {
    const event = (row: number) => {
      const place = layout.placeOf(row);
      return place.is === 'event' ? place.event : row - place.day;
    };
    this.#pages?.want(event(first), event(last), this.#count);
    this.#stick(first, layout);
  };

  /** Names the day at the upper edge while its heading is out of view. */
  #stick(row: number, layout: Layout): void {
    const place = layout.placeOf(row);
    const day = place.is === 'event' ? place.day : -1;
    const stick = this.#host.renderRoot.querySelector<HTMLElement>('.stick');
    const words = this.#words;
    if (stick === null || words === null || (day === this.#stuck && stick.firstElementChild)) return;
    this.#stuck = day;
    const group = this.#groups[day];
    render(
      group
        ? html`<span>${dayTitle(group.key, this.#context.today, words.locale)}${charge(group.total, words)}</span>`
        : html``,
      stick,
    );
  }

  #toggle = (row: number, event: UsageEvent): void => {
    this.open = this.open?.row === row ? null : { row, event };
    this.#active = row;
    this.#host.requestUpdate();
  };

  #focus(row: number): void {
    this.#active = row;
    this.#rows.reveal(row, STICKY);
    this.#rows.redraw();
    const target = this.#host.renderRoot.querySelector<HTMLElement>(`[data-row="${row}"] [data-focus]`);
    target?.focus({ preventScroll: true });
  }
}

const nameOf = (account: string, asked: Asked): string => `${account} ${JSON.stringify(asked)}`;
