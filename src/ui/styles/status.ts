import { css } from 'lit';

/** Status: a 10 px glyph and words (`st`, with `ok warn bad act`). Tags (`tag`): facts about a row. @see parts/status.ts */
export const status = css`
  .st {
    display: inline-flex;
    align-items: flex-start;
    gap: 6px;
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
    font-weight: var(--lk-w-2);
    color: var(--lk-ink-2);
  }
  .st .g {
    inline-size: 10px;
    block-size: 10px;
    flex: none;
    margin-block-start: calc((var(--lk-lh-2) - 10px) / 2);
    fill: currentColor;
    stroke: currentColor;
  }
  .ok {
    color: var(--lk-credit);
  }
  .warn {
    color: var(--lk-warn);
  }
  .bad {
    color: var(--lk-bad);
  }
  .act {
    color: var(--lk-brand-ink);
  }
`;
