import { css } from 'lit';

/**
 * Tables. `ledger`: the table of a bill: head 13 px, hairline above each row, figures at the end, both on the baseline; `fix`
 * keeps columns aligned between blocks. Below 34em what has the class `only-w` goes and what has `only-n` comes (the second line of
 * a cell). No sideways scrolling of money.
 */
export const ledger = css`
  .ledger {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .ledger th {
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
    font-weight: var(--lk-w);
    color: var(--lk-ink-2);
    text-align: start;
    vertical-align: bottom;
    padding: 0 0 var(--lk-s2);
  }
  .ledger td,
  .ledger tbody th {
    padding: var(--lk-row) 0;
    vertical-align: baseline;
    border-block-start: var(--lk-hair) solid var(--lk-line);
  }
  .ledger > tbody:first-child > tr:first-child > td {
    border: 0;
  }
  .ledger tbody th {
    font-size: inherit;
    line-height: inherit;
    color: inherit;
  }
  .ledger :is(th, td) + :is(th, td) {
    padding-inline-start: var(--lk-s4);
  }
  .ledger .r {
    text-align: end;
  }
  /* Sums stand point under point in right-to-left too. */
  .ledger .r:last-child {
    text-align: right;
  }
  .ledger .q {
    color: var(--lk-ink-2);
    text-align: end;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .ledger.fix {
    table-layout: fixed;
  }
  .ledger .cq {
    inline-size: 8.5em;
  }
  .ledger .cv {
    inline-size: 5.5em;
  }
  .ledger .cs {
    inline-size: 8em;
  }
  .only-n {
    display: none;
  }
  @container w (inline-size < 34em) {
    .ledger .cs {
      inline-size: 6.8em;
    }
    .only-w {
      display: none !important;
    }
    .only-n {
      display: block;
    }
  }
  @media print {
    .ledger thead {
      display: table-header-group;
    }
    .ledger tr {
      break-inside: avoid;
    }
  }
`;
