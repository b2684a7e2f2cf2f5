/** Height that every browser scrolls exactly; Firefox ends near 17.8 million pixels. */
const LIMIT = 8_000_000;

/**
 * Ties the place of a scroll bar to the place in a list that may be higher than a browser can scroll. Small movements go one to
 * one; a jump of the bar goes in proportion; when the scrolling has ended the bar is put where the place belongs.
 */
export class ScrollSpace {
  /** Distance from the beginning of the list, in its own pixels. */
  position = 0;
  #height = 0;
  #viewport = 0;
  #bar = 0;

  constructor(private readonly limit = LIMIT) {}

  /** Height of what is really scrolled. */
  get height(): number {
    return Math.min(this.#height, this.limit);
  }

  /** Where the list's beginning lies in what is really scrolled; below zero when the list is higher than that. */
  get origin(): number {
    return this.#bar - this.position;
  }

  resize(height: number, viewport: number): void {
    this.#height = height;
    this.#viewport = viewport;
    this.position = Math.min(this.position, this.#last);
  }

  /** The bar was moved. @param bar - `scrollTop`. */
  scrolled(bar: number): void {
    const moved = bar - this.#bar;
    this.#bar = bar;
    if (!this.#scaled) this.position = bar;
    else if (bar <= 0) this.position = 0;
    else if (bar >= this.#lastBar - 1) this.position = this.#last;
    else if (Math.abs(moved) <= 3 * this.#viewport) this.position = clamp(this.position + moved, this.#last);
    else this.position = (bar / this.#lastBar) * this.#last;
  }

  /** Goes to a place of the list. @returns The `scrollTop` for it. */
  goTo(position: number): number {
    this.position = clamp(position, this.#last);
    return this.settle();
  }

  /** Where the bar belongs now that nothing moves. @returns `scrollTop`. */
  settle(): number {
    this.#bar = this.#scaled ? (this.position / this.#last) * this.#lastBar : this.position;
    return this.#bar;
  }

  get #scaled(): boolean {
    return this.#height > this.limit;
  }
  get #last(): number {
    return Math.max(0, this.#height - this.#viewport);
  }
  get #lastBar(): number {
    return Math.max(0, this.height - this.#viewport);
  }
}

function clamp(value: number, last: number): number {
  return Math.max(0, Math.min(last, value));
}
