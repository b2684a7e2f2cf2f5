import { css } from 'lit';

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
  @container w (inline-size < 24em) {
    .docs li {
      flex-wrap: wrap;
    }
    .docs .grow {
      flex-basis: calc(100% - 90px);
    }
    .docs .btn {
      margin-inline-start: 32px;
    }
  }
  .docs li + li {
    border-block-start: var(--lk-hair) solid var(--lk-line);
  }
`;
