import { render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Layout, type RowSizes } from './layout.js';
import { ScrollSpace } from './scroll-space.js';

/** What is drawn. */
export interface RowsModel {
  /** Another name is another list: it begins at its top. */
  readonly name: string;
  /** Number of events of each day. */
  readonly counts: readonly number[];
  /** The row that is open. */
  readonly open: number | null;
  /** Draws a row into an element with `data-row`, `day` or `ev` among its classes. */
  readonly row: (row: number, layout: Layout) => unknown;
  /** Tells which rows are in view, before they are drawn. */
  readonly viewed: (first: number, last: number, layout: Layout) => void;
}

/** Rows are placed relative to a multiple of this many pixels: far down, large offsets would be inexact. */
const BASE = 100_000;
/** Rows are drawn this many viewports beyond the edges, so that the browser never scrolls into nothing. */
const BEYOND = 0.75;
/** On paper the list is as high as its rows: what is drawn must not grow by its being drawn. */
const HIGHEST = 4_000;
const GUESS: RowSizes = { day: 50, event: 59 };

/**
 * Draws the rows of a list that are in view and a little beyond, in their order, each at its place: a row that stays is not touched
 * while others come and go. Closed rows are all of one height, which is measured once; so places are counted and jumps are exact.
 *
 * Expects in the element: `.scroll` (scrolls), in it `.sizer` (as high as the list), in it `.block` (rows are drawn here).
 */
