import { css } from 'lit';

/**
 * Notes: a wash, a 20 px icon, one or two sentences at 13 px, at most one action at the end. Neutral is information; `warn`,
 * `bad`, `ok`, `brand`. `asof` is the line that says how fresh the data are.
 */
export const notes = css`
  .note {
    display: flex;
    gap: var(--lk-s3);
    align-items: flex-start;
    padding: var(--lk-s3) var(--lk-s4);
    border-radius: var(--lk-r-3);
    background: var(--lk-paper-2);
    color: var(--lk-ink);
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
  }
  .note > .ic {
    color: var(--lk-ink-2);
    margin-block: -1px;
  }
  .note.warn {
    background: var(--lk-warn-wash);
  }
  .note.warn > .ic {
    color: var(--lk-warn);
  }
  .note.bad {
    background: var(--lk-bad-wash);
  }
  .note.bad > .ic {
    color: var(--lk-bad);
  }
  .note.ok {
    background: var(--lk-credit-wash);
  }
  .note.ok > .ic {
    color: var(--lk-credit);
  }
  .note.brand {
    background: var(--lk-brand-wash);
  }
  .note.brand > .ic {
    color: var(--lk-brand-ink);
  }
  .note > div {
    flex: 1 1 13em;
    min-inline-size: 0;
  }
  .note.row {
    align-items: center;
    flex-wrap: wrap;
  }
  .note.row .btn {
    margin-inline-start: auto;
  }
  .note.row .btn.quiet {
    margin-block: -6px;
  }
  .top {
    padding: var(--lk-s3) var(--lk-pad);
  }
  :is(.head, .top) + .top {
    padding-block-start: 0;
  }
  .asof {
    display: flex;
    align-items: flex-start;
    gap: 6px;
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
    color: var(--lk-ink-2);
  }
  .asof .ic {
    margin-block-start: 1px;
  }
  @media (forced-colors: active) {
    .note {
      border: 1px solid CanvasText;
    }
  }
`;
