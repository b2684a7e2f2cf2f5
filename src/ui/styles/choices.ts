import { css } from 'lit';

/**
 * Choices. `segs`: one of at most five, all visible. `chips`: any of several, a tick when on. `opts`/`opt`: rows that are
 * choices with consequences. `tick`: a flag saved with the form. `switch`: takes effect at once. `radio`: inside `opt`.
 */
export const segments = css`
  .segs {
    display: inline-flex;
    background: var(--lk-paper-3);
    border-radius: var(--lk-r-2);
    padding: 2px;
    gap: 2px;
    max-inline-size: 100%;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .segs label {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    padding: 0 var(--lk-s3);
    min-block-size: calc(var(--lk-control) - 4px);
    font-weight: var(--lk-w-2);
    font-size: var(--lk-fs-2);
    border-radius: calc(var(--lk-r-2) - 1px);
    cursor: pointer;
    white-space: nowrap;
    color: var(--lk-ink-2);
    flex: 1 0 auto;
  }
  .segs.s label {
    min-block-size: calc(var(--lk-control-s) - 4px);
  }
  .segs input {
    position: absolute;
    opacity: 0;
    inset: 0;
    margin: 0;
    cursor: pointer;
  }
  .segs label:has(:checked) {
    background: var(--lk-paper);
    color: var(--lk-ink);
    box-shadow: 0 0 0 1px var(--lk-line-3);
  }
  .segs label:has(:focus-visible) {
    outline: var(--lk-focus-w) solid var(--lk-focus);
    outline-offset: -2px;
  }
  @media (pointer: coarse) {
    .segs label,
    .segs.s label {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .segs label:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;

/** Chips: any of a few; with radio inputs, presets of one value. @see segments */
export const chips = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s2);
  }
  .chip {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    border: var(--lk-hair) solid var(--lk-line-3);
    border-radius: 99px;
    padding: 0 var(--lk-s3);
    min-block-size: var(--lk-control-s);
    font-size: var(--lk-fs-2);
    font-weight: var(--lk-w-2);
    cursor: pointer;
    background: var(--lk-paper);
  }
  .chip input {
    position: absolute;
    opacity: 0;
    inset: 0;
    margin: 0;
    cursor: pointer;
  }
  .chip:has(:checked) {
    background: var(--lk-brand-wash);
    border-color: var(--lk-brand-ink);
    color: var(--lk-brand-ink);
  }
  .chip .ic {
    display: none;
    margin-inline-start: -3px;
  }
  .chip:has(:checked) .ic {
    display: block;
  }
  .chip:has(:focus-visible) {
    outline: var(--lk-focus-w) solid var(--lk-focus);
    outline-offset: 2px;
  }
  @media (pointer: coarse) {
    .chip {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .chip:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;

/** Switch and tick: off is an outline with a smaller knob, on is filled and carries a tick; `busy` while the network confirms. */
export const switches = css`
  .switch {
    appearance: none;
    inline-size: 38px;
    block-size: 22px;
    margin: 0;
    flex: none;
    border-radius: 99px;
    border: 1.5px solid var(--lk-line-3);
    background: var(--lk-paper);
    position: relative;
    cursor: pointer;
    transition:
      background-color var(--lk-quick),
      border-color var(--lk-quick);
  }
  .switch::before {
    content: '';
    position: absolute;
    inset-block-start: 3px;
    inset-inline-start: 3px;
    inline-size: 13px;
    block-size: 13px;
    border-radius: 50%;
    background: var(--lk-line-3);
    transition: translate var(--lk-move) var(--lk-ease);
  }
  .switch:checked,
  .tick:checked {
    background: var(--lk-brand);
    border-color: var(--lk-brand-ink);
  }
  .switch:checked::before {
    background: var(--lk-on-brand);
    translate: 16px;
  }
  .switch:dir(rtl):checked::before {
    translate: -16px;
  }
  .switch:checked::after {
    content: '';
    position: absolute;
    inset-inline-start: 8px;
    inset-block-start: 5px;
    inline-size: 4px;
    block-size: 7px;
    border: solid var(--lk-on-brand);
    border-width: 0 1.5px 1.5px 0;
    rotate: 42deg;
  }
  .switch:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
  .switch.busy::before {
    background: none;
    border: 2px solid var(--lk-line-3);
    border-inline-start-color: transparent;
  }
  .switch.busy:checked::before {
    background: none;
    border-color: var(--lk-on-brand);
    border-inline-start-color: transparent;
  }
  .tick {
    appearance: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    flex: none;
    border: 1.5px solid var(--lk-line-3);
    border-radius: var(--lk-r-1);
    background: var(--lk-paper);
    position: relative;
    cursor: pointer;
    vertical-align: -4px;
  }
  .tick:checked::after {
    content: '';
    position: absolute;
    inset-inline-start: 5px;
    inset-block-start: 1.5px;
    inline-size: 5px;
    block-size: 9px;
    border: solid var(--lk-on-brand);
    border-width: 0 2px 2px 0;
    rotate: 42deg;
  }
  .tick:disabled {
    background: var(--lk-paper-3);
    border-color: var(--lk-line);
    cursor: not-allowed;
  }
  .tick:checked:disabled {
    background: var(--lk-ink-2);
    border-color: var(--lk-ink-2);
  }
  .tick:checked:disabled::after {
    border-color: var(--lk-paper);
  }
  .flag {
    display: inline-flex;
    gap: var(--lk-s2);
    align-items: flex-start;
    padding-block: 3px;
    cursor: pointer;
  }
  .flag .tick {
    margin-block-start: 2px;
  }
  .onrow {
    display: flex;
    gap: var(--lk-s4);
    align-items: center;
    padding-block: var(--lk-s3);
    border-block-start: var(--lk-hair) solid var(--lk-line);
  }
  .onrow:first-child {
    border: 0;
  }
  @media (forced-colors: active) {
    .switch,
    .tick {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: Canvas;
    }
    .switch::before {
      background: ButtonText;
    }
    .switch:checked,
    .tick:checked {
      background: Highlight;
    }
    .switch:checked::before {
      background: HighlightText;
    }
    .switch:checked::after {
      border-color: Highlight;
    }
    .tick:checked::after {
      border-color: HighlightText;
    }
  }
