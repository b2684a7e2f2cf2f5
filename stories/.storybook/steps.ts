/** Steps of a story by the same controls that a person uses, whatever the language they are written in. */

const LIMIT_MS = 20_000;

/**
 * A part of a widget, as soon as it is there and nothing more is on its way, or the second row would be another one a moment later.
 *
 * @param canvas - Where the story is.
 * @param selectors - The widget, then what is inside its shadow root; more pairs go deeper.
 */
export async function part(canvas: HTMLElement, ...selectors: readonly string[]): Promise<HTMLElement> {
  const end = performance.now() + LIMIT_MS;
  for (;;) {
    const found = isBusy(canvas) ? null : find(canvas, selectors);
    if (found) return found;
    if (performance.now() > end)
      throw new Error(`There is no ${selectors.join(' → ')}: ${said(canvas, selectors[0] ?? '')}`);
    await new Promise(requestAnimationFrame);
  }
}

/** Whether an element of ours waits for data, or has still to show them. */
function isBusy(from: ParentNode): boolean {
  return [...from.querySelectorAll('*')].some((element) => {
    if (element.shadowRoot && isBusy(element.shadowRoot)) return true;
    if ('isUpdatePending' in element && element.isUpdatePending === true) return true;
    return 'status' in element && (element.status === 'pending' || element.status === 'refreshing');
  });
}

/** What the widget shows instead. */
const said = (canvas: HTMLElement, widget: string): string =>
  (canvas.querySelector(widget)?.shadowRoot?.textContent ?? 'no widget').replace(/\s+/g, ' ').slice(0, 400);

function find(from: ParentNode, [selector, ...rest]: readonly string[]): HTMLElement | null {
  if (selector === undefined) return null;
  const found = from.querySelector<HTMLElement>(selector);
  if (rest.length === 0 || found === null) return found;
  return found.shadowRoot && find(found.shadowRoot, rest);
}

/** Presses a control of a widget as soon as it can be pressed. */
export async function press(canvas: HTMLElement, ...selectors: readonly string[]): Promise<void> {
  const last = selectors.at(-1) ?? '';
  const control = await part(canvas, ...selectors.slice(0, -1), `${last}:not([disabled], [aria-disabled='true'])`);
  control.click();
}

/** Types into a field of a widget and leaves it. */
export async function type(canvas: HTMLElement, text: string, ...selectors: readonly string[]): Promise<void> {
  const field = await part(canvas, ...selectors);
  if (!(field instanceof HTMLInputElement)) throw new Error(`${selectors.join(' → ')} is no field.`);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}
