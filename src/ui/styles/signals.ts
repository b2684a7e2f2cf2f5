import { css } from 'lit';

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
