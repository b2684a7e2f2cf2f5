import { css } from 'lit';

/** Empty, error, forbidden (`blank`) and the skeleton (`sk`), which has the shape of the answer and no digits. @see parts/states.ts */
export const states = css`
  .blank {
    display: grid;
    justify-items: start;
    gap: var(--lk-s2);
    padding: var(--lk-s6) var(--lk-pad);
    max-inline-size: 34em;
  }
  .head + .blank {
    padding-block-start: var(--lk-s3);
  }
  .blank > .ic {
    inline-size: 28px;
    block-size: 28px;
    stroke-width: 1.1;
    color: var(--lk-ink-2);
    margin-block-end: var(--lk-s1);
  }
  .blank .btns {
    margin-block-start: var(--lk-s2);
  }
  .sk {
    display: block;
    background: var(--lk-paper-3);
    border-radius: 4px;
    block-size: 0.8em;
    inline-size: 48%;
    max-inline-size: 100%;
    margin-block: 0.33em;
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .sk.h {
    block-size: 1.6em;
    inline-size: 7em;
  }
  .sk.a {
    inline-size: 5.2em;
  }
  .sk.l {
    inline-size: 72%;
  }
  .r .sk,
  .sk.end {
    margin-inline-start: auto;
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .sk {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .sk {
      border: 1px solid GrayText;
    }
  }
`;

/** How an operation ended: a round glyph (`ri ok|bad|wait`), a heading, a sentence, a written sum, buttons. @see parts/result.ts */
export const results = css`
  .result {
    display: flex;
    gap: var(--lk-s4);
    align-items: flex-start;
  }
  .result :is(.btns, .note, .calc) {
    margin-block-start: var(--lk-s3);
  }
  .result .btns {
    margin-block-start: var(--lk-s4);
  }
  .result .calc {
    max-inline-size: 22em;
  }
  .result h3 {
    font-size: var(--lk-fs-4);
    line-height: var(--lk-lh-4);
    padding-block-start: 2px;
  }
  .result h3 + p {
    color: var(--lk-ink-2);
  }
  .ri {
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    flex: none;
    color: var(--lk-ink-2);
    box-shadow: inset 0 0 0 2px var(--lk-line-3);
  }
  .ri.ok {
    background: var(--lk-credit);
    color: var(--lk-paper);
    box-shadow: none;
  }
  .ri.bad {
    color: var(--lk-bad);
    box-shadow: inset 0 0 0 2px var(--lk-bad);
  }
  .wait {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s3);
    align-items: center;
    background: var(--lk-paper-2);
  }
  .wait > .grow {
    flex-basis: 12em;
  }
  @container w (inline-size < 26em) {
    .result .calc {
      max-inline-size: none;
    }
  }
  @media (forced-colors: active) {
    .ri {
      border: 2px solid CanvasText;
    }
  }
`;
