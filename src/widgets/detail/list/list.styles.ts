import { css } from 'lit';

/**
 * The list. Closed rows are all of one height (`VirtualRows` counts on it): what is too long for its line ends in an ellipsis and is
 * read in full when the row is open.
 */
export const list = css`
  .scroll {
    position: relative;
    overflow-y: auto;
    overflow-anchor: none;
    max-block-size: min(46em, 78vh);
    background: var(--lk-paper);
    scrollbar-gutter: stable;
  }
  .sizer {
    position: relative;
    overflow: clip;
  }
  /* The scroll bar stands in the margin: rows end where everything ends. */
  .block {
    position: absolute;
    inset-block-start: 0;
    inset-inline: var(--lk-pad) max(4px, var(--lk-pad) - var(--gutter, 0px));
  }
  .stick {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    block-size: 0;
  }
  .stick > span {
    display: flex;
    justify-content: space-between;
    gap: var(--lk-s3);
    margin-inline: var(--lk-pad) max(4px, var(--lk-pad) - var(--gutter, 0px));
    padding-block: var(--lk-s2);
    padding-inline-end: 28px;
    background: var(--lk-paper);
    border-block-end: var(--lk-hair) solid var(--lk-line-2);
    font-weight: var(--lk-w-3);
  }
  .day,
  .ev {
    display: grid;
    align-items: start;
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
  }
  .day {
    grid-template-columns: minmax(0, 1fr) auto 28px;
    padding-block: var(--lk-s5) var(--lk-s2);
    font-weight: var(--lk-w-3);
  }
  .day > .r {
    padding-inline-start: var(--lk-s2);
  }
  .day .amt {
    font-weight: var(--lk-w-3);
  }
  .dn {
    display: flex;
    gap: 0 var(--lk-s3);
    align-items: baseline;
    overflow: hidden;
    white-space: nowrap;
  }
  .dn .nm {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .dn .tag {
    flex: none;
  }
  /* Of today and its tag it is the tag that gives way. */
  .dn .whole {
    flex: none;
  }
  .dn .whole ~ span {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .wk {
    display: flex;
    flex-wrap: wrap;
    min-inline-size: 0;
    block-size: var(--lk-lh-3);
    overflow: hidden;
  }
  .ev {
    grid-template-columns: 3.4em 2em minmax(0, 1fr) 8em minmax(7em, auto) 28px;
    padding-block: var(--lk-row);
    border-block-start: var(--lk-hair) solid var(--lk-line);
    cursor: pointer;
  }
  .ev:hover {
    background: var(--lk-paper-2);
  }
  .ev.open:hover {
    background: none;
  }
  .ev > .r {
    text-align: end;
  }
  .ev.zero .amt {
    color: var(--lk-ink-2);
  }
  .tm,
  .kd,
  .ev > .q,
  .chev {
    color: var(--lk-ink-2);
  }
  .tm {
    font-variant-numeric: tabular-nums;
  }
  .ev > .q {
    text-align: end;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  /* Drawn by an edge: one picture less in each of many rows. */
  .chev::before {
    content: '';
    display: block;
    inline-size: 7px;
    block-size: 7px;
    margin-block-start: 5px;
    margin-inline: auto 4px;
    border: solid;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
  }
  .ev.open > .chev::before {
    margin-block-start: 9px;
    rotate: 225deg;
  }
  .ti {
    min-inline-size: 0;
  }
  .ev[aria-busy] {
    block-size: var(--row, 59px);
    overflow: clip;
  }
  .ev[aria-busy] .ti {
    grid-column: 3;
  }
  .rowbtn,
  .ti .lsub {
    display: block;
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .ev.open :is(.rowbtn, .lsub) {
    white-space: normal;
  }
  .rowbtn {
    font: inherit;
    font-weight: var(--lk-w-2);
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    text-align: start;
    cursor: pointer;
  }
  .ti .lsub {
    min-block-size: var(--lk-lh-2);
  }
  .ti .lsub .tag {
    vertical-align: 1px;
  }
  .only-n.in {
    display: none;
  }
  [data-focus]:focus-visible {
    outline-offset: -1px;
  }
  .whybox {
    grid-column: 3 / -1;
    padding-block-start: var(--lk-s3);
    cursor: auto;
  }
  .why {
    background: var(--lk-paper-2);
    border-radius: var(--lk-r-3);
    padding: var(--lk-s4) var(--lk-s5);
    display: grid;
    gap: var(--lk-s3);
  }
  @container w (inline-size < 34em) {
    .ev {
      grid-template-columns: 2.7em 1.4em minmax(0, 1fr) auto 16px;
      column-gap: 6px;
    }
    .only-n.in {
      display: inline;
    }
    .tm {
      font-size: var(--lk-fs-2);
      line-height: var(--lk-lh-3);
    }
    .day {
      grid-template-columns: minmax(0, 1fr) auto 22px;
    }
    .ti .lsub {
      inline-size: calc(100cqi - 2 * var(--lk-pad) - 4.1em - 12px);
      max-inline-size: none;
    }
    .whybox {
      grid-column: 1 / -1;
    }
    .why {
      padding: var(--lk-s4);
    }
    .stick > span {
      padding-inline-end: 22px;
    }
  }
  @container w (inline-size < 24em) {
    .ev {
      grid-template-columns: 2.7em minmax(0, 1fr) auto 16px;
    }
    .kd {
      grid-area: 1 / 1;
      margin-block-start: 22px;
      line-height: var(--lk-lh-2);
    }
    .tm {
      grid-area: 1 / 1;
    }
    .ti {
      grid-area: 1 / 2;
    }
    .ti .lsub {
      inline-size: calc(100cqi - 2 * var(--lk-pad) - 3.2em - 6px);
    }
    .ev > .r {
      grid-area: 1 / 3;
    }
    .ev > .chev {
      grid-area: 1 / 4;
    }
  }
  @container w (inline-size < 21em) {
    .ev {
      grid-template-columns: 2.7em minmax(0, 1fr) auto;
    }
    .ev > .chev {
      display: none;
    }
    .day {
      grid-template-columns: minmax(0, 1fr) auto;
    }
  }
  @media print {
    .scroll {
      max-block-size: none;
      overflow: visible;
    }
    /* Only the rows that are drawn, one after another: no empty pages for those that are not. */
    .sizer {
      block-size: auto !important;
    }
    .block,
    .day,
    .ev {
      position: static;
      translate: none !important;
    }
    .block {
      margin-inline: var(--lk-pad);
    }
    .day,
    .ev {
      break-inside: avoid;
    }
    .chev,
    .stick {
      display: none;
    }
  }
`;
