import { css } from 'lit';

/**
 * Buttons. `btn` is outlined; `pri` the one primary of a view, naming the outcome with the sum; `quiet` leaves or undoes;
 * `bad` is dangerous (solid red does not exist); `s` small; `wide` full width; `edge` a quiet one whose words stand at the edge of
 * the text above. `ib` is an icon button, 32 px. `btns` is a row of
 * them: secondary first, primary at the end; `btns stack` is stacked and reversed below 26em. A busy button keeps its label and
 * its width: the ring (`spin`) replaces the icon.
 */
export const buttons = css`
  .btn {
    font: inherit;
    font-weight: var(--lk-w-2);
    color: var(--lk-ink);
    background: var(--lk-paper);
    border: var(--lk-hair) solid var(--lk-line-3);
    border-radius: var(--lk-r-2);
    min-block-size: var(--lk-control);
    padding: 0 var(--lk-s4);
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--lk-s2);
    cursor: pointer;
    text-decoration: none;
    white-space: nowrap;
    transition:
      background-color var(--lk-quick),
      border-color var(--lk-quick);
  }
  .btn:hover {
    background: var(--lk-paper-2);
  }
  .btn.pri {
    background: var(--lk-brand);
    border-color: var(--lk-brand);
    color: var(--lk-on-brand);
  }
  .btn.pri:hover {
    background: var(--lk-brand-hover);
    border-color: var(--lk-brand-hover);
  }
  .btn.quiet {
    border-color: transparent;
    background: none;
    color: var(--lk-brand-ink);
    padding-inline: var(--lk-s2);
  }
  .btn.quiet:hover {
    background: var(--lk-brand-wash);
  }
  .btn.bad {
    color: var(--lk-bad);
    border-color: var(--lk-bad);
  }
  .btn.quiet.bad {
    border-color: transparent;
  }
  .btn.s {
    min-block-size: var(--lk-control-s);
    padding-inline: var(--lk-s3);
    font-size: var(--lk-fs-2);
    gap: 6px;
  }
  .btn.quiet.s {
    padding-inline: var(--lk-s2);
  }
  .btn.quiet.edge {
    margin-inline-start: calc(var(--lk-s2) * -1 - var(--lk-hair));
  }
  .btn.wide {
    inline-size: 100%;
  }
  .btn:disabled,
  .btn[aria-disabled='true'] {
    color: var(--lk-ink-2);
    background: var(--lk-paper-3);
    border-color: transparent;
    cursor: not-allowed;
  }
  .btn[aria-busy='true'] {
    cursor: progress;
  }
  .ib {
    inline-size: var(--lk-control-s);
    block-size: var(--lk-control-s);
    min-inline-size: 28px;
    min-block-size: 28px;
    display: inline-grid;
    place-items: center;
    border: 0;
    border-radius: var(--lk-r-2);
    background: none;
    color: var(--lk-ink-2);
    cursor: pointer;
    padding: 0;
    flex: none;
  }
  .ib:hover {
    background: var(--lk-paper-3);
    color: var(--lk-ink);
  }
  .btns {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s2);
    align-items: center;
  }
  .more {
    margin-block-start: var(--lk-s3);
  }
  .spin {
    inline-size: 18px;
    block-size: 18px;
    border-radius: 50%;
    border: 2px solid var(--lk-line-3);
    border-inline-start-color: transparent;
    animation: turn 0.9s linear infinite;
    flex: none;
  }
  .btn.pri .spin {
    border-color: currentColor;
    border-inline-start-color: transparent;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @container w (inline-size < 26em) {
    .btns.stack {
      flex-direction: column-reverse;
      align-items: stretch;
    }
    .btn {
      white-space: normal;
      min-inline-size: 0;
    }
  }
  @media (pointer: coarse) {
    .btn,
    .btn.s {
      min-block-size: 44px;
    }
    .ib {
      inline-size: 44px;
      block-size: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spin {
      animation-duration: 3s;
    }
  }
  @media (forced-colors: active) {
    .btn.pri {
      forced-color-adjust: none;
    }
    .spin {
      border-inline-start-color: Canvas;
    }
  }
`;
