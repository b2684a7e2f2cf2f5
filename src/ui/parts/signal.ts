import { html, svg, type TemplateResult } from 'lit';

/** Access as signal strength: 0 to 3 bars, and a word. Styles: `signals`. */
export const signal = (bars: 0 | 1 | 2 | 3, word: string): TemplateResult =>
  html`<span class="lv l${bars}"
    ><svg class="sig" viewBox="0 0 14 12" aria-hidden="true">
      ${[0, 1, 2].map(
        (at) =>
          svg`<rect class=${at < bars ? 'f' : 'e'} x=${at * 5 + 0.5} y=${7.5 - at * 3.5} width="3" height=${4 + at * 3.5} rx="1"/>`,
      )}</svg
    >${word}</span
  >`;
