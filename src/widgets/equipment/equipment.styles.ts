import { css } from 'lit';

export const styles = css`
  .eq {
    border-block-start: var(--lk-hair) solid var(--lk-line);
  }
  .eqnav ul {
    display: flex;
    overflow-x: auto;
    scrollbar-width: thin;
    border-block-end: var(--lk-hair) solid var(--lk-line);
  }
  .eqnav button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    text-align: start;
    cursor: pointer;
    display: grid;
    gap: 2px;
    padding: var(--lk-s3) var(--lk-pad);
    inline-size: 100%;
    min-inline-size: 10em;
    font-weight: var(--lk-w-2);
    overflow-wrap: anywhere;
  }
  .eqnav button:hover {
    background: var(--lk-paper-2);
  }
  .eqnav button[aria-current='true'] {
    background: var(--lk-brand-wash);
  }
  .eqnav button:focus-visible {
    outline-offset: -2px;
  }
  @container w (inline-size >= 46em) {
    .eq {
      display: grid;
      grid-template-columns: 14em minmax(0, 1fr);
    }
    .eqnav {
      border-inline-end: var(--lk-hair) solid var(--lk-line);
    }
    .eqnav ul {
      display: block;
      border: 0;
    }
  }
  .grid2 {
    display: grid;
    gap: var(--lk-s4) var(--lk-s5);
    align-items: start;
  }
  .sec > h3 {
    margin-block-end: var(--lk-s3);
  }
  @container w (inline-size >= 34em) {
    .grid2 {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  .grid2 > .all {
    grid-column: 1 / -1;
  }
  .grid2 .segs {
    display: flex;
  }
  .grid2 .segs label {
    flex: 1;
    text-align: center;
  }
  .codecs {
    max-inline-size: 24em;
  }
  .codecs li {
    display: flex;
    align-items: center;
    gap: var(--lk-s2);
    min-block-size: 36px;
    border-block-start: var(--lk-hair) solid var(--lk-line);
  }
  .codecs li:first-child {
    border: 0;
  }
  .codecs li[draggable='true'] {
    cursor: grab;
  }
  .codecs li > .ic {
    color: var(--lk-ink-2);
  }
  .add {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s2);
    margin-block-start: var(--lk-s3);
  }
  .flags {
    display: grid;
    gap: var(--lk-s2);
  }
  .pairs {
    align-items: baseline;
  }
  .pairs dd {
    display: flex;
    align-items: center;
    gap: var(--lk-s1);
  }
  textarea {
    font: inherit;
  }
  .savebar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--lk-s2) var(--lk-s4);
  }
`;
