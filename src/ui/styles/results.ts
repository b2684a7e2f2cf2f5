import { css } from 'lit';

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
