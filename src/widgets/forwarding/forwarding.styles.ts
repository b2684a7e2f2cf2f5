import { css } from 'lit';

export const styles = css`
  .fhead {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s3) var(--lk-s5);
    border-block-end: var(--lk-hair) solid var(--lk-line);
  }
  .fhead .field:first-child {
    flex: 1 1 18em;
    max-inline-size: 27em;
  }
  .fhead .label {
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
    font-weight: var(--lk-w-2);
  }
  @container w (min-inline-size: 50em) {
    .two.fw2 {
      grid-template: 'main a' 1fr / minmax(0, 1fr) 20.5em;
    }
  }
  .main > .note + :is(.conds, .blank, .note) {
    margin-block-start: var(--lk-s4);
  }
  .cond {
    display: grid;
    gap: var(--lk-s3);
    padding-block: var(--lk-s4);
    border-block-start: var(--lk-hair) solid var(--lk-line);
  }
  .cond:first-child {
    border: 0;
    padding-block-start: 0;
  }
  .cond:last-child {
    padding-block-end: 0;
  }
  .condh {
    display: flex;
    gap: var(--lk-s4);
    align-items: center;
  }
  .isoff .strong {
    color: var(--lk-ink-2);
  }
  .condf {
    display: grid;
    gap: var(--lk-s3);
  }
  .condb {
    display: grid;
    gap: var(--lk-s3);
    grid-template-columns: minmax(0, 1fr) 9.5em;
    align-items: start;
  }
  .condb > :only-child {
    grid-column: 1 / -1;
  }
  @container w (inline-size < 26em) {
    .condb {
      grid-template-columns: 1fr;
    }
  }
  .say {
    font-weight: var(--lk-w-2);
    overflow-wrap: anywhere;
  }
  .sayline {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s1) var(--lk-s3);
    align-items: center;
    justify-content: space-between;
  }
  .stand:empty,
  .stand:not(:has(*)) {
    display: none;
  }
  .netwait,
  .did {
    display: flex;
    gap: var(--lk-s2);
    align-items: center;
    color: var(--lk-ink-2);
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
  }
  .did {
    color: var(--lk-credit);
  }
  .fside {
    display: grid;
    gap: var(--lk-s4);
    align-content: start;
  }
  .codes summary {
    display: flex;
    gap: 4px;
    align-items: center;
    list-style: none;
    border-radius: 2px;
    cursor: pointer;
    color: var(--lk-brand-ink);
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
    min-block-size: 24px;
  }
  .codes summary::-webkit-details-marker {
    display: none;
  }
  .codes[open] summary .ic {
    rotate: 180deg;
  }
  .codes li {
    display: flex;
    align-items: center;
    gap: var(--lk-s2);
    padding-block: var(--lk-s1);
  }
  .asofbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--lk-s2) var(--lk-s4);
  }
`;
