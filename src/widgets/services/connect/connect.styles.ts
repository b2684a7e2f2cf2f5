import { css } from 'lit';

/** Showcase, cart and checkout. */
export const connect = css`
  .filters {
    display: grid;
    gap: var(--lk-s3) var(--lk-s4);
    grid-template-columns: repeat(4, minmax(0, 1fr));
    align-items: start;
  }
  .filters > .field:has(#mask) {
    grid-column: span 2;
  }
  .filters .whole {
    grid-column: 1 / -1;
  }
  .stockhead {
    display: flex;
    gap: var(--lk-s3);
    align-items: baseline;
    justify-content: space-between;
  }
  .srow .nfee {
    flex: 0 0 auto;
  }
  .pick {
    color: var(--lk-brand-ink);
    font-weight: var(--lk-w-2);
    font-size: var(--lk-fs-2);
  }
  .chosen > .grow {
    flex-basis: 12em;
  }
  .chosen .end {
    text-align: end;
  }
  .item {
    align-items: flex-start;
  }
  .item .note,
  .addr {
    margin-block-start: var(--lk-s3);
  }
  .addr {
    display: grid;
    gap: var(--lk-s3);
    justify-items: start;
    max-inline-size: 28em;
  }
  .addr > * {
    inline-size: 100%;
  }
  .addr > .btn {
    inline-size: auto;
  }
  .held {
    margin-block-start: var(--lk-s2);
  }
  .clock {
    font-variant-numeric: tabular-nums;
    font-weight: var(--lk-w-2);
  }
  .checkout > .calc,
  .checkout .note {
    margin-block: var(--lk-s2) var(--lk-s3);
  }
  .nextfee {
    display: block;
  }
  .made {
    margin-block: var(--lk-s3) var(--lk-s2);
  }
  .next {
    margin-block-start: var(--lk-s4);
  }
  @container w (inline-size >= 64em) {
    .filters {
      grid-template-columns: repeat(7, minmax(0, 1fr));
    }
  }
  @container w (inline-size < 34em) {
    .filters {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container w (inline-size < 26em) {
    .pick {
      display: none;
    }
  }
`;
