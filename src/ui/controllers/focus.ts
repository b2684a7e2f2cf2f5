import type { ReactiveController, ReactiveElement } from 'lit';

const labelOf = (element: Element): string =>
  element.ariaLabel ?? element.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** What `keepFocus` adds to an element. */
class FocusController implements ReactiveController {
  #had: Element | null = null;
  #opener = '';

  constructor(private readonly host: ReactiveElement) {}

  hostUpdate(): void {
    this.#had = this.host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    const had = this.#had;
    if (!had || had.isConnected) return;
    const label = labelOf(had);
    // After what the element does once its update is complete.
    setTimeout(() => this.#settle(label));
  }

  #settle(label: string): void {
    const root = this.host.shadowRoot;
    if (!root || !this.host.isConnected) return;
    if (root.activeElement || document.activeElement !== document.body) {
      this.#opener = label;
      return;
    }
    const opener = [...root.querySelectorAll('button')].find((button) => labelOf(button) === this.#opener);
    const heading = root.querySelector<HTMLElement>('#heading');
    if (!opener) heading?.setAttribute('tabindex', '-1');
    (opener ?? heading)?.focus();
  }
}

/**
 * Keeps the focus in an element whose update takes away what had it, as when a form is closed: it goes back to the button that
 * opened the form (which may have been drawn anew, so it is known by its label), else to the heading. Whatever the element focuses
 * by itself goes before.
 */
export function keepFocus(host: ReactiveElement): void {
  host.addController(new FocusController(host));
}
