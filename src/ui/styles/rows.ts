import { css } from 'lit';

/** Rows that open something or carry one action: `<ul class="rows"><li><a class="row">…`. */
export const rows = css`
  .rows > li {
    border-block-start: var(--lk-hair) solid var(--lk-line);
  }
  .rows > li:first-child {
    border-block-start: 0;
  }
  .row {
    display: flex;
    gap: var(--lk-s3);
    align-items: center;
    padding: var(--lk-s3) var(--lk-pad);
    color: inherit;
    text-decoration: none;
  }
  button.row {
    font: inherit;
    inline-size: 100%;
    background: none;
    border: 0;
    text-align: start;
    cursor: pointer;
  }
  :is(a, button).row:hover {
    background: var(--lk-paper-2);
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .row > .ic {
    color: var(--lk-ink-2);
  }
  .lname {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--lk-s2);
    align-items: baseline;
  }
`;