export class VirtualRows {
  #scroller: HTMLElement | null = null;
  #model: RowsModel | null = null;
  #layout = new Layout([], GUESS);
  #sizes = GUESS;
  /** The heights are those of this scroller's rows, no longer guessed. */
  #measured = false;
  #extra = 0;
  #space = new ScrollSpace();
  #range: readonly [number, number] = [0, -1];
  #viewport = 0;
  /** Where each row was put. */
  #places = new WeakMap<Element, number>();
  #settle: ReturnType<typeof setTimeout> | undefined;
  // A frame later: what is drawn anew within the observer's own turn would be an error of its loop.
  readonly #sized = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  get layout(): Layout {
    return this.#layout;
  }
  /** Rows that fit into view. */
  get pageRows(): number {
    return Math.max(1, Math.floor(this.#viewport / this.#sizes.event) - 1);
  }

  /** Shows a list; call it after every change of what its rows show. */
  show(scroller: HTMLElement | null, model: RowsModel | null): void {
    this.#attach(model === null ? null : scroller);
    if (model === null || this.#scroller === null) {
      this.#model = null;
      return;
    }
    const another = this.#model?.name !== model.name;
    if (this.#model?.open !== model.open) this.#extra = 0;
    this.#model = model;
    this.#arrange(another);
    this.#draw(true);
    this.#measure();
  }

  /** Draws again what is drawn, after a change that moves nothing: rows came, or another one has the tab stop. */
  redraw(): void {
    this.#draw(true);
    // Heights are the same for all closed rows: only the first ones tell something new, and an open one.
    if (!this.#measured || this.#model?.open !== null) this.#measure();
  }

  /** Whether one of these rows is drawn. */
  draws(first: number, last: number): boolean {
    return first <= this.#range[1] && last >= this.#range[0];
  }

  /** Scrolls as little as brings the row into view, and draws it. */
  reveal(row: number, covered = 0): HTMLElement | null {
    const top = this.#layout.topOf(row);
    const bottom = this.#layout.topOf(row + 1);
    const { position } = this.#space;
    if (top - covered < position) this.#goTo(top - covered);
    else if (bottom > position + this.#viewport) this.#goTo(bottom - this.#viewport);
    return this.#scroller?.querySelector<HTMLElement>(`[data-row="${row}"]`) ?? null;
  }

  dispose(): void {
    this.#attach(null);
    this.#model = null;
  }

  #attach(scroller: HTMLElement | null): void {
    if (scroller === this.#scroller) return;
    this.#scroller?.removeEventListener('scroll', this.#scrolled);
    this.#sized.disconnect();
    clearTimeout(this.#settle);
    this.#scroller = scroller;
    this.#space = new ScrollSpace();
    this.#range = [0, -1];
    this.#measured = false;
    if (scroller === null) return;
    scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    this.#sized.observe(scroller);
    this.#viewport = heightOf(scroller);
    scroller.style.setProperty('--gutter', `${scroller.offsetWidth - scroller.clientWidth}px`);
  }

  /** Counts anew where everything is; what is at the upper edge stays there. */
  #arrange(another: boolean): void {
    const model = this.#model;
    if (model === null || this.#scroller === null) return;
    const before = this.#layout;
    const edge = before.rowAt(this.#space.position);
    const below = this.#space.position - before.topOf(edge);
    this.#layout = new Layout(
      model.counts,
      this.#sizes,
      model.open === null ? null : { row: model.open, extra: this.#extra },
    );
    const sizer = this.#part('.sizer');
    this.#space.resize(this.#layout.height, this.#viewport);
    if (sizer) sizer.style.blockSize = `${this.#space.height}px`;
    this.#viewport = heightOf(this.#scroller);
    this.#space.resize(this.#layout.height, this.#viewport);
    const place = another ? 0 : this.#layout.topOf(Math.min(edge, this.#layout.rows)) + below;
    const bar = this.#space.goTo(place);
    if (Math.abs(this.#scroller.scrollTop - bar) >= 1) this.#scroller.scrollTop = bar;
    // The bar may have been stopped by the browser at an edge of its own.
    this.#space.scrolled(this.#scroller.scrollTop);
  }

  #goTo(position: number): void {
    if (this.#scroller === null) return;
    this.#scroller.scrollTop = this.#space.goTo(position);
    this.#draw();
  }

  #scrolled = (): void => {
    if (this.#scroller === null) return;
    this.#space.scrolled(this.#scroller.scrollTop);
    this.#draw();
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => this.#settled(), 150);
  };

  #settled(): void {
    if (this.#scroller === null || this.#layout.height <= this.#space.height) return;
    this.#scroller.scrollTop = this.#space.settle();
    this.#draw();
  }

  #draw(always = false): void {
    const block = this.#part('.block');
    const model = this.#model;
    if (block === null || model === null) return;
    const { position } = this.#space;
    const last = this.#layout.rows - 1;
    const beyond = BEYOND * this.#viewport;
    const inView: [number, number] = [
      this.#layout.rowAt(position),
      Math.min(last, this.#layout.rowAt(position + this.#viewport)),
    ];
    const range: [number, number] = [
      this.#layout.rowAt(Math.max(0, position - beyond)),
      Math.min(last, this.#layout.rowAt(position + this.#viewport + beyond)),
    ];
    const drawn = always || range[0] !== this.#range[0] || range[1] !== this.#range[1];
    if (drawn) {
      this.#range = range;
      model.viewed(...inView, this.#layout);
      const rows = Array.from({ length: range[1] - range[0] + 1 }, (_, at) => range[0] + at);
      const focused = this.#focused;
      render(
        repeat(
          rows,
          (row) => row,
          (row) => model.row(row, this.#layout),
        ),
        block,
      );
      this.#keepFocus(focused);
    }
    const base = Math.floor(this.#layout.topOf(range[0]) / BASE) * BASE;
    this.#put(block, this.#space.origin + base);
    if (!drawn) return;
    // One element a row, in their order.
    let row = range[0];
    for (const element of block.children) {
      if (element instanceof HTMLElement) this.#put(element, this.#layout.topOf(row) - base);
      row += 1;
    }
  }

  /** A style that is set by script is no inline style of the page's markup: strict policies allow it. */
  #put(element: HTMLElement, top: number): void {
    if (this.#places.get(element) === top) return;
    this.#places.set(element, top);
    element.style.translate = `0 ${top}px`;
  }

  /** Row that has the focus; `null` = none has. */
  get #focused(): number | null {
    const root = this.#scroller?.getRootNode();
    const focused = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
    const row = focused?.closest('[data-row]')?.getAttribute('data-row');
    return row === null || row === undefined ? null : Number(row);
  }

  /** A row whose focus was taken with what it showed before gets it back; one that is taken away leaves it to the list. */
  #keepFocus(row: number | null): void {
    if (row === null || this.#focused === row) return;
    const same = this.#scroller?.querySelector<HTMLElement>(`[data-row="${row}"] [data-focus]`);
    (same ?? this.#scroller?.closest<HTMLElement>('[tabindex]'))?.focus({ preventScroll: true });
  }

  /** Takes the heights of what was drawn; when they are others than thought, everything is counted anew. */
  #measure(): void {
    const scroller = this.#scroller;
    if (scroller === null || this.#model === null) return;
    const height = (selector: string, otherwise: number) => {
      const row = scroller.querySelector(selector);
      return (row && Math.round(row.getBoundingClientRect().height * 64) / 64) || otherwise;
    };
    this.#measured ||= scroller.querySelector('.ev:not([aria-busy])') !== null;
    const sizes = {
      day: height('.day', this.#sizes.day),
      event: height('.ev:not(.open, [aria-busy])', this.#sizes.event),
    };
    const extra = Math.max(0, height('.ev.open', sizes.event) - sizes.event);
    const same = sizes.day === this.#sizes.day && sizes.event === this.#sizes.event && extra === this.#extra;
    if (same && heightOf(scroller) === this.#viewport) return;
    this.#sizes = sizes;
    scroller.style.setProperty('--row', `${sizes.event}px`);
    this.#extra = this.#model.open === null ? 0 : extra;
    this.#arrange(false);
    this.#draw(true);
  }

  #part(selector: string): HTMLElement | null {
    return this.#scroller?.querySelector<HTMLElement>(selector) ?? null;
  }
}

const heightOf = ({ clientHeight }: HTMLElement): number => Math.min(clientHeight, HIGHEST);
