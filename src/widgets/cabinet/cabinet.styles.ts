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
  .acc select {
    font: inherit;
    font-weight: var(--lk-w-2);
    max-inline-size: 100%;
  }
  .cabh lk-balance {
    flex: 0 1 26em;
    min-inline-size: min(100%, 17em);
  }
  .cabn ul {
    display: flex;
    overflow-x: auto;
    scrollbar-width: none;
    gap: var(--lk-s1);
    padding: var(--lk-s2) var(--lk-s3);
    border-block-end: var(--lk-hair) solid var(--lk-line);
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
    .cabn ul {
      padding-inline: var(--lk-s2);
    }
    .cabn .ic {
      display: none;
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
