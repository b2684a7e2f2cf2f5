import { html, type TemplateResult } from 'lit';

/**
 * Draws an icon of `src/ui/icons/icons.ts` at 20 px (`s`: 16 px). It is decoration beside a word; alone, its button carries
 * the `aria-label`.
 *
 * @param path - The icon, for example `printer`.
 * @param classes - `s` (small), `flip` (mirrored in right-to-left), or a class of your own.
 */
export const icon = (path: string, classes = ''): TemplateResult =>
  html`<svg class="ic ${classes}" viewBox="0 0 20 20" aria-hidden="true"><path d=${path} /></svg>`;

/** Square before a line or in a legend: solid (`c1…c4`) is taken, `hatch` is given. Styles: `money`. */
export const swatch = (kind: 'c1' | 'c2' | 'c3' | 'c4' | 'hatch'): TemplateResult =>
  kind === 'hatch'
    ? html`<svg class="sw hatch" aria-hidden="true">
        <rect x=".5" y=".5" width="9" height="9" rx="2" fill="url(#hatch)" />
      </svg>`
    : html`<svg class="sw ${kind}" aria-hidden="true"><rect width="10" height="10" rx="2.5" /></svg>`;
