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

/** Tags: facts about a row, outlined, 12 px. */
export const tags = css`
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-size: var(--lk-fs-1);
    line-height: var(--lk-lh-1);
    font-weight: var(--lk-w-2);
    padding: 1px 6px;
    border-radius: var(--lk-r-1);
    border: var(--lk-hair) solid var(--lk-line);
    color: var(--lk-ink-2);
    white-space: nowrap;
  }
  .tag:is(.cr, .warn, .act) {
    border-color: color-mix(in oklab, currentColor 45%, var(--lk-paper));
  }
  .tag.cr {
    color: var(--lk-credit);
  }
  .tag.warn {
    color: var(--lk-warn);
  }
  .tag.act {
    color: var(--lk-brand-ink);
  }
  .count {
    font-size: var(--lk-fs-1);
    line-height: var(--lk-lh-1);
    min-inline-size: 18px;
    text-align: center;
    padding: 1px 5px;
    border-radius: 99px;
    background: var(--lk-warn-wash);
    color: var(--lk-warn);
    font-weight: var(--lk-w-3);
  }
`;
