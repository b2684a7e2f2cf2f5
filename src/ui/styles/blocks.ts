import { css } from 'lit';

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
    /* Not by the sum, which runs from left to right also where the page does not. */
    margin-inline: calc(var(--lk-s2) * -1) auto;
  }
  .blockhead > .amt {
    font-weight: var(--lk-w-3);
  }
  /* Number, arrow and sum have no room on one line. */
  @container w (inline-size < 22em) {
    .blockhead {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px var(--lk-s3);
    }
    .blockhead h3 {
      flex-direction: column;
    }
    .blockhead .ib {
      place-self: start end;
      margin-inline-end: 0;
    }
    .blockhead > :is(.amt, .grow) {
      grid-column: 1 / -1;
    }
    .blockhead > .amt {
      justify-self: end;
    }
  }
  @media print {
    .block {
      break-inside: avoid;
    }
  }
`;
