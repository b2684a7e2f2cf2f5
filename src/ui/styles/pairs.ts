import { css } from 'lit';

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
