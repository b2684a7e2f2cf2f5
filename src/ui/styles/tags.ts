import { css } from 'lit';

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
