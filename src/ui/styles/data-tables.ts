import { css } from 'lit';

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
  .tbl td,
  .tbl tbody th {
    border-block-start: var(--lk-hair) solid var(--lk-line);
    padding: calc(var(--lk-row) * 1.15) 0;
    vertical-align: middle;
  }
  .tbl tbody th {
    font-size: inherit;
    line-height: inherit;
    color: inherit;
    overflow-wrap: anywhere;
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
