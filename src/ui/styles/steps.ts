import { css } from 'lit';

/** Bar of a wizard: 3 px segments with names; below 30em only "3 of 4 · Quote". @see parts/steps.ts */
export const steps = css`
  .steps {
    display: flex;
    gap: var(--lk-s2);
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
    color: var(--lk-ink-2);
  }
  .steps li {
    flex: 1;
    border-block-start: 3px solid var(--lk-paper-3);
    padding-block-start: var(--lk-s2);
    min-inline-size: 0;
  }
  .steps .done {
    border-color: var(--lk-brand-edge);
  }
  .steps .now {
    border-color: var(--lk-brand);
    color: var(--lk-ink);
    font-weight: var(--lk-w-2);
  }
  .steps .stn {
    display: none;
    color: var(--lk-ink-2);
    font-weight: var(--lk-w);
  }
  @container w (inline-size < 30em) {
    .steps .stn {
      display: inline;
    }
    .steps li:not(.now) > span {
      display: none;
    }
    .steps .now {
      flex: 3;
    }
  }
  @media (forced-colors: active) {
    .steps .now {
      border-color: Highlight;
    }
  }
`;
