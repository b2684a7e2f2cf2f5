import { html, type TemplateResult } from 'lit';
import { button } from './button.js';

export interface Confirm {
  id: string;
  /** The title is the question: "Disconnect +7 495 000-00-01?" */
  question: string;
  /** Lists the consequences. */
  body: unknown;
  safe: string;
  danger: string;
  confirm: () => void;
}

/**
 * Dialog for what destroys, and for nothing else: the safe button has focus, Escape is the safe answer. Open it with
 * `openConfirm(this.renderRoot, id)`; the browser returns focus to the button that opened it. Styles: `dialog`, `buttons`.
 */
export const confirm = (c: Confirm): TemplateResult =>
  html`<dialog id=${c.id} aria-labelledby="${c.id}-q" aria-describedby="${c.id}-b">
    <h3 id="${c.id}-q">${c.question}</h3>
    <div class="body" id="${c.id}-b">${c.body}</div>
    <div class="btns stack">
      ${button(
        c.danger,
        (event) => {
          close(event);
          c.confirm();
        },
        { kind: 'bad' },
      )}
      <button type="button" class="btn safe" @click=${close}>${c.safe}</button>
    </div>
  </dialog>`;

/** Opens a dialog made by `confirm()`. */
export function openConfirm(root: ParentNode, id: string): void {
  const dialog = root.querySelector(`#${CSS.escape(id)}`);
  if (!(dialog instanceof HTMLDialogElement) || dialog.open) return;
  dialog.showModal();
  dialog.querySelector<HTMLElement>('.safe')?.focus();
}

function close(event: Event): void {
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.closest('dialog')?.close();
}
