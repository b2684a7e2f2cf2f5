import { css } from 'lit';

/** What else changes: a list of an icon and a sentence. */
export const consequences = css`
  .what {
    display: grid;
    gap: var(--lk-s2);
    margin-block-start: var(--lk-s2);
  }
  .what li {
    display: flex;
    gap: var(--lk-s2);
  }
  .what .ic {
    margin-block-start: 3px;
    color: var(--lk-ink-2);
  }
`;
