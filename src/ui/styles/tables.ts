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
  .ledger :is(td, tbody th) {
    padding: var(--lk-row) 0;
    vertical-align: baseline;
    border-block-start: var(--lk-hair) solid var(--lk-line);
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

/** Blocks of a bill or of a period: a heading with its subtotal and a disclosure after the name, then a `ledger`. */
export const blocks = css`
  .block + .block {
    margin-block-start: var(--lk-s6);
  }
  .block + .block .ledger thead {
    position: absolute;
    clip-path: inset(50%);
  }
  .blockhead {
    display: flex;
    gap: var(--lk-s3);
    align-items: center;
    padding-block-end: var(--lk-s2);
  }
  .blockhead h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px var(--lk-s3);
  }
  .blockhead .ib {
    margin-block: -4px;
    margin-inline-start: calc(var(--lk-s2) * -1);
  }
  .blockhead > .amt {
    margin-inline-start: auto;
    font-weight: var(--lk-w-3);
  }
  @media print {
    .block {
      break-inside: avoid;
    }
  }
`;

/** Plain data tables (SIP accounts, contacts, users): like `ledger`, centred rows, a little more air. */
export const dataTables = css`
  .tbl {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .tbl th {
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
    font-weight: var(--lk-w);
    color: var(--lk-ink-2);
    text-align: start;
    padding: 0 0 var(--lk-s2);
    vertical-align: bottom;
  }
  .tbl :is(td, tbody th) {
    border-block-start: var(--lk-hair) solid var(--lk-line);
    padding: calc(var(--lk-row) * 1.15) 0;
    vertical-align: middle;
  }
  .tbl tbody th {
    font-size: inherit;
    line-height: inherit;
    color: inherit;
  }
  .tbl :is(th, td) + :is(th, td) {
    padding-inline-start: var(--lk-s4);
  }
  .tbl .c {
    text-align: center;
  }
  .tbl .r {
    text-align: end;
  }
  .tbl .acts {
    inline-size: 1px;
    white-space: nowrap;
  }
  .tbl .acts .ib:last-child {
    margin-inline-end: -6px;
  }
  @container w (inline-size < 34em) {
    .tbl.cards thead {
      position: absolute;
      clip-path: inset(50%);
    }
    .tbl.cards,
    .tbl.cards tbody {
      display: block;
    }
    .tbl.cards tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px var(--lk-s3);
      padding-block: var(--lk-s3);
      border-block-start: var(--lk-hair) solid var(--lk-line);
    }
    .tbl.cards tr:first-child {
      border: 0;
      padding-block-start: 0;
    }
    .tbl.cards :is(td, th) {
      border: 0;
      padding: 0;
    }
    .tbl.cards td[data-label] {
      grid-column: 1 / -1;
      font-size: var(--lk-fs-2);
      line-height: var(--lk-lh-2);
    }
    .tbl.cards td[data-label]::before {
      content: attr(data-label) ' ';
      color: var(--lk-ink-2);
    }
    .tbl.cards .acts {
      grid-area: 1 / 2;
      inline-size: auto;
    }
  }
`;
