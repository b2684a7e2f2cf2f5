import { css } from 'lit';

/** Chips: any of a few; with radio inputs, presets of one value. @see segments */
export const chips = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s2);
  }
  .chip {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    border: var(--lk-hair) solid var(--lk-line-3);
    border-radius: 99px;
    padding: 0 var(--lk-s3);
    min-block-size: var(--lk-control-s);
    font-size: var(--lk-fs-2);
    font-weight: var(--lk-w-2);
    cursor: pointer;
    background: var(--lk-paper);
  }
  .chip input {
    position: absolute;
    opacity: 0;
    inset: 0;
    margin: 0;
    cursor: pointer;
  }
  .chip:has(:checked) {
    background: var(--lk-brand-wash);
    border-color: var(--lk-brand-ink);
    color: var(--lk-brand-ink);
  }
  .chip .ic {
    display: none;
    margin-inline-start: -3px;
  }
  .chip:has(:checked) .ic {
    display: block;
  }
  .chip:has(:focus-visible) {
    outline: var(--lk-focus-w) solid var(--lk-focus);
    outline-offset: 2px;
  }
  @media (pointer: coarse) {
    .chip {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .chip:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
