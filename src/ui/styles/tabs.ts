import { css } from 'lit';

/** Tabs: text and a rule; they scroll sideways when narrow and the selected one is scrolled into view. @see parts/tabs.ts */
export const tabs = css`
  .tabs {
    display: flex;
    gap: var(--lk-s5);
    padding-inline: var(--lk-pad);
    border-block-end: var(--lk-hair) solid var(--lk-line);
    overflow-x: auto;
    scrollbar-width: none;
    scroll-padding-inline: var(--lk-s8);
  }
  .tab {
    font: inherit;
    font-weight: var(--lk-w-2);
    display: inline-flex;
    align-items: center;
    gap: 6px;
    white-space: nowrap;
    min-block-size: calc(var(--lk-lh-3) + var(--lk-s4) + 3px); /* also before its text is here */
    padding: var(--lk-s2) 0 calc(var(--lk-s2) + 1px);
    color: var(--lk-ink-2);
    border: 0;
    border-block-end: 2px solid transparent;
    background: none;
    cursor: pointer;
  }
  .tab:hover {
    color: var(--lk-ink);
  }
  .tab[aria-selected='true'] {
    color: var(--lk-ink);
    border-color: var(--lk-brand-ink);
  }
  .tab:focus-visible {
    outline-offset: -2px;
  }
  @container w (inline-size < 34em) {
    .tabs {
      gap: var(--lk-s4);
      mask-image: linear-gradient(to right, #000 calc(100% - 28px), #0000);
    }
    .tabs:dir(rtl) {
      mask-image: linear-gradient(to left, #000 calc(100% - 28px), #0000);
    }
  }
  @media (pointer: coarse) {
    .tab {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .tab {
      border-block-end-color: Canvas;
    }
    .tab[aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }
  @media print {
    .tabs {
      display: none;
    }
  }
`;
