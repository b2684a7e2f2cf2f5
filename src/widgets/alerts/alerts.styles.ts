import { css } from 'lit';

export const styles = css`
  .thr {
    display: grid;
    gap: var(--lk-s3);
  }
  .grid2 {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: var(--lk-s3) var(--lk-s5);
    max-inline-size: 44em;
  }
  .cti {
    display: inline-flex;
    gap: var(--lk-s3);
    align-items: flex-start;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .cti > .ic {
    color: var(--lk-ink-2);
    flex: none;
  }
  /* An address may be longer than its column. */
  .cti .num {
    white-space: normal;
  }
  .cts thead th.c {
    inline-size: 8.5em;
  }
  .tkc label {
    display: inline-flex;
    gap: var(--lk-s2);
    padding: 6px;
    cursor: pointer;
  }
  .tkl {
    display: none;
  }
  .cts td.under {
    border: 0;
    padding-block-start: 0;
  }
  .codebox,
  .more2 {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s2) var(--lk-s3);
    align-items: center;
    padding: var(--lk-s3) var(--lk-s4);
    background: var(--lk-paper-2);
    border-radius: var(--lk-r-3);
  }
  .inp.code {
    inline-size: 10.5em;
    font-variant-numeric: tabular-nums;
    font-weight: var(--lk-w-2);
    letter-spacing: 0.3em;
    text-align: center;
  }
  .addform {
    display: grid;
    gap: var(--lk-s4);
    max-inline-size: 34em;
    inline-size: 100%;
  }
  .asofbar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    flex-wrap: wrap;
    gap: var(--lk-s2) var(--lk-s4);
  }
  .asofbar > .btn {
    margin-inline: calc(var(--lk-s2) * -1);
  }
  .sec > :is(.did, .note) + .cts {
    margin-block-start: var(--lk-s4);
  }
  .did {
    color: var(--lk-credit);
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
    display: flex;
    gap: var(--lk-s2);
    align-items: center;
  }
  @container w (inline-size < 38em) {
    .cts thead {
      position: absolute;
      clip-path: inset(50%);
    }
    .cts,
    .cts tbody {
      display: block;
    }
    .cts tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      padding-block: var(--lk-s3);
      border-block-start: var(--lk-hair) solid var(--lk-line);
    }
    .cts tr:first-child {
      border: 0;
      padding-block-start: 0;
    }
    .cts tr.sub2 {
      border: 0;
      padding-block-start: 0;
      display: block;
    }
    .cts :is(td, tbody th) {
      border: 0;
      padding: 0;
    }
    .cts :is(td, th) + td {
      padding-inline-start: 0;
    }
    .cts .acts {
      grid-area: 1 / 2;
      inline-size: auto;
      padding-inline-start: var(--lk-s3);
    }
    .cts th + .tkc {
      margin-block-start: var(--lk-s2);
    }
    .cts .tkc {
      grid-column: 1 / -1;
      text-align: start;
      padding-inline-start: 26px;
    }
    .tkl {
      display: inline;
    }
    .cts td.under {
      display: block;
    }
  }
`;
