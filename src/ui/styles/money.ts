import { css } from 'lit';

/**
 * Money: tabular lining figures, end-aligned, never wrapped. `hero` is the one figure of a widget, `total` the total of a
 * section. `sw` are the swatches: solid is taken, `hatch` is given (look §1). `cr` is the credit colour: only with "-" and a word.
 */
export const money = css`
  .amt {
    font-variant-numeric: tabular-nums lining-nums;
    white-space: nowrap;
    text-align: end;
    unicode-bidi: isolate;
    direction: ltr;
  }
  .amt b {
    font-weight: inherit;
    font-variant-numeric: normal;
  }
  .amt i {
    font-style: normal;
    color: var(--lk-ink-2);
    font-weight: var(--lk-w);
  }
  .cr,
  .amt.cr i,
  .lsub.cr {
    color: var(--lk-credit);
  }
  .hero {
    font-size: var(--lk-fs-6);
    line-height: var(--lk-lh-6);
    font-weight: var(--lk-w-3);
    letter-spacing: -0.02em;
    display: inline-block;
  }
  .hero small {
    font-size: 0.625em;
    letter-spacing: 0;
    font-weight: var(--lk-w-2);
    color: var(--lk-ink-2);
  }
  .total {
    font-size: var(--lk-fs-5);
    line-height: var(--lk-lh-5);
    font-weight: var(--lk-w-3);
    letter-spacing: -0.012em;
  }
  .total small {
    font-size: 0.72em;
    letter-spacing: 0;
    font-weight: var(--lk-w-2);
  }
  .cr small {
    color: inherit;
  }
  .sw {
    inline-size: 10px;
    block-size: 10px;
    flex: none;
    border-radius: 2.5px;
    display: inline-block;
    overflow: hidden;
    vertical-align: -0.5px;
    fill: var(--lk-chart-2);
  }
  .sw.hatch {
    fill: none;
    stroke: var(--lk-credit);
  }
  .sw.c1 {
    fill: var(--lk-chart-1);
  }
  .sw.c3 {
    fill: var(--lk-chart-3);
    stroke: var(--lk-chart-2);
  }
  .sw.c4 {
    fill: var(--lk-chart-4);
    stroke: var(--lk-chart-2);
  }
  .hatchline {
    stroke: var(--lk-credit);
    stroke-width: 1.5;
  }
  .given {
    color: var(--lk-credit);
    display: inline-flex;
    align-items: baseline;
    gap: 0.4em;
  }
  .swl {
    display: inline-flex;
    align-items: center;
    gap: var(--lk-s2);
  }
  .legend {
    display: flex;
    gap: var(--lk-s2);
    align-items: baseline;
    margin-block-start: var(--lk-s5);
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
    color: var(--lk-ink-2);
  }
  @container w (inline-size < 26em) {
    .hero {
      font-size: calc(var(--lk-fs) * 1.9);
    }
  }
`;
