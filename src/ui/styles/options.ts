import { css } from 'lit';

/** A list of rows of which one is chosen: `<div class="opts"><label class="opt"><input class="radio" type="radio">…`. */
export const options = css`
  .radio {
    appearance: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    flex: none;
    border: 1.5px solid var(--lk-line-3);
    border-radius: 50%;
    background: var(--lk-paper);
  }
  .radio:checked {
    border: 5.5px solid var(--lk-brand-ink);
  }
  .opt {
    display: flex;
    gap: var(--lk-s3);
    align-items: flex-start;
    padding: var(--lk-s3) var(--lk-s4);
    border: var(--lk-hair) solid var(--lk-line-3);
    cursor: pointer;
    background: var(--lk-paper);
  }
  .opt + .opt {
    margin-block-start: -1px;
  }
  .opts > .opt:first-child {
    border-start-start-radius: var(--lk-r-3);
    border-start-end-radius: var(--lk-r-3);
  }
  .opts > .opt:last-child {
    border-end-start-radius: var(--lk-r-3);
    border-end-end-radius: var(--lk-r-3);
  }
  .opt .radio {
    margin-block-start: 2px;
  }
  .optr {
    display: flex;
    gap: var(--lk-s2);
    align-items: center;
    color: var(--lk-ink-2);
  }
  .opt:has(:checked) {
    background: var(--lk-brand-wash);
    box-shadow: inset 0 0 0 1px var(--lk-brand-ink);
    border-color: var(--lk-brand-ink);
    position: relative;
    z-index: 1;
  }
  .opt:has(:disabled) {
    color: var(--lk-ink-2);
    background: var(--lk-paper-2);
    cursor: not-allowed;
  }
  .opt:has(:focus-visible) {
    outline: var(--lk-focus-w) solid var(--lk-focus);
    outline-offset: 2px;
    position: relative;
    z-index: 2;
  }
  .opt .radio:focus-visible {
    outline: 0;
  }
  @media (forced-colors: active) {
    .opt:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
