import { css } from 'lit';

export const styles = css`
  .cabh {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s3) var(--lk-s6);
    align-items: center;
    justify-content: space-between;
    padding: var(--lk-s3) var(--lk-pad);
    border-block-end: var(--lk-hair) solid var(--lk-line);
  }
  .acc {
    flex: 1 1 13em;
    min-inline-size: 0;
  }
  .acc .name {
    overflow-wrap: anywhere;
  }
  .acc .sel {
    inline-size: fit-content;
    max-inline-size: 100%;
    margin-inline-start: calc(var(--lk-s2) * -1);
  }
  .acc select {
    font: inherit;
    font-weight: var(--lk-w-2);
    border-color: transparent;
    background: none;
    padding-inline-start: var(--lk-s2);
  }
  .acc select:hover {
    background: var(--lk-paper-2);
  }
  .cabh lk-balance {
    flex: 1 1 26em;
    max-inline-size: 40em;
  }
  .cabn ul {
    display: flex;
    overflow-x: auto;
    scrollbar-width: none;
    gap: var(--lk-s1);
    padding: var(--lk-s2) var(--lk-s3);
    border-block-end: var(--lk-hair) solid var(--lk-line);
  }
  @container w (inline-size < 56em) {
    .cabn ul {
      mask-image: linear-gradient(to right, #000 calc(100% - 32px), #0000);
    }
    .cabn ul:dir(rtl) {
      mask-image: linear-gradient(to left, #000 calc(100% - 32px), #0000);
    }
  }
  .cabn button {
    font: inherit;
    font-weight: var(--lk-w-2);
    display: flex;
    gap: 10px;
    align-items: center;
    inline-size: 100%;
    min-block-size: var(--lk-control);
    padding: calc(var(--lk-s2) * var(--lk-d)) var(--lk-s3);
    border: 0;
    border-radius: var(--lk-r-2);
    background: none;
    color: var(--lk-ink-2);
    text-align: start;
    white-space: nowrap;
    cursor: pointer;
  }
  .cabn button:hover {
    background: var(--lk-paper-2);
    color: var(--lk-ink);
  }
  .cabn button[aria-current] {
    background: var(--lk-brand-wash);
    color: var(--lk-brand-ink);
  }
  .cabn button:focus-visible {
    outline-offset: -2px;
  }
  .cabm:focus-visible {
    outline-offset: -2px;
  }
  .cabm {
    min-inline-size: 0;
  }
  .cabm > .tabs {
    padding-block-start: var(--lk-s3);
  }
  @container w (inline-size >= 56em) {
    .cabg {
      display: grid;
      grid-template-columns: 16em minmax(0, 1fr);
    }
    .cabn {
      border-inline-end: var(--lk-hair) solid var(--lk-line);
    }
    .cabn ul {
      display: grid;
      gap: 2px;
      border: 0;
      padding: var(--lk-s3);
      position: sticky;
      inset-block-start: 0;
    }
  }
  @container w (inline-size < 34em) {
    .cabm > .tabs {
      padding-block-start: 0;
    }
    .cabn ul {
      padding-inline: var(--lk-s2);
    }
    .cabn .ic {
      display: none;
    }
  }
  @media (pointer: coarse) {
    .cabn button {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .cabn button[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media print {
    .cabh,
    .cabn,
    .tabs {
      display: none;
    }
  }
`;
