import { css } from 'lit';

/**
 * Empty, error, forbidden (`blank`) and the skeleton (`sk`), which has the shape of the answer and no digits,
 * and appears after 150 ms; `bones` is around a whole one. @see parts/states.ts
 */
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
  .sec > .blank,
  .sec > slot > .blank {
    padding: var(--lk-s1) 0;
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
    margin-block: calc((1lh - 0.8em) / 2); /* as high as the line that will stand here */
  }
  .sk,
  .bones {
    animation:
      late 1ms 150ms backwards,
      breathe 1.6s ease-in-out 150ms infinite alternate;
  }
  /* The whole appears and breathes at once: an animation of each bar would be drawn up anew for every frame. */
  .bones .sk {
    animation: none;
  }
  .sk.a {
    inline-size: 5.2em;
  }
  .sk.l {
    inline-size: 72%;
  }
  .sk.in {
    display: inline-block;
    block-size: auto;
    inline-size: 5.5em;
    margin: 0;
    background: linear-gradient(var(--lk-paper-3) 0 0) center / 100% 0.8em no-repeat;
  }
  .sk.btn {
    margin-block: 0;
    border-color: transparent;
  }
  .r .sk,
  .sk.end {
    margin-inline-start: auto;
  }
  @keyframes late {
    from {
      visibility: hidden;
    }
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .sk,
    .bones {
      animation: late 1ms 150ms backwards;
    }
  }
  @media (forced-colors: active) {
    .sk {
      border: 1px solid GrayText;
    }
  }
`;
