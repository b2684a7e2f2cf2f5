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

/** Packages: figure above, bar, what follows below. `packs` is the grid of them. @see parts/bar.ts */
export const packages = css`
  .packs {
    display: grid;
    gap: var(--lk-s4) var(--lk-s6);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 10.5em), 1fr));
  }
  .packh {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    margin-block-end: 6px;
    gap: var(--lk-s2);
  }
  .left {
    font-weight: var(--lk-w-3);
    font-size: var(--lk-fs-4);
  }
  .pack .hint {
    margin-block-start: 6px;
  }
  .pk-t {
    display: block;
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
    color: var(--lk-ink-2);
    white-space: nowrap;
    margin-block-end: 4px;
  }
  .pk-t b {
    color: var(--lk-ink);
    font-weight: var(--lk-w-2);
  }
  .left.warn,
  .pk.warn b {
    color: var(--lk-warn);
  }
  .left.bad,
  .pk.bad b {
    color: var(--lk-bad);
  }
`;

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

/** Access as signal strength: 0–3 bars and a word. @see parts/signal.ts */
export const signals = css`
  .lv {
    display: inline-flex;
    gap: 7px;
    align-items: center;
    font-size: var(--lk-fs-2);
    white-space: nowrap;
  }
  .lv.l0 {
    color: var(--lk-ink-2);
  }
  .sig {
    inline-size: 14px;
    block-size: 12px;
    flex: none;
  }
  .sig .f {
    fill: var(--lk-brand-ink);
    stroke: var(--lk-brand-ink);
  }
  .sig .e {
    fill: none;
    stroke: var(--lk-line-3);
  }
  @media (forced-colors: active) {
    .sig .f {
      fill: CanvasText;
      stroke: CanvasText;
    }
    .sig .e {
      stroke: GrayText;
    }
  }
`;
