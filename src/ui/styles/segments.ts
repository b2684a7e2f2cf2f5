import { css } from 'lit';

/** Segments: one of at most five, all visible. Chips are any of several, `options` choices with consequences. */
export const segments = css`
  .segs {
    display: inline-flex;
    background: var(--lk-paper-3);
    border-radius: var(--lk-r-2);
    padding: 2px;
    gap: 2px;
    max-inline-size: 100%;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .segs label {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    padding: 0 var(--lk-s3);
    min-block-size: calc(var(--lk-control) - 4px);
    font-weight: var(--lk-w-2);
    font-size: var(--lk-fs-2);
    border-radius: calc(var(--lk-r-2) - 1px);
    cursor: pointer;
    white-space: nowrap;
    color: var(--lk-ink-2);
    flex: 1 0 auto;
  }
  .segs.s label {
    min-block-size: calc(var(--lk-control-s) - 4px);
  }
  .segs input {
    position: absolute;
    opacity: 0;
    inset: 0;
    margin: 0;
    cursor: pointer;
  }
  .segs label:has(:checked) {
    background: var(--lk-paper);
    color: var(--lk-ink);
    box-shadow: 0 0 0 1px var(--lk-line-3);
  }
  .segs label:has(:focus-visible) {
    outline: var(--lk-focus-w) solid var(--lk-focus);
    outline-offset: -2px;
  }
  @container w (inline-size < 26em) {
    .segs label {
      padding-inline: 10px;
    }
  }
  @media (pointer: coarse) {
    .segs label,
    .segs.s label {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .segs label:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
