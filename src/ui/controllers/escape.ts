import type { ReactiveController, ReactiveElement } from 'lit';

/** What text is typed into. */
const TEXT = 'input:not([type=radio], [type=checkbox], [type=file]), textarea';

const FORM = 'form, [data-form]';
const CANCEL = '[data-cancel]';

/** What `closeOnEscape` adds to an element. */
class EscapeController implements ReactiveController {
  readonly #typed = new Set<Element>();
  #question: HTMLElement | null = null;

  constructor(
    private readonly host: ReactiveElement,
    private readonly ask: () => string,
  ) {}

  hostConnected(): void {
    const { renderRoot } = this.host;
    renderRoot.addEventListener('input', this.#onInput);
    renderRoot.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    const { renderRoot } = this.host;
    renderRoot.removeEventListener('input', this.#onInput);
    renderRoot.removeEventListener('keydown', this.#onKey);
    this.#typed.clear();
    this.#withdraw();
  }

  /** Something is typed into a form that is still open. */
  get dirty(): boolean {
    return [...this.#typed].some((field) => field.isConnected && field.closest(FORM)?.querySelector(CANCEL));
  }

  readonly #onInput = ({ target }: Event): void => {
    if (!(target instanceof Element) || !target.matches(TEXT)) return;
    this.#typed.add(target);
    this.#withdraw();
  };

  readonly #onKey = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || event.isComposing) return;
    const form = event.target instanceof Element ? event.target.closest(FORM) : null;
    const cancel = form?.querySelector<HTMLElement>(CANCEL);
    if (!form || !cancel || event.defaultPrevented) return;
    // A dialog or a menu of the host around the widget stays open.
    event.preventDefault();
    event.stopPropagation();
    const fields = [...this.#typed].filter((field) => form.contains(field));
    const asked = this.#question?.isConnected === true && form.contains(this.#question);
    if (fields.length > 0 && !asked) return this.#put(cancel);
    for (const field of fields) this.#typed.delete(field);
    this.#withdraw();
    cancel.click();
  };

  /** Below the buttons. A form that is closed takes it along. */
  #put(cancel: HTMLElement): void {
    const question = document.createElement('p');
    question.className = 'hint escape';
    question.role = 'alert';
    question.textContent = this.ask();
    cancel.closest('.btns')?.after(question);
    this.#question = question;
  }

  #withdraw(): void {
    this.#question?.remove();
    this.#question = null;
  }
}

/**
 * Escape in an inline form is its cancel button, the one with `{ cancels: true }`. Where something was typed the first press only says
 * that it would be lost, the second one closes. What is no `<form>` is marked with `data-form`.
 *
 * @param ask - The sentence that asks: `() => this.t('escapeAgain')`.
 * @returns Whether something typed would be lost if the widget were left.
 */
export function closeOnEscape(host: ReactiveElement, ask: () => string): { readonly dirty: boolean } {
  const controller = new EscapeController(host, ask);
  host.addController(controller);
  return controller;
}
