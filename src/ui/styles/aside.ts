import { css } from 'lit';

/** Two columns from 50em: `main` beside `side a` (and `side b`); DOM order a, main, b is the narrow order: total, lines, proof. */
export const aside = css`
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .side > .label {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: var(--lk-s3);
    max-inline-size: 30em;
  }
  .side > .calc {
    max-inline-size: 26em;
  }
  .side > .label + .calc {
    margin-block-start: var(--lk-s1);
  }
  @container w (inline-size < 34em) {
    .side > :is(.calc, .label) {
      max-inline-size: none;
    }
  }
  @container w (inline-size >= 50em) {
    .two {
      grid-template: 'main a' auto 'main b' 1fr / minmax(0, 1fr) 20.5em;
    }
    .two > .main {
      grid-area: main;
    }
    .two > .a {
      grid-area: a;
    }
    .two > .b {
      grid-area: b;
      padding-block-start: var(--lk-s1);
    }
    .two > .sec + .sec {
      border-block-start: 0;
    }
    .two > .side {
      border-inline-start: var(--lk-hair) solid var(--lk-line);
    }
  }
  @media print {
    .two > .main {
      padding-inline-end: 20px;
    }
    .two > .side {
      padding-inline-start: 20px;
    }
  }
`;
