import { css } from 'lit';
import { chart } from '../../../ui/styles/chart.js';

const months = css`
  .fig {
    min-block-size: 270px;
  }
  .months {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
    position: absolute;
    inset-block: 0;
  }
  .figbox {
    position: relative;
  }
  .months button {
    background: none;
    border: 0;
    padding: 0;
    inline-size: 100%;
    block-size: 100%;
    border-radius: 6px;
    cursor: pointer;
    font: inherit;
    color: transparent;
  }
  .readout .sub > b {
    font-weight: var(--lk-w-3);
    color: var(--lk-ink);
  }
  .rl {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 var(--lk-s5);
  }
`;

export const summaryStyles = [chart, months];
