import { css } from 'lit';

/**
 * Charts: stacked columns in four tones of the accent, accruals hatched below zero, an ink tick with a paper halo for the net.
 * Drawn at the measured width: text stays 12 px. `key` is the legend, `readout` what is selected.
 */
export const chart = css`
  .ch {
    direction: ltr;
    display: block;
    inline-size: 100%;
    block-size: auto;
    font: var(--lk-w) 12px / 1 var(--lk-face);
    overflow: visible;
  }
  .ch text {
    fill: var(--lk-ink-2);
    font-variant-numeric: tabular-nums;
  }
  .ch .val {
    fill: var(--lk-ink);
    font-weight: var(--lk-w-2);
  }
  .ch .neg {
    fill: var(--lk-credit);
  }
  .ch .mon.on {
    fill: var(--lk-ink);
    font-weight: var(--lk-w-3);
  }
  .ch .grid {
    stroke: var(--lk-line);
  }
  .ch .zero {
    stroke: var(--lk-line-2);
  }
  .ch .c1 {
    fill: var(--lk-chart-1);
  }
  .ch .c2 {
    fill: var(--lk-chart-2);
  }
  .ch .c3 {
    fill: var(--lk-chart-3);
    stroke: var(--lk-chart-2);
  }
  .ch .c4 {
    fill: var(--lk-chart-4);
    stroke: var(--lk-chart-2);
  }
  .ch .acc {
    fill: url(#hatch);
    stroke: var(--lk-credit);
  }
  .ch .net {
    stroke: var(--lk-ink);
    stroke-width: 2.5;
  }
  .ch .halo {
    stroke: var(--lk-paper);
    stroke-width: 5.5;
  }
  .ch .selcol {
    fill: var(--lk-paper-2);
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s1) var(--lk-s5);
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
    color: var(--lk-ink-2);
    margin-block-start: var(--lk-s3);
  }
  .key li {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .nk {
    inline-size: 14px;
    block-size: 10px;
    stroke: var(--lk-ink);
    stroke-width: 2.5;
  }
  .readout {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s1) var(--lk-s5);
    align-items: baseline;
  }
  .readout .sub {
    flex: 1 1 auto;
  }
  @media (forced-colors: active) {
    .ch .selcol {
      stroke: Highlight;
    }
  }
`;
