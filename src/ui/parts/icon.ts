import { svg, html, nothing, type TemplateResult } from 'lit';

/**
 * Draws an icon of `src/ui/icons/icons.ts` at 20 px (`s`: 16 px). It is decoration beside a word; alone, its button carries
 * the `aria-label`.
 *
 * @param path - The icon, for example `printer`.
 * @param classes - `s` (small), `flip` (mirrored in right-to-left), or a class of your own.
 * @param label - Only where no word stands beside it and nothing around it is labelled.
 */
export const icon = (path: string, classes = '', label?: string): TemplateResult =>
  html`<svg
    class="ic ${classes}"
    viewBox="0 0 20 20"
    role=${label ? 'img' : nothing}
    aria-label=${label ?? nothing}
    aria-hidden=${label ? nothing : 'true'}
  >
    <path d=${path} />
  </svg>`;

/**
 * The hatch of what is given, once in every shadow root that shows accruals: the swatches, bars and charts refer to it.
 * `frame()` already puts it in.
 */
export const hatch = (): TemplateResult =>
  html`<svg class="sr" aria-hidden="true">
    <defs>
      <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="hatchline" d="M1 0V4" />
      </pattern>
    </defs>
  </svg>`;

/** Square before a line or in a legend: solid (`c1…c4`) is taken, `hatch` is given. Styles: `money`. */
export const swatch = (kind: 'c1' | 'c2' | 'c3' | 'c4' | 'hatch'): TemplateResult =>
  html`<svg class="sw ${kind}" aria-hidden="true">
    ${
      kind === 'hatch'
        ? svg`<rect x=".5" y=".5" width="9" height="9" rx="2" fill="url(#hatch)"/>`
        : svg`<rect width="10" height="10" rx="2.5"/>`
    }
  </svg>`;