`;

/** A list of rows of which one is chosen: `<div class="opts"><label class="opt"><input class="radio" type="radio">…`. */
export const options = css`
  .radio {
    appearance: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    flex: none;
    border: 1.5px solid var(--lk-line-3);
    border-radius: 50%;
    background: var(--lk-paper);
  }
  .radio:checked {
    border: 5.5px solid var(--lk-brand-ink);
  }
  .opt {
    display: flex;
    gap: var(--lk-s3);
    align-items: flex-start;
    padding: var(--lk-s3) var(--lk-s4);
    border: var(--lk-hair) solid var(--lk-line-3);
    cursor: pointer;
    background: var(--lk-paper);
  }
  .opt + .opt {
    margin-block-start: -1px;
  }
  .opts > .opt:first-child {
    border-start-start-radius: var(--lk-r-3);
    border-start-end-radius: var(--lk-r-3);
  }
  .opts > .opt:last-child {
    border-end-start-radius: var(--lk-r-3);
    border-end-end-radius: var(--lk-r-3);
  }
  .opt .radio {
    margin-block-start: 2px;
  }
  .optr {
    display: flex;
    gap: var(--lk-s2);
    align-items: center;
    color: var(--lk-ink-2);
  }
  .opt:has(:checked) {
    background: var(--lk-brand-wash);
    box-shadow: inset 0 0 0 1px var(--lk-brand-ink);
    border-color: var(--lk-brand-ink);
    position: relative;
    z-index: 1;
  }
  .opt:has(:disabled) {
    color: var(--lk-ink-2);
    background: var(--lk-paper-2);
    cursor: not-allowed;
  }
  .opt:has(:focus-visible) {
    outline: var(--lk-focus-w) solid var(--lk-focus);
    outline-offset: 2px;
    position: relative;
    z-index: 2;
  }
  .opt .radio:focus-visible {
    outline: 0;
  }
  @media (forced-colors: active) {
    .opt:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
