import { css } from 'lit';

/** The path of a call: hops joined by a line; `on` is where the call may be diverted, `not` is switched off (dashed). @see parts/call-path.ts */
export const callPath = css`
  .hop {
    display: grid;
    grid-template-columns: 28px minmax(0, 1fr);
    column-gap: var(--lk-s3);
    position: relative;
    padding-block-end: var(--lk-s5);
  }
  .hop:last-child {
    padding-block-end: 0;
  }
  .hk {
    inline-size: 28px;
    block-size: 28px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    border: 1.5px solid var(--lk-line-3);
    background: var(--lk-paper);
    z-index: 1;
    color: var(--lk-ink-2);
  }
  .hop.on .hk {
    background: var(--lk-brand);
    border-color: var(--lk-brand);
    color: var(--lk-on-brand);
  }
  .hop.not .hk {
    border-style: dashed;
  }
  .hop.not .ht {
    color: var(--lk-ink-2);
  }
  .hop:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-inline-start: 13.25px;
    inset-block: 28px 0;
    border-inline-start: 1.5px solid var(--lk-line-3);
  }
  .hb {
    padding-block-start: 3px;
  }
  .hto {
    grid-column: 2;
    display: flex;
    gap: 4px;
    align-items: center;
    font-weight: var(--lk-w-2);
  }
  .hto .ic {
    color: var(--lk-brand-ink);
    margin-inline-start: -4px;
  }
`;
