import { css } from 'lit';

/**
 * The written sum: how every total is explained. Addends in a column, the operator in a narrow gutter, a rule, the result.
 * The only place with a dark rule. `noop` has no gutter. @see parts/sum.ts
 */
export const sums = css`
  .calc {
    display: grid;
    grid-template-columns: auto 1fr auto;
    column-gap: var(--lk-s2);
    font-variant-numeric: tabular-nums;
  }
  .calc > div {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: 1 / -1;
    padding-block: calc(var(--lk-row) * 0.55);
    align-items: baseline;
  }
  .op {
    color: var(--lk-ink-2);
    min-inline-size: 0.75em;
    text-align: center;
    font-weight: var(--lk-w);
  }
  .calc.noop {
    grid-template-columns: 1fr auto;
  }
  .calc .eq {
    border-block-start: var(--lk-rule) solid var(--lk-line-2);
    margin-block-start: calc(var(--lk-row) * 0.45);
    padding-block-start: calc(var(--lk-row) * 0.9);
    font-weight: var(--lk-w-3);
  }
  .calc .dim {
    color: var(--lk-ink-2);
  }
  @media print {
    .calc {
      break-inside: avoid;
    }
  }
`;
