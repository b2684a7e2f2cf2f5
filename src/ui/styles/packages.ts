import { css } from 'lit';

/** Packages: figure above, bar, what follows below. `packs` is the grid of them. @see parts/bar.ts */
export const packages = css`
  .packs {
    display: grid;
    gap: var(--lk-s4) var(--lk-s6);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 10.5em), 1fr));
  }
  .packh {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    margin-block-end: 6px;
    gap: var(--lk-s2);
  }
  .left {
    font-weight: var(--lk-w-3);
    font-size: var(--lk-fs-4);
  }
  .pack .hint {
    margin-block-start: 6px;
  }
  .pk-t {
    display: block;
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
    color: var(--lk-ink-2);
    white-space: nowrap;
    margin-block-end: 4px;
  }
  .pk-t b {
    color: var(--lk-ink);
    font-weight: var(--lk-w-2);
  }
  .left.warn,
  .pk.warn b {
    color: var(--lk-warn);
  }
  .left.bad,
  .pk.bad b {
    color: var(--lk-bad);
  }
`;
