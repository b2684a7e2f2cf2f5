import { html, nothing, svg, type TemplateResult } from 'lit';

/** Scale shared by the bars of a list: the greatest accrual and the greatest charge, as plain numbers for drawing. */
export interface BarScale {
  given: number;
  taken: number;
}

/**
 * Bar of one month: hatched (accrued) to the start, solid (charged) to the end of a zero common to the whole list.
 * Styles: `monthBars`.
 *
 * @param given - Accruals, ≥ 0.
 * @param taken - Charges, ≥ 0.
 */
export const monthBar = (given: number, taken: number, scale: BarScale): TemplateResult => {
  const unit = 200 / (scale.given + scale.taken || 1);
  const zero = scale.given * unit;
  return html`<svg class="mbar" viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true">
    <path class="ax" vector-effect="non-scaling-stroke" d="M${zero} 0V14" />
    ${taken ? svg`<rect x=${zero} y="3" width=${taken * unit} height="8"/>` : nothing}
    ${
      given
        ? svg`<rect class="hb" vector-effect="non-scaling-stroke" x=${zero - given * unit} y="3.5" width=${given * unit} height="7"/>`
        : nothing
    }
  </svg>`;
};
