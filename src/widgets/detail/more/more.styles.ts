import { css } from 'lit';

/** The tree of an explanation and the rows of sums. */
export const moreStyles = css`
  .group th > .ic {
    color: var(--lk-ink-2);
    margin-inline-start: 2px;
  }
  .group .tag {
    margin-inline-start: var(--lk-s2);
  }
  .tree div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--lk-s3);
    align-items: baseline;
    flex: 1;
    min-inline-size: 0;
  }
  .tree li {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    padding-block: 2px;
    gap: 0 var(--lk-s3);
  }
  .tree ul {
    padding-inline-start: 1.4em;
    flex: 1 0 100%;
  }
  .tree ul > li::before {
    content: '';
    position: absolute;
    inset-inline-start: -1em;
    inset-block: 0 auto;
    block-size: 1em;
    inline-size: 0.7em;
    border: solid var(--lk-line-3);
    border-width: 0 0 1px 1px;
    border-end-start-radius: 4px;
  }
  .tree ul > li + li::before {
    block-size: auto;
    inset-block-start: -1.2em;
    inset-block-end: calc(100% - 1em);
  }
  .tree ul > li:dir(rtl)::before {
    border-width: 0 1px 1px 0;
  }
  .whysum {
    max-inline-size: 22em;
  }
  @container w (inline-size < 34em) {
    .tree div {
      flex-basis: 60%;
    }
  }
`;
