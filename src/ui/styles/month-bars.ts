import { css } from 'lit';

/** Bar of one month: hatched (accrued) to the start, solid (charged) to the end of a common zero. @see parts/month-bar.ts */
export const monthBars = css`
  .mbar {
    display: block;
    inline-size: 100%;
    block-size: 14px;
    overflow: visible;
    fill: var(--lk-chart-2);
  }
  .mbar:dir(rtl) {
    scale: -1 1;
  }
  .mbar .ax {
    stroke: var(--lk-line-2);
  }
  .mbar .hb {
    fill: url(#hatch);
    stroke: var(--lk-credit);
  }
`;
