import { css } from 'lit';

/**
 * Text fields and selects: label above, hint or error below (the error takes the hint's place and says what to type). `inp` is
 * the box; on a `<span>` it holds an icon, an `<input>` and a unit. `inp sum` is the large field for a sum of money.
 */
export const forms = css`
  .fields {
    display: grid;
    gap: var(--lk-s4);
  }
  .field {
    display: grid;
    gap: 6px;
    align-content: start;
    min-inline-size: 0;
  }
  .field > label,
  .field > legend {
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
    font-weight: var(--lk-w-2);
  }
  .field > legend {
    margin-block-end: 6px;
  }
  .err {
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
    color: var(--lk-bad);
    display: flex;
    gap: 6px;
    align-items: flex-start;
  }
  .err .ic {
    margin-block-start: 1px;
  }
  .inp {
    font: inherit;
    color: var(--lk-ink);
    background: var(--lk-paper);
    border: var(--lk-hair) solid var(--lk-line-3);
    border-radius: var(--lk-r-2);
    min-block-size: var(--lk-control);
    padding: 0 var(--lk-s3);
    inline-size: 100%;
    display: flex;
    align-items: center;
    gap: var(--lk-s2);
    min-inline-size: 0;
  }
  textarea.inp {
    padding-block: var(--lk-s2);
    resize: vertical;
  }
  .inp .ic,
  .cur {
    color: var(--lk-ink-2);
  }
  .inp input {
    font: inherit;
    color: inherit;
    border: 0;
    background: none;
    inline-size: 100%;
    min-inline-size: 0;
    padding: 0;
    outline: 0;
    align-self: stretch;
  }
  .inp::placeholder,
  .inp input::placeholder {
    color: var(--lk-ink-2);
    opacity: 1;
  }
  .inp:focus-visible,
  .inp:has(input:focus-visible) {
    outline: var(--lk-focus-w) solid var(--lk-focus);
    outline-offset: -1px;
    border-color: transparent;
  }
  .inp.bad:focus-visible,
  .inp.bad:has(input:focus-visible) {
    outline-offset: 2px;
  }
  .inp.bad,
  .inp.bad:focus-visible,
  .inp.bad:has(input:focus-visible) {
    border-color: var(--lk-bad);
    box-shadow: inset 0 0 0 1px var(--lk-bad);
  }
  .inp:disabled,
  .inp:has(input:disabled),
  .inp.off {
    background: var(--lk-paper-2);
    color: var(--lk-ink-2);
    border-color: var(--lk-line);
  }
  .inp.sum {
    min-block-size: calc(var(--lk-control) * 1.5);
    padding-inline: var(--lk-s4);
  }
  .inp.sum input {
    font-size: calc(var(--lk-fs) * 1.8667);
    font-weight: var(--lk-w-3);
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums;
  }
  .inp.sum .cur {
    font-size: calc(var(--lk-fs) * 1.4);
  }
  select.inp {
    appearance: none;
    padding-inline-end: var(--lk-s8);
    cursor: pointer;
    text-overflow: ellipsis;
  }
  .sel {
    position: relative;
    display: grid;
    min-inline-size: 0;
  }
  .sel > .ic {
    position: absolute;
    inset-inline-end: 10px;
    inset-block-start: calc(50% - 10px);
    pointer-events: none;
    color: var(--lk-ink-2);
  }
  .sel.s .inp {
    min-block-size: var(--lk-control-s);
    font-size: var(--lk-fs-2);
  }
  @media (pointer: coarse) {
    .inp,
    .sel.s .inp {
      font-size: max(16px, var(--lk-fs-3));
      min-block-size: 44px;
    }
  }
`;
