import type { ReactiveController, ReactiveElement } from 'lit';

/** How many places a visitor is followed back. */
const REMEMBERED = 8;

const labelOf = (element: Element): string =>
  element.ariaLabel ?? element.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const isShown = (element: Element): boolean => element.isConnected && element.getClientRects().length > 0;

/** A place that had the focus. Its label is kept: by the time it is looked for it may be gone. */
interface Visited {
  readonly element: HTMLElement;
  readonly label: string;
}

/** What `keepFocus` adds to an element. */
class FocusController implements ReactiveController {
  #had: Element | null = null;
  /** The last places that had the focus, the latest one first. */
  #visited: Visited[] = [];

  constructor(private readonly host: ReactiveElement) {}

  hostConnected(): void {
    this.host.shadowRoot?.addEventListener('focusin', this.#remember);
  }

  hostDisconnected(): void {
    this.host.shadowRoot?.removeEventListener('focusin', this.#remember);
    this.#visited = [];
  }

  hostUpdate(): void {
    this.#had = this.host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    const had = this.#had;
    if (!had || had.isConnected) return;
    // After what the element does once its update is complete.
    setTimeout(() => this.#settle(had));
  }

  #remember = ({ target }: Event): void => {
    // The heading is where one ends up, not where one came from.
    if (!(target instanceof HTMLElement) || target.id === 'heading') return;
    const visited = this.#visited.filter(({ element }) => element !== target);
    this.#visited = [{ element: target, label: labelOf(target) }, ...visited].slice(0, REMEMBERED);
  };

  #settle(lost: Element): void {
    const root = this.host.shadowRoot;
    if (!root || !this.host.isConnected) return;
    if (root.activeElement || document.activeElement !== document.body) return;
    const opener = this.#opener(root, lost);
    const heading = root.querySelector<HTMLElement>('#heading');
    if (!opener) heading?.setAttribute('tabindex', '-1');
    (opener ?? heading)?.focus();
  }

  /** The latest place before the lost one that is still there, or was drawn anew as a button of the same label. */
  #opener(root: ShadowRoot, lost: Element): HTMLElement | undefined {
    const buttons = [...root.querySelectorAll('button')].filter(isShown);
    for (const { element, label } of this.#visited) {
      if (element === lost) continue;
      if (isShown(element)) return element;
      const again = label === '' ? undefined : buttons.find((button) => labelOf(button) === label);
      if (again) return again;
    }
    return undefined;
  }
}

/**
 * Keeps the focus in an element whose update takes away what had it, as when a form is closed: it goes back to what opened the form,
 * a button that may have been drawn anew or a switch that has been there all the time, else to the heading. Whatever the element
 * focuses by itself goes before.
 */
export function keepFocus(host: ReactiveElement): void {
  host.addController(new FocusController(host));
}
