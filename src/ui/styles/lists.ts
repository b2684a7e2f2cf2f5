import { css } from 'lit';

/** Rows that open something or carry one action: `<ul class="rows"><li><a class="row">…`. */
export const rows = css`
  .rows > li {
    border-block-start: var(--lk-hair) solid var(--lk-line);
  }
  .rows > li:first-child {
    border-block-start: 0;
  }
  .row {
    display: flex;
    gap: var(--lk-s3);
    align-items: center;
    padding: var(--lk-s3) var(--lk-pad);
    color: inherit;
    text-decoration: none;
  }
  button.row {
    font: inherit;
    inline-size: 100%;
    background: none;
    border: 0;
    text-align: start;
    cursor: pointer;
  }
  :is(a, button).row:hover {
    background: var(--lk-paper-2);
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .row > .ic {
    color: var(--lk-ink-2);
  }
  .lname {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--lk-s2);
    align-items: baseline;
  }
`;

/** Short list of files or documents: icon, name with a second line, one action at the end. */
export const docs = css`
  .docs li {
    display: flex;
    gap: var(--lk-s3);
    align-items: center;
    padding-block: var(--lk-s2);
  }
  .docs li > .ic {
    color: var(--lk-ink-2);
  }
  .docs li + li {
    border-block-start: var(--lk-hair) solid var(--lk-line);
  }
`;

/** Definition pairs (`<dl class="pairs">`) and figures in a strip (`<dl class="strip"><div><dt><dd>`). */
export const pairs = css`
  .pairs {
    display: grid;
    grid-template-columns: minmax(8.5em, max-content) 1fr;
    gap: var(--lk-s2) var(--lk-s5);
  }
  .pairs dt {
    color: var(--lk-ink-2);
  }
  .pairs dd {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  @container w (inline-size < 26em) {
    .pairs {
      grid-template-columns: 1fr;
      gap: 0;
    }
    .pairs dd + dt {
      margin-block-start: var(--lk-s3);
    }
    .pairs dt {
      font-size: var(--lk-fs-2);
      line-height: var(--lk-lh-2);
    }
  }
  .strip {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s3) var(--lk-s8);
    align-items: flex-end;
  }
  .strip dt {
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
    color: var(--lk-ink-2);
    display: flex;
    gap: 6px;
    align-items: center;
  }
  .strip dd {
    font-size: var(--lk-fs-5);
    line-height: var(--lk-lh-5);
    font-weight: var(--lk-w-3);
    letter-spacing: -0.012em;
  }
  .strip .end {
    margin-inline-start: auto;
    text-align: end;
  }
  @container w (inline-size < 34em) {
    .strip {
      gap: var(--lk-s3) var(--lk-s4);
      justify-content: space-between;
    }
    .strip dd {
      font-size: var(--lk-fs-4);
      line-height: var(--lk-lh-4);
    }
  }
`;

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
