import { css } from 'lit';

/** `<dialog>` for what destroys: the title is the question, the text lists consequences, the safe button has focus. @see parts/confirm.ts */
export const dialog = css`
  dialog {
    font: inherit;
    color: var(--lk-ink);
    background: var(--lk-paper-up);
    border: var(--lk-hair) solid var(--lk-line);
    border-radius: var(--lk-r-4);
    box-shadow:
      0 1px 2px rgb(0 0 0 / 0.06),
      0 8px 28px rgb(0 0 0 / 0.12);
    padding: var(--lk-s6);
    max-inline-size: min(30em, calc(100vi - 32px));
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  dialog h3 {
    font-size: var(--lk-fs-4);
    line-height: var(--lk-lh-4);
    text-wrap: balance;
  }
  dialog .body {
    display: grid;
    gap: var(--lk-s3);
    margin-block: var(--lk-s3) var(--lk-s5);
  }
  dialog .btns {
    justify-content: flex-end;
  }
`;
