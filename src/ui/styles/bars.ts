import { css } from 'lit';

/** Bars of packages and progress: what is left, `warn` from 80 % used, `bad` when nothing is left, `mute`. @see parts/bar.ts */
export const bars = css`
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 6px;
    border-radius: 3px;
    background: var(--lk-paper-3);
    overflow: hidden;
    fill: var(--lk-brand);
  }
  .bar:dir(rtl) {
    scale: -1 1;
  }
  .bar.warn {
    fill: var(--lk-warn);
  }
  .bar.bad {
    fill: var(--lk-bad);
    background: none;
    box-shadow: inset 0 0 0 1px var(--lk-bad);
  }
  .bar.mute {
    fill: var(--lk-line-3);
  }
  .bar .carry {
    fill: var(--lk-chart-3);
  }
  @media (forced-colors: active) {
    .bar {
      border: 1px solid CanvasText;
      fill: Highlight !important;
    }
  }
`;
