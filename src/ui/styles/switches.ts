import { css } from 'lit';

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
