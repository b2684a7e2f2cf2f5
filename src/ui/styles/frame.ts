import { css } from 'lit';

/**
 * Every widget: the host as a container, the reset, the frame (`w`), its head, sections and foot, text strengths, icons, links
 * and focus. `frameless` on the host takes the frame off (widgets inside a cabinet).
 */
export const frame = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
    container: w / inline-size;
    min-inline-size: 0;
  }
  /* Said twice: a page's \`* { all: unset }\` reaches the host element, and what is inherited comes from the page. */
  :host,
  .w {
    text-align: start;
    text-indent: 0;
    text-transform: none;
    text-shadow: none;
    letter-spacing: normal;
    word-spacing: normal;
    white-space: normal;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
    list-style: none;
  }
  /* On a page without a doctype browsers let tables inherit nothing: they would be black, also on a dark page. */
  table {
    font: inherit;
    color: inherit;
    text-align: inherit;
    white-space: inherit;
  }
  p,
  dd,
  .sub,
  .lsub {
    text-wrap: pretty;
  }
  h3 {
    font-size: inherit;
    font-weight: var(--lk-w-3);
  }
  .w {
    container: w / inline-size;
    isolation: isolate;
    font: var(--lk-w) var(--lk-fs-3) / var(--lk-lh-3) var(--lk-face);
    color: var(--lk-ink);
    background: var(--lk-paper);
    border: var(--lk-hair) solid var(--lk-line);
    border-radius: var(--lk-r-4);
    overflow: clip;
  }
  :host([frameless]) .w {
    border: 0;
    border-radius: 0;
    background: none;
    overflow: visible;
  }
  .sec {
    padding: var(--lk-s5) var(--lk-pad);
  }
  .sec + .sec {
    border-block-start: var(--lk-hair) solid var(--lk-line);
  }
  .sec.sunk {
    background: var(--lk-paper-2);
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--lk-s2);
    padding: var(--lk-s4) var(--lk-pad) var(--lk-s3);
  }
  .head h2,
  .head slot[name='heading'] {
    font-size: var(--lk-fs-4);
    line-height: var(--lk-lh-4);
    font-weight: var(--lk-w-3);
    margin-inline-end: auto;
    min-block-size: var(--lk-control-s);
    padding-block: calc((var(--lk-control-s) - var(--lk-lh-4)) / 2);
    text-wrap: balance;
  }
  .head.tabbed {
    padding-block-end: var(--lk-s1);
  }
  .first {
    padding-block-start: var(--lk-s1);
  }
  .foot {
    display: grid;
    gap: var(--lk-s3);
    padding: var(--lk-s4) var(--lk-pad);
    background: var(--lk-paper-2);
    border-block-start: var(--lk-hair) solid var(--lk-line);
  }
  .foot .btns {
    justify-content: flex-end;
  }
  @container w (inline-size < 34em) {
    .w > * {
      --lk-pad: var(--lk-s4);
    }
    .sec {
      padding-block: var(--lk-s4);
    }
  }
  .sec.tight {
    padding-block: var(--lk-s3);
  }
  .sec.first {
    padding-block-start: var(--lk-s1);
  }
  @container w (inline-size < 22em) {
    .head {
      flex-wrap: wrap;
    }
    .head > .btn {
      order: 5;
    }
  }
  .link {
    font: inherit;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
    text-align: start;
  }
  .sub,
  .hint,
  .lsub {
    color: var(--lk-ink-2);
    font-weight: var(--lk-w);
  }
  .sub,
  .hint,
  .lsub,
  .small,
  .label {
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
  }
  .lsub {
    display: block;
  }
  .label,
  .strong {
    font-weight: var(--lk-w-2);
  }
  .gap {
    margin-block-start: var(--lk-s6);
  }
  .nw {
    white-space: nowrap;
  }
  .num {
    unicode-bidi: isolate;
    direction: ltr;
    white-space: nowrap;
  }
  .grow {
    flex: 1 1 0;
    min-inline-size: 0;
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .ic {
    inline-size: 20px;
    block-size: 20px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
    display: inline-block;
    vertical-align: -5px;
  }
  .ic.s {
    inline-size: 16px;
    block-size: 16px;
    vertical-align: -3px;
    stroke-width: 1.75;
  }
  .flip:dir(rtl) {
    scale: -1 1;
  }
  a,
  .link {
    color: var(--lk-brand-ink);
    text-decoration: underline 1px color-mix(in oklab, currentColor 40%, transparent);
    text-underline-offset: 0.2em;
    border-radius: 2px;
  }
  a:hover,
  .link:hover {
    text-decoration-color: currentColor;
  }
  :focus-visible {
    outline: var(--lk-focus-w) solid var(--lk-focus);
    outline-offset: 2px;
  }
  :is(h2, h3):focus-visible {
    outline-color: transparent;
  }
`;
