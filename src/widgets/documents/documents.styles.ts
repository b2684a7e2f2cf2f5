import { css } from 'lit';

export const styles = css`
  .side > * + *,
  .stack > * + * {
    margin-block-start: var(--lk-s4);
  }
  .side > * + h3 {
    margin-block-start: var(--lk-s6);
  }
  .side > .docs {
    margin-block-start: var(--lk-s1);
  }
  .drop {
    display: flex;
    gap: var(--lk-s4);
    align-items: center;
    padding: var(--lk-s5);
    border: 1.5px dashed var(--lk-line-3);
    border-radius: var(--lk-r-3);
    cursor: pointer;
  }
  .drop:hover,
  .drop.over {
    background: var(--lk-brand-wash);
    border-color: var(--lk-brand-ink);
  }
  .drop:has(:focus-visible),
  .camera:has(:focus-visible) {
    outline: var(--lk-focus-w) solid var(--lk-focus);
    outline-offset: 2px;
  }
  .drop > .ic,
  .lnk {
    color: var(--lk-brand-ink);
  }
  .lnk {
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }
  .camera {
    display: none;
  }
  @media (pointer: coarse) {
    .camera {
      display: inline-flex;
    }
  }
  .files {
    margin-block-start: var(--lk-s3);
  }
  .file {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s3);
    padding-block: var(--lk-s3);
    align-items: flex-start;
  }
  .file + .file {
    border-block-start: var(--lk-hair) solid var(--lk-line);
  }
  .fi {
    color: var(--lk-ink-2);
  }
  .fn2 {
    overflow-wrap: anywhere;
  }
  .file .grow {
    flex: 1 1 40%;
    min-inline-size: 0;
  }
  .file .ib {
    margin-block: -4px;
    margin-inline-end: -6px;
  }
  .fs {
    flex: none;
    padding-block-start: 1px;
    min-block-size: 22px;
    display: flex;
    align-items: center;
  }
  .fx {
    flex: 1 0 100%;
    padding-inline-start: 32px;
    margin-block-start: calc(var(--lk-s2) * -1);
  }
  .fx.wrap {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--lk-s2);
    align-items: center;
  }
  .fx .btn.quiet {
    margin-inline-start: calc(var(--lk-s2) * -1);
  }
  .did {
    color: var(--lk-credit);
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
    display: flex;
    gap: var(--lk-s2);
    align-items: center;
  }
  .rq,
  .paper {
    display: grid;
    gap: var(--lk-s4);
  }
  .rq + .rq {
    border-block-start: var(--lk-hair) solid var(--lk-line);
    padding-block-start: var(--lk-s4);
  }
  .paper {
    max-inline-size: 40em;
  }
  .stack > .paper:not(:last-child) {
    max-inline-size: none;
    padding-block-end: var(--lk-s5);
    border-block-end: var(--lk-hair) solid var(--lk-line);
  }
  .pick {
    justify-self: start;
  }
  .pick:has(:focus-visible) {
    outline: var(--lk-focus-w) solid var(--lk-focus);
    outline-offset: 2px;
  }
  .paper .grid {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(12em, 1fr));
    gap: var(--lk-s4);
  }
  @container w (inline-size >= 50em) {
    .two {
      grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
      border-block-start: var(--lk-hair) solid var(--lk-line);
    }
    .side .pairs {
      grid-template-columns: minmax(6em, max-content) 1fr;
      column-gap: var(--lk-s4);
    }
  }
  @container w (inline-size < 30em) {
    .file .grow {
      flex-basis: 46%;
    }
    .file .fx {
      order: 5;
    }
    .file .fs:not(:has(.num, .spin)) {
      order: 4;
      flex-basis: 100%;
      padding-inline-start: 32px;
      min-block-size: 0;
      margin-block-start: calc(var(--lk-s2) * -1);
    }
    .drop {
      padding: var(--lk-s4);
    }
  }
`;
